import { civilDateSchema, type CivilDate } from '../commun/civil-date'
import { findCommune } from '../territoire/territoire'
import { type StatutMaraude, statutMaraudeSchema } from './listes'

/** What the list of rounds is narrowed to; null: everything. `du` and `au` are nights, both included. */
export type FiltresMaraudes = {
  secteur: string | null
  statut: StatutMaraude | null
  du: CivilDate | null
  au: CivilDate | null
}

/** No filter at all. */
export const sansFiltre: FiltresMaraudes = { secteur: null, statut: null, du: null, au: null }

type Question = Readonly<Record<string, string | string[] | undefined>>

/** The filters an address carries; what is not one filters nothing. */
export function readFiltresMaraudes({ secteur, statut, du, au }: Question): FiltresMaraudes {
  return {
    secteur: typeof secteur === 'string' ? (findCommune(secteur)?.code ?? null) : null,
    statut: statutMaraudeSchema.safeParse(statut).data ?? null,
    du: civilDateSchema.safeParse(du).data ?? null,
    au: civilDateSchema.safeParse(au).data ?? null,
  }
}

/** The same, to be put in an address: only those that filter. */
export function writeFiltresMaraudes(filtres: FiltresMaraudes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filtres).flatMap(([nom, value]) => (value === null ? [] : [[nom, value]])),
  )
}
