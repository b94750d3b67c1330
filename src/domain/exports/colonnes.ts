import type { PerimetreExport } from './perimetres'

/** How a value is written: a text, a day, a day and hour of Paris, a whole number, a decimal, yes or no. */
export type KindColonne = 'TEXTE' | 'JOUR' | 'INSTANT' | 'ENTIER' | 'DECIMAL' | 'OUI_NON'

/** A column of a file: `cle` in the view of its set of rows, `libelle` on the first line. `largeur` in characters. */
export type ColonneExport = { cle: string; libelle: string; kind: KindColonne; largeur: number }

const largeurs: Record<KindColonne, number> = {
  TEXTE: 22,
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

/** Columns of each file, in order. Nothing here names a person; a test keeps it so. */
export const colonnesExport: Record<PerimetreExport, readonly [ColonneExport, ...ColonneExport[]]> = {
  MARAUDES: [
    column('id', 'Maraude', 'TEXTE', 38),
    column('nuit', 'Nuit', 'JOUR'),
    column('debut', 'Début', 'INSTANT'),
    column('fin', 'Fin', 'INSTANT'),
    column('mode', 'Mode'),
    column('equipe', 'Équipe', 'ENTIER'),
    column('partenaires', 'Partenaires'),
    column('secteur_code', 'Code du secteur'),
    column('secteur', 'Secteur'),
    column('statut', 'Statut'),
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
    column('ambiance', 'Ambiance'),
    column('presence_policiere', 'Police présente', 'OUI_NON'),
    column('mediations', 'Médiations', 'ENTIER'),
    column('connus', 'Contacts connus', 'ENTIER'),
    column('nouveaux', 'Contacts nouveaux', 'ENTIER'),
    column('femmes', 'Dont femmes', 'ENTIER'),
    column('donnees', 'Unités données', 'ENTIER'),
    column('recuperees', 'Unités récupérées', 'ENTIER'),
    column('besoins', 'Besoins', 'ENTIER'),
    column('sans_reponse', 'Besoins sans réponse', 'ENTIER'),
    column('statut', 'Statut'),
  ],
  SEJOURS: [
    column('nuit', 'Entrée', 'JOUR'),
    column('structure', 'Structure'),
    column('dispositif', 'Dispositif'),
    column('nature', 'Nature'),
    column('departement', 'Département'),
    column('place', 'Place'),
    column('sortie_le', 'Sortie', 'JOUR'),
    column('fin_prevue', 'Fin prévue', 'JOUR'),
    column('personnes', 'Personnes', 'ENTIER'),
    column('etat', 'État'),
    column('destination', 'Destination'),
    column('acquis', 'Acquis'),
  ],
  ORIENTATIONS: [
    column('nuit', 'Envoyée le', 'JOUR'),
    column('sens', 'Sens'),
    column('prescripteur', 'Structure qui demande'),
    column('de', 'Depuis'),
    column('structure', 'Structure demandée'),
    column('dispositif', 'Dispositif demandé'),
    column('vers', 'Vers'),
    column('statut', 'Statut'),
    column('motif', 'Motif'),
    column('motif_cote', 'Motif dit par'),
    column('genre', 'Genre'),
    column('tranche_age', 'Âge'),
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
    column('nature', 'Nature'),
    column('statut', 'Statut'),
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
