import { describe, expect, it } from 'vitest'
import { mintViewer } from '@/auth/mint-viewer'
import { actions, can, type Action, type Portee, portees, reach, structuresWithin, type Subject } from './can'
import { roleSchema, sansCompteSchema, type Role, type Titre } from './roles'
import type { Attribution } from './viewer'

const A = 'AUCUNE'
const P = 'SIENNES'
const S = 'STRUCTURES'
const O = 'ORGANISATION'
const T = 'TERRITOIRE'

const columns = [
  'INTERVENANT',
  'COORDINATEUR',
  'MEDIATEUR',
  'RESPONSABLE',
  'MMPCR',
  'LECTEUR',
  'ADMIN',
] as const

/** Written a second time, by action instead of by role, so that changing a right takes two hands. */
const matrix: Record<Action, readonly [Portee, Portee, Portee, Portee, Portee, Portee, Portee]> = {
  'carte.read': [T, T, T, T, T, A, T],
  'structures.read': [T, T, T, T, T, A, T],
  'structures.confirm': [A, S, A, O, A, A, A],
  'adresses-confidentielles.read': [A, S, A, O, A, A, A],
  'places.read': [T, T, T, T, T, A, A],
  'places.hold': [A, S, A, O, A, A, A],
  'places.admit': [A, S, A, O, A, A, A],
  'places.leave': [A, S, A, O, A, A, A],
  'places.prepare': [A, S, A, O, A, A, A],
  'places.close': [A, S, A, O, A, A, A],
  'places.configure': [A, S, A, O, A, A, A],
  'entrees.log': [S, S, A, O, A, A, A],
  'orientations.read': [P, S, A, O, A, A, A],
  'orientations.ask': [O, S, A, O, A, A, A],
  'orientations.answer': [A, S, A, O, A, A, A],
  'orientations.renounce': [P, S, A, O, A, A, A],
  'orientations.expire': [A, A, A, A, A, A, A],
  'urgences.open': [T, T, A, T, A, A, A],
  'personnes.read': [P, S, A, O, A, A, A],
  'besoins.read': [A, O, A, O, A, A, A],
  'besoins.log': [O, O, A, O, A, A, A],
  'parcours.read': [P, O, A, O, A, A, A],
  'parcours.follow': [P, O, A, O, A, A, A],
  'prolongations.answer': [A, S, A, O, A, A, A],
  'tournees.visit': [S, S, A, O, A, A, A],
  'tournees.set': [A, S, A, O, A, A, A],
  'astreintes.plan': [A, S, A, O, A, A, A],
  'mineurs.orient': [O, O, A, O, A, A, A],
  'maraudes.read': [O, O, A, O, A, A, A],
  'maraudes.log': [O, O, A, O, A, A, A],
  'maraudes.validate': [A, O, A, O, A, A, A],
  'appareils.manage': [A, O, A, O, A, A, A],
  'quarantaine.decide': [A, O, A, O, A, A, A],
  'planning.read': [T, T, T, T, T, A, A],
  'planning.write': [A, O, A, O, A, A, A],
  'objectifs.write': [A, A, A, A, T, A, A],
  'rapports.read': [A, O, A, O, T, T, A],
  'rapports.export': [A, O, A, O, T, A, A],
  'rapports.keep': [A, P, A, P, P, P, A],
  'comptes.read': [A, A, A, O, A, A, T],
  'comptes.revoke': [A, A, A, O, A, A, T],
  'journal.read': [A, A, A, A, A, A, T],
}

const ids = {
  moi: '0198aaaa-0000-7000-8000-000000000001',
  autre: '0198aaaa-0000-7000-8000-000000000002',
  monAsso: '0198bbbb-0000-7000-8000-000000000001',
  autreAsso: '0198bbbb-0000-7000-8000-000000000002',
  maStructure: '0198cccc-0000-7000-8000-000000000001',
  autreStructure: '0198cccc-0000-7000-8000-000000000002',
}

function viewer(...attributions: readonly Attribution[]) {
  return mintViewer({
    compteId: ids.moi,
    sessionId: '0198dddd-0000-7000-8000-000000000001',
    organisationId: ids.monAsso,
    fonction: 'test',
    attributions: [...attributions],
  })
}

function everywhere(role: Titre) {
  return viewer({ role, structureId: null })
}

const cells = actions.flatMap((action) =>
  columns.map((role, rank) => [role, action, matrix[action][rank] ?? A] as const),
)

describe('chaque case de la table des droits', () => {
  it('a une colonne par rôle et une ligne par action', () => {
    expect([...columns].toSorted()).toEqual([...roleSchema.options].toSorted())
    expect(Object.keys(matrix)).toEqual([...actions])
    expect(cells).toHaveLength(7 * actions.length)
  })

  it.each(cells)('%s, %s : %s', (role, action, portee) => {
    expect(reach(everywhere(role), action)).toBe(portee)
    expect(can(everywhere(role), action)).toBe(portee !== 'AUCUNE')
  })
})

