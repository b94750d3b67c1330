import { open, set } from '@/features/objectifs/actions'
import { openObjectifs, setObjectif } from '@/features/objectifs/commands'
import { findParcours, listStructuresProposees } from '@/features/parcours/queries'
import { readParcours } from '@/features/marches/queries'
import { cancel, keep, miss, plan, postpone, resume } from '@/features/rendez-vous/actions'
import {
  cancelRendezVous,
  keepRendezVous,
  missRendezVous,
  planRendezVous,
  postponeRelance,
  resumeContact,
} from '@/features/rendez-vous/commands'
import { observe, review } from '@/features/revues/actions'
import { holdRevue, noteConstats } from '@/features/revues/commands'
import { hasSuivie, listSuivies } from '@/features/suivies/queries'
import { plusTard, SOIR } from '../places/soiree'
import { shows } from './ecrans'
import { done, type Table } from './essai'
import { sent } from './gestes'
import { parcoursSorties } from './parcours-sorties'
import { listRelances } from '@/features/rendez-vous/queries'
import { AUJOURDHUI, dansUneHeure, hebergee, relance, rendezVous, suivie } from './suivies'

const lire = { demande: 'parcours.read', cote: 'paris' } as const
const suivre = { demande: 'parcours.follow', cote: 'paris' } as const
const RETROUVEE = { jour: '', heure: '' }

const lectures: Table = {
  'suivies/queries.ts > suiviesPar': { ouvert: 'une condition, sans lecture' },
  'suivies/queries.ts > findSuivie': { ouvert: 'lue par les commandes, dans leur transaction' },
  'suivies/queries.ts > findSejourSuivi': { ouvert: 'lue par les commandes, dans leur transaction' },
  'suivies/queries.ts > hasSuivie': {
    ...lire,
    prepare: suivie,
    tente: ({ viewer }, code) => hasSuivie(viewer, code),
  },
  'suivies/queries.ts > listSuivies': {
    ...lire,
    prepare: suivie,
    tente: async ({ viewer }, code) => {
      const { lignes } = await listSuivies(viewer, { etat: 'en-cours' }, 50)
      return lignes.some((ligne) => ligne.code === code)
    },
  },
  'parcours/queries.ts > findParcours': {
    ...lire,
    prepare: suivie,
    tente: async ({ viewer }, code) => (await findParcours(viewer, code, SOIR)) !== null,
  },
  'parcours/queries.ts > listStructuresProposees': {
    demande: 'structures.read',
    cote: 'paris',
    tente: async ({ viewer }) => (await listStructuresProposees(viewer)).length > 0,
  },
  'marches/queries.ts > readParcours': {
    demande: 'places.read',
    cote: 'paris',
    tente: async ({ viewer }) => (await readParcours(viewer, 'tous', SOIR)) !== null,
  },
}

const objectifs: Table = {
  'objectifs/commands.ts > openObjectifs': {
    ...suivre,
    prepare: suivie,
    tente: (lieu, code) => done(lieu, SOIR, (context) => openObjectifs(context, { code })),
  },
  'objectifs/commands.ts > setObjectif': {
    ...suivre,
    prepare: suivie,
    tente: (lieu, code) =>
      done(lieu, SOIR, (context) =>
        setObjectif(context, { code, kind: 'DROITS', statut: 'EN_COURS', version: 0 }),
      ),
  },
  'objectifs/actions.ts > open': { ...suivre, prepare: suivie, tente: (_, code) => sent(open, 5, { code }) },
  'objectifs/actions.ts > set': {
    ...suivre,
    prepare: suivie,
    tente: (_, code) => sent(set, 5, { code, kind: 'PAPIERS', statut: 'ATTEINT', version: '0' }),
  },
}

