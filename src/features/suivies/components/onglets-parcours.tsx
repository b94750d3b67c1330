import { type Action, can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { TabLinks } from '@/ui/tab-links'

type OngletsParcoursProps = { viewer: Viewer; current: Onglet }
export type Onglet = (typeof onglets)[number]['path']

const onglets = [
  { path: '/parcours', title: 'Personnes suivies', droit: 'parcours.read' },
  { path: '/parcours/sejours', title: 'Séjours', droit: 'prolongations.answer' },
  { path: '/parcours/visites', title: 'Tournée de visite', droit: 'tournees.visit' },
  { path: '/parcours/astreintes', title: 'Astreintes', droit: 'astreintes.plan' },
  { path: '/parcours/mineurs', title: 'Mineurs', droit: 'mineurs.orient' },
  { path: '/parcours/marches', title: 'Les marches', droit: 'places.read' },
] as const satisfies { path: string; title: string; droit: Action }[]

/** The sides of the pathways, those the viewer may open. */
export function OngletsParcours({ viewer, current }: OngletsParcoursProps) {
  const links = onglets
    .filter(({ droit }) => can(viewer, droit))
    .map(({ path, title }) => ({ href: { pathname: path }, title, isCurrent: path === current }))
  return (
    <div className="mb-5" data-no-print>
      <TabLinks label="Parcours" links={links} />
    </div>
  )
}
