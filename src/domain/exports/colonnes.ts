import { libellesGenre, libellesTrancheAge } from '@/domain/commun/profil'
import {
  libellesAmbiance,
  libellesMode,
  libellesStatutArret,
  libellesStatutMaraude,
} from '@/domain/maraudes/listes'
import {
  libellesIssue,
  libellesMotifExpiration,
  libellesMotifNonVenue,
  libellesMotifRefus,
  libellesMotifRenoncement,
  libellesMotifRetrait,
} from '@/domain/orientations/motifs'
import { libellesCote, libellesStatutOrientation } from '@/domain/orientations/statuts'
import { type EtatOccupation, libellesAcquis, libellesDestination } from '@/domain/places/place'
import { libellesDispositif, libellesKind, libellesStatut } from '@/domain/structures/libelles'
import type { PerimetreExport } from './perimetres'

/**
 * How a value is written: a text, the words of one code of a closed list or of several, a day, a day and hour of Paris, a whole
 * number, a decimal, yes or no.
 */
export type KindColonne = 'TEXTE' | 'LISTE' | 'LISTES' | 'JOUR' | 'INSTANT' | 'ENTIER' | 'DECIMAL' | 'OUI_NON'

/**
 * A column of a file: `cle` in the view of its set of rows, `libelle` on the first line. `largeur` in characters. `mots`: the words
 * of each code, for a closed list.
 */
export type ColonneExport = {
  cle: string
  libelle: string
  kind: KindColonne
  largeur: number
  mots?: Readonly<Record<string, string>>
}

const largeurs: Record<KindColonne, number> = {
  TEXTE: 22,
  LISTE: 22,
  LISTES: 34,
  JOUR: 12,
  INSTANT: 17,
  ENTIER: 10,
  DECIMAL: 12,
  OUI_NON: 10,
}

function column(
  cle: string,
  libelle: string,
  kind: KindColonne = 'TEXTE',
  largeur = largeurs[kind],
): ColonneExport {
  return { cle, libelle, kind, largeur }
}

function list(cle: string, libelle: string, mots: Readonly<Record<string, string>>): ColonneExport {
  return { ...column(cle, libelle, 'LISTE'), mots }
}

/** Who speaks is beside it: the same column holds why one refuses, renounces, withdraws, does not come, is late or leaves. */
const motifsOrientation = {
  ...libellesMotifExpiration,
  ...libellesMotifNonVenue,
  ...libellesMotifRetrait,
  ...libellesMotifRenoncement,
  ...libellesMotifRefus,
  ...libellesIssue,
}

/** The only states that a file of stays holds. */
const libellesEtatSejour: Record<Extract<EtatOccupation, 'EN_COURS' | 'TERMINEE'>, string> = {
  EN_COURS: 'En cours',
  TERMINEE: 'Terminé',
}

/** Columns of each file, in order. Nothing here names a person; a test keeps it so. */
export const colonnesExport: Record<PerimetreExport, readonly [ColonneExport, ...ColonneExport[]]> = {
  MARAUDES: [
    column('id', 'Maraude', 'TEXTE', 38),
    column('nuit', 'Nuit', 'JOUR'),
    column('debut', 'Début', 'INSTANT'),
    column('fin', 'Fin', 'INSTANT'),
    list('mode', 'Mode', libellesMode),
    column('equipe', 'Équipe', 'ENTIER'),
    column('partenaires', 'Partenaires'),
    column('secteur_code', 'Code du secteur'),
    column('secteur', 'Secteur'),
    list('statut', 'Statut', libellesStatutMaraude),
    column('arrets', 'Arrêts', 'ENTIER'),
    column('contacts', 'Contacts', 'ENTIER'),
  ],
  ARRETS: [
    column('id', 'Arrêt', 'TEXTE', 38),
    column('maraude_id', 'Maraude', 'TEXTE', 38),
    column('nuit', 'Nuit', 'JOUR'),
    column('arrivee', 'Arrivée', 'INSTANT'),
    column('depart', 'Départ', 'INSTANT'),
    column('commune_code', 'Code de la commune'),
    column('commune', 'Commune'),
    column('departement', 'Département'),
    column('structure', 'Structure'),
    list('ambiance', 'Ambiance', libellesAmbiance),
    column('presence_policiere', 'Police présente', 'OUI_NON'),
    column('mediations', 'Médiations', 'ENTIER'),
    column('connus', 'Contacts connus', 'ENTIER'),
    column('nouveaux', 'Contacts nouveaux', 'ENTIER'),
    column('femmes', 'Dont femmes', 'ENTIER'),
    column('donnees', 'Unités données', 'ENTIER'),
    column('recuperees', 'Unités récupérées', 'ENTIER'),
    column('besoins', 'Besoins', 'ENTIER'),
    column('sans_reponse', 'Besoins sans réponse', 'ENTIER'),
    list('statut', 'Statut', libellesStatutArret),
  ],
  SEJOURS: [
    column('nuit', 'Entrée', 'JOUR'),
    column('structure', 'Structure'),
    column('dispositif', 'Dispositif'),
    list('nature', 'Nature', libellesDispositif),
    column('departement', 'Département'),
    column('place', 'Place'),
    column('sortie_le', 'Sortie', 'JOUR'),
    column('fin_prevue', 'Fin prévue', 'JOUR'),
    column('personnes', 'Personnes', 'ENTIER'),
    list('etat', 'État', libellesEtatSejour),
    list('destination', 'Destination', libellesDestination),
    { ...column('acquis', 'Acquis', 'LISTES'), mots: libellesAcquis },
  ],
  ORIENTATIONS: [
    column('nuit', 'Envoyée le', 'JOUR'),
    column('sens', 'Sens'),
    column('prescripteur', 'Structure qui demande'),
    column('de', 'Depuis'),
    column('structure', 'Structure demandée'),
    column('dispositif', 'Dispositif demandé'),
    column('vers', 'Vers'),
    list('statut', 'Statut', libellesStatutOrientation),
    list('motif', 'Motif', motifsOrientation),
    list('motif_cote', 'Motif dit par', libellesCote),
    list('genre', 'Genre', libellesGenre),
    list('tranche_age', 'Âge', libellesTrancheAge),
    column('personnes', 'Personnes', 'ENTIER'),
    column('couple', 'Couple', 'OUI_NON'),
    column('animaux', 'Animaux', 'OUI_NON'),
    column('mobilite', 'Mobilité réduite', 'OUI_NON'),
    column('souhait_le', 'Souhait', 'INSTANT'),
    column('envoyee_le', 'Envoi', 'INSTANT'),
    column('premiere_reponse_le', 'Première réponse', 'INSTANT'),
    column('placee_le', 'Place effective', 'INSTANT'),
  ],
  STRUCTURES: [
    column('slug', 'Code', 'TEXTE', 30),
    column('nom', 'Nom', 'TEXTE', 36),
    list('nature', 'Nature', libellesKind),
    list('statut', 'Statut', libellesStatut),
    column('organisation', 'Organisation'),
    column('commune_code', 'Code de la commune'),
    column('commune', 'Commune'),
    column('departement', 'Département'),
    column('finess', 'FINESS'),
    column('telephone', 'Téléphone'),
    column('adresse', 'Adresse', 'TEXTE', 40),
    column('longitude', 'Longitude', 'DECIMAL'),
    column('latitude', 'Latitude', 'DECIMAL'),
  ],
}
