import {
  block,
  check,
  close,
  follow,
  plan as planSortie,
  tryDestination,
  unblock,
} from '@/features/sorties/actions'
import {
  addBlocage,
  addPiste,
  checkSortie,
  closePlan,
  followPiste,
  liftBlocage,
  openPlan,
} from '@/features/sorties/commands'
import { plusTard, SOIR } from '../places/soiree'
import { done, type Table } from './essai'
import { sent } from './gestes'
import { blocage, piste, planOuvert, sortieAncienne, suivie } from './suivies'

const suivre = { demande: 'parcours.follow', cote: 'paris' } as const

/** What prepares an exit, and what checks it. */
export const parcoursSorties: Table = {
  'sorties/commands.ts > openPlan': {
    ...suivre,
    prepare: suivie,
    tente: (lieu, code) =>
      done(lieu, SOIR, (context) => openPlan(context, { code, vise: 'ACT', pourLe: null })),
  },
  'sorties/commands.ts > closePlan': {
    ...suivre,
    prepare: planOuvert,
    tente: (lieu, id) => done(lieu, plusTard(5), (context) => closePlan(context, { id, version: 1 })),
  },
  'sorties/commands.ts > addPiste': {
    ...suivre,
    prepare: planOuvert,
    tente: (lieu, planId) =>
      done(lieu, plusTard(5), (context) =>
        addPiste(context, { planId, destination: 'PENSION_FAMILLE', structureId: null }),
      ),
  },
  'sorties/commands.ts > followPiste': {
    ...suivre,
    prepare: piste,
    tente: (lieu, id) =>
      done(lieu, plusTard(5), (context) => followPiste(context, { id, version: 1, statut: 'REFUSEE' })),
  },
  'sorties/commands.ts > addBlocage': {
    ...suivre,
    prepare: planOuvert,
    tente: (lieu, planId) =>
      done(lieu, plusTard(5), (context) => addBlocage(context, { planId, kind: 'DROITS_MANQUANTS' })),
  },
  'sorties/commands.ts > liftBlocage': {
    ...suivre,
    prepare: blocage,
    tente: (lieu, id) => done(lieu, plusTard(5), (context) => liftBlocage(context, { id })),
  },
  'sorties/commands.ts > checkSortie': {
    ...suivre,
    prepare: sortieAncienne,
    tente: (lieu, sortieId) =>
      done(lieu, SOIR, (context) => checkSortie(context, { sortieId, mois: 3, stable: true })),
  },
  'sorties/actions.ts > plan': {
    ...suivre,
    prepare: suivie,
    tente: (_, code) => sent(planSortie, 5, { code, vise: 'LOGEMENT_SOCIAL', pourLe: '' }),
  },
  'sorties/actions.ts > close': {
    ...suivre,
    prepare: planOuvert,
    tente: (_, id) => sent(close, 5, { id, version: '1' }),
  },
  'sorties/actions.ts > tryDestination': {
    ...suivre,
    prepare: planOuvert,
    tente: (_, planId) => sent(tryDestination, 5, { planId, destination: 'ACT', structureId: '' }),
  },
  'sorties/actions.ts > follow': {
    ...suivre,
    prepare: piste,
    tente: (_, id) => sent(follow, 5, { id, version: '1', statut: 'EN_ATTENTE' }),
  },
  'sorties/actions.ts > block': {
    ...suivre,
    prepare: planOuvert,
    tente: (_, planId) => sent(block, 5, { planId, kind: 'RESSOURCES' }),
  },
  'sorties/actions.ts > unblock': {
    ...suivre,
    prepare: blocage,
    tente: (_, id) => sent(unblock, 5, { id }),
  },
  'sorties/actions.ts > check': {
    ...suivre,
    prepare: sortieAncienne,
    tente: (_, sortieId) => sent(check, 0, { sortieId, mois: '3', stable: 'non' }),
  },
}
