import { cancelArrival, cancelDeparture } from '@/features/annulations/actions'
import { changeEnd, openMany, resize } from '@/features/capacites/actions'
import { move, prolong } from '@/features/changements/actions'
import { lend, takeBack } from '@/features/contingents/actions'
import { pass, strike } from '@/features/entrees/actions'
import { close, closeAll, openAgain } from '@/features/fermetures/actions'
import { book, retake } from '@/features/reservations/actions'
import { arriveBooked } from '@/features/sejours/actions'
import { held, sejour } from './ecritures'
import type { Table } from './essai'
import { sent } from './gestes'
import { fermee, ouverture, parti, passage, pret, released, repos, sejourEtPlace } from './moteur'

/** Every action of the desk on what becomes of a place: the same rights as the command behind it. */
export const gestesMoteur: Table = {
  'annulations/actions.ts > cancelArrival': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: sejour,
    tente: (_, occupationId) => sent(cancelArrival, 70, { occupationId, version: '1' }),
  },
  'annulations/actions.ts > cancelDeparture': {
    demande: 'places.leave',
    cote: 'seine',
    prepare: parti,
    tente: (_, occupationId) => sent(cancelDeparture, 105, { occupationId, version: '2' }),
  },
  'changements/actions.ts > move': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: sejourEtPlace,
    tente: (_, prepared) => {
      const [occupationId = '', placeId = ''] = prepared.split(' ')
      return sent(move, 90, { occupationId, version: '1', placeId })
    },
  },
  'changements/actions.ts > prolong': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: sejour,
    tente: (_, occupationId) => sent(prolong, 90, { occupationId, version: '1', fin: '2026-11-24' }),
  },
  'fermetures/actions.ts > close': {
    demande: 'places.close',
    cote: 'seine',
    tente: ({ monde }) => sent(close, 0, { placeId: monde.seine.place, cause: 'TRAVAUX' }),
  },
  'fermetures/actions.ts > closeAll': {
    demande: 'places.close',
    cote: 'seine',
    tente: ({ monde }) => sent(closeAll, 0, { dispositifId: monde.seine.dispositif, cause: 'PERSONNEL' }),
  },
  'fermetures/actions.ts > openAgain': {
    demande: 'places.close',
    cote: 'seine',
    prepare: fermee,
    tente: (_, fermetureId) => sent(openAgain, 0, { fermetureId }),
  },
  'reservations/actions.ts > book': {
    demande: 'places.hold',
    cote: 'seine',
    tente: ({ monde }) => sent(book, 0, { dispositifId: monde.seine.dispositif, personnes: '1' }),
  },
  'reservations/actions.ts > retake': {
    demande: 'places.hold',
    cote: 'seine',
    prepare: released,
    tente: (_, occupationId) => sent(retake, 30, { occupationId, version: '2' }),
  },
  'capacites/actions.ts > resize': {
    demande: 'places.configure',
    cote: 'seine',
    tente: ({ monde }) => sent(resize, 0, { dispositifId: monde.seine.dispositif, nombre: '4' }),
  },
  'capacites/actions.ts > openMany': {
    demande: 'places.configure',
    cote: 'seine',
    tente: ({ monde }) =>
      sent(openMany, 0, {
        dispositifId: monde.seine.dispositif,
        places: '70',
        du: '2026-11-23',
        au: '2026-12-23',
        motif: 'Grand froid',
      }),
  },
  'capacites/actions.ts > changeEnd': {
    demande: 'places.configure',
    cote: 'seine',
    prepare: ouverture,
    tente: (_, ouvertureId) => sent(changeEnd, 0, { ouvertureId, au: '2026-12-23' }),
  },
  'contingents/actions.ts > lend': {
    demande: 'places.configure',
    cote: 'seine',
    tente: ({ monde: { seine, paris } }) =>
      sent(lend, 0, { dispositifId: seine.dispositif, organisationId: paris.organisation, places: '1' }),
  },
  'contingents/actions.ts > takeBack': {
    demande: 'places.configure',
    cote: 'seine',
    prepare: pret,
    tente: (_, contingentId) => sent(takeBack, 0, { contingentId }),
  },
  'entrees/actions.ts > pass': {
    demande: 'entrees.log',
    cote: 'seine',
    prepare: repos,
    tente: (_, dispositifId) => sent(pass, 0, { dispositifId, kind: 'ENTREE' }),
  },
  'entrees/actions.ts > strike': {
    demande: 'entrees.log',
    cote: 'seine',
    prepare: passage,
    tente: (_, entreeId) => sent(strike, 5, { entreeId }),
  },
  'sejours/actions.ts > arriveBooked': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: held,
    tente: (_, occupationId) => sent(arriveBooked, 30, { occupationId, version: '1' }),
  },
}
