import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { uuidv7 } from 'uuidv7'
import { requireViewer } from '@/auth/require-viewer'
import { causeDeRegle } from '@/domain/besoins/sans-reponse'
import { formatDate, plural } from '@/domain/commun/format'
import { can } from '@/domain/comptes/can'
import {
  adresseBesoin,
  rechercheBesoinSchema,
  type RechercheBesoin,
  regleDominante,
} from '@/domain/places/recherche'
import { nightServed } from '@/domain/places/sejour'
import { NoterBesoin } from '@/features/besoins/components/noter-besoin'
import { Direct } from '@/features/places/components/direct'
import { OngletsPlaces } from '@/features/places/components/onglets-places'
import { BesoinForm } from '@/features/recherche/components/besoin-form'
import { Obstacles } from '@/features/recherche/components/obstacles'
import { PlacesQuiConviennent } from '@/features/recherche/components/places-qui-conviennent'
import { type ResultatRecherche, searchPlaces } from '@/features/recherche/queries'
import { HoldNow } from '@/features/reservations/components/hold-now'
import { now } from '@/lib/clock'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'

export const metadata: Metadata = { title: 'Chercher une place' }

export default async function RecherchePage({ searchParams }: PageProps<'/places/recherche'>) {
  const viewer = await requireViewer()
  if (!can(viewer, 'places.read')) notFound()
  const besoin = rechercheBesoinSchema.parse(await searchParams)
  const instant = now()
  const resultat = besoin.chercher ? await searchPlaces(viewer, besoin, instant) : null
  return (
    <>
      <PageHeader
        title="Chercher une place"
        lead={
          besoin.pourLe === null
            ? `Pour ce soir, ${formatDate(nightServed(instant))}`
            : `Pour ${formatDate(besoin.pourLe)}`
        }
        age={<Direct sujets={['places']} luA={instant.toISOString()} />}
      />
      <OngletsPlaces courant="recherche" mayReadBesoins={can(viewer, 'besoins.read')} />
      <BesoinForm besoin={besoin} aujourdhui={nightServed(instant)} />
      {resultat === null ? (
        <p className="text-soft">
          Décrivez le besoin : ce qui convient vient d’abord, puis pourquoi le reste ne convient pas.
          L’adresse de la page se partage.
        </p>
      ) : (
        <Resultat
          besoin={besoin}
          resultat={resultat}
          now={instant}
          mayAsk={can(viewer, 'orientations.ask')}
          mayLog={can(viewer, 'besoins.log')}
        />
      )}
    </>
  )
}

type ResultatProps = {
  besoin: RechercheBesoin
  resultat: ResultatRecherche
  now: Date
  mayAsk: boolean
  mayLog: boolean
}

function Resultat({
  besoin,
  resultat: { conviennent, obstacles, places },
  now: instant,
  mayAsk,
  mayLog,
}: ResultatProps) {
  const adresse = adresseBesoin(besoin)
  const found = conviennent.reduce((sum, { nombre }) => sum + nombre, 0)
  const regle = regleDominante(obstacles)
  const log = mayLog && (
    <NoterBesoin
      id={uuidv7()}
      variant={found === 0 ? 'primary' : 'quiet'}
      depart={{
        ...besoin,
        kind: 'DORMIR',
        departement: besoin.departement ?? null,
        regle,
        cause: causeDeRegle(regle),
      }}
    />
  )
  return (
    <div className="grid gap-8">
      <section className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-lg font-bold">
            {plural(found, 'place convient', 'places conviennent')} sur {places}
          </h2>
          {found > 0 && log}
        </div>
        {found === 0 ? (
          <EmptyState title="Aucune place ne convient" action={log}>
            La raison la plus fréquente est ci-dessous. Noté au registre, ce besoin comptera.
          </EmptyState>
        ) : (
          <PlacesQuiConviennent
            dispositifs={conviennent}
            adresse={adresse}
            mayAsk={mayAsk}
            renderHold={({ id, placeId, libelle }) => (
              <HoldNow
                dispositifId={id}
                place={{ id: placeId, libelle }}
                besoin={besoin}
                pourLe={besoin.pourLe}
              />
            )}
          />
        )}
      </section>
      {obstacles.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg font-bold">Pourquoi le reste ne convient pas</h2>
          <Obstacles obstacles={obstacles} adresse={adresse} now={instant} />
        </section>
      )}
    </div>
  )
}
