import { libellesKind } from '@/domain/structures/libelles'
import type { ResumeStructure } from '@/domain/structures/resume'
import { plural } from '@/domain/commun/format'

/** What a screen reader says of one point of the map. */
export function nomDuPoint({ nom, kind, commune, point, places }: ResumeStructure): string {
  const parts = [
    nom,
    libellesKind[kind],
    commune,
    point?.precision === 'COMMUNE' && 'position approchée : commune',
    places !== null && `${plural(places.libres, 'place libre', 'places libres')} ce soir`,
  ]
  return parts.filter((part) => typeof part === 'string').join(', ')
}

/** What a screen reader says of several points drawn as one. */
export function nomDeLaGrappe(structures: readonly ResumeStructure[]): string {
  const communes = [...new Set(structures.flatMap(({ commune }) => commune ?? []))]
  const libres = structures.reduce((sum, { places }) => sum + (places?.libres ?? 0), 0)
  const where = communes.length <= 2 ? communes.join(' et ') : `${communes.length} communes`
  const free = structures.some(({ places }) => places !== null)
    ? `, ${plural(libres, 'place libre', 'places libres')} ce soir`
    : ''
  return `${structures.length} structures, ${where}${free} : agrandir`
}
