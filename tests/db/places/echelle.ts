import type { EtatPlace, FaitsPlace, Occupation } from '@/domain/places/disponibilite'

/** Monday 23 November 2026, 22 h in Paris. The night ends on Tuesday at noon, 14 hours later. */
export const MAINTENANT = new Date('2026-11-23T21:00:00Z')

const heures = (decalage: number) => new Date(MAINTENANT.getTime() + decalage * 3_600_000)

function faits(ce: Partial<FaitsPlace>): FaitsPlace {
  return { ouverte: true, pretes: [], fermetures: [], occupations: [], ...ce }
}

/** A hold made at its beginning, or ten hours ago when it begins later. */
function tenue(debut: number, fin: number | null, expire: number): Occupation {
  return {
    etat: 'TENUE',
    debut: heures(debut),
    fin: fin === null ? null : heures(fin),
    expireLe: heures(expire),
    creeLe: heures(Math.min(debut, -10)),
    closeLe: null,
    aPreparer: false,
  }
}

/** The same hold, given back or honoured at that hour. */
function close(hold: Occupation, etat: 'LIBEREE' | 'CONVERTIE' | 'EXPIREE', le: number): Occupation {
  return { ...hold, etat, closeLe: heures(le) }
}

function sejour(etat: 'EN_COURS' | 'TERMINEE' | 'ANNULEE', debut: number, fin: number | null): Occupation {
  return {
    etat,
    debut: heures(debut),
    fin: fin === null ? null : heures(fin),
    expireLe: null,
    creeLe: heures(debut),
    closeLe: null,
    aPreparer: false,
  }
}

const parti = sejour('TERMINEE', -40, -10)
const aPreparer = { ...parti, aPreparer: true }

