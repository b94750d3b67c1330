import { uuidv7 } from 'uuidv7'
import type { Context } from '@/db/journal'
import { inTransaction } from '@/db/transaction'
import { arretSchema, correctionSchema } from '@/domain/maraudes/arret'
import { clotureSchema, ouvertureSchema } from '@/domain/maraudes/maraude'

import { revokeSessions } from '@/features/comptes/commands'
import {
  closeMaraude,
  correctArret,
  logArret,
  openMaraude,
  validateMaraude,
} from '@/features/maraudes/commands'
import { acceptOrientation, askPlace } from '@/features/orientations/commands'
import {
  acknowledge,
  refuseOrientation,
  renounceOrientation,
  reportNotArrived,
  startReview,
  withdrawOrientation,
} from '@/features/passages/commands'
import { extendHold, holdPlace, markReady, releaseHold } from '@/features/places/commands'
import { admit, endStay } from '@/features/sejours/commands'
import { confirmStructure } from '@/features/structures/commands'
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
  viewerOf,
} from '../places/soiree'
import type { Monde } from '../socle/monde'
import { envelope, opening } from '../sync/terrain-scene'
import type { Lieu, Table } from './essai'

type Outcome = { ok: boolean }

async function done(
  { viewer }: Lieu,
  now: Date,
  command: (context: Context) => Promise<Outcome>,
): Promise<boolean> {
  return (await inTransaction(viewer, (tx) => command({ actor: viewer, now, tx }))).ok
}

async function request(monde: Monde): Promise<string> {
  return (await ask(monde, avecPersonne)).id
}

async function accepted(monde: Monde): Promise<string> {
  const id = await request(monde)
  await accept(monde, id)
  return id
}

async function held(monde: Monde): Promise<string> {
  const hold = await act(receveurDe(monde), SOIR, (context) => holdPlace(context, holdOf(monde)))
  if (!hold.ok) throw new Error(hold.reason)
  return hold.value.id
}

function holdOf(monde: Monde) {
  const besoin = {
    genre: 'FEMME',
    personnes: 1,
    couple: false,
    animaux: false,
    mobilite: false,
    femmesSeulement: false,
  } as const
  return {
    dispositifId: monde.seine.dispositif,
    placeId: null,
    besoin,
    pourLe: null,
    regles: null,
    orientation: null,
  }
}

const debut = '2026-11-23T18:00:00.000Z'

function ouverture() {
  return {
    ...ouvertureSchema.parse({ mode: 'A_PIED', equipe: 3, debut }),
    id: uuidv7(),
    appareilId: null,
    schemaVersion: 1,
  }
}

function arretDe(maraudeId: string) {
  return {
    ...arretSchema.parse({
      maraudeId,
      communeCode: '75118',
      arrivee: '2026-11-23T18:30:00.000Z',
      lieu: null,
      note: null,
    }),
    id: uuidv7(),
  }
}

function clotureDe(maraudeId: string) {
  return {
    ...clotureSchema.parse({ maraudeId, fin: '2026-11-23T20:30:00.000Z', transmission: null }),
    id: uuidv7(),
  }
}

/** A round of the association of Paris. */
async function round(monde: Monde): Promise<string> {
  const input = ouverture()
  await must(act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) => openMaraude(context, input)))
  return input.id
}

async function closedRound(monde: Monde): Promise<string> {
  const id = await round(monde)
  await must(
    act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) => closeMaraude(context, clotureDe(id))),
  )
  return id
}

async function must(outcome: Promise<{ ok: true } | { ok: false; reason: string }>): Promise<void> {
  const result = await outcome
  if (!result.ok) throw new Error(result.reason)
}

/** Every exported function of a commands.ts, and the entry of the tablets. */
export const ecritures: Table = {
  'comptes/commands.ts > revokeSessions': {
    demande: 'comptes.revoke',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) => revokeSessions(context, { compteId: lieu.monde.seine.compte })),
  },
  'maraudes/commands.ts > openMaraude': {
    demande: 'maraudes.log',
    cote: 'paris',
    enSonNom: true,
    tente: (lieu) => done(lieu, SOIR, (context) => openMaraude(context, ouverture())),
  },
  'maraudes/commands.ts > logArret': {
    demande: 'maraudes.log',
    cote: 'paris',
    prepare: round,
    tente: (lieu, id) => done(lieu, SOIR, (context) => logArret(context, arretDe(id))),
  },
  'maraudes/commands.ts > correctArret': {
    demande: 'maraudes.log',
    cote: 'paris',
    prepare: async (monde) => {
      const arret = arretDe(await round(monde))
      await must(act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) => logArret(context, arret)))
      return `${arret.maraudeId} ${arret.id}`
    },
    tente: (lieu, ids) => {
      const [maraudeId = '', remplaceId = ''] = ids.split(' ')
      const { id, ...arret } = arretDe(maraudeId)
      const correction = correctionSchema.parse({
        ...arret,
        arrivee: arret.arrivee.toISOString(),
        remplaceId,
      })
      return done(lieu, SOIR, (context) => correctArret(context, { ...correction, id }))
    },
  },
  'maraudes/commands.ts > closeMaraude': {
    demande: 'maraudes.log',
    cote: 'paris',
    prepare: round,
    tente: (lieu, id) => done(lieu, SOIR, (context) => closeMaraude(context, clotureDe(id))),
  },
  'maraudes/commands.ts > validateMaraude': {
    demande: 'maraudes.validate',
    cote: 'paris',
    prepare: closedRound,
    tente: (lieu, id) => done(lieu, SOIR, (context) => validateMaraude(context, { id })),
  },
  'orientations/commands.ts > askPlace': {
    demande: 'orientations.ask',
    cote: 'paris',
    enSonNom: true,
    tente: (lieu) => done(lieu, SOIR, (context) => askPlace(context, demandeDe(lieu.monde, avecPersonne))),
  },
  'orientations/commands.ts > acceptOrientation': {
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
  'places/commands.ts > extendHold': {
    demande: 'places.hold',
    cote: 'seine',
    prepare: held,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(30), (context) => extendHold(context, { occupationId, version: 1 })),
  },
  'places/commands.ts > releaseHold': {
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
  'sejours/commands.ts > endStay': {
    demande: 'places.leave',
    cote: 'seine',
    prepare: async (monde) => (await arrive(monde)).sejour.id,
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
