import 'server-only'
import { readAs } from '@/db/transaction'
import { toDatabaseDate } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { nightServed } from '@/domain/places/sejour'
import type { Departement } from '@/domain/territoire/territoire'

/**
 * A rest space right now, for everybody: how many are there, how many may be (`capacite` null: nobody has said); and its day so far,
 * from 6 h: the fullest moment, and how many were turned away for lack of room.
 */
export type PresenceRepos = {
  dispositifId: string
  slug: string
  nom: string
  structure: string
  departement: Departement
  presents: number
  capacite: number | null
  changeLe: Date | null
  pointe: number
  pointeLe: Date | null
  refus: number
}

/** One line at the door, as its own team sees it. */
export type PassageVisible = {
  id: string
  kind: 'ENTREE' | 'SORTIE' | 'REFUS'
  personnes: number
  femmes: number
  le: Date
}

/**
 * The day of a rest space for its own team, from 6 h to 6 h: who came in, the fullest moment, how often a seat served (`rotation`:
 * entries by seat), who was turned away and at what hour (Paris, 0 to 23).
 */
export type JourneeRepos = {
  presents: number
  capacite: number | null
  parJour: number | null
  entrees: number
  pointe: number
  pointeLe: Date | null
  rotation: number | null
  refus: number
  refusFemmes: number
  refusParHeure: { heure: number; personnes: number; femmes: number }[]
  passages: PassageVisible[]
}

/** How many are in each rest space now, by department then structure; empty without the right to see places. */
export function listPresences(viewer: Viewer, now: Date): Promise<PresenceRepos[]> {
  if (!can(viewer, 'places.read')) return Promise.resolve([])
  const jour = toDatabaseDate(nightServed(now))
  return readAs(
    viewer,
    (tx) => tx.$queryRaw<PresenceRepos[]>`
      SELECT d.id AS "dispositifId", d.slug, d.nom, s.nom AS structure, d.departement::text, p.presents, p.capacite,
        p.change_le AS "changeLe", coalesce(j.pointe, 0) AS pointe, j.pointe_le AS "pointeLe", coalesce(j.refus, 0) AS refus
      FROM presents_a(${now}) p
      JOIN dispositifs d ON d.id = p.dispositif_id
      JOIN structures s ON s.id = d.structure_id
      LEFT JOIN journees_repos(${jour}::date, ${jour}::date) j ON j.dispositif_id = d.id
      WHERE d.statut = 'OUVERTE'
      ORDER BY d.departement, s.nom, d.nom`,
  )
}

type Totaux = Omit<JourneeRepos, 'rotation' | 'refusParHeure' | 'passages'>

/** The day under way of one rest space; null when it is not the viewer's to see. */
export function readJournee(viewer: Viewer, dispositifId: string, now: Date): Promise<JourneeRepos | null> {
  return readAs(viewer, async (tx) => {
    const dispositif = await tx.dispositif.findUnique({
      where: { id: dispositifId },
      select: { structureId: true, organisationId: true, kind: true },
    })
    if (dispositif?.kind !== 'REPOS' || !can(viewer, 'entrees.log', dispositif)) return null
    const jour = toDatabaseDate(nightServed(now))
    const [totaux] = await tx.$queryRaw<Totaux[]>`
      SELECT p.presents, p.capacite, p.par_jour AS "parJour", p.entrees, coalesce(j.pointe, 0) AS pointe, j.pointe_le AS "pointeLe",
        coalesce(j.refus, 0) AS refus, coalesce(j.refus_femmes, 0) AS "refusFemmes"
      FROM presents_a(${now}, ${dispositifId}::uuid) p
      LEFT JOIN journees_repos(${jour}::date, ${jour}::date, ${dispositifId}::uuid) j ON true`
    const refusParHeure = await tx.$queryRaw<JourneeRepos['refusParHeure']>`
      SELECT extract(hour FROM le AT TIME ZONE 'Europe/Paris')::int AS heure, sum(personnes)::int AS personnes, sum(femmes)::int AS femmes
      FROM entrees WHERE dispositif_id = ${dispositifId}::uuid AND jour = ${jour}::date AND kind = 'REFUS' AND annulee_le IS NULL
      GROUP BY 1 ORDER BY 1`
    const passages = await tx.entree.findMany({
      where: { dispositifId, jour, annuleeLe: null },
      orderBy: [{ le: 'desc' }, { id: 'desc' }],
      select: { id: true, kind: true, personnes: true, femmes: true, le: true },
    })
    if (totaux === undefined) return null
    const rotation = totaux.capacite ? totaux.entrees / totaux.capacite : null
    return { ...totaux, rotation, refusParHeure, passages }
  })
}
