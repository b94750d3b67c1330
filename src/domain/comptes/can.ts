import type { Titre } from './roles'
import type { Viewer } from './viewer'

/**
 * How far a right reaches, narrowest first: rows the account itself made, those of its structures, of its organisation, of
 * both departments.
 */
export const portees = ['AUCUNE', 'SIENNES', 'STRUCTURES', 'ORGANISATION', 'TERRITOIRE'] as const
export type Portee = (typeof portees)[number]

/** Everything somebody can do or see, one word each. */
export const actions = [
  'carte.read',
  'structures.read',
  'structures.confirm',
  'adresses-confidentielles.read',
  'places.read',
  'places.hold',
  'places.admit',
  'places.leave',
  'places.prepare',
  'places.close',
  'places.configure',
  'entrees.log',
  'orientations.read',
  'orientations.ask',
  'orientations.answer',
  'orientations.renounce',
  'orientations.expire',
  'urgences.open',
  'personnes.read',
  'besoins.read',
  'besoins.log',
  'parcours.read',
  'parcours.follow',
  'prolongations.answer',
  'tournees.visit',
  'tournees.set',
  'astreintes.plan',
  'mineurs.orient',
  'maraudes.read',
  'maraudes.log',
  'maraudes.validate',
  'appareils.manage',
  'quarantaine.decide',
  'planning.read',
  'planning.write',
  'objectifs.write',
  'rapports.read',
  'rapports.export',
  'rapports.keep',
  'comptes.read',
  'comptes.revoke',
  'journal.read',
] as const
export type Action = (typeof actions)[number]

type Rights = Record<Action, Portee>

const none: Rights = {
  'carte.read': 'AUCUNE',
  'structures.read': 'AUCUNE',
  'structures.confirm': 'AUCUNE',
  'adresses-confidentielles.read': 'AUCUNE',
  'places.read': 'AUCUNE',
  'places.hold': 'AUCUNE',
  'places.admit': 'AUCUNE',
  'places.leave': 'AUCUNE',
  'places.prepare': 'AUCUNE',
  'places.close': 'AUCUNE',
  'places.configure': 'AUCUNE',
  'entrees.log': 'AUCUNE',
  'orientations.read': 'AUCUNE',
  'orientations.ask': 'AUCUNE',
  'orientations.answer': 'AUCUNE',
  'orientations.renounce': 'AUCUNE',
  'orientations.expire': 'AUCUNE',
  'urgences.open': 'AUCUNE',
  'personnes.read': 'AUCUNE',
  'besoins.read': 'AUCUNE',
  'besoins.log': 'AUCUNE',
  'parcours.read': 'AUCUNE',
  'parcours.follow': 'AUCUNE',
  'prolongations.answer': 'AUCUNE',
  'tournees.visit': 'AUCUNE',
  'tournees.set': 'AUCUNE',
  'astreintes.plan': 'AUCUNE',
  'mineurs.orient': 'AUCUNE',
  'maraudes.read': 'AUCUNE',
  'maraudes.log': 'AUCUNE',
  'maraudes.validate': 'AUCUNE',
  'appareils.manage': 'AUCUNE',
  'quarantaine.decide': 'AUCUNE',
  'planning.read': 'AUCUNE',
  'planning.write': 'AUCUNE',
  'objectifs.write': 'AUCUNE',
  'rapports.read': 'AUCUNE',
  'rapports.export': 'AUCUNE',
  'rapports.keep': 'AUCUNE',
  'comptes.read': 'AUCUNE',
  'comptes.revoke': 'AUCUNE',
  'journal.read': 'AUCUNE',
}

const directory: Pick<Rights, 'carte.read' | 'structures.read'> = {
  'carte.read': 'TERRITOIRE',
  'structures.read': 'TERRITOIRE',
}

