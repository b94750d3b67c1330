import { z } from 'zod'
import { civilDateSchema } from '../commun/civil-date'
import { formatShortDateTime } from '../commun/format'
import { genreSchema } from '../commun/profil'
import { kindDispositifSchema } from '../structures/listes'
import { departementSchema } from '../territoire/territoire'
import { type Besoin, type Offre, phrasesEligibilite, regleBloquante } from './convient'
import type { Fermeture, Occupation } from './disponibilite'

/**
 * Why a place does not answer a need, the first reason only. What the place is comes first (it will not change tonight), then what
 * happens there: « occupée jusqu’à midi » is read only of a place that would do at noon. Closed list, equal to PostgreSQL's
 * `regle_recherche`; the same ladder stands in SQL (`places_pour`), and one fixture holds both to it.
 */
export const regleRechercheSchema = z.enum([
  'COUCHAGES',
  'COUPLE',
  'PUBLIC_FEMMES',
  'PUBLIC_HOMMES',
  'FEMMES_SEULEMENT',
  'ANIMAUX',
  'ACCESSIBILITE',
  'SANS_DEMANDE',
  'DISPOSITIF_FERME',
  'PLACE_FERMEE',
  'HORS_PERIODE',
  'OCCUPEE',
  'RESERVEE',
  'PRETEE',
])
export type RegleRecherche = z.infer<typeof regleRechercheSchema>

/** Each rule in words, without its hour. */
export const libellesRegleRecherche: Record<RegleRecherche, string> = {
  ...phrasesEligibilite,
  SANS_DEMANDE: 'Ne reçoit pas de demandes par Maillage',
  DISPOSITIF_FERME: 'Dispositif fermé',
  PLACE_FERMEE: 'Place fermée',
  HORS_PERIODE: 'Place rendue avant la fin du séjour',
  OCCUPEE: 'Occupée',
  RESERVEE: 'Réservée',
  PRETEE: 'Prêtée à une autre organisation',
}

/** A rule and the hour at which it ends, when one is known: « Occupée jusqu’à mar. 24 nov., 12 h 00 ». */
export function phraseRegle(regle: RegleRecherche, jusqua: Date | null, now: Date): string {
  const words = libellesRegleRecherche[regle]
  if (jusqua === null) return words
  if (jusqua <= now) return regle === 'OCCUPEE' ? 'Occupée, fin prévue passée' : words
  return `${words} jusqu’à ${formatShortDateTime(jusqua)}`
}

/** Rules that tell what happens at a place, as opposed to what it is: elsewhere or later, this very place would do. */
const reglesDuMoment: ReadonlySet<RegleRecherche> = new Set(['OCCUPEE', 'RESERVEE', 'PRETEE'])

/**
 * Of all that stands in the way, what to write in the register: a lack of room as soon as one place would do if it were free, else the
 * rule met most often. Null: there was no place at all to look at.
 */
export function regleDominante(
  comptes: readonly { regle: RegleRecherche; nombre: number }[],
): RegleRecherche | null {
  const room = comptes.filter(({ regle }) => reglesDuMoment.has(regle))
  const heard = room.length > 0 ? room : comptes
  return heard.toSorted((a, b) => b.nombre - a.nombre)[0]?.regle ?? null
}

/** All that decides whether one place answers a need. `pretee`: lent to others, until an hour or (null) without one. */
export type FaitsRecherche = Offre & {
  recoit: boolean
  ouvert: boolean
  du: Date
  au: Date | null
  fermetureDispositif: Fermeture | null
  fermetures: readonly Fermeture[]
  occupations: readonly Occupation[]
  pretee: { jusqua: Date | null } | null
}
type Sejour = { debut: Date; fin: Date | null }

/** The ladder for one place and one stay: the first rule in the way and the hour it ends, or null when the place fits. */
export function regleRecherche(
  faits: FaitsRecherche,
  besoin: Besoin,
  sejour: Sejour,
  now: Date,
): { regle: RegleRecherche; jusqua: Date | null } | null {
  const lasting = regleBloquante(faits, besoin) ?? (faits.recoit ? null : 'SANS_DEMANDE')
  if (lasting !== null) return { regle: lasting, jusqua: null }
  return closedFor(faits, sejour) ?? takenFor(faits, sejour, now) ?? lent(faits)
}

