import { formatNumber } from '@/domain/commun/format'
import { comptesParDepartement } from '@/domain/places/tableau'
import { libellesDepartement } from '@/domain/territoire/territoire'
import { FigureTile } from '@/ui/figure-tile'
import { TextLink } from '@/ui/text-link'
import type { LigneTableau } from '../queries'

/** Free places of both departments, side by side, with what stands behind each figure. */
export function PlacesDuSoir({ lignes }: { lignes: readonly LigneTableau[] }) {
  return (
    <section aria-labelledby="places-du-soir" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="places-du-soir" className="text-lg font-bold">
          Places libres ce soir
        </h2>
        <TextLink href="/places">Voir le tableau des places</TextLink>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {comptesParDepartement(lignes).map(({ departement, comptes }) => (
          <FigureTile
            key={departement}
            label={libellesDepartement[departement]}
            value={formatNumber(comptes.libres)}
            note={`sur ${formatNumber(comptes.places)} · ${formatNumber(comptes.reservees)} réservées · ${formatNumber(comptes.occupees)} occupées · ${formatNumber(comptes.fermees)} fermées`}
          />
        ))}
      </div>
    </section>
  )
}