/** Role x action, the one table of rights. What is not written here is refused. */
export const rights: Readonly<Record<Titre, Rights>> = {
  INTERVENANT: {
    ...none,
    ...directory,
    'places.read': 'TERRITOIRE',
    'entrees.log': 'STRUCTURES',
    'orientations.read': 'SIENNES',
    'orientations.ask': 'ORGANISATION',
    'orientations.renounce': 'SIENNES',
    'urgences.open': 'TERRITOIRE',
    'personnes.read': 'SIENNES',
    'besoins.log': 'ORGANISATION',
    'parcours.read': 'SIENNES',
    'parcours.follow': 'SIENNES',
    'tournees.visit': 'STRUCTURES',
    'mineurs.orient': 'ORGANISATION',
    'maraudes.read': 'ORGANISATION',
    'maraudes.log': 'ORGANISATION',
    'planning.read': 'TERRITOIRE',
  },
  COORDINATEUR: {
    ...none,
    ...directory,
    'structures.confirm': 'STRUCTURES',
    'adresses-confidentielles.read': 'STRUCTURES',
    'places.read': 'TERRITOIRE',
    'places.hold': 'STRUCTURES',
    'places.admit': 'STRUCTURES',
    'places.leave': 'STRUCTURES',
    'places.prepare': 'STRUCTURES',
    'places.close': 'STRUCTURES',
    'places.configure': 'STRUCTURES',
    'entrees.log': 'STRUCTURES',
    'orientations.read': 'STRUCTURES',
    'orientations.ask': 'STRUCTURES',
    'orientations.answer': 'STRUCTURES',
    'orientations.renounce': 'STRUCTURES',
    'urgences.open': 'TERRITOIRE',
    'personnes.read': 'STRUCTURES',
    'besoins.read': 'ORGANISATION',
    'besoins.log': 'ORGANISATION',
    'parcours.read': 'ORGANISATION',
    'parcours.follow': 'ORGANISATION',
    'prolongations.answer': 'STRUCTURES',
    'tournees.visit': 'STRUCTURES',
    'tournees.set': 'STRUCTURES',
    'astreintes.plan': 'STRUCTURES',
    'mineurs.orient': 'ORGANISATION',
    'maraudes.read': 'ORGANISATION',
    'maraudes.log': 'ORGANISATION',
    'maraudes.validate': 'ORGANISATION',
    'appareils.manage': 'ORGANISATION',
    'quarantaine.decide': 'ORGANISATION',
    'planning.read': 'TERRITOIRE',
    'planning.write': 'ORGANISATION',
    'rapports.read': 'ORGANISATION',
    'rapports.export': 'ORGANISATION',
    'rapports.keep': 'SIENNES',
  },
  MEDIATEUR: { ...none, ...directory, 'places.read': 'TERRITOIRE', 'planning.read': 'TERRITOIRE' },
  RESPONSABLE: {
    ...none,
    ...directory,
    'structures.confirm': 'ORGANISATION',
    'adresses-confidentielles.read': 'ORGANISATION',
    'places.read': 'TERRITOIRE',
    'places.hold': 'ORGANISATION',
    'places.admit': 'ORGANISATION',
    'places.leave': 'ORGANISATION',
    'places.prepare': 'ORGANISATION',
    'places.close': 'ORGANISATION',
    'places.configure': 'ORGANISATION',
    'entrees.log': 'ORGANISATION',
    'orientations.read': 'ORGANISATION',
    'orientations.ask': 'ORGANISATION',
    'orientations.answer': 'ORGANISATION',
    'orientations.renounce': 'ORGANISATION',
    'urgences.open': 'TERRITOIRE',
    'personnes.read': 'ORGANISATION',
    'besoins.read': 'ORGANISATION',
    'besoins.log': 'ORGANISATION',
    'parcours.read': 'ORGANISATION',
    'parcours.follow': 'ORGANISATION',
    'prolongations.answer': 'ORGANISATION',
    'tournees.visit': 'ORGANISATION',
    'tournees.set': 'ORGANISATION',
    'astreintes.plan': 'ORGANISATION',
    'mineurs.orient': 'ORGANISATION',
    'maraudes.read': 'ORGANISATION',
    'maraudes.log': 'ORGANISATION',
    'maraudes.validate': 'ORGANISATION',
    'appareils.manage': 'ORGANISATION',
    'quarantaine.decide': 'ORGANISATION',
    'planning.read': 'TERRITOIRE',
    'planning.write': 'ORGANISATION',
    'rapports.read': 'ORGANISATION',
    'rapports.export': 'ORGANISATION',
    'rapports.keep': 'SIENNES',
    'comptes.read': 'ORGANISATION',
    'comptes.revoke': 'ORGANISATION',
  },
  MMPCR: {
    ...none,
    ...directory,
    'places.read': 'TERRITOIRE',
    'planning.read': 'TERRITOIRE',
    'objectifs.write': 'TERRITOIRE',
    'rapports.read': 'TERRITOIRE',
    'rapports.export': 'TERRITOIRE',
    'rapports.keep': 'SIENNES',
  },
  LECTEUR: { ...none, 'rapports.read': 'TERRITOIRE', 'rapports.keep': 'SIENNES' },
  ADMIN: {
    ...none,
    ...directory,
    'comptes.read': 'TERRITOIRE',
    'comptes.revoke': 'TERRITOIRE',
    'journal.read': 'TERRITOIRE',
  },
  HORLOGE: { ...none, 'orientations.expire': 'TERRITOIRE' },
  LIEN: { ...none, 'orientations.answer': 'STRUCTURES', 'places.hold': 'STRUCTURES' },
}

/** What a right is checked against; leave out what does not apply. */
export type Subject = {
  auteurId?: string | null
  structureId?: string | null
  organisationId?: string | null
}

/** Widest reach of this action over all the roles held. Use it to write the `where` of a list. */
export function reach(viewer: Viewer, action: Action): Portee {
  const held = viewer.attributions.map(({ role }) => portees.indexOf(rights[role][action]))
  return portees[Math.max(0, ...held)] ?? 'AUCUNE'
}

/** The reach of every action, for a tablet or a frame that shows or hides by it. The server checks again each time. */
export function rightsOf(viewer: Viewer): Record<Action, Portee> {
  const held = { ...none }
  for (const action of actions) held[action] = reach(viewer, action)
  return held
}

/** Structures where the viewer holds this action at the reach STRUCTURES; 'TOUTES' when one role covers the organisation. */
export function structuresWithin(viewer: Viewer, action: Action): readonly string[] | 'TOUTES' {
  const held = viewer.attributions.filter(({ role }) => rights[role][action] === 'STRUCTURES')
  if (held.some(({ structureId }) => structureId === null)) return 'TOUTES'
  return held.flatMap(({ structureId }) => structureId ?? [])
}

/** Whether the viewer may do this to this subject (or, without a subject, do it at all). */
export function can(viewer: Viewer, action: Action, subject?: Subject): boolean {
  return viewer.attributions.some(({ role, structureId }) => {
    const portee = rights[role][action]
    if (portee === 'AUCUNE') return false
    return subject === undefined || covers(portee, structureId, viewer, subject)
  })
}

function covers(portee: Portee, heldOn: string | null, viewer: Viewer, subject: Subject): boolean {
  const sameOrganisation = subject.organisationId != null && subject.organisationId === viewer.organisationId
  switch (portee) {
    case 'AUCUNE':
      return false
    case 'SIENNES':
      return subject.auteurId === viewer.compteId
    case 'STRUCTURES':
      return sameOrganisation && (heldOn === null || subject.structureId === heldOn)
    case 'ORGANISATION':
      return sameOrganisation
    case 'TERRITOIRE':
      return true
  }
}
