import { type Famille, signesKind } from '@/domain/structures/familles'
import type { KindStructure } from '@/domain/structures/listes'
import './signe-structure.css'

/** One outline per family, on a square of 32: told apart without colour. */
const contours: Record<Famille, string> = {
  RDR: 'M16 2.5a13.5 13.5 0 1 1 0 27a13.5 13.5 0 1 1 0-27Z',
  SOIN: 'M6 4h20a2 2 0 0 1 2 2v20a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z',
  REPOS: 'M8.8 3.5h14.4L30.400 16l-7.200 12.500H8.800L1.600 16Z',
  HEBERGEMENT: 'M16 1.500L30 12.500h-2.500V29.500h-23V12.500H2Z',
  LIEN: 'M16 .8L31.200 16L16 31.200L.8 16Z',
}

type SigneProps = {
  kind: KindStructure
  /** The point stands for the centre of the commune: dashed. */
  isApproximate?: boolean
}

/** The sign of a kind of structure: outline of its family, letters of the kind. Decoration: name it beside. */
export function SigneStructure({ kind, isApproximate = false }: SigneProps) {
  const { famille, lettres } = signesKind[kind]
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden
      className={`signe signe-${famille.toLowerCase()}`}
      data-approche={isApproximate || undefined}
    >
      <path d={contours[famille]} />
      <text x="16" y={famille === 'HEBERGEMENT' ? 24.5 : 20.5} textAnchor="middle">
        {lettres}
      </text>
    </svg>
  )
}