describe('qui agit sans compte', () => {
  it.each([
    ['HORLOGE', { 'orientations.expire': T }],
    ['LIEN', { 'orientations.answer': S, 'places.hold': S }],
  ] as const)('%s ne fait que ce pour quoi il existe', (titre, held) => {
    expect(sansCompteSchema.options).toHaveLength(2)
    for (const action of actions) {
      expect(reach(everywhere(titre), action)).toBe(
        new Map<string, Portee>(Object.entries(held)).get(action) ?? A,
      )
    }
  })
})

describe('la MMPCR, la lecture, la médiation et l’administration', () => {
  it.each(['MMPCR', 'LECTEUR', 'MEDIATEUR', 'ADMIN'] as const)(
    '%s n’approche jamais une personne',
    (role) => {
      for (const action of [
        'personnes.read',
        'orientations.read',
        'orientations.answer',
        'places.admit',
      ] as const) {
        expect(can(everywhere(role), action, mine)).toBe(false)
      }
    },
  )
})

/** One action known for each reach, and who holds it there. */
const witnesses: Record<Exclude<Portee, 'AUCUNE'>, [Role, Action]> = {
  SIENNES: ['INTERVENANT', 'orientations.read'],
  STRUCTURES: ['COORDINATEUR', 'places.hold'],
  ORGANISATION: ['RESPONSABLE', 'places.hold'],
  TERRITOIRE: ['MMPCR', 'rapports.read'],
}

const mine = { auteurId: ids.moi, organisationId: ids.monAsso, structureId: ids.maStructure }
const colleague = { ...mine, auteurId: ids.autre }
const otherSite = { ...colleague, structureId: ids.autreStructure }
const stranger = { auteurId: ids.autre, organisationId: ids.autreAsso, structureId: ids.autreStructure }

const scope: readonly [name: string, subject: Subject, coveredBy: readonly Portee[]][] = [
  ['à moi', mine, [P, S, O, T]],
  ['à moi, dans une autre organisation', { ...stranger, auteurId: ids.moi }, [P, T]],
  ['de ma structure', colleague, [S, O, T]],
  ['d’une autre structure des miens', otherSite, [O, T]],
  ['d’une autre organisation', stranger, [T]],
  ['d’une autre organisation, dans ma structure', { ...stranger, structureId: ids.maStructure }, [T]],
  ['sans organisation', { auteurId: null, organisationId: null, structureId: null }, [T]],
  ['inconnu en tout', {}, [T]],
]

const scopeCells = scope.flatMap(([name, subject, coveredBy]) =>
  ([P, S, O, T] as const).map((portee) => [portee, name, coveredBy.includes(portee), subject] as const),
)

describe('la portée', () => {
  it.each(scopeCells)('%s couvre ce qui est %s : %s', (portee, _, covered, subject) => {
    const [role, action] = witnesses[portee]
    const structureId = portee === 'STRUCTURES' ? ids.maStructure : null
    expect(can(viewer({ role, structureId }), action, subject)).toBe(covered)
  })

  it('STRUCTURES sans structure nommée couvre toute l’organisation, et rien d’autre', () => {
    const coordination = everywhere('COORDINATEUR')
    expect(can(coordination, 'places.hold', otherSite)).toBe(true)
    expect(can(coordination, 'places.hold', stranger)).toBe(false)
    expect(structuresWithin(coordination, 'places.hold')).toBe('TOUTES')
  })

  it('de plusieurs rôles est la plus large', () => {
    const both = viewer(
      { role: 'LECTEUR', structureId: null },
      { role: 'COORDINATEUR', structureId: ids.maStructure },
    )
    expect(reach(both, 'rapports.read')).toBe('TERRITOIRE')
    expect(reach(both, 'places.hold')).toBe('STRUCTURES')
    expect(reach(both, 'comptes.read')).toBe('AUCUNE')
  })

  it('de deux structures ajoute l’une à l’autre', () => {
    const both = viewer(
      { role: 'COORDINATEUR', structureId: ids.maStructure },
      { role: 'COORDINATEUR', structureId: ids.autreStructure },
    )
    expect(structuresWithin(both, 'places.hold')).toEqual([ids.maStructure, ids.autreStructure])
    expect(can(both, 'places.hold', otherSite)).toBe(true)
  })

  it('est nulle sans aucun rôle', () => {
    for (const action of actions) {
      expect(reach(viewer(), action)).toBe('AUCUNE')
      expect(can(viewer(), action)).toBe(false)
      expect(structuresWithin(viewer(), action)).toEqual([])
    }
  })

  it('va de la plus étroite à la plus large', () => {
    expect(portees).toEqual([A, P, S, O, T])
  })
})
