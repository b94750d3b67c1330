import { addDays, toParis } from '@/domain/commun/civil-date'
import type { Viewer } from '@/domain/comptes/viewer'
import { can } from '@/domain/comptes/can'
import type { AdresseDeGrille } from '@/domain/places/grille'
import { Ouvertures } from '@/features/capacites/components/ouvertures'
import { listOuvertures } from '@/features/capacites/queries'
import { Prets } from '@/features/contingents/components/prets'
import { listPartenaires, listPretsDe } from '@/features/contingents/queries'
import { FermeturesDispositif } from '@/features/fermetures/components/fermetures-dispositif'
import type { FermetureVisible } from '@/features/fermetures/queries'
import type { DispositifVisible } from '@/features/places/queries'

type VieProps = {
  viewer: Viewer
  dispositif: DispositifVisible
  fermetures: readonly FermetureVisible[]
  hrefOf: (placeId: string) => AdresseDeGrille
  now: Date
}

/** What holds for the whole device: what is closed, lent, opened for a time. */
export async function VieDispositif({ viewer, dispositif, fermetures, hrefOf, now }: VieProps) {
  const { id, droits } = dispositif
  const aujourdhui = toParis(now).date
  const demain = addDays(aujourdhui, 1)
  return (
    <section aria-labelledby="vie-dispositif" data-no-print className="mt-8 flex flex-col gap-3">
      <h2 id="vie-dispositif" className="text-lg font-bold">
        Le dispositif
      </h2>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <FermeturesDispositif
          dispositif={dispositif}
          fermetures={fermetures}
          mayClose={droits.fermer}
          demain={demain}
          now={now}
          hrefOf={hrefOf}
        />
        {dispositif.kind !== 'REPOS' && (
          <div className="flex flex-col gap-4">
            <Prets
              dispositifId={id}
              prets={await listPretsDe(viewer, id, now)}
              partenaires={await listPartenaires(viewer, dispositif)}
              demain={demain}
            />
            <Ouvertures
              dispositifId={id}
              ouvertures={await listOuvertures(viewer, id, now)}
              mayConfigure={can(viewer, 'places.configure', dispositif)}
              aujourdhui={aujourdhui}
              demain={demain}
            />
          </div>
        )}
      </div>
    </section>
  )
}