/** The ladder, rung by rung and edge by edge: TypeScript and SQL both answer `attendu` at `MAINTENANT`. */
export const echelle: readonly { nom: string; faits: FaitsPlace; attendu: EtatPlace }[] = [
  { nom: 'sans rien : libre', faits: faits({}), attendu: { statut: 'LIBRE', jusqua: null } },
  {
    nom: 'dispositif non ouvert : fermée, même occupée',
    faits: faits({ ouverte: false, occupations: [sejour('EN_COURS', -5, 14)] }),
    attendu: { statut: 'FERMEE', jusqua: null },
  },
  {
    nom: 'fermeture en cours : fermée, même occupée',
    faits: faits({
      fermetures: [{ du: heures(-2), au: null, finPrevue: heures(48) }],
      occupations: [sejour('EN_COURS', -5, 14)],
    }),
    attendu: { statut: 'FERMEE', jusqua: heures(48) },
  },
  {
    nom: 'deux fermetures : jusqu’à la fin de la plus longue',
    faits: faits({
      fermetures: [
        { du: heures(-2), au: heures(5), finPrevue: null },
        { du: heures(-1), au: heures(9), finPrevue: null },
      ],
    }),
    attendu: { statut: 'FERMEE', jusqua: heures(9) },
  },
  {
    nom: 'fermeture qui commence à cet instant : fermée',
    faits: faits({ fermetures: [{ du: heures(0), au: heures(1), finPrevue: null }] }),
    attendu: { statut: 'FERMEE', jusqua: heures(1) },
  },
  {
    nom: 'fermeture qui finit à cet instant, ou à venir : libre',
    faits: faits({
      fermetures: [
        { du: heures(-4), au: heures(0), finPrevue: null },
        { du: heures(1), au: null, finPrevue: null },
      ],
    }),
    attendu: { statut: 'LIBRE', jusqua: null },
  },
  {
    nom: 'séjour en cours : occupée jusqu’à sa fin prévue',
    faits: faits({ occupations: [sejour('EN_COURS', -5, 14)] }),
    attendu: { statut: 'OCCUPEE', jusqua: heures(14) },
  },
  {
    nom: 'séjour sans fin prévue : occupée',
    faits: faits({ occupations: [sejour('EN_COURS', -500, null)] }),
    attendu: { statut: 'OCCUPEE', jusqua: null },
  },
  {
    nom: 'séjour dont la fin est passée sans départ : toujours occupée',
    faits: faits({ occupations: [sejour('EN_COURS', -30, -10)] }),
    attendu: { statut: 'OCCUPEE', jusqua: heures(-10) },
  },
  {
    nom: 'séjour en cours avant une réservation : occupée',
    faits: faits({ occupations: [sejour('EN_COURS', -30, 5), tenue(5, 14, 7)] }),
    attendu: { statut: 'OCCUPEE', jusqua: heures(5) },
  },
  {
    nom: 'place tenue : réservée jusqu’à l’heure dite',
    faits: faits({ occupations: [tenue(-1, 14, 1)] }),
    attendu: { statut: 'RESERVEE', jusqua: heures(1) },
  },
  {
    nom: 'place tenue pour cette nuit, entrée à minuit : déjà réservée',
    faits: faits({ occupations: [tenue(2, 14, 4)] }),
    attendu: { statut: 'RESERVEE', jusqua: heures(4) },
  },
  {
    nom: 'tenue dont l’heure est passée : libre, sans que rien ne l’ait effacée',
    faits: faits({ occupations: [tenue(-3, 14, 0)] }),
    attendu: { statut: 'LIBRE', jusqua: null },
  },
  {
    nom: 'tenues dont aucune ne compte plus : libre',
    faits: faits({
      occupations: [
        close(tenue(-3, 14, 2), 'LIBEREE', -2),
        close(tenue(-3, 14, 2), 'CONVERTIE', 0),
        close(tenue(-3, 14, 2), 'EXPIREE', 0),
      ],
    }),
    attendu: { statut: 'LIBRE', jusqua: null },
  },
  {
    nom: 'réservation qui commence à la fin de la nuit : libre ce soir, réservée plus tard',
    faits: faits({ occupations: [tenue(14, 500, 16)] }),
    attendu: { statut: 'RESERVEE_PLUS_TARD', jusqua: heures(14) },
  },
  {
    nom: 'deux réservations à venir : la première',
    faits: faits({ occupations: [tenue(100, 200, 102), tenue(50, 90, 52)] }),
    attendu: { statut: 'RESERVEE_PLUS_TARD', jusqua: heures(50) },
  },
  {
    nom: 'départ sans remise en état demandée : libre',
    faits: faits({ occupations: [parti] }),
    attendu: { statut: 'LIBRE', jusqua: null },
  },
  {
    nom: 'départ, jamais préparée : à préparer',
    faits: faits({ occupations: [aPreparer] }),
    attendu: { statut: 'A_PREPARER', jusqua: null },
  },
  {
    nom: 'préparée avant le départ : à préparer',
    faits: faits({ pretes: [heures(-50)], occupations: [aPreparer] }),
    attendu: { statut: 'A_PREPARER', jusqua: null },
  },
  {
    nom: 'préparée depuis le départ : libre',
    faits: faits({ pretes: [heures(-50), heures(-9)], occupations: [aPreparer] }),
    attendu: { statut: 'LIBRE', jusqua: null },
  },
  {
    nom: 'à préparer et réservée plus tard : à préparer d’abord',
    faits: faits({ occupations: [aPreparer, tenue(50, 90, 52)] }),
    attendu: { statut: 'A_PREPARER', jusqua: null },
  },
  {
    nom: 'à préparer et réservée ce soir : réservée',
    faits: faits({ occupations: [aPreparer, tenue(-1, 14, 1)] }),
    attendu: { statut: 'RESERVEE', jusqua: heures(1) },
  },
  {
    nom: 'arrivée notée par erreur : elle n’a rien occupé',
    faits: faits({ occupations: [sejour('ANNULEE', -2, 14)] }),
    attendu: { statut: 'LIBRE', jusqua: null },
  },
  {
    nom: 'vu d’après, tenue rendue depuis : elle comptait alors',
    faits: faits({ occupations: [close(tenue(-1, 14, 3), 'LIBEREE', 1)] }),
    attendu: { statut: 'RESERVEE', jusqua: heures(3) },
  },
  {
    nom: 'vu d’après, tenue honorée depuis : réservée alors, le séjour n’avait pas commencé',
    faits: faits({ occupations: [close(tenue(-1, 14, 3), 'CONVERTIE', 1), sejour('TERMINEE', 1, 12)] }),
    attendu: { statut: 'RESERVEE', jusqua: heures(3) },
  },
  {
    nom: 'vu d’après, tenue pas encore faite : libre alors',
    faits: faits({ occupations: [{ ...tenue(1, 14, 3), creeLe: heures(1) }] }),
    attendu: { statut: 'LIBRE', jusqua: null },
  },
  {
    nom: 'vu d’après, séjour terminé depuis : occupée alors',
    faits: faits({ occupations: [sejour('TERMINEE', -5, 12)] }),
    attendu: { statut: 'OCCUPEE', jusqua: heures(12) },
  },
  {
    nom: 'vu d’après, préparée depuis : à préparer alors',
    faits: faits({ pretes: [heures(2)], occupations: [aPreparer] }),
    attendu: { statut: 'A_PREPARER', jusqua: null },
  },
  {
    nom: 'vu d’après, rouverte depuis : fermée alors',
    faits: faits({ fermetures: [{ du: heures(-3), au: heures(2), finPrevue: heures(72) }] }),
    attendu: { statut: 'FERMEE', jusqua: heures(2) },
  },
]
