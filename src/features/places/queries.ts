import 'server-only'
import type { Prisma } from '@/db/generated/client'
import type { Transaction } from '@/db/transaction'
import { type CivilDate, toDatabaseDate } from '@/domain/commun/civil-date'
import type { Offre } from '@/domain/places/convient'
import type { StatutPlace } from '@/domain/places/disponibilite'
import type { Conflit } from '@/domain/places/refus'
import { type RegleSejour, regleSejourSchema, sansRegle } from '@/domain/places/sejour'

/** A place where nothing stands in the way of a stay, and what it is right now. */
export type PlaceSansConflit = Offre & {
  id: string
  libelle: string
  chambre: string | null
  statut: StatutPlace
}

/** The places of a device where a stay from `debut` to `fin` (null: open-ended) would meet nothing, by label. */
export function listPlacesSansConflit(
  tx: Transaction,
  dispositifId: string,
  { debut, fin, now }: { debut: Date; fin: Date | null; now: Date },
): Promise<PlaceSansConflit[]> {
  return tx.$queryRaw<PlaceSansConflit[]>`
    SELECT p.id, p.libelle, p.chambre, p.couchages::int, p.public::text, p.couple, p.animaux, p.plain_pied AS "plainPied", l.statut
    FROM places_sans_conflit(${dispositifId}::uuid, ${debut}, ${fin}, ${now}) l JOIN places p ON p.id = l.place_id
    ORDER BY p.libelle`
}

/** The stay rule in force on this day; `sansRegle` when none is written. */
export async function findRegleSejour(
  tx: Transaction,
  dispositifId: string,
  day: CivilDate,
): Promise<RegleSejour> {
  const jour = toDatabaseDate(day)
  const regle = await tx.regleSejour.findFirst({
    where: { dispositifId, du: { lte: jour }, OR: [{ au: null }, { au: { gt: jour } }] },
  })
  return regle === null ? sansRegle : regleSejourSchema.parse(regle)
}

/** What takes room on a place or a device between two instants; the latest made first. Names no person. */
export async function findConflit(
  tx: Transaction,
  where: Prisma.OccupationWhereInput,
  now: Date,
): Promise<Conflit | null> {
  const occupation = await tx.occupation.findFirst({
    where: { AND: [where, { OR: [{ etat: 'EN_COURS' }, { etat: 'TENUE', expireLe: { gt: now } }] }] },
    orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
    select: {
      creeLe: true,
      fin: true,
      place: { select: { libelle: true, dispositif: { select: { nom: true } } } },
    },
  })
  if (occupation === null) return null
  const { place, creeLe, fin } = occupation
  return { dispositif: place.dispositif.nom, place: place.libelle, depuis: creeLe, jusqua: fin }
}
