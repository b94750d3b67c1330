import { uuidv7 } from 'uuidv7'
import { createMonde, insertOccupation, insertPersonne, insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'

/** When everything here happened. */
export const LE = '2026-11-10T10:00:00Z'

/** Somebody whom Paris follows and Seine shelters, with one row in each table of the pathways. */
export type Scene = { monde: Monde; personne: string; sejour: string; plan: string }

/** A row of Paris. */
export function atParis({ monde }: Pick<Scene, 'monde'>, columns: Readonly<Record<string, unknown>>) {
  return { id: uuidv7(), organisation_id: monde.paris.organisation, ...columns }
}

/** A row of Seine about the stay. */
export function atSeine({ monde, sejour }: Scene, columns: Readonly<Record<string, unknown>>) {
  return { id: uuidv7(), occupation_id: sejour, organisation_id: monde.seine.organisation, ...columns }
}

/** An appointment of the person, changed at will. */
export function rendezVous(scene: Scene, columns: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return insertRow(
    owner,
    'rendez_vous',
    atParis(scene, { personne_id: scene.personne, kind: 'CSAPA', le: LE, cree_le: LE, ...columns }),
  )
}

/** Writes the whole scene, as the owner of the tables. */
export async function createScene(): Promise<Scene> {
  const monde = await createMonde(owner)
  const personne = await insertPersonne(owner, monde.paris, 'M2-NQ4')
  const sejour = await insertOccupation(owner, monde.seine, {
    personne_id: personne,
    prescripteur_id: monde.paris.organisation,
    debut: '2026-11-01T18:00:00Z',
    fin: null,
  })
  const of = (columns: Readonly<Record<string, unknown>>) => atParis({ monde }, columns)
  const plan = await insertRow(owner, 'plans_sortie', of({ personne_id: personne, vise: 'ACT', cree_le: LE }))
  const scene = { monde, personne, sejour, plan }
  const rv = await rendezVous(scene)
  const relance = { personne_id: personne, rendez_vous_id: rv, moyen: 'RAPPELER', pour_le: '2026-11-12' }
  await insertRow(owner, 'relances', of({ ...relance, ouverte_le: LE }))
  await insertRow(
    owner,
    'objectifs_suivis',
    of({ personne_id: personne, kind: 'DROITS', cree_le: LE, statut_le: LE }),
  )
  await insertRow(
    owner,
    'pistes_sortie',
    of({ plan_id: plan, destination: 'ACT', demandee_le: LE, statut_le: LE }),
  )
  await insertRow(owner, 'blocages_sortie', of({ plan_id: plan, kind: 'PAPIERS', depuis: LE }))
  await insertRow(owner, 'revues', atSeine(scene, { le: LE, suite: 'CONTINUER' }))
  await insertRow(owner, 'constats', atSeine(scene, { jour: '2026-11-10', axe: 'REPOS', niveau: 1 }))
  await insertRow(owner, 'visites', atSeine(scene, { jour: '2026-11-10', le: LE, issue: 'VU' }))
  await insertRow(owner, 'alertes_visite', atSeine(scene, { ouverte_le: LE }))
  return scene
}
