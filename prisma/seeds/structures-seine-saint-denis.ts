import { civilDate } from '../../src/domain/commun/civil-date'
import { type StructureReelle, TOUS_LES_JOURS } from './structure-reelle'

const JOURNEE_MMPCR = 'Demi-journée MMPCR du 20 mai 2021'

/** Sites of Seine-Saint-Denis. */
export const structuresSeineSaintDenis: readonly StructureReelle[] = [
  {
    slug: 'caarud-proses-saint-denis',
    organisation: 'proses',
    nom: 'CAARUD Proses Saint-Denis',
    kind: 'CAARUD',
    statut: 'OUVERTE',
    departement: '93',
    commune: '93066',
    adresse: 'boulevard Carnot',
    depuis: 2010,
    verifies: ['operateur', 'commune', 'depuis', 'services'],
    services: ['MATERIEL'],
    description: 'Déménagement vers le 2 bis rue Catulienne contesté ; plus de 8 000 kits remis en 2016.',
    source: 'Le Journal de Saint-Denis ; catulienne.fr',
    dispositifs: [{ slug: 'caarud-proses-saint-denis-ambulatoire', kind: 'AMBULATOIRE', nom: 'CAARUD' }],
  },
  {
    slug: 'caarud-proses-montreuil',
    organisation: 'proses',
    nom: 'CAARUD Proses Montreuil',
    kind: 'CAARUD',
    statut: 'OUVERTE',
    departement: '93',
    commune: '93048',
    verifies: ['operateur', 'commune', 'services'],
    services: ['MATERIEL'],
    source: JOURNEE_MMPCR,
    dispositifs: [
      { slug: 'caarud-proses-montreuil-ambulatoire', kind: 'AMBULATOIRE', nom: 'CAARUD' },
      { slug: 'caarud-proses-montreuil-mobile', kind: 'MOBILE', nom: 'Échange mobile de seringues' },
    ],
  },
  {
    slug: 'le-pavillon',
    organisation: 'proses',
    nom: 'Le Pavillon',
    kind: 'HEBERGEMENT',
    statut: 'OUVERTE',
    departement: '93',
    commune: '93048',
    confidentiel: true,
    horaires: [{ jours: TOUS_LES_JOURS, ouvre: 9, ferme: 21 }],
    depuis: 2008,
    verifies: ['operateur', 'commune', 'capacite', 'horaires', 'services'],
    financeurs: ['ARS', 'DRIHL', 'Solidarité Sida'],
    services: ['HEBERGEMENT', 'DROITS'],
    description:
      'Hébergement en cogestion, 18 mois au moins. Présence éducative de 9 h à 21 h ; la nuit, les personnes hébergées sont de ' +
      'permanence à tour de rôle, avec un cadre d’astreinte joignable.',
    source: JOURNEE_MMPCR,
    dispositifs: [
      {
        slug: 'le-pavillon-hebergement',
        kind: 'PAVILLON',
        nom: 'Le Pavillon',
        oriente: true,
        dureeTenue: 7 * 24 * 60,
        capacites: [{ mode: 'JOUR_NUIT', places: 10, du: civilDate('2021-05-20'), source: JOURNEE_MMPCR }],
        regle: 'pavillon',
      },
    ],
  },
  {
    slug: 'caarud-aurore-93',
    organisation: 'aurore',
    nom: 'CAARUD Aurore 93',
    kind: 'CAARUD',
    statut: 'OUVERTE',
    departement: '93',
    commune: '93005',
    adresse: 'hôpital Robert-Ballanger',
    depuis: 2009,
    verifies: ['operateur', 'commune'],
    description: 'En semaine, 7 h par jour (heures à vérifier). Extension en septembre 2019.',
    source: 'monaulnay.com, septembre 2019',
    dispositifs: [{ slug: 'caarud-aurore-93-ambulatoire', kind: 'AMBULATOIRE', nom: 'CAARUD' }],
  },
  {
    slug: 'mmpcr',
    organisation: 'mmpcr',
    nom: 'MMPCR',
    kind: 'COORDINATION',
    statut: 'OUVERTE',
    departement: '93',
    commune: '93055',
    adresse: 'rue Delizy',
    depuis: 2013,
    verifies: ['operateur', 'commune', 'depuis'],
    description:
      'Mission métropolitaine de prévention des conduites à risques, commune à la Ville de Paris et au Département de la ' +
      'Seine-Saint-Denis.',
    source: 'seine-saint-denis.fr',
    dispositifs: [],
  },
]
