import { z } from 'zod'
import { civilDateSchema, fromParis, toParis } from '../commun/civil-date'
import { acteSchema as acteDeTablette, firstMessage } from '../sync/operation'
import { type Champ, formeDe } from './forme'
import { type Corps, lignesListe } from './lignes'

/** What a form sends: one text by field path, `rencontres.0.connus`; `retirer.<path>` takes a line or a field out. */
export type ChampsSaisis = Readonly<Record<string, string>>

/** How a value is written in the field where it is corrected. */
export function texteDe(champ: Champ, value: unknown): string {
  if (champ.nature === 'INSTANT') return texteInstant(value)
  if (champ.nature === 'MOTS') return Array.isArray(value) ? value.join(', ') : ''
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return typeof value === 'number' ? String(value) : ''
}

/** The body with what was typed. What is fixed is kept as received unless it is taken out; what is unknown is left out. */
export function corpsCorrige(kind: string, recu: Corps, saisie: ChampsSaisis): Corps {
  const forme = formeDe(kind)
  if (forme === null) return recu
  const champs = forme.champs.flatMap((champ) => lireChamp(champ, champ.nom, recu[champ.nom], saisie))
  const groupes = forme.groupes.map(({ nom, champs: own }) => [
    nom,
    lignesListe(recu[nom]).flatMap((line, rang) => {
      const chemin = `${nom}.${rang}`
      if (isRetire(saisie, chemin)) return []
      return [
        Object.fromEntries(
          own.flatMap((champ) => lireChamp(champ, `${chemin}.${champ.nom}`, line[champ.nom], saisie)),
        ),
      ]
    }),
  ])
  return Object.fromEntries([...champs, ...groupes])
}

/** What is wrong with a body, by field path; empty when nothing is. `id` is the act's own. */
export function fautesDe(kind: string, id: string, corps: Corps): Readonly<Record<string, string>> {
  const whole = kind === 'place.demander' ? { ...corps, id } : corps
  const read = acteDeTablette.safeParse({ kind, corps: whole })
  if (read.success) return {}
  return Object.fromEntries(
    read.error.issues
      .toReversed()
      .map((issue) => [issue.path.slice(1).join('.'), firstMessage(new z.ZodError([issue]))]),
  )
}

/** Whether the second of two texts can count: one left sealed, or spoilt, can only be set aside. */
export function isSecondLisible(kind: string, id: string, recu: Corps): boolean {
  const { remplaceId: _, ...corps } = recu
  const nature = kind === 'arret.corriger' ? 'arret.noter' : kind
  return Object.keys(fautesDe(nature, id, nature === 'arret.noter' ? corps : recu)).length === 0
}

function lireChamp(champ: Champ, chemin: string, recu: unknown, saisie: ChampsSaisis): [string, unknown][] {
  if (champ.isFixe) return recu === undefined || isRetire(saisie, chemin) ? [] : [[champ.nom, recu]]
  const text = saisie[chemin]
  if (text === undefined) return recu === undefined ? [] : [[champ.nom, recu]]
  const value = lireTexte(champ, text.trim(), recu)
  return value === undefined ? [] : [[champ.nom, value]]
}

function isRetire(saisie: ChampsSaisis, chemin: string): boolean {
  return saisie[`retirer.${chemin}`] !== undefined
}

/** Nothing typed: nothing said. What cannot be read is left as typed, for the schema to refuse with its own sentence. */
function lireTexte(champ: Champ, text: string, recu: unknown): unknown {
  if (champ.nature === 'MOTS') return text === '' ? [] : text.split(',').map((mot) => mot.trim())
  if (text === '') return undefined
  if (champ.nature === 'NOMBRE') return lireNombre(text)
  if (champ.nature === 'OUI_NON')
    return (
      new Map<string, unknown>([
        ['oui', true],
        ['non', false],
      ]).get(text) ?? text
    )
  if (champ.nature !== 'INSTANT') return text
  // Untouched, the received instant keeps its seconds.
  return text === texteInstant(recu) ? recu : (lireInstant(text) ?? text)
}

function lireNombre(text: string): number | string {
  return /^-?\d{1,9}$/.test(text) ? Number(text) : text
}

const FORMAT_INSTANT = /^(\d\d)\/(\d\d)\/(\d{4})\s+(\d{1,2})\s?[h:]\s?(\d\d)$/u

/** « 23/11/2026 22:30 » in Paris as ISO 8601; null when it is not that. */
function lireInstant(text: string): string | null {
  const [, jour, mois, annee, heure, minute] = FORMAT_INSTANT.exec(text) ?? []
  const date = civilDateSchema.safeParse(`${annee}-${mois}-${jour}`)
  if (!date.success || Number(heure) > 23 || Number(minute) > 59) return null
  return fromParis(date.data, Number(heure) * 60 + Number(minute)).toISOString()
}

function texteInstant(value: unknown): string {
  const instant = new Date(typeof value === 'string' ? value : Number.NaN)
  if (Number.isNaN(instant.getTime())) return typeof value === 'string' ? value : ''
  if (instant.getUTCFullYear() < 2001 || instant.getUTCFullYear() > 2098) return ''
  const { date, minute } = toParis(instant)
  const [annee, mois, jour] = date.split('-')
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${jour}/${mois}/${annee} ${clock}`
}

/** Which act a form is about. */
export const acteSchema = z.object({ id: z.uuid() })

/** A correction form: `id`, and one text by field path. Files are refused. */
export const correctionSchema = z
  .object({ id: z.uuid() })
  .catchall(z.string())
  .transform(({ id, ...saisie }) => ({ id, saisie }))
export type CorrectionSaisie = z.output<typeof correctionSchema>

/** Which round a form is about. */
export const maraudeSchema = z.object({ maraudeId: z.uuid() })
