import { civilDate } from '../../src/domain/commun/civil-date'
import { SANS_INTERRUPTION, type StructureReelle, TOUS_LES_JOURS } from './structure-reelle'

const JOURNEE_MMPCR = 'Demi-journée MMPCR du 20 mai 2021'
const SOS_2024 = 'groupe-sos.org, 20 février 2024'

/** The four sites of the CSAPA SOS 75. */
export const structuresGroupeSos: readonly StructureReelle[] = [
  {
    slug: 'sleep-in',
    organisation: 'groupe-sos',
    nom: 'Sleep-In',
    kind: 'CSAPA',
    statut: 'OUVERTE',
    departement: '75',
    commune: '75118',
    horaires: SANS_INTERRUPTION,
    depuis: 1994,
    verifies: ['operateur', 'commune', 'horaires', 'depuis', 'capacite'],
    // The length of the continuous stay is known (2 to 3 weeks), the number of its places is not.
    doutes: ['capacite'],
    financeurs: ['ARS', 'Ville de Paris'],
    publics: ['MAJEURS', 'USAGERS_ACTIFS'],
    services: ['HEBERGEMENT', 'REPOS', 'REPAS', 'DOUCHE', 'LAVERIE', 'MEDECIN'],
    description:
      'Un seul site, plusieurs dispositifs : urgence de nuit, séjour continu de 2 à 3 semaines, espace de repos et CSAPA. ' +
      'Personnes majeures qui consomment ; pas d’usage à l’intérieur. Visite médicale pour chaque nouvelle personne qui demande un lit. ' +
      'Nombre de places du séjour continu à vérifier.',
    source: `${JOURNEE_MMPCR} ; ${SOS_2024}`,
    dispositifs: [
      {
        slug: 'sleep-in-urgence',
        kind: 'URGENCE',
        nom: 'Urgence de nuit',
        oriente: true,
        remiseEnEtat: true,
        capacites: [{ mode: 'NUIT', places: 30, du: civilDate('2021-05-20'), source: JOURNEE_MMPCR }],
        regle: 'urgence',
      },
      {
        slug: 'sleep-in-continu',
        kind: 'CONTINU',
        nom: 'Séjour continu',
        oriente: true,
        dureeTenue: 24 * 60,
        remiseEnEtat: true,
        regle: 'continu',
      },
      {
        slug: 'sleep-in-repos',
        kind: 'REPOS',
        nom: 'Espace de repos',
        horaires: [{ jours: TOUS_LES_JOURS, ouvre: 10, ferme: 18 }],
        capacites: [{ mode: 'SIMULTANEE', places: 15, du: civilDate('2019-05-01'), source: JOURNEE_MMPCR }],
      },
      { slug: 'sleep-in-csapa', kind: 'AMBULATOIRE', nom: 'CSAPA ambulatoire' },
    ],
  },
  {
    slug: 'csapa-110-les-halles',
    organisation: 'groupe-sos',
    nom: 'CSAPA 110 Les Halles',
    kind: 'CSAPA',
    statut: 'OUVERTE',
    departement: '75',
    commune: '75101',
    adresse: '110 rue Saint-Denis',
    depuis: 2004,
    verifies: ['operateur', 'adresse', 'depuis'],
    doutes: ['services'],
    services: ['REPOS', 'DOUCHE', 'LAVERIE'],
    description:
      'CSAPA bas seuil, premier entretien par un binôme. Laverie, douches et repos : source de 2005.',
    source: `Le Flyer, 2005 ; ${SOS_2024}`,
    dispositifs: [
      { slug: 'csapa-110-les-halles-ambulatoire', kind: 'AMBULATOIRE', nom: 'CSAPA ambulatoire' },
      {
        slug: 'csapa-110-les-halles-repos',
        kind: 'REPOS',
        nom: 'Espace de repos',
        capacites: [
          { mode: 'SIMULTANEE', places: 10, du: civilDate('2004-09-15'), source: 'Le Flyer, 2005' },
        ],
      },
    ],
  },
  ...['Confluences', 'Monceau'].map((nom): StructureReelle => ({
    slug: `csapa-${nom.toLowerCase()}`,
    organisation: 'groupe-sos',
    nom: `CSAPA ${nom}`,
    kind: 'CSAPA',
    statut: 'OUVERTE',
    departement: '75',
    verifies: ['operateur'],
    description: 'Un des quatre sites du CSAPA SOS 75.',
    source: SOS_2024,
    dispositifs: [
      { slug: `csapa-${nom.toLowerCase()}-ambulatoire`, kind: 'AMBULATOIRE', nom: 'CSAPA ambulatoire' },
    ],
  })),
]
