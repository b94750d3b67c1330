import { addDays } from '@/domain/commun/civil-date'
import { plural } from '@/domain/commun/format'
import { libellesCauseFermeture } from '@/domain/places/place'
import { NUITS_MONTREES, nuitsDepuis, PLACES_PAR_PAGE } from '@/domain/places/grille'
import { nightServed } from '@/domain/places/sejour'
import type { FermetureVisible } from '@/features/fermetures/queries'
import { GrilleNuits } from '@/features/grille/components/grille-nuits'
import { nightsOf, type Trace } from '@/features/grille/components/lignes-grille'
import { AideGrille, NavigationNuits } from '@/features/grille/components/navigation-nuits'
import { FiltresGrille } from '@/features/grille/components/filtres-grille'
import { PagesDePlaces } from '@/features/grille/components/pages-de-places'
import { Panneau } from '@/features/grille/components/panneau'
import type { Barre } from '@/features/grille/queries'
import { StatutPlaceBadge } from '@/features/places/components/statut-place'
import type { DispositifVisible, PlaceVisible } from '@/features/places/queries'
import { LinkButton } from '@/ui/link-button'
import { ActionsPlace } from './actions-place'
import { adresseGrille, repondAuxFiltres, type VueGrille } from '@/domain/places/vue-grille'

type GrilleProps = {
  dispositif: DispositifVisible
  vue: VueGrille
  barres: readonly Barre[]
  fermetures: readonly FermetureVisible[]
  /** the places that answer the need in the address; null: no need asked */
  conviennent: ReadonlySet<string> | null
  now: Date
}

/** The device as its own team drives it: places by nights, and one place opened beside. */
export function Grille({ dispositif, vue, barres, fermetures, conviennent, now }: GrilleProps) {
  const { slug, places, nom } = dispositif
  const nuits = nuitsDepuis(vue.du)
  const shown = places.filter((place) => isAsked(place, vue, conviennent))
  const page = shown.slice((vue.page - 1) * PLACES_PAR_PAGE, vue.page * PLACES_PAR_PAGE)
  const ouverte = places.find(({ id }) => id === vue.place)
  const address = (change: Partial<VueGrille>) => adresseGrille(slug, { ...vue, ...change })
  return (
    <div className={ouverte ? 'grid gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]' : ''}>
      <div className="min-w-0">
        <NavigationNuits
          avant={address({ du: addDays(vue.du, -NUITS_MONTREES) })}
          ceSoir={address({ du: addDays(nightServed(now), -1) })}
          apres={address({ du: addDays(vue.du, NUITS_MONTREES) })}
        >
          <FiltresGrille
            action={`/places/${slug}`}
            etat={vue.etat}
            groupe={vue.groupe}
            groupes={[...new Set(places.flatMap(({ chambre }) => chambre ?? []))]}
            du={vue.du}
          />
        </NavigationNuits>
        {conviennent !== null && (
          <p className="mb-3">
            {plural(shown.length, 'place répond', 'places répondent')} au besoin cherché.{' '}
            <LinkButton href={address({ besoin: {} })} variant="quiet">
              Voir toutes les places
            </LinkButton>
          </p>
        )}
        <GrilleNuits
          titre={`Places et nuits de ${nom}`}
          nuits={nuits}
          ceSoir={nightServed(now)}
          ouverte={ouverte?.id ?? null}
          total={shown.length}
          hrefOf={(place) => address({ place })}
          lignes={page.map(({ id, libelle, chambre, statut, jusqua }) => ({
            id,
            libelle,
            chambre,
            etat: <StatutPlaceBadge statut={statut} jusqua={jusqua} now={now} isShort />,
            ...nightsOf(tracesOf(id, barres, fermetures), nuits),
          }))}
        />
        <PagesDePlaces count={shown.length} page={vue.page} address={(number) => address({ page: number })} />
        <AideGrille />
      </div>
      {ouverte && (
        <Panneau
          placeId={ouverte.id}
          titre={ouverte.libelle}
          note={
            <span className="flex flex-col gap-1">
              {ouverte.chambre}
              <StatutPlaceBadge statut={ouverte.statut} jusqua={ouverte.jusqua} now={now} />
            </span>
          }
          retour={address({ place: undefined })}
        >
          <ActionsPlace
            dispositif={dispositif}
            place={ouverte}
            barres={barres.filter(({ placeId }) => placeId === ouverte.id)}
            fermetures={fermetures.filter(({ placeId }) => placeId === ouverte.id || placeId === null)}
            now={now}
          />
        </Panneau>
      )}
    </div>
  )
}

function isAsked({ id, ...place }: PlaceVisible, vue: VueGrille, conviennent: ReadonlySet<string> | null) {
  return repondAuxFiltres(place, vue) && (conviennent === null || conviennent.has(id))
}

function tracesOf(
  placeId: string,
  barres: readonly Barre[],
  fermetures: readonly FermetureVisible[],
): Trace[] {
  const closed = fermetures
    .filter((fermeture) => fermeture.placeId === placeId || fermeture.placeId === null)
    .map(({ id, cause, du, finPrevue }) => ({
      cle: id,
      nature: 'FERMETURE' as const,
      passee: false,
      debut: du,
      fin: finPrevue,
      texte: libellesCauseFermeture[cause],
    }))
  const taken = barres
    .filter((barre) => barre.placeId === placeId)
    .map(({ id, nature, passee, debut, fin, code, personnes }) => ({
      cle: id,
      nature,
      passee,
      debut,
      fin,
      texte: [code, personnes > 1 ? `×${personnes}` : null].filter(Boolean).join(' '),
    }))
  return [...closed, ...taken]
}
