import { type Besoin, besoinSimple } from '@/domain/places/convient'
import type { FaitsRecherche, RegleRecherche } from '@/domain/places/recherche'
import type { Occupation } from '@/domain/places/disponibilite'
import { MAINTENANT } from './echelle'

/** One night from now to Tuesday noon, 14 hours later: the stay every case is looked at for. */
export const SEJOUR = { debut: MAINTENANT, fin: heures(14) }

function heures(decalage: number): Date {
  return new Date(MAINTENANT.getTime() + decalage * 3_600_000)
}

const place: FaitsRecherche = {
  couchages: 1,
  public: 'MIXTE',
  couple: false,
  animaux: false,
  plainPied: false,
  recoit: true,
  ouvert: true,
  du: heures(-1000),
  au: null,
  fermetureDispositif: null,
  fermetures: [],
  occupations: [],
  pretee: null,
}
const besoin: Besoin = { ...besoinSimple, genre: 'FEMME' }

function sejour(debut: number, fin: number | null): Occupation {
  return { ...dates(debut, fin), etat: 'EN_COURS', expireLe: null }
}
function tenue(debut: number, fin: number, expire: number): Occupation {
  return { ...dates(debut, fin), etat: 'TENUE', expireLe: heures(expire) }
}
function dates(debut: number, fin: number | null) {
  const [creeLe, end] = [heures(Math.min(debut, 0)), fin === null ? null : heures(fin)]
  return { debut: heures(debut), fin: end, creeLe, closeLe: null, aPreparer: false }
}
function fermeture(du: number, au: number | null, prevue: number | null = null) {
  return {
    du: heures(du),
    au: au === null ? null : heures(au),
    finPrevue: prevue === null ? null : heures(prevue),
  }
}

type Cas = {
  nom: string
  faits: FaitsRecherche
  besoin: Besoin
  attendu: { regle: RegleRecherche; jusqua: Date | null } | null
}

function cas(
  nom: string,
  faits: Partial<FaitsRecherche>,
  demande: Partial<Besoin>,
  regle: RegleRecherche | null,
  jusqua: number | null = null,
): Cas {
  const attendu = regle === null ? null : { regle, jusqua: jusqua === null ? null : heures(jusqua) }
  return { nom, faits: { ...place, ...faits }, besoin: { ...besoin, ...demande }, attendu }
}

const couple = { personnes: 2, couple: true }

/** The ladder of a search, rule by rule and edge by edge: TypeScript and SQL both answer `attendu`. */
export const recherches: readonly Cas[] = [
  cas('une place libre convient', {}, {}, null),
  cas('deux personnes, un couchage', {}, { personnes: 2 }, 'COUCHAGES'),
  cas('un couple, deux couchages sans être de couple', { couchages: 2 }, couple, 'COUPLE'),
  cas('un couple, une chambre de couple', { couchages: 2, couple: true }, couple, null),
  cas('un homme, réservée aux femmes', { public: 'FEMMES' }, { genre: 'HOMME' }, 'PUBLIC_FEMMES'),
  cas('une femme trans, réservée aux femmes', { public: 'FEMMES' }, { genre: 'FEMME_TRANS' }, null),
  cas('une femme, réservée aux hommes', { public: 'HOMMES' }, {}, 'PUBLIC_HOMMES'),
  cas('un lieu pour femmes souhaité, mixte', {}, { femmesSeulement: true }, 'FEMMES_SEULEMENT'),
  cas('un chien, non accueilli', {}, { animaux: true }, 'ANIMAUX'),
  cas('en fauteuil, des marches', {}, { mobilite: true }, 'ACCESSIBILITE'),
  cas('un dispositif qui ne reçoit pas de demandes', { recoit: false }, {}, 'SANS_DEMANDE'),
  cas(
    'ce qu’est la place se dit avant ce qui s’y passe',
    { occupations: [sejour(-5, 14)] },
    { animaux: true },
    'ANIMAUX',
  ),
  cas('un dispositif suspendu', { ouvert: false }, {}, 'DISPOSITIF_FERME'),
  cas(
    'un dispositif fermé une heure pendant la nuit',
    { fermetureDispositif: fermeture(2, 3) },
    {},
    'DISPOSITIF_FERME',
    3,
  ),
  cas(
    'une place fermée, réouverture espérée',
    { fermetures: [fermeture(-2, null, 48)] },
    {},
    'PLACE_FERMEE',
    48,
  ),
  cas(
    'deux fermetures : la plus longue',
    { fermetures: [fermeture(-2, 5), fermeture(1, 9)] },
    {},
    'PLACE_FERMEE',
    9,
  ),
  cas(
    'une fermeture finie ou d’après le séjour',
    { fermetures: [fermeture(-9, 0), fermeture(14, null)] },
    {},
    null,
  ),
  cas('une place rendue avant la fin du séjour', { au: heures(6) }, {}, 'HORS_PERIODE', 6),
  cas('une place rendue à la fin du séjour', { au: heures(14) }, {}, null),
  cas('une place pas encore ouverte', { du: heures(2) }, {}, 'HORS_PERIODE'),
  cas('occupée jusqu’à midi', { occupations: [sejour(-5, 14)] }, {}, 'OCCUPEE', 14),
  cas('occupée sans fin prévue', { occupations: [sejour(-500, null)] }, {}, 'OCCUPEE'),
  cas('occupée, fin prévue passée sans départ', { occupations: [sejour(-30, -10)] }, {}, 'OCCUPEE', -10),
  cas('tenue jusqu’à 23 h', { occupations: [tenue(-1, 14, 1)] }, {}, 'RESERVEE', 1),
  cas('tenue dont l’heure est passée', { occupations: [tenue(-3, 14, 0)] }, {}, null),
  cas('réservée à partir de la fin du séjour', { occupations: [tenue(14, 400, 16)] }, {}, null),
  cas('occupée et réservée derrière', { occupations: [sejour(-5, 3), tenue(3, 14, 5)] }, {}, 'OCCUPEE', 3),
  cas('prêtée à une autre organisation jusqu’à 23 h', { pretee: { jusqua: heures(1) } }, {}, 'PRETEE', 1),
  cas('prêtée sans heure de retour', { pretee: { jusqua: null } }, {}, 'PRETEE'),
  cas(
    'occupée se dit avant prêtée',
    { occupations: [sejour(-5, 14)], pretee: { jusqua: null } },
    {},
    'OCCUPEE',
    14,
  ),
]
