import type { ModeMaraude } from '@/db/generated/enums'
import { type CivilDate, civilDate } from '@/domain/commun/civil-date'
import type { Poids } from './hasard'

/** One team's weekly rhythm. Minutes since midnight; days from 1 (Monday) to 7. Communes weigh how often they are walked. */
export type Equipe = {
  cle: string
  fonction: string
  /** slug of the structure it starts from */
  structure: string
  mode: ModeMaraude
  effectif: readonly [number, number]
  jours: readonly number[]
  debut: readonly [number, number]
  duree: readonly [number, number]
  communes: Poids<string>
  partenaires: readonly string[]
  /** chance that a planned round takes place */
  regularite: number
  /** goes towards women first */
  femmes: boolean
  jusque: CivilDate | null
}

const nordEstParisien = { '75118': 5, '75119': 4, '75110': 2, '75117': 0.4 }
const soiree = { debut: [18 * 60, 19 * 60 + 30], duree: [150, 240] } as const
const journee = { debut: [13 * 60, 15 * 60], duree: [120, 210] } as const

/** About twenty-eight rounds a week; the east of Seine-Saint-Denis sees one every other week. */
export const equipes: readonly Equipe[] = [
  {
    cle: 'gaia-chapelle',
    fonction: 'Équipe de rue, nord-est',
    structure: 'gaia-caarud',
    mode: 'A_PIED',
    effectif: [2, 4],
    jours: [1, 2, 3, 4, 5],
    ...soiree,
    communes: { '75118': 6, '75119': 4, '93001': 1.2, '93066': 0.5 },
    partenaires: ['Aurore'],
    regularite: 0.95,
    femmes: false,
    jusque: null,
  },
  {
    cle: 'gaia-bus',
    fonction: 'Équipe du bus',
    structure: 'gaia-caarud',
    mode: 'BUS',
    effectif: [3, 5],
    jours: [2, 4, 6],
    ...journee,
    communes: { '75110': 4, '75118': 4, '75112': 3 },
    partenaires: [],
    regularite: 0.97,
    femmes: false,
    jusque: null,
  },
  {
    cle: 'ego-rue',
    fonction: 'Équipe de rue',
    structure: 'caarud-ego',
    mode: 'A_PIED',
    effectif: [2, 3],
    jours: [1, 2, 4, 5],
    ...journee,
    communes: nordEstParisien,
    partenaires: ['Gaïa'],
    regularite: 0.92,
    femmes: false,
    jusque: null,
  },
  {
    cle: 'step-soir',
    fonction: 'Équipe de soirée',
    structure: 'step',
    mode: 'A_PIED',
    effectif: [2, 3],
    jours: [3, 6],
    ...soiree,
    communes: { '75118': 5, '75110': 3, '75119': 2 },
    partenaires: [],
    regularite: 0.9,
    femmes: false,
    jusque: null,
  },
  {
    cle: 'aurore-93',
    fonction: 'Équipe mobile, nord-est du 93',
    structure: 'caarud-aurore-93',
    mode: 'CAMION',
    effectif: [2, 3],
    jours: [2, 4],
    ...journee,
    communes: { '93005': 4, '93071': 3, '93007': 1.5, '93078': 1, '93073': 0.7, '93029': 1, '93046': 0.3 },
    partenaires: [],
    regularite: 0.88,
    femmes: false,
    jusque: null,
  },
  {
    cle: 'proses-saint-denis',
    fonction: 'Équipe de rue, Plaine',
    structure: 'caarud-proses-saint-denis',
    mode: 'A_PIED',
    effectif: [2, 3],
    jours: [1, 2, 3, 5],
    ...journee,
    communes: {
      '93066': 6,
      '93070': 3,
      '93001': 3,
      '93027': 1.5,
      '93031': 0.8,
      '93072': 0.6,
      '93079': 0.4,
      '93039': 0.3,
    },
    partenaires: [],
    regularite: 0.93,
    femmes: false,
    jusque: null,
  },
  {
    cle: 'proses-soir',
    fonction: 'Équipe de soirée, lisière',
    structure: 'caarud-proses-saint-denis',
    mode: 'CAMION',
    effectif: [2, 4],
    jours: [2, 4],
    ...soiree,
    communes: { '93066': 3, '93001': 3, '93055': 3, '93070': 1.5, '93061': 0.6 },
    partenaires: ['Gaïa'],
    regularite: 0.9,
    femmes: false,
    jusque: null,
  },
  {
    cle: 'proses-montreuil',
    fonction: 'Équipe mobile, Est Ensemble',
    structure: 'caarud-proses-montreuil',
    mode: 'CAMION',
    effectif: [2, 3],
    jours: [1, 3, 5],
    ...journee,
    communes: {
      '93048': 4,
      '93006': 2,
      '93055': 2.5,
      '93053': 1,
      '93008': 1.2,
      '93063': 0.8,
      '93045': 0.6,
      '93010': 0.6,
    },
    partenaires: [],
    regularite: 0.92,
    femmes: false,
    jusque: null,
  },
  {
    cle: 'proses-est',
    fonction: 'Équipe mobile, est du 93',
    structure: 'caarud-proses-montreuil',
    mode: 'CAMION',
    effectif: [2, 2],
    jours: [4],
    ...journee,
    communes: {
      '93051': 2,
      '93064': 1,
      '93032': 1,
      '93077': 0.7,
      '93050': 0.6,
      '93062': 0.5,
      '93014': 0.5,
      '93047': 0.4,
    },
    partenaires: [],
    regularite: 0.45,
    femmes: false,
    jusque: null,
  },
  {
    cle: 'oppelia-11',
    fonction: 'Équipe de rue 11e',
    structure: 'equipe-de-rue-charonne',
    mode: 'A_PIED',
    effectif: [2, 3],
    jours: [1, 2, 3, 4],
    debut: [20 * 60, 20 * 60 + 20],
    duree: [180, 240],
    communes: { '75111': 5, '75112': 2, '75120': 2, '75110': 1, '75103': 0.5, '75113': 0.6 },
    partenaires: [],
    regularite: 0.93,
    femmes: false,
    jusque: null,
  },
  {
    cle: 'charonne-femmes',
    fonction: 'Équipe de rue, femmes',
    structure: 'espace-femmes-charonne',
    mode: 'A_PIED',
    effectif: [2, 3],
    jours: [5],
    ...soiree,
    communes: { '75118': 4, '75119': 2, '75110': 3 },
    partenaires: ['Gaïa'],
    regularite: 0.9,
    femmes: true,
    jusque: null,
  },
  {
    cle: 'aides-centre',
    fonction: 'Équipe à vélo, centre',
    structure: 'aides-paris-centre',
    mode: 'VELO',
    effectif: [2, 3],
    jours: [3, 5],
    ...soiree,
    communes: {
      '75102': 2,
      '75101': 2,
      '75103': 1,
      '75104': 1,
      '75109': 1,
      '75110': 1.5,
      '75105': 0.4,
      '75114': 0.4,
    },
    // The structure was suspended on that day.
    partenaires: [],
    regularite: 0.9,
    femmes: false,
    jusque: civilDate('2025-04-28'),
  },
]
