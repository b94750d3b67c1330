import type { Prisma } from '@/db/generated/client'
import { addDays, fromDatabaseDate, toDatabaseDate } from '@/domain/commun/civil-date'
import { changeBetween } from '@/domain/places/periode'
import type { Annuaire } from './annuaire'
import { type Fenetre, onNight } from './fenetre'
import type { Hasard } from './hasard'
import { ouvertureDeCrise } from './hotels'
import type { Lignes } from './lignes'

const MIDI = 12 * 60
const { places, ilYA, reste, motif } = ouvertureDeCrise

const datesOf = ({ ceSoir }: Fenetre) => ({ du: addDays(ceSoir, -ilYA), au: addDays(ceSoir, reste) })

/** The opening under way, and the instant its places end. */
export type Crise = { id: string; fin: Date }

/** Adds the opening itself; its places are made with the others. */
export function addCrise(lignes: Lignes, annuaire: Annuaire, fenetre: Fenetre, hasard: Hasard): Crise {
  const { du, au } = datesOf(fenetre)
  const creeLe = onNight(du, MIDI)
  const id = hasard.id(creeLe)
  lignes.ouvertures_crise.push({
    id,
    dispositifId: annuaire.dispositif('assore-hotel').id,
    places,
    du: toDatabaseDate(du),
    au: toDatabaseDate(au),
    motif,
    creePar: null,
    creeLe,
  })
  return { id, fin: onNight(au, MIDI) }
}

/** Raises the authorised places of the device between the two dates of the opening, as opening places does. */
export async function dateCapacites(
  tx: Prisma.TransactionClient,
  annuaire: Annuaire,
  fenetre: Fenetre,
): Promise<void> {
  const { id: dispositifId } = annuaire.dispositif('assore-hotel')
  const rows = await tx.capacite.findMany({ where: { dispositifId, mode: 'JOUR_NUIT' } })
  const pieces = changeBetween<{ places: number; source: string | null }>(
    rows.map((row) => ({
      du: fromDatabaseDate(row.du),
      au: row.au === null ? null : fromDatabaseDate(row.au),
      fait: row,
    })),
    datesOf(fenetre),
    (before) => ({ places: (before?.places ?? 0) + places, source: motif }),
  )
  await tx.capacite.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  await tx.capacite.createMany({
    data: pieces.map(({ du, au, fait }) => ({
      dispositifId,
      mode: 'JOUR_NUIT',
      places: fait.places,
      source: fait.source,
      du: toDatabaseDate(du),
      au: au === null ? null : toDatabaseDate(au),
    })),
  })
}