function closedFor({ ouvert, fermetureDispositif, fermetures, du, au }: FaitsRecherche, sejour: Sejour) {
  const whole =
    fermetureDispositif !== null && meets(fermetureDispositif, sejour) ? fermetureDispositif : null
  if (!ouvert || whole !== null) return { regle: 'DISPOSITIF_FERME', jusqua: whole && endOf(whole) } as const
  const [longest] = fermetures
    .filter((each) => meets(each, sejour))
    .toSorted((a, b) => time(endOf(b)) - time(endOf(a)))
  if (longest) return { regle: 'PLACE_FERMEE', jusqua: endOf(longest) } as const
  const outside = du > sejour.debut || time(au) < time(sejour.fin)
  return outside ? ({ regle: 'HORS_PERIODE', jusqua: au } as const) : null
}

function takenFor({ occupations }: FaitsRecherche, { debut, fin }: Sejour, now: Date) {
  const inTheWay = occupations.filter((each) => stands(each, now) && overlaps(each, { debut, fin }, now))
  const stay = inTheWay.find(({ etat }) => etat === 'EN_COURS')
  if (stay) return { regle: 'OCCUPEE', jusqua: stay.fin } as const
  const [hold] = inTheWay.toSorted((a, b) => time(b.expireLe) - time(a.expireLe))
  return hold ? ({ regle: 'RESERVEE', jusqua: hold.expireLe } as const) : null
}

function lent({ pretee }: FaitsRecherche) {
  return pretee && ({ regle: 'PRETEE', jusqua: pretee.jusqua } as const)
}

function stands({ etat, expireLe }: Occupation, now: Date): boolean {
  return etat === 'EN_COURS' || (etat === 'TENUE' && expireLe !== null && expireLe > now)
}

/** A stay past its planned end lasts until somebody says that the person left. */
function overlaps({ etat, debut, fin }: Occupation, sejour: Sejour, now: Date): boolean {
  const lasts = etat === 'EN_COURS' && fin !== null && fin <= now
  return debut.getTime() < time(sejour.fin) && (lasts || time(fin) > sejour.debut.getTime())
}

function meets({ du, au }: Fermeture, { debut, fin }: Sejour): boolean {
  return du.getTime() < time(fin) && time(au) > debut.getTime()
}

function endOf({ au, finPrevue }: Fermeture): Date | null {
  return au ?? finPrevue
}

/** No end is later than any. */
function time(instant: Date | null): number {
  return instant?.getTime() ?? Infinity
}

const cochee = z.preprocess((value) => value === 'oui', z.boolean())

/**
 * A need as the address carries it; what is not understood is left out. `pourLe` absent: tonight. A couple is two persons.
 */
export const rechercheBesoinSchema = z
  .object({
    personnes: z.coerce.number().int().min(1).max(2).catch(1),
    couple: cochee,
    animaux: cochee,
    mobilite: cochee,
    femmesSeulement: cochee,
    genre: genreSchema.catch('NON_RENSEIGNE'),
    pourLe: civilDateSchema.nullable().catch(null),
    departement: departementSchema.optional().catch(undefined),
    type: kindDispositifSchema.optional().catch(undefined),
    chercher: cochee,
  })
  .transform((besoin) => (besoin.couple ? { ...besoin, personnes: 2 } : besoin))
export type RechercheBesoin = z.infer<typeof rechercheBesoinSchema>

/** The same need written in an address: only what was asked. */
export function adresseBesoin(besoin: RechercheBesoin): Record<string, string> {
  const { personnes, genre, pourLe, departement, type } = besoin
  const ticked = (['couple', 'animaux', 'mobilite', 'femmesSeulement'] as const).filter(
    (name) => besoin[name],
  )
  return {
    chercher: 'oui',
    ...(personnes > 1 && { personnes: String(personnes) }),
    ...Object.fromEntries(ticked.map((name) => [name, 'oui'])),
    ...(genre !== 'NON_RENSEIGNE' && { genre }),
    ...(pourLe !== null && { pourLe }),
    ...(departement !== undefined && { departement }),
    ...(type !== undefined && { type }),
  }
}
