import { revokeSessions } from '@/features/comptes/commands'
import { askPlace } from '@/features/orientations/commands'
import {
  acceptOrientation,
  acknowledge,
  refuseOrientation,
  renounceOrientation,
  reportNotArrived,
  startReview,
  withdrawOrientation,
} from '@/features/passages/commands'
import { holdPlace, markReady } from '@/features/places/commands'
import { extendHold, releaseHold } from '@/features/tenues/commands'
import { admit, admitVisitor, endStay } from '@/features/sejours/commands'
import { confirmStructure } from '@/features/structures/commands'
import { besoinSimple } from '@/domain/places/convient'
import { applyOperations } from '@/features/sync/apply-operations'
import {
  accept,
  act,
  addPlace,
  arrive,
  ask,
  avecPersonne,
  demandeDe,
  MIDI,
  plusTard,
  receveurDe,
  SOIR,
} from '../places/soiree'
import type { Monde } from '../socle/monde'
import { envelope, opening } from '../sync/terrain-scene'
import { done, type Table } from './essai'

/** A request of Paris to Seine. */
export async function request(monde: Monde): Promise<string> {
  return (await ask(monde, avecPersonne)).id
}

/** The same, accepted with a held place. */
export async function accepted(monde: Monde): Promise<string> {
  const id = await request(monde)
  await accept(monde, id)
  return id
}

/** A place of Seine held without any request. */
export async function held(monde: Monde): Promise<string> {
  const hold = await act(receveurDe(monde), SOIR, (context) => holdPlace(context, holdOf(monde)))
  if (!hold.ok) throw new Error(hold.reason)
  return hold.value.id
}

/** A stay of Seine begun. */
export async function sejour(monde: Monde): Promise<string> {
  return (await arrive(monde)).sejour.id
}

/** What a hold of Seine asks for, for anybody. */
export function holdOf(monde: Monde) {
  return {
    dispositifId: monde.seine.dispositif,
    placeId: null,
    besoin: besoinSimple,
    pourLe: null,
    regles: null,
    orientation: null,
  }
}

