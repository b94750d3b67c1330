import { uuidv7 } from 'uuidv7'
import { civilDate } from '@/domain/commun/civil-date'
import { undoArrival, undoDeparture } from '@/features/annulations/commands'
import { moveStay, prolongStay } from '@/features/changements/commands'
import { closeDispositif, closePlace, reopen } from '@/features/fermetures/commands'
import { bookPlace, retakeHold } from '@/features/reservations/commands'
import { endStay } from '@/features/sejours/commands'
import { releaseHold } from '@/features/tenues/commands'
import { act, addPlace, plusTard, receveurDe, SOIR } from '../places/soiree'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { held, holdOf, sejour } from './ecritures'
import { done, type Table } from './essai'

/** A stay of Seine ended in the night. */
export async function parti(monde: Monde): Promise<string> {
  const occupationId = await sejour(monde)
  const depart = { occupationId, version: 1, destination: 'RUE', issue: 'FIN_PREVUE', acquis: [] } as const
  const ended = await act(receveurDe(monde), plusTard(100), (context) =>
    endStay(context, { ...depart, acquis: [] }),
  )
  if (!ended.ok) throw new Error(ended.reason)
  return occupationId
}

/** A hold of Seine, without any request, given back. */
export async function released(monde: Monde): Promise<string> {
  const occupationId = await held(monde)
  const vue = { occupationId, version: 1 }
  const given = await act(receveurDe(monde), plusTard(5), (context) => releaseHold(context, vue))
  if (!given.ok) throw new Error(given.reason)
  return occupationId
}

/** A stay of Seine begun, and a place to move to. */
export async function sejourEtPlace(monde: Monde): Promise<string> {
  const placeId = await addPlace(monde.seine, 'Lit voisin')
  return `${await sejour(monde)} ${placeId}`
}

/** The place of Seine, closed. */
export async function fermee({ seine }: Monde): Promise<string> {
  return insertRow(owner, 'fermetures', {
    id: uuidv7(),
    place_id: seine.place,
    cause: 'TRAVAUX',
    du: '2026-11-20T11:00:00Z',
  })
}

const fermeture = { cause: 'TRAVAUX', du: null, finPrevue: null, note: null } as const

/** Commands on what becomes of a place: moved, prolonged, closed, booked, undone. */
export const moteur: Table = {
  'annulations/commands.ts > undoArrival': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: sejour,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(70), (context) => undoArrival(context, { occupationId, version: 1 })),
  },
  'annulations/commands.ts > undoDeparture': {
    demande: 'places.leave',
    cote: 'seine',
    prepare: parti,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(105), (context) => undoDeparture(context, { occupationId, version: 2 })),
  },
  'changements/commands.ts > moveStay': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: sejourEtPlace,
    tente: (lieu, prepared) => {
      const [occupationId = '', placeId = ''] = prepared.split(' ')
      return done(lieu, plusTard(90), (context) => moveStay(context, { occupationId, version: 1, placeId }))
    },
  },
  'changements/commands.ts > prolongStay': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: sejour,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(90), (context) =>
        prolongStay(context, { occupationId, version: 1, fin: civilDate('2026-11-24') }),
      ),
  },
  'fermetures/commands.ts > closePlace': {
    demande: 'places.close',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) => closePlace(context, { placeId: lieu.monde.seine.place, ...fermeture })),
  },
  'fermetures/commands.ts > closeDispositif': {
    demande: 'places.close',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) =>
        closeDispositif(context, { dispositifId: lieu.monde.seine.dispositif, ...fermeture }),
      ),
  },
  'fermetures/commands.ts > reopen': {
    demande: 'places.close',
    cote: 'seine',
    prepare: fermee,
    tente: (lieu, fermetureId) => done(lieu, SOIR, (context) => reopen(context, { fermetureId })),
  },
  'reservations/commands.ts > bookPlace': {
    demande: 'places.hold',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) => {
        const { dispositifId, besoin } = holdOf(lieu.monde)
        return bookPlace(context, { dispositifId, placeId: null, pourLe: null, fin: null, ...besoin })
      }),
  },
  'reservations/commands.ts > retakeHold': {
    demande: 'places.hold',
    cote: 'seine',
    prepare: released,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(30), (context) => retakeHold(context, { occupationId, version: 2 })),
  },
}
