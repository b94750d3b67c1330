import Link from 'next/link'
import { libellesStatutPlace, type StatutPlace } from '@/domain/places/disponibilite'
import { FigureTile } from '@/ui/figure-tile'
import type { PlaceVisible } from '../queries'

const tiles: readonly { label: string; statuts: readonly StatutPlace[] }[] = [
  { label: 'Libres', statuts: ['LIBRE', 'RESERVEE_PLUS_TARD'] },
  { label: 'Réservées', statuts: ['RESERVEE'] },
  { label: 'Occupées', statuts: ['OCCUPEE'] },
  { label: libellesStatutPlace.A_PREPARER, statuts: ['A_PREPARER'] },
  { label: 'Fermées', statuts: ['FERMEE'] },
]

/** The same figures as on the board, from the rows below. */
export function ResumeDispositif({ slug, places }: { slug: string; places: readonly PlaceVisible[] }) {
  return (
    <div className="mb-6 grid grid-cols-2 gap-3 sm:grid-cols-5">
      {tiles.map(({ label, statuts }) => (
        <FigureTile
          key={label}
          label={label}
          value={
            <Link
              href={{ pathname: `/places/${slug}`, query: { etat: statuts[0] } }}
              className="text-inherit"
            >
              {places.filter(({ statut }) => statuts.includes(statut)).length}
            </Link>
          }
        />
      ))}
    </div>
  )
}
