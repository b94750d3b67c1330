'use server'

import { createHash } from 'node:crypto'
import { refresh } from 'next/cache'
import { uuidv7 } from 'uuidv7'
import { fieldErrors } from '@/auth/form-action'
import { requireViewer } from '@/auth/require-viewer'
import { refuseOnConstraint } from '@/db/constraint'
import { inTransaction } from '@/db/transaction'
import type { Viewer } from '@/domain/comptes/viewer'
import { type LigneInclusion, lireInclusion } from '@/domain/orientations/inclusion'
import { demandeDeLigne, type Inclusion, inclusionSchema } from '@/domain/orientations/inclusion-saisie'
import { phraseRefus } from '@/domain/orientations/refus'
import { askPlace } from '@/features/orientations/commands'
import { now } from '@/lib/clock'
import { findProfils } from './queries'

/** What became of one line: a request sent, or why none was. */
export type Verdict = { numero: number; texte: string; envoyee: boolean; phrase: string }

/** After a sending: each line's verdict; what stays to be corrected is left in the form. */
export type EtatInclusion = {
  lot: string
  reste: string
  verdicts: readonly Verdict[]
  champs: Readonly<Record<string, readonly string[]>>
}

/** Sends one request a line, each in its own transaction: a line refused holds none of the others back, and none is sent twice. */
export async function include(previous: EtatInclusion, form: FormData): Promise<EtatInclusion> {
  const actor = await requireViewer()
  const parsed = inclusionSchema.safeParse(Object.fromEntries(form))
  const typed = textOf(form.get('lignes'))
  if (!parsed.success) {
    const champs = fieldErrors(parsed.error)
    return { ...previous, reste: typed, verdicts: [], champs }
  }
  const { lignes, fautes } = lireInclusion(parsed.data.lignes)
  const unread = fautes.map(({ faute, ...ligne }) => ({ ...ligne, envoyee: false, phrase: faute }))
  const sent = await sendAll(actor, parsed.data, lignes)
  const verdicts = [...unread, ...sent].toSorted((a, b) => a.numero - b.numero)
  refresh()
  const reste = verdicts.filter(({ envoyee }) => !envoyee).map(({ texte }) => texte)
  return { lot: uuidv7(), reste: reste.join('\n'), verdicts, champs: {} }
}

async function sendAll(
  actor: Viewer,
  inclusion: Inclusion,
  lignes: readonly LigneInclusion[],
): Promise<Verdict[]> {
  const codes = lignes.flatMap(({ code }) => (code === null ? [] : [code]))
  const profils = await findProfils(actor, codes)
  const verdicts: Verdict[] = []
  for (const ligne of lignes) {
    const profil = ligne.code === null ? null : (profils.get(ligne.code) ?? null)
    verdicts.push(await sendOne(actor, inclusion, { ligne, profil }))
  }
  return verdicts
}

type Known = { ligne: LigneInclusion; profil: Parameters<typeof demandeDeLigne>[2]['profil'] }

async function sendOne(actor: Viewer, inclusion: Inclusion, { ligne, profil }: Known): Promise<Verdict> {
  const { numero, texte } = ligne
  const instant = now()
  const id = idOfLine(inclusion.lot, ligne)
  const demande = demandeDeLigne(ligne, inclusion, { id, profil, now: instant })
  const said = (envoyee: boolean, phrase: string) => ({ numero, texte, envoyee, phrase })
  if (demande === null) return said(false, phraseRefus({ ok: false, reason: 'UNKNOWN_PERSON' }))
  if (!demande.success) return said(false, demande.error.issues[0]?.message ?? 'Ligne incomplète')
  const result = await refuseOnConstraint({ orientations_une_par_personne: 'ALREADY_WAITING' as const }, () =>
    inTransaction(actor, (tx) => askPlace({ actor, now: instant, tx }, demande.data)),
  )
  if (result.ok) return said(true, 'Envoyée')
  return result.reason === 'ALREADY_SENT' ? said(true, 'Déjà envoyée') : said(false, phraseRefus(result))
}

function textOf(field: FormDataEntryValue | null): string {
  return typeof field === 'string' ? field : ''
}

/** The same line of the same form always makes the same id, whatever is sent again: UUID made of a hash (RFC 9562, version 8). */
function idOfLine(lot: string, { numero, texte }: LigneInclusion): string {
  const hex = createHash('sha256').update(`${lot} ${numero} ${texte}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
