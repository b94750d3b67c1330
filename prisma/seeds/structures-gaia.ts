import { civilDate } from '../../src/domain/commun/civil-date'
import { SANS_INTERRUPTION, type StructureReelle, TOUS_LES_JOURS } from './structure-reelle'

/** Sites held by Gaïa, alone or with Aurore. */
export const structuresGaia: readonly StructureReelle[] = [
  {
    slug: 'espace-repos-porte-de-la-chapelle',
    organisation: 'gaia',
    nom: 'Espace de repos Porte de la Chapelle',
    kind: 'ESPACE_REPOS',
    statut: 'OUVERTE',
    departement: '75',
    commune: '75118',
    adresse: '68 boulevard Ney',
    horaires: SANS_INTERRUPTION,
    depuis: 2019,
    verifies: ['operateur', 'commune', 'depuis'],
    services: ['REPOS'],
    description:
      'Tenu par Gaïa avec Aurore. Horaires et site changés plusieurs fois depuis décembre 2019 : 8 h – 14 h, puis 9 h – 17 h, ' +
      'puis jour et nuit (dates des changements à vérifier). Une dizaine de permanences de partenaires. Pas d’usage sur place.',
    source: 'vih.org, 10 janvier 2020 ; gaia-paris.fr ; presse, novembre 2023',
    dispositifs: [
      {
        slug: 'espace-repos-porte-de-la-chapelle-repos',
        kind: 'REPOS',
        nom: 'Espace de repos',
        capacites: [
          {
            mode: 'SIMULTANEE',
            places: 26,
            du: civilDate('2019-12-01'),
            au: civilDate('2023-11-01'),
            source: 'vih.org, 10 janvier 2020 (20 lits de camp selon une autre source)',
          },
          {
            mode: 'PAR_JOUR',
            places: 200,
            du: civilDate('2023-11-01'),
            source: 'gaia-paris.fr (environ 200 personnes par jour, date à vérifier)',
          },
        ],
      },
    ],
  },
  {
    slug: 'hsa-paris',
    organisation: 'gaia',
    nom: 'Halte soins addictions (HSA)',
    kind: 'HSA',
    statut: 'OUVERTE',
    departement: '75',
    commune: '75110',
    adresse: 'rue Ambroise-Paré',
    horaires: [{ jours: TOUS_LES_JOURS, ouvre: 13.5, ferme: 20.5 }],
    depuis: 2016,
    verifies: ['operateur', 'commune', 'depuis'],
    publics: ['MAJEURS', 'USAGERS_ACTIFS'],
    services: ['CONSOMMATION'],
    description:
      'Près de l’hôpital Lariboisière. Expérimentation prolongée au 31 décembre 2027 ; injection seule depuis 2020.',
    source: 'gaia-paris.fr ; Le Quotidien du médecin ; presse',
    dispositifs: [
      {
        slug: 'hsa-paris-consommation',
        kind: 'CONSOMMATION',
        nom: 'Espace de consommation',
        capacites: [
          {
            mode: 'SIMULTANEE',
            places: 12,
            du: civilDate('2016-10-01'),
            source: 'Presse (postes, à vérifier)',
          },
        ],
      },
    ],
  },
  {
    slug: 'gaia-caarud',
    organisation: 'gaia',
    nom: 'Gaïa, CAARUD et bus méthadone',
    kind: 'CAARUD',
    statut: 'OUVERTE',
    departement: '75',
    commune: '75111',
    adresse: 'avenue Parmentier',
    verifies: ['operateur'],
    services: ['TSO', 'MATERIEL'],
    description:
      'Lieu itinérant à horaires : arrêts Gare de l’Est, Porte de la Chapelle et Cours de Vincennes (à vérifier).',
    source: 'gaia-paris.fr',
    dispositifs: [
      { slug: 'gaia-caarud-ambulatoire', kind: 'AMBULATOIRE', nom: 'CAARUD' },
      { slug: 'gaia-caarud-bus', kind: 'MOBILE', nom: 'Bus méthadone et échange mobile' },
    ],
  },
]
