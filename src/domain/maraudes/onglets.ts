import { type Action, can } from '../comptes/can'
import type { Viewer } from '../comptes/viewer'

/** The sides of the rounds at the desk, in the order they are shown. */
export const ongletsMaraudes = ['liste', 'planning', 'journee', 'quarantaine', 'tablettes'] as const
export type OngletMaraudes = (typeof ongletsMaraudes)[number]

const demandes: Record<OngletMaraudes, Action> = {
  liste: 'maraudes.read',
  planning: 'planning.read',
  journee: 'maraudes.read',
  quarantaine: 'quarantaine.decide',
  tablettes: 'appareils.manage',
}

/** Those this viewer may open. Only a comfort: each page asks its own right. */
export function ongletsDe(viewer: Viewer): OngletMaraudes[] {
  return ongletsMaraudes.filter((onglet) => can(viewer, demandes[onglet]))
}