const rendezVousEtRelances: Table = {
  'rendez-vous/queries.ts > listRelances': {
    ...suivre,
    prepare: relance,
    tente: async ({ viewer }) => (await listRelances(viewer, 5)).total > 0,
  },
  'rendez-vous/commands.ts > planRendezVous': {
    ...suivre,
    prepare: suivie,
    tente: (lieu, code) =>
      done(lieu, SOIR, (context) =>
        planRendezVous(context, { code, kind: 'PSY', structureId: null, accompagne: true, le: dansUneHeure }),
      ),
  },
  'rendez-vous/commands.ts > keepRendezVous': {
    ...suivre,
    prepare: rendezVous,
    tente: (lieu, id) => done(lieu, plusTard(70), (context) => keepRendezVous(context, { id, version: 1 })),
  },
  'rendez-vous/commands.ts > cancelRendezVous': {
    ...suivre,
    prepare: rendezVous,
    tente: (lieu, id) => done(lieu, plusTard(5), (context) => cancelRendezVous(context, { id, version: 1 })),
  },
  'rendez-vous/commands.ts > missRendezVous': {
    ...suivre,
    prepare: rendezVous,
    tente: (lieu, id) =>
      done(lieu, plusTard(70), (context) =>
        missRendezVous(context, { id, version: 1, moyen: 'ALLER_AVEC', pourLe: AUJOURDHUI }),
      ),
  },
  'rendez-vous/commands.ts > resumeContact': {
    ...suivre,
    prepare: relance,
    tente: (lieu, id) =>
      done(lieu, plusTard(80), (context) =>
        resumeContact(context, { id, version: 1, nouveauLe: plusTard(90), accompagne: true }),
      ),
  },
  'rendez-vous/commands.ts > postponeRelance': {
    ...suivre,
    prepare: relance,
    tente: (lieu, id) =>
      done(lieu, plusTard(80), (context) => postponeRelance(context, { id, version: 1, pourLe: null })),
  },
  'rendez-vous/actions.ts > plan': {
    ...suivre,
    prepare: suivie,
    tente: (_, code) =>
      sent(plan, 5, { code, kind: 'DROITS', structureId: '', jour: '2026-11-24', heure: '14:30' }),
  },
  'rendez-vous/actions.ts > keep': {
    ...suivre,
    prepare: rendezVous,
    tente: (_, id) => sent(keep, 70, { id, version: '1' }),
  },
  'rendez-vous/actions.ts > cancel': {
    ...suivre,
    prepare: rendezVous,
    tente: (_, id) => sent(cancel, 5, { id, version: '1' }),
  },
  'rendez-vous/actions.ts > miss': {
    ...suivre,
    prepare: rendezVous,
    tente: (_, id) => sent(miss, 70, { id, version: '1', moyen: 'RAPPELER', pourLe: AUJOURDHUI }),
  },
  'rendez-vous/actions.ts > resume': {
    ...suivre,
    prepare: relance,
    tente: (_, id) => sent(resume, 80, { id, version: '1', ...RETROUVEE }),
  },
  'rendez-vous/actions.ts > postpone': {
    ...suivre,
    prepare: relance,
    tente: (_, id) => sent(postpone, 80, { id, version: '1', pourLe: '2026-11-30' }),
  },
}

const heberge = {
  demande: 'parcours.follow',
  cote: 'seine',
  seulement: ['COORDINATEUR', 'RESPONSABLE'],
  prepare: hebergee,
} as const

const sejours: Table = {
  'revues/commands.ts > holdRevue': {
    ...suivre,
    prepare: hebergee,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(120), (context) => holdRevue(context, { occupationId, suite: 'CONTINUER' })),
  },
  'revues/commands.ts > holdRevue (qui héberge)': {
    ...heberge,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(120), (context) => holdRevue(context, { occupationId, suite: 'CONTINUER' })),
  },
  'revues/commands.ts > noteConstats': {
    ...suivre,
    prepare: hebergee,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(120), (context) =>
        noteConstats(context, { occupationId, constats: [{ axe: 'REPOS', niveau: 1 }] }),
      ),
  },
  'revues/actions.ts > review': {
    ...heberge,
    tente: (_, occupationId) => sent(review, 120, { occupationId, suite: 'ORIENTER' }),
  },
  'revues/actions.ts > observe': {
    ...heberge,
    tente: (_, occupationId) => sent(observe, 120, { occupationId, LIEN: '2' }),
  },
}

const ecransParcours: Table = {
  'app/(bureau)/parcours/page.tsx': {
    ...lire,
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/parcours/page')),
  },
  'app/(bureau)/parcours/[code]/page.tsx': {
    ...lire,
    prepare: suivie,
    tente: (_, code) => shows(import('@/app/(bureau)/parcours/[code]/page'), { code }),
  },
  'app/(bureau)/parcours/marches/page.tsx': {
    demande: 'places.read',
    cote: 'paris',
    tente: () => shows(import('@/app/(bureau)/parcours/marches/page')),
  },
}

/** Everything of the pathways. */
export const parcours: Table = {
  ...lectures,
  ...objectifs,
  ...rendezVousEtRelances,
  ...sejours,
  ...parcoursSorties,
  ...ecransParcours,
}