/** Every exported function of a commands.ts but those of rounds, and the entry of the tablets. */
export const ecritures: Table = {
  'comptes/commands.ts > revokeSessions': {
    demande: 'comptes.revoke',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) => revokeSessions(context, { compteId: lieu.monde.seine.compte })),
  },
  'orientations/commands.ts > askPlace': {
    demande: 'orientations.ask',
    cote: 'paris',
    enSonNom: true,
    tente: (lieu) => done(lieu, SOIR, (context) => askPlace(context, demandeDe(lieu.monde, avecPersonne))),
  },
  'passages/commands.ts > acceptOrientation': {
    demande: 'orientations.answer',
    cote: 'seine',
    prepare: request,
    tente: (lieu, id) =>
      done(lieu, plusTard(10), (context) =>
        acceptOrientation(context, { id, version: 1, dispositifId: null, placeId: null }),
      ),
  },
  'passages/commands.ts > acknowledge': {
    demande: 'orientations.answer',
    cote: 'seine',
    prepare: request,
    tente: (lieu, id) => done(lieu, plusTard(5), (context) => acknowledge(context, { id, version: 1 })),
  },
  'passages/commands.ts > startReview': {
    demande: 'orientations.answer',
    cote: 'seine',
    prepare: request,
    tente: (lieu, id) => done(lieu, plusTard(5), (context) => startReview(context, { id, version: 1 })),
  },
  'passages/commands.ts > refuseOrientation': {
    demande: 'orientations.answer',
    cote: 'seine',
    prepare: request,
    tente: (lieu, id) =>
      done(lieu, plusTard(5), (context) =>
        refuseOrientation(context, { id, version: 1, motif: 'PLUS_DE_PLACE', suite: 'ECHANGER' }),
      ),
  },
  'passages/commands.ts > renounceOrientation': {
    demande: 'orientations.renounce',
    cote: 'paris',
    prepare: request,
    tente: (lieu, id) =>
      done(lieu, plusTard(5), (context) =>
        renounceOrientation(context, { id, version: 1, motif: 'AUTRE_SOLUTION' }),
      ),
  },
  'passages/commands.ts > withdrawOrientation': {
    demande: 'orientations.renounce',
    cote: 'paris',
    prepare: request,
    tente: (lieu, id) =>
      done(lieu, plusTard(5), (context) => withdrawOrientation(context, { id, version: 1, motif: 'ERREUR' })),
  },
  'passages/commands.ts > reportNotArrived': {
    demande: 'orientations.answer',
    cote: 'seine',
    prepare: accepted,
    tente: (lieu, id) =>
      done(lieu, plusTard(60), (context) =>
        reportNotArrived(context, { id, version: 2, motif: 'PAS_RETROUVEE' }),
      ),
  },
  'passages/commands.ts > moveOrientation': {
    ouvert: 'la porte des commandes ci-dessus, qui la franchissent toutes',
  },
  'places/commands.ts > holdPlace': {
    demande: 'places.hold',
    cote: 'seine',
    tente: (lieu) => done(lieu, SOIR, (context) => holdPlace(context, holdOf(lieu.monde))),
  },
  'tenues/commands.ts > extendHold': {
    demande: 'places.hold',
    cote: 'seine',
    prepare: held,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(30), (context) => extendHold(context, { occupationId, version: 1 })),
  },
  'tenues/commands.ts > releaseHold': {
    demande: 'places.hold',
    cote: 'seine',
    prepare: held,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(30), (context) => releaseHold(context, { occupationId, version: 1 })),
  },
  'places/commands.ts > releaseHoldsOf': { ouvert: 'appelée par moveOrientation, droit déjà vérifié' },
  'places/commands.ts > markReady': {
    demande: 'places.prepare',
    cote: 'seine',
    prepare: (monde) => addPlace(monde.seine, 'Lit à préparer'),
    tente: (lieu, placeId) => done(lieu, SOIR, (context) => markReady(context, { placeId, version: 1 })),
  },
  'sejours/commands.ts > admit': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: accepted,
    tente: (lieu, id) => done(lieu, plusTard(60), (context) => admit(context, { id, version: 2 })),
  },
  'sejours/commands.ts > admitVisitor': {
    demande: 'places.admit',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, plusTard(30), (context) =>
        admitVisitor(context, { placeId: lieu.monde.seine.place, personnes: 1 }),
      ),
  },
  'sejours/commands.ts > endStay': {
    demande: 'places.leave',
    cote: 'seine',
    prepare: sejour,
    tente: (lieu, occupationId) =>
      done(lieu, MIDI, (context) =>
        endStay(context, { occupationId, version: 1, destination: 'RUE', issue: 'FIN_PREVUE', acquis: [] }),
      ),
  },
  'structures/commands.ts > confirmStructure': {
    demande: 'structures.confirm',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) => confirmStructure(context, { slug: lieu.monde.seine.structure })),
  },
  'sync/commands.ts > applyActe': {
    ouvert: 'la porte des faits : chaque commande derrière vérifie son droit',
  },
  'sync/commands.ts > keepUnreadable': {
    ouvert: 'appelée par receiveSending : garde tel quel ce que personne ne lit',
  },
  'sync/commands.ts > perform': { ouvert: 'appelée par applyOperations' },
  'sync/commands.ts > settleOperation': { ouvert: 'appelée par applyOperations' },
  'sync/commands.ts > settleWaiting': { ouvert: 'appelée par applyOperations' },
  'sync/apply-operations.ts > applyOperations': {
    demande: 'maraudes.log',
    cote: 'paris',
    enSonNom: true,
    tente: async ({ viewer }) => {
      const result = await applyOperations(viewer, SOIR, envelope([opening(viewer)]))
      return result.ok && result.value.verdicts.every(({ verdict }) => verdict === 'applique')
    },
  },
}
