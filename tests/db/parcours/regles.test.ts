import { beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { atParis, createScene, LE, rendezVous, type Scene } from './scene'

let scene: Scene
let monde: Monde
let personne: string
let sejour: string
let plan: string
beforeAll(async () => {
  scene = await createScene()
  ;({ monde, personne, sejour, plan } = scene)
})

function cadre(): Promise<string> {
  return insertRow(owner, 'astreintes', {
    id: uuidv7(),
    structure_id: monde.seine.structure,
    organisation_id: monde.seine.organisation,
    nuit: '2026-11-20',
    poste: 'CADRE',
    fonction: 'DIRECTION',
    telephone: '01 23 45 67 89',
  })
}

describe('la base refuse', () => {
  it.each([
    [
      'un rendez-vous manqué avant son heure',
      'rendez_vous_manque_apres',
      () => rendezVous(scene, { statut: 'MANQUE', statut_le: '2026-11-09T10:00:00Z' }),
    ],
    [
      'un rendez-vous manqué sans reprise de contact',
      'rendez_vous_manque_relance',
      () => rendezVous(scene, { statut: 'MANQUE', statut_le: '2026-11-11T10:00:00Z' }),
    ],
    ['un rendez-vous tenu sans date', 'rendez_vous_issue', () => rendezVous(scene, { statut: 'TENU' })],
    [
      'un rendez-vous d’une personne d’une autre organisation',
      'rendez_vous_personne_id_organisation_id_fkey',
      () => rendezVous(scene, { organisation_id: monde.seine.organisation }),
    ],
    [
      'deux plans de sortie ouverts',
      'plans_sortie_un_ouvert',
      () =>
        insertRow(
          owner,
          'plans_sortie',
          atParis(scene, { personne_id: personne, vise: 'HOTEL', cree_le: LE }),
        ),
    ],
    [
      'deux fois le même blocage',
      'blocages_sortie_un_ouvert',
      () =>
        insertRow(owner, 'blocages_sortie', atParis(scene, { plan_id: plan, kind: 'PAPIERS', depuis: LE })),
    ],
    [
      'un objectif deux fois',
      'objectifs_suivis_personne_id_kind_key',
      () =>
        insertRow(
          owner,
          'objectifs_suivis',
          atParis(scene, { personne_id: personne, kind: 'DROITS', cree_le: LE, statut_le: LE }),
        ),
    ],
    [
      'un niveau hors de l’échelle',
      'constats_niveau',
      () =>
        insertRow(
          owner,
          'constats',
          atParis(scene, { occupation_id: sejour, jour: '2026-11-11', axe: 'REPOS', niveau: 3 }),
        ),
    ],
    [
      'une visite avant le séjour',
      'visites_pendant_sejour',
      () =>
        insertRow(owner, 'visites', {
          id: uuidv7(),
          occupation_id: sejour,
          organisation_id: monde.seine.organisation,
          jour: '2026-10-10',
          le: '2026-10-10T10:00:00Z',
          issue: 'VU',
        }),
    ],
    [
      'une visite datée d’un autre jour',
      'visites_jour',
      () =>
        insertRow(owner, 'visites', {
          id: uuidv7(),
          occupation_id: sejour,
          organisation_id: monde.seine.organisation,
          jour: '2026-11-12',
          le: LE,
          issue: 'VU',
        }),
    ],
    [
      'deux alertes ouvertes pour une porte',
      'alertes_visite_une_ouverte',
      () =>
        insertRow(owner, 'alertes_visite', {
          id: uuidv7(),
          occupation_id: sejour,
          organisation_id: monde.seine.organisation,
          ouverte_le: LE,
        }),
    ],
    [
      'une alerte au nom d’une autre organisation',
      'alertes_visite_occupation_id_organisation_id_fkey',
      () =>
        insertRow(
          owner,
          'alertes_visite',
          atParis(scene, { occupation_id: sejour, ouverte_le: LE, fermee_le: LE }),
        ),
    ],
    [
      'un résident d’astreinte qui n’habite pas là',
      'astreintes_resident',
      () =>
        insertRow(owner, 'astreintes', {
          id: uuidv7(),
          structure_id: monde.seine.structure,
          organisation_id: monde.seine.organisation,
          nuit: '2026-10-01',
          poste: 'RESIDENT',
          occupation_id: sejour,
        }),
    ],
    [
      'un cadre sans téléphone',
      'astreintes_poste',
      () =>
        insertRow(owner, 'astreintes', {
          id: uuidv7(),
          structure_id: monde.seine.structure,
          organisation_id: monde.seine.organisation,
          nuit: '2026-11-12',
          poste: 'CADRE',
          fonction: 'DIRECTION',
        }),
    ],
    [
      'un nom à la place du téléphone',
      'astreintes_telephone',
      () =>
        insertRow(owner, 'astreintes', {
          id: uuidv7(),
          structure_id: monde.seine.structure,
          organisation_id: monde.seine.organisation,
          nuit: '2026-11-12',
          poste: 'CADRE',
          fonction: 'DIRECTION',
          telephone: 'Sophie au bureau',
        }),
    ],
  ] as const)('%s', async (_, constraint, write) => {
    await expect(write()).rejects.toThrow(constraint)
  })

  it('deux cadres la même nuit', async () => {
    await cadre()
    await expect(cadre()).rejects.toThrow('astreintes_structure_id_poste_nuit_key')
  })
})
