import { z } from 'zod'
import type { CivilDate } from '../commun/civil-date'
import { type StatutPlace, statutPlaceSchema } from './disponibilite'
import { type AdresseDeGrille, premiereNuit } from './grille'
import { adresseBesoin, rechercheBesoinSchema } from './recherche'

/** What the grid shows, all of it in the address: the window, the rows, the place opened, the need looked for. */
export type VueGrille = {
  du: CivilDate
  page: number
  etat?: StatutPlace | undefined
  groupe?: string | undefined
  place?: string | undefined
  /** empty: none */
  besoin: Readonly<Record<string, string>>
}

const champs = z.object({
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  etat: statutPlaceSchema.optional().catch(undefined),
  groupe: z.string().min(1).max(120).optional().catch(undefined),
  place: z.uuid().optional().catch(undefined),
})

/** The address read; what is not understood shows the grid as it opens. */
export function readVueGrille(query: Readonly<Record<string, unknown>>, tonight: CivilDate): VueGrille {
  const besoin = rechercheBesoinSchema.parse(query)
  return {
    ...champs.parse(query),
    du: premiereNuit(query['du'], tonight),
    besoin: besoin.chercher ? adresseBesoin(besoin) : {},
  }
}

/** The address of a view. */
export function adresseGrille(
  slug: string,
  { du, page, etat, groupe, place, besoin }: VueGrille,
): AdresseDeGrille {
  const query = new URLSearchParams({
    ...besoin,
    du,
    ...(page > 1 && { page: String(page) }),
    ...(etat && { etat }),
    ...(groupe && { groupe }),
    ...(place && { place }),
  })
  return `/places/${slug}?${query.toString()}`
}

/** Whether a place is among those asked for. « Libre » counts a place booked for later, as the board does: it is free tonight. */
export function repondAuxFiltres(
  { statut, chambre }: { statut: StatutPlace; chambre: string | null },
  { etat, groupe }: Pick<VueGrille, 'etat' | 'groupe'>,
): boolean {
  if (groupe !== undefined && chambre !== groupe) return false
  return etat === undefined || statut === etat || (etat === 'LIBRE' && statut === 'RESERVEE_PLUS_TARD')
}
