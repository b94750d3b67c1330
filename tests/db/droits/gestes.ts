import { etatInitial, type EtatAction } from '@/domain/commun/etat-action'
import { ask as askAction } from '@/features/orientations/actions'
import { accept, decline, receive, renounce, review, withdraw } from '@/features/passages/actions'
import { extend, ready, release } from '@/features/places/actions'
import { arrive, leave, notArrived, takeIn } from '@/features/sejours/actions'
import { addPlace, plusTard } from '../places/soiree'
import { accepted, held, request, sejour } from './ecritures'
import type { Table } from './essai'
import { horloge } from './navigateur'

type Fields = Readonly<Record<string, string>>

/** Sends one form of a desk at an instant: done when the screen says so, or leads on to another. */
export async function sent(
  action: (previous: EtatAction, form: FormData) => Promise<EtatAction>,
  minutes: number,
  fields: Fields,
): Promise<boolean> {
  horloge.instant = plusTard(minutes)
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  try {
    return (await action(etatInitial, form)).fait !== null
  } catch (error) {
    if (error instanceof Error && 'digest' in error) return String(error.digest).includes('/orientations/')
    throw error
  }
}

const receveur = { demande: 'orientations.answer', cote: 'seine' } as const
const prescripteur = { demande: 'orientations.renounce', cote: 'paris' } as const

/** Every action of the desk on requests, places and stays: the same rights as the command behind it. */
export const gestes: Table = {
  'orientations/actions.ts > ask': {
    demande: 'orientations.ask',
    cote: 'paris',
    enSonNom: true,
    tente: ({ monde }) =>
      sent(askAction, 0, {
        id: crypto.randomUUID(),
        receveurDispositifId: monde.seine.dispositif,
        echeance: 'CE_SOIR',
        genre: 'FEMME',
        trancheAge: 'DE_30_39',
        personnes: '1',
      }),
  },
  'passages/actions.ts > receive': {
    ...receveur,
    prepare: request,
    tente: (_, id) => sent(receive, 5, { id, version: '1' }),
  },
  'passages/actions.ts > review': {
    ...receveur,
    prepare: request,
    tente: (_, id) => sent(review, 5, { id, version: '1' }),
  },
  'passages/actions.ts > accept': {
    ...receveur,
    prepare: request,
    tente: (_, id) => sent(accept, 10, { id, version: '1', dispositifId: '', placeId: '' }),
  },
  'passages/actions.ts > decline': {
    ...receveur,
    prepare: request,
    tente: (_, id) => sent(decline, 5, { id, version: '1', motif: 'PLUS_DE_PLACE', suite: 'ECHANGER' }),
  },
  'passages/actions.ts > renounce': {
    ...prescripteur,
    prepare: request,
    tente: (_, id) => sent(renounce, 5, { id, version: '1', motif: 'AUTRE_SOLUTION' }),
  },
  'passages/actions.ts > withdraw': {
    ...prescripteur,
    prepare: request,
    tente: (_, id) => sent(withdraw, 5, { id, version: '1', motif: 'ERREUR' }),
  },
  'places/actions.ts > extend': {
    demande: 'places.hold',
    cote: 'seine',
    prepare: held,
    tente: (_, occupationId) => sent(extend, 30, { occupationId, version: '1' }),
  },
  'places/actions.ts > release': {
    demande: 'places.hold',
    cote: 'seine',
    prepare: held,
    tente: (_, occupationId) => sent(release, 30, { occupationId, version: '1' }),
  },
  'places/actions.ts > ready': {
    demande: 'places.prepare',
    cote: 'seine',
    prepare: (monde) => addPlace(monde.seine, 'Lit à préparer'),
    tente: (_, placeId) => sent(ready, 0, { placeId, version: '1' }),
  },
  'sejours/actions.ts > arrive': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: accepted,
    tente: (_, id) => sent(arrive, 60, { id, version: '2' }),
  },
  'sejours/actions.ts > takeIn': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: async ({ seine }) => seine.place,
    tente: (_, placeId) => sent(takeIn, 30, { placeId, personnes: '1' }),
  },
  'sejours/actions.ts > notArrived': {
    ...receveur,
    prepare: accepted,
    tente: (_, id) => sent(notArrived, 60, { id, version: '2', motif: 'PAS_RETROUVEE' }),
  },
  'sejours/actions.ts > leave': {
    demande: 'places.leave',
    cote: 'seine',
    prepare: sejour,
    tente: (_, occupationId) =>
      sent(leave, 120, { occupationId, version: '1', destination: 'RUE', issue: 'FIN_PREVUE' }),
  },
}
