-- CreateEnum
CREATE TYPE "role" AS ENUM ('INTERVENANT', 'COORDINATEUR', 'MEDIATEUR', 'RESPONSABLE', 'MMPCR', 'LECTEUR', 'ADMIN');

-- CreateEnum
CREATE TYPE "nature_organisation" AS ENUM ('ASSOCIATION', 'COLLECTIVITE', 'ETAT', 'ETABLISSEMENT');

-- CreateEnum
CREATE TYPE "mode_maraude" AS ENUM ('A_PIED', 'CAMION', 'BUS', 'VELO');

-- CreateEnum
CREATE TYPE "statut_maraude" AS ENUM ('EN_COURS', 'CLOSE', 'VALIDEE');

-- CreateEnum
CREATE TYPE "ambiance" AS ENUM ('CALME', 'TENSIONS', 'VIOLENCES');

-- CreateEnum
CREATE TYPE "statut_arret" AS ENUM ('ACTIF', 'REMPLACE', 'EN_CONFLIT');

-- CreateEnum
CREATE TYPE "sens_materiel" AS ENUM ('DONNE', 'RECUPERE');

-- CreateEnum
CREATE TYPE "kind_besoin" AS ENUM ('DORMIR', 'SE_LAVER', 'MANGER', 'SOINS', 'SEVRAGE', 'PSY', 'DROITS', 'PAPIERS', 'TELEPHONE', 'ACTIVITE');

-- CreateEnum
CREATE TYPE "reponse_besoin" AS ENUM ('REPONDU', 'ORIENTE', 'SANS_REPONSE');

-- CreateEnum
CREATE TYPE "kind_incident" AS ENUM ('SURDOSE', 'NALOXONE', 'AES', 'VIOLENCE', 'AUTRE');

-- CreateEnum
CREATE TYPE "genre" AS ENUM ('FEMME', 'HOMME', 'FEMME_TRANS', 'HOMME_TRANS', 'NON_BINAIRE', 'AUTRE', 'NON_RENSEIGNE');

-- CreateEnum
CREATE TYPE "tranche_age" AS ENUM ('MOINS_18', 'DE_18_24', 'DE_25_29', 'DE_30_39', 'DE_40_49', 'DE_50_59', 'PLUS_60', 'INCONNUE');

-- CreateEnum
CREATE TYPE "situation" AS ENUM ('ISOLEE', 'COUPLE', 'FAMILLE', 'MINEUR_ISOLE', 'INCONNUE');

-- CreateEnum
CREATE TYPE "statut_orientation" AS ENUM ('BROUILLON', 'ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE', 'ACCEPTEE', 'REFUSEE', 'RENONCEE', 'RETIREE', 'EXPIREE', 'ARRIVEE', 'NON_VENUE', 'CLOSE');

-- CreateEnum
CREATE TYPE "cote_motif" AS ENUM ('STRUCTURE', 'PERSONNE', 'PRESCRIPTEUR', 'HORLOGE');

-- CreateEnum
CREATE TYPE "echeance" AS ENUM ('CE_SOIR', 'A_DATE');

-- CreateEnum
CREATE TYPE "public_place" AS ENUM ('MIXTE', 'FEMMES', 'HOMMES');

-- CreateEnum
CREATE TYPE "kind_occupation" AS ENUM ('RESERVATION', 'SEJOUR');

-- CreateEnum
CREATE TYPE "etat_occupation" AS ENUM ('TENUE', 'LIBEREE', 'EXPIREE', 'CONVERTIE', 'EN_COURS', 'TERMINEE');

-- CreateEnum
CREATE TYPE "cause_fermeture" AS ENUM ('NUISIBLES', 'TRAVAUX', 'DEGAT', 'PERSONNEL', 'SECURITE', 'SOUS_OCCUPATION', 'AUTRE');

-- CreateEnum
CREATE TYPE "statut_prolongation" AS ENUM ('DEMANDEE', 'ACCORDEE', 'REFUSEE');

-- CreateEnum
CREATE TYPE "destination_sortie" AS ENUM ('RUE', 'URGENCE', 'SEJOUR_CONTINU', 'HOTEL', 'HEBERGEMENT', 'LOGEMENT', 'SOIN', 'TIERS', 'INCARCERATION', 'DECES', 'INCONNUE');

-- CreateEnum
CREATE TYPE "kind_structure" AS ENUM ('CAARUD', 'CSAPA', 'HSA', 'ESPACE_REPOS', 'HEBERGEMENT', 'HEBERGEMENT_HOTELIER', 'LAM', 'LHSS', 'ACT', 'CHRS', 'MARAUDE', 'MEDIATION', 'COORDINATION', 'AUTRE');

-- CreateEnum
CREATE TYPE "statut_structure" AS ENUM ('ANNONCEE', 'CONTESTEE', 'OUVERTE', 'SUSPENDUE', 'FERMEE');

-- CreateEnum
CREATE TYPE "kind_dispositif" AS ENUM ('URGENCE', 'CONTINU', 'REPOS', 'HOTEL', 'PAVILLON', 'HEBERGEMENT', 'LITS_MEDICALISES', 'CONSOMMATION', 'AMBULATOIRE', 'AUTOMATE', 'MOBILE');

-- CreateEnum
CREATE TYPE "mode_capacite" AS ENUM ('NUIT', 'JOUR_NUIT', 'SIMULTANEE', 'PAR_JOUR');

-- CreateEnum
CREATE TYPE "verdict" AS ENUM ('APPLIQUE', 'EN_ATTENTE', 'QUARANTAINE');

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "nature" "nature_organisation" NOT NULL,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "creee_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comptes" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "courriel" TEXT NOT NULL,
    "fonction" TEXT NOT NULL,
    "mot_de_passe" TEXT,
    "totp" TEXT,
    "actif" BOOLEAN NOT NULL DEFAULT true,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "comptes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attributions" (
    "id" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "structure_id" UUID,

    CONSTRAINT "attributions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "creee_le" TIMESTAMPTZ(3) NOT NULL,
    "vue_le" TIMESTAMPTZ(3) NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "revoquee_le" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tentatives" (
    "id" UUID NOT NULL,
    "compte" TEXT NOT NULL,
    "adresse" TEXT NOT NULL,
    "appareil_connu" BOOLEAN NOT NULL,
    "reussie" BOOLEAN NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tentatives_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appareils" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "libelle" TEXT,
    "premier_contact_le" TIMESTAMPTZ(3) NOT NULL,
    "dernier_contact_le" TIMESTAMPTZ(3) NOT NULL,
    "sequence_max" INTEGER NOT NULL DEFAULT 0,
    "en_attente" INTEGER NOT NULL DEFAULT 0,
    "enrole_le" TIMESTAMPTZ(3),
    "revoque_le" TIMESTAMPTZ(3),

    CONSTRAINT "appareils_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" UUID NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,
    "compte_id" UUID,
    "organisation_id" UUID,
    "action" TEXT NOT NULL,
    "objet" TEXT,
    "objet_id" TEXT,
    "refus" TEXT,
    "details" JSONB,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exports" (
    "id" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "indicateur" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "parametres" JSONB NOT NULL,
    "empreinte" CHAR(64) NOT NULL,
    "lignes" INTEGER NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maraudes" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "auteur_id" UUID NOT NULL,
    "appareil_id" UUID,
    "partenaires" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "equipe" SMALLINT NOT NULL,
    "mode" "mode_maraude" NOT NULL,
    "secteur_code" CHAR(5),
    "debut" TIMESTAMPTZ(3) NOT NULL,
    "fin" TIMESTAMPTZ(3),
    "nuit" DATE NOT NULL,
    "statut" "statut_maraude" NOT NULL,
    "transmission" TEXT,
    "schema_version" INTEGER NOT NULL,
    "recue_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "maraudes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "arrets" (
    "id" UUID NOT NULL,
    "maraude_id" UUID NOT NULL,
    "commune_code" CHAR(5) NOT NULL,
    "structure_id" UUID,
    "cellule" TEXT,
    "lieu" TEXT,
    "arrivee" TIMESTAMPTZ(3) NOT NULL,
    "depart" TIMESTAMPTZ(3),
    "ambiance" "ambiance",
    "presence_policiere" BOOLEAN,
    "mediations" SMALLINT NOT NULL DEFAULT 0,
    "note" TEXT,
    "remplace_id" UUID,
    "statut" "statut_arret" NOT NULL DEFAULT 'ACTIF',

    CONSTRAINT "arrets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rencontres" (
    "id" UUID NOT NULL,
    "arret_id" UUID NOT NULL,
    "genre" "genre" NOT NULL,
    "tranche_age" "tranche_age" NOT NULL,
    "situation" "situation" NOT NULL,
    "connus" SMALLINT NOT NULL DEFAULT 0,
    "nouveaux" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "rencontres_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "articles" (
    "code" TEXT NOT NULL,
    "libelle" TEXT NOT NULL,
    "groupe" TEXT NOT NULL,
    "unite" TEXT NOT NULL,
    "actif" BOOLEAN NOT NULL DEFAULT true,
    "ordre" SMALLINT NOT NULL,

    CONSTRAINT "articles_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "kit_contenus" (
    "kit_code" TEXT NOT NULL,
    "article_code" TEXT NOT NULL,
    "quantite" SMALLINT NOT NULL,

    CONSTRAINT "kit_contenus_pkey" PRIMARY KEY ("kit_code","article_code")
);

-- CreateTable
CREATE TABLE "materiels" (
    "id" UUID NOT NULL,
    "arret_id" UUID NOT NULL,
    "article_code" TEXT NOT NULL,
    "sens" "sens_materiel" NOT NULL,
    "quantite" INTEGER NOT NULL,

    CONSTRAINT "materiels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "besoins" (
    "id" UUID NOT NULL,
    "arret_id" UUID NOT NULL,
    "kind" "kind_besoin" NOT NULL,
    "personnes" SMALLINT NOT NULL,
    "reponse" "reponse_besoin" NOT NULL,
    "cause" TEXT,

    CONSTRAINT "besoins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incidents" (
    "id" UUID NOT NULL,
    "arret_id" UUID NOT NULL,
    "kind" "kind_incident" NOT NULL,
    "personnes" SMALLINT NOT NULL DEFAULT 1,
    "doses" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages_rdr" (
    "id" UUID NOT NULL,
    "arret_id" UUID NOT NULL,
    "carte" TEXT NOT NULL,
    "personnes" SMALLINT NOT NULL,

    CONSTRAINT "messages_rdr_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "couvertures" (
    "maraude_id" UUID NOT NULL,
    "cellule" TEXT NOT NULL,
    "minutes" SMALLINT NOT NULL,
    "passages" SMALLINT NOT NULL,

    CONSTRAINT "couvertures_pkey" PRIMARY KEY ("maraude_id","cellule")
);

-- CreateTable
CREATE TABLE "personnes" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "genre" "genre" NOT NULL,
    "tranche_age" "tranche_age" NOT NULL,
    "situation" "situation" NOT NULL,
    "creee_le" TIMESTAMPTZ(3) NOT NULL,
    "dernier_contact_le" TIMESTAMPTZ(3) NOT NULL,
    "anonymisee_le" TIMESTAMPTZ(3),

    CONSTRAINT "personnes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orientations" (
    "id" UUID NOT NULL,
    "prescripteur_structure_id" UUID NOT NULL,
    "prescripteur_organisation_id" UUID NOT NULL,
    "prescripteur_departement" CHAR(2) NOT NULL DEFAULT '',
    "auteur_id" UUID NOT NULL,
    "receveur_dispositif_id" UUID,
    "receveur_organisation_id" UUID,
    "responsable_id" UUID NOT NULL,
    "suivi_fini_le" TIMESTAMPTZ(3),
    "statut" "statut_orientation" NOT NULL,
    "personne_id" UUID,
    "genre" "genre" NOT NULL,
    "tranche_age" "tranche_age" NOT NULL,
    "personnes" SMALLINT NOT NULL DEFAULT 1,
    "couple" BOOLEAN NOT NULL DEFAULT false,
    "animaux" BOOLEAN NOT NULL DEFAULT false,
    "mobilite" BOOLEAN NOT NULL DEFAULT false,
    "femmes_seulement" BOOLEAN NOT NULL DEFAULT false,
    "echeance" "echeance" NOT NULL,
    "pour_le" DATE,
    "regles" JSONB,
    "arret_id" UUID,
    "souhait_le" TIMESTAMPTZ(3) NOT NULL,
    "envoyee_le" TIMESTAMPTZ(3),
    "premiere_reponse_le" TIMESTAMPTZ(3),
    "placee_le" TIMESTAMPTZ(3),
    "motif" TEXT,
    "motif_cote" "cote_motif",
    "suite" TEXT,
    "rang" INTEGER,
    "creee_le" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "orientations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "orientation_evenements" (
    "id" UUID NOT NULL,
    "orientation_id" UUID NOT NULL,
    "de" "statut_orientation",
    "vers" "statut_orientation" NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,
    "compte_id" UUID,
    "cote" "cote_motif" NOT NULL,
    "motif" TEXT,
    "details" JSONB,

    CONSTRAINT "orientation_evenements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consentements" (
    "id" UUID NOT NULL,
    "orientation_id" UUID NOT NULL,
    "portee" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,
    "recueilli_par" UUID NOT NULL,
    "retire_le" TIMESTAMPTZ(3),

    CONSTRAINT "consentements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "places" (
    "id" UUID NOT NULL,
    "dispositif_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "libelle" TEXT NOT NULL,
    "chambre" TEXT,
    "couchages" SMALLINT NOT NULL DEFAULT 1,
    "public" "public_place" NOT NULL DEFAULT 'MIXTE',
    "couple" BOOLEAN NOT NULL DEFAULT false,
    "animaux" BOOLEAN NOT NULL DEFAULT false,
    "plain_pied" BOOLEAN NOT NULL DEFAULT false,
    "anonyme" BOOLEAN NOT NULL DEFAULT false,
    "du" TIMESTAMPTZ(3) NOT NULL,
    "au" TIMESTAMPTZ(3),
    "prete_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fermetures" (
    "id" UUID NOT NULL,
    "place_id" UUID,
    "dispositif_id" UUID,
    "cause" "cause_fermeture" NOT NULL,
    "du" TIMESTAMPTZ(3) NOT NULL,
    "au" TIMESTAMPTZ(3),
    "fin_prevue" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "fermetures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contingents" (
    "id" UUID NOT NULL,
    "dispositif_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "places" INTEGER NOT NULL,
    "du" TIMESTAMPTZ(3) NOT NULL,
    "au" TIMESTAMPTZ(3),
    "retour" SMALLINT,

    CONSTRAINT "contingents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occupations" (
    "id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "departement" CHAR(2) NOT NULL DEFAULT '',
    "kind" "kind_occupation" NOT NULL,
    "etat" "etat_occupation" NOT NULL,
    "debut" TIMESTAMPTZ(3) NOT NULL,
    "fin" TIMESTAMPTZ(3),
    "expire_le" TIMESTAMPTZ(3),
    "fin_prevue" TIMESTAMPTZ(3),
    "personnes" SMALLINT NOT NULL DEFAULT 1,
    "orientation_id" UUID,
    "personne_id" UUID,
    "prescripteur_id" UUID,
    "reservation_id" UUID,
    "cree_par" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "occupations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prolongations" (
    "id" UUID NOT NULL,
    "occupation_id" UUID NOT NULL,
    "jours" INTEGER NOT NULL,
    "motif" TEXT NOT NULL,
    "statut" "statut_prolongation" NOT NULL DEFAULT 'DEMANDEE',
    "reponse" TEXT,
    "suite" TEXT,
    "demandee_le" TIMESTAMPTZ(3) NOT NULL,
    "repondue_le" TIMESTAMPTZ(3),

    CONSTRAINT "prolongations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sorties" (
    "id" UUID NOT NULL,
    "occupation_id" UUID NOT NULL,
    "destination" "destination_sortie" NOT NULL,
    "motif" TEXT NOT NULL,
    "acquis" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "le" TIMESTAMPTZ(3) NOT NULL,
    "verifiee_3_mois" BOOLEAN,
    "verifiee_6_mois" BOOLEAN,

    CONSTRAINT "sorties_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observations_disponibilite" (
    "id" UUID NOT NULL,
    "dispositif_id" UUID NOT NULL,
    "libres" INTEGER NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "observations_disponibilite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marches" (
    "id" UUID NOT NULL,
    "parcours" TEXT NOT NULL,
    "ordre" SMALLINT NOT NULL,
    "nom" TEXT NOT NULL,
    "dispositifs" "kind_dispositif"[],
    "duree_min" INTEGER,
    "duree_max" INTEGER,

    CONSTRAINT "marches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "structures" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "kind" "kind_structure" NOT NULL,
    "statut" "statut_structure" NOT NULL,
    "commune_code" CHAR(5),
    "departement" CHAR(2) NOT NULL,
    "confidentiel" BOOLEAN NOT NULL DEFAULT false,
    "finess" CHAR(9),
    "telephone" TEXT,
    "financeurs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "publics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "langues" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "services" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "description" TEXT,
    "depuis" INTEGER,
    "a_verifier" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "source" TEXT,
    "confirmee_le" TIMESTAMPTZ(3),
    "creee_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "structures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adresses_structure" (
    "id" UUID NOT NULL,
    "structure_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "confidentielle" BOOLEAN NOT NULL DEFAULT true,
    "adresse" TEXT NOT NULL,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "du" DATE,
    "au" DATE,
    "source" TEXT,

    CONSTRAINT "adresses_structure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plages_horaires" (
    "id" UUID NOT NULL,
    "structure_id" UUID NOT NULL,
    "dispositif_id" UUID,
    "jour" SMALLINT NOT NULL,
    "ouvre" SMALLINT NOT NULL,
    "ferme" SMALLINT NOT NULL,
    "du" DATE,
    "au" DATE,

    CONSTRAINT "plages_horaires_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exceptions_horaires" (
    "id" UUID NOT NULL,
    "structure_id" UUID NOT NULL,
    "jour" DATE NOT NULL,
    "ouvre" SMALLINT,
    "ferme" SMALLINT,
    "motif" TEXT NOT NULL,

    CONSTRAINT "exceptions_horaires_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispositifs" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "structure_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "departement" CHAR(2) NOT NULL DEFAULT '',
    "kind" "kind_dispositif" NOT NULL,
    "nom" TEXT NOT NULL,
    "statut" "statut_structure" NOT NULL,
    "oriente" BOOLEAN NOT NULL DEFAULT false,
    "duree_tenue" INTEGER NOT NULL DEFAULT 120,
    "remise_en_etat" BOOLEAN NOT NULL DEFAULT false,
    "financeurs" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "fin_financement" DATE,

    CONSTRAINT "dispositifs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capacites" (
    "id" UUID NOT NULL,
    "dispositif_id" UUID NOT NULL,
    "mode" "mode_capacite" NOT NULL,
    "places" INTEGER NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE,
    "source" TEXT,

    CONSTRAINT "capacites_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regles_sejour" (
    "id" UUID NOT NULL,
    "dispositif_id" UUID NOT NULL,
    "entree" SMALLINT,
    "sortie" SMALLINT,
    "duree_min" INTEGER,
    "duree_max" INTEGER,
    "renouvellements" INTEGER,
    "revue_tous_les" INTEGER,
    "preavis" INTEGER,
    "du" DATE NOT NULL,
    "au" DATE,

    CONSTRAINT "regles_sejour_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operations" (
    "id" UUID NOT NULL,
    "appareil_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "auteur_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "empreinte" CHAR(64) NOT NULL,
    "verdict" "verdict" NOT NULL,
    "motif" TEXT,
    "attend_id" UUID,
    "corps" JSONB,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "decalage" INTEGER NOT NULL DEFAULT 0,
    "recue_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "operations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation_conflits" (
    "id" UUID NOT NULL,
    "operation_id" UUID NOT NULL,
    "empreinte" CHAR(64) NOT NULL,
    "corps" JSONB NOT NULL,
    "recue_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "operation_conflits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "communes" (
    "code" CHAR(5) NOT NULL,
    "nom" TEXT NOT NULL,
    "departement" CHAR(2) NOT NULL,
    "arrondissement" CHAR(3),
    "ept" CHAR(9),
    "population" INTEGER NOT NULL,
    "surface" INTEGER NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "communes_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "contours" (
    "code" CHAR(5) NOT NULL,
    "geometrie" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "importe_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "contours_pkey" PRIMARY KEY ("code")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisations_slug_key" ON "organisations"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "comptes_courriel_key" ON "comptes"("courriel");

-- CreateIndex
CREATE INDEX "attributions_compte_id_idx" ON "attributions"("compte_id");

-- CreateIndex
CREATE INDEX "sessions_compte_id_idx" ON "sessions"("compte_id");

-- CreateIndex
CREATE INDEX "tentatives_compte_le_idx" ON "tentatives"("compte", "le");

-- CreateIndex
CREATE INDEX "tentatives_adresse_le_idx" ON "tentatives"("adresse", "le");

-- CreateIndex
CREATE INDEX "journal_le_idx" ON "journal"("le");

-- CreateIndex
CREATE INDEX "journal_objet_objet_id_idx" ON "journal"("objet", "objet_id");

-- CreateIndex
CREATE INDEX "exports_compte_id_cree_le_idx" ON "exports"("compte_id", "cree_le");

-- CreateIndex
CREATE INDEX "maraudes_nuit_idx" ON "maraudes"("nuit");

-- CreateIndex
CREATE INDEX "maraudes_organisation_id_debut_idx" ON "maraudes"("organisation_id", "debut");

-- CreateIndex
CREATE INDEX "arrets_maraude_id_idx" ON "arrets"("maraude_id");

-- CreateIndex
CREATE INDEX "arrets_commune_code_arrivee_idx" ON "arrets"("commune_code", "arrivee");

-- CreateIndex
CREATE INDEX "arrets_remplace_id_idx" ON "arrets"("remplace_id");

-- CreateIndex
CREATE UNIQUE INDEX "rencontres_arret_id_genre_tranche_age_situation_key" ON "rencontres"("arret_id", "genre", "tranche_age", "situation");

-- CreateIndex
CREATE UNIQUE INDEX "materiels_arret_id_article_code_sens_key" ON "materiels"("arret_id", "article_code", "sens");

-- CreateIndex
CREATE INDEX "besoins_arret_id_idx" ON "besoins"("arret_id");

-- CreateIndex
CREATE INDEX "incidents_arret_id_idx" ON "incidents"("arret_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_rdr_arret_id_carte_key" ON "messages_rdr"("arret_id", "carte");

-- CreateIndex
CREATE UNIQUE INDEX "personnes_code_key" ON "personnes"("code");

-- CreateIndex
CREATE UNIQUE INDEX "personnes_id_organisation_id_key" ON "personnes"("id", "organisation_id");

-- CreateIndex
CREATE INDEX "orientations_prescripteur_organisation_id_statut_idx" ON "orientations"("prescripteur_organisation_id", "statut");

-- CreateIndex
CREATE INDEX "orientations_receveur_dispositif_id_statut_idx" ON "orientations"("receveur_dispositif_id", "statut");

-- CreateIndex
CREATE INDEX "orientations_personne_id_idx" ON "orientations"("personne_id");

-- CreateIndex
CREATE INDEX "orientation_evenements_orientation_id_idx" ON "orientation_evenements"("orientation_id");

-- CreateIndex
CREATE UNIQUE INDEX "consentements_orientation_id_key" ON "consentements"("orientation_id");

-- CreateIndex
CREATE UNIQUE INDEX "places_id_organisation_id_key" ON "places"("id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "places_dispositif_id_libelle_key" ON "places"("dispositif_id", "libelle");

-- CreateIndex
CREATE INDEX "fermetures_place_id_idx" ON "fermetures"("place_id");

-- CreateIndex
CREATE INDEX "fermetures_dispositif_id_idx" ON "fermetures"("dispositif_id");

-- CreateIndex
CREATE INDEX "contingents_dispositif_id_idx" ON "contingents"("dispositif_id");

-- CreateIndex
CREATE UNIQUE INDEX "occupations_reservation_id_key" ON "occupations"("reservation_id");

-- CreateIndex
CREATE INDEX "occupations_place_id_debut_idx" ON "occupations"("place_id", "debut");

-- CreateIndex
CREATE INDEX "occupations_orientation_id_idx" ON "occupations"("orientation_id");

-- CreateIndex
CREATE INDEX "occupations_personne_id_idx" ON "occupations"("personne_id");

-- CreateIndex
CREATE INDEX "prolongations_occupation_id_idx" ON "prolongations"("occupation_id");

-- CreateIndex
CREATE UNIQUE INDEX "sorties_occupation_id_key" ON "sorties"("occupation_id");

-- CreateIndex
CREATE INDEX "observations_disponibilite_dispositif_id_le_idx" ON "observations_disponibilite"("dispositif_id", "le");

-- CreateIndex
CREATE UNIQUE INDEX "marches_parcours_ordre_key" ON "marches"("parcours", "ordre");

-- CreateIndex
CREATE UNIQUE INDEX "structures_slug_key" ON "structures"("slug");

-- CreateIndex
CREATE INDEX "structures_kind_idx" ON "structures"("kind");

-- CreateIndex
CREATE INDEX "structures_commune_code_idx" ON "structures"("commune_code");

-- CreateIndex
CREATE UNIQUE INDEX "structures_id_organisation_id_key" ON "structures"("id", "organisation_id");

-- CreateIndex
CREATE INDEX "adresses_structure_structure_id_idx" ON "adresses_structure"("structure_id");

-- CreateIndex
CREATE INDEX "plages_horaires_structure_id_idx" ON "plages_horaires"("structure_id");

-- CreateIndex
CREATE UNIQUE INDEX "exceptions_horaires_structure_id_jour_key" ON "exceptions_horaires"("structure_id", "jour");

-- CreateIndex
CREATE UNIQUE INDEX "dispositifs_slug_key" ON "dispositifs"("slug");

-- CreateIndex
CREATE INDEX "dispositifs_structure_id_idx" ON "dispositifs"("structure_id");

-- CreateIndex
CREATE UNIQUE INDEX "dispositifs_id_organisation_id_key" ON "dispositifs"("id", "organisation_id");

-- CreateIndex
CREATE INDEX "capacites_dispositif_id_idx" ON "capacites"("dispositif_id");

-- CreateIndex
CREATE INDEX "regles_sejour_dispositif_id_idx" ON "regles_sejour"("dispositif_id");

-- CreateIndex
CREATE INDEX "operations_appareil_id_sequence_idx" ON "operations"("appareil_id", "sequence");

-- CreateIndex
CREATE INDEX "operations_attend_id_idx" ON "operations"("attend_id");

-- CreateIndex
CREATE UNIQUE INDEX "operation_conflits_operation_id_empreinte_key" ON "operation_conflits"("operation_id", "empreinte");

-- CreateIndex
CREATE UNIQUE INDEX "communes_code_departement_key" ON "communes"("code", "departement");

-- AddForeignKey
ALTER TABLE "comptes" ADD CONSTRAINT "comptes_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appareils" ADD CONSTRAINT "appareils_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exports" ADD CONSTRAINT "exports_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maraudes" ADD CONSTRAINT "maraudes_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maraudes" ADD CONSTRAINT "maraudes_auteur_id_fkey" FOREIGN KEY ("auteur_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maraudes" ADD CONSTRAINT "maraudes_secteur_code_fkey" FOREIGN KEY ("secteur_code") REFERENCES "communes"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrets" ADD CONSTRAINT "arrets_maraude_id_fkey" FOREIGN KEY ("maraude_id") REFERENCES "maraudes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrets" ADD CONSTRAINT "arrets_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "communes"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrets" ADD CONSTRAINT "arrets_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "arrets" ADD CONSTRAINT "arrets_remplace_id_fkey" FOREIGN KEY ("remplace_id") REFERENCES "arrets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rencontres" ADD CONSTRAINT "rencontres_arret_id_fkey" FOREIGN KEY ("arret_id") REFERENCES "arrets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kit_contenus" ADD CONSTRAINT "kit_contenus_kit_code_fkey" FOREIGN KEY ("kit_code") REFERENCES "articles"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kit_contenus" ADD CONSTRAINT "kit_contenus_article_code_fkey" FOREIGN KEY ("article_code") REFERENCES "articles"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "materiels" ADD CONSTRAINT "materiels_arret_id_fkey" FOREIGN KEY ("arret_id") REFERENCES "arrets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "materiels" ADD CONSTRAINT "materiels_article_code_fkey" FOREIGN KEY ("article_code") REFERENCES "articles"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "besoins" ADD CONSTRAINT "besoins_arret_id_fkey" FOREIGN KEY ("arret_id") REFERENCES "arrets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_arret_id_fkey" FOREIGN KEY ("arret_id") REFERENCES "arrets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages_rdr" ADD CONSTRAINT "messages_rdr_arret_id_fkey" FOREIGN KEY ("arret_id") REFERENCES "arrets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "couvertures" ADD CONSTRAINT "couvertures_maraude_id_fkey" FOREIGN KEY ("maraude_id") REFERENCES "maraudes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "personnes" ADD CONSTRAINT "personnes_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orientations" ADD CONSTRAINT "orientations_prescripteur_structure_id_prescripteur_organi_fkey" FOREIGN KEY ("prescripteur_structure_id", "prescripteur_organisation_id") REFERENCES "structures"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orientations" ADD CONSTRAINT "orientations_responsable_id_fkey" FOREIGN KEY ("responsable_id") REFERENCES "structures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orientations" ADD CONSTRAINT "orientations_receveur_dispositif_id_receveur_organisation__fkey" FOREIGN KEY ("receveur_dispositif_id", "receveur_organisation_id") REFERENCES "dispositifs"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orientations" ADD CONSTRAINT "orientations_personne_id_prescripteur_organisation_id_fkey" FOREIGN KEY ("personne_id", "prescripteur_organisation_id") REFERENCES "personnes"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orientations" ADD CONSTRAINT "orientations_arret_id_fkey" FOREIGN KEY ("arret_id") REFERENCES "arrets"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "orientation_evenements" ADD CONSTRAINT "orientation_evenements_orientation_id_fkey" FOREIGN KEY ("orientation_id") REFERENCES "orientations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consentements" ADD CONSTRAINT "consentements_orientation_id_fkey" FOREIGN KEY ("orientation_id") REFERENCES "orientations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "places" ADD CONSTRAINT "places_dispositif_id_organisation_id_fkey" FOREIGN KEY ("dispositif_id", "organisation_id") REFERENCES "dispositifs"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fermetures" ADD CONSTRAINT "fermetures_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fermetures" ADD CONSTRAINT "fermetures_dispositif_id_fkey" FOREIGN KEY ("dispositif_id") REFERENCES "dispositifs"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contingents" ADD CONSTRAINT "contingents_dispositif_id_fkey" FOREIGN KEY ("dispositif_id") REFERENCES "dispositifs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contingents" ADD CONSTRAINT "contingents_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_place_id_organisation_id_fkey" FOREIGN KEY ("place_id", "organisation_id") REFERENCES "places"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_orientation_id_fkey" FOREIGN KEY ("orientation_id") REFERENCES "orientations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_personne_id_fkey" FOREIGN KEY ("personne_id") REFERENCES "personnes"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_reservation_id_fkey" FOREIGN KEY ("reservation_id") REFERENCES "occupations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prolongations" ADD CONSTRAINT "prolongations_occupation_id_fkey" FOREIGN KEY ("occupation_id") REFERENCES "occupations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sorties" ADD CONSTRAINT "sorties_occupation_id_fkey" FOREIGN KEY ("occupation_id") REFERENCES "occupations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observations_disponibilite" ADD CONSTRAINT "observations_disponibilite_dispositif_id_fkey" FOREIGN KEY ("dispositif_id") REFERENCES "dispositifs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "structures" ADD CONSTRAINT "structures_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "structures" ADD CONSTRAINT "structures_commune_code_departement_fkey" FOREIGN KEY ("commune_code", "departement") REFERENCES "communes"("code", "departement") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adresses_structure" ADD CONSTRAINT "adresses_structure_structure_id_organisation_id_fkey" FOREIGN KEY ("structure_id", "organisation_id") REFERENCES "structures"("id", "organisation_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plages_horaires" ADD CONSTRAINT "plages_horaires_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structures"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plages_horaires" ADD CONSTRAINT "plages_horaires_dispositif_id_fkey" FOREIGN KEY ("dispositif_id") REFERENCES "dispositifs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exceptions_horaires" ADD CONSTRAINT "exceptions_horaires_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structures"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispositifs" ADD CONSTRAINT "dispositifs_structure_id_organisation_id_fkey" FOREIGN KEY ("structure_id", "organisation_id") REFERENCES "structures"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capacites" ADD CONSTRAINT "capacites_dispositif_id_fkey" FOREIGN KEY ("dispositif_id") REFERENCES "dispositifs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regles_sejour" ADD CONSTRAINT "regles_sejour_dispositif_id_fkey" FOREIGN KEY ("dispositif_id") REFERENCES "dispositifs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_conflits" ADD CONSTRAINT "operation_conflits_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contours" ADD CONSTRAINT "contours_code_fkey" FOREIGN KEY ("code") REFERENCES "communes"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Ce que le schéma ne sait pas dire : règles d'une ligne, exclusions, ajouts seuls, sécurité par ligne, territoire, catalogue.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- 1. Règles qu'une ligne peut enfreindre

ALTER TABLE comptes ADD CONSTRAINT comptes_courriel_minuscule CHECK (courriel = lower(courriel) AND courriel LIKE '%_@_%');
CREATE UNIQUE INDEX attributions_une_fois ON attributions (compte_id, role, coalesce(structure_id, '00000000-0000-0000-0000-000000000000'::uuid));
ALTER TABLE sessions ADD CONSTRAINT sessions_ordre CHECK (expire_le > creee_le);
ALTER TABLE appareils ADD CONSTRAINT appareils_compte CHECK (sequence_max >= 0 AND en_attente >= 0);

ALTER TABLE communes ADD CONSTRAINT communes_territoire CHECK (departement IN ('75', '93') AND left(code, 2) = departement);
ALTER TABLE structures ADD CONSTRAINT structures_territoire CHECK (departement IN ('75', '93'));
ALTER TABLE adresses_structure ADD CONSTRAINT adresses_point CHECK ((longitude IS NULL) = (latitude IS NULL));
ALTER TABLE adresses_structure ADD CONSTRAINT adresses_ordre CHECK (au > du);
ALTER TABLE plages_horaires ADD CONSTRAINT plages_jour CHECK (jour BETWEEN 1 AND 7);
ALTER TABLE plages_horaires ADD CONSTRAINT plages_heures CHECK (ouvre BETWEEN 0 AND 1439 AND ferme > ouvre AND ferme <= ouvre + 1440);
ALTER TABLE plages_horaires ADD CONSTRAINT plages_ordre CHECK (au > du);
ALTER TABLE exceptions_horaires ADD CONSTRAINT exceptions_heures
  CHECK ((ouvre IS NULL) = (ferme IS NULL) AND (ouvre IS NULL OR (ouvre BETWEEN 0 AND 1439 AND ferme > ouvre AND ferme <= ouvre + 1440)));
ALTER TABLE dispositifs ADD CONSTRAINT dispositifs_duree_tenue CHECK (duree_tenue BETWEEN 5 AND 43200);

ALTER TABLE capacites ADD CONSTRAINT capacites_ordre CHECK (au > du);
ALTER TABLE capacites ADD CONSTRAINT capacites_nombre CHECK (places BETWEEN 0 AND 10000);
ALTER TABLE capacites ADD CONSTRAINT capacites_sans_recouvrement
  EXCLUDE USING gist (dispositif_id WITH =, mode WITH =, daterange(du, au) WITH &&) WHERE (places >= 0);

ALTER TABLE regles_sejour ADD CONSTRAINT regles_ordre CHECK (au > du);
ALTER TABLE regles_sejour ADD CONSTRAINT regles_durees
  CHECK (coalesce(duree_min, 0) >= 0 AND coalesce(duree_max, 1) > 0 AND (duree_min IS NULL OR duree_max IS NULL OR duree_max >= duree_min));
ALTER TABLE regles_sejour ADD CONSTRAINT regles_heures
  CHECK (coalesce(entree, 0) BETWEEN 0 AND 1439 AND coalesce(sortie, 0) BETWEEN 0 AND 1439);
ALTER TABLE regles_sejour ADD CONSTRAINT regles_sans_recouvrement
  EXCLUDE USING gist (dispositif_id WITH =, daterange(du, au) WITH &&) WHERE (du IS NOT NULL);

ALTER TABLE places ADD CONSTRAINT places_couchages CHECK (couchages BETWEEN 1 AND 2 AND (NOT couple OR couchages = 2));
ALTER TABLE places ADD CONSTRAINT places_ordre CHECK (au > du);
ALTER TABLE fermetures ADD CONSTRAINT fermetures_une_cible CHECK (num_nonnulls(place_id, dispositif_id) = 1);
ALTER TABLE fermetures ADD CONSTRAINT fermetures_ordre CHECK (au > du);
ALTER TABLE contingents ADD CONSTRAINT contingents_nombre CHECK (places > 0);
ALTER TABLE contingents ADD CONSTRAINT contingents_ordre CHECK (au > du);
ALTER TABLE contingents ADD CONSTRAINT contingents_retour CHECK (retour BETWEEN 0 AND 1439);
ALTER TABLE observations_disponibilite ADD CONSTRAINT observations_nombre CHECK (libres BETWEEN 0 AND 10000);

ALTER TABLE occupations ADD CONSTRAINT occupations_ordre CHECK (fin > debut);
ALTER TABLE occupations ADD CONSTRAINT occupations_etat
  CHECK (CASE kind WHEN 'RESERVATION' THEN etat IN ('TENUE', 'LIBEREE', 'EXPIREE', 'CONVERTIE') ELSE etat IN ('EN_COURS', 'TERMINEE') END);
ALTER TABLE occupations ADD CONSTRAINT occupations_tenue_expire CHECK (kind <> 'RESERVATION' OR expire_le IS NOT NULL);
ALTER TABLE occupations ADD CONSTRAINT occupations_terminee_finie CHECK (etat <> 'TERMINEE' OR fin IS NOT NULL);
ALTER TABLE occupations ADD CONSTRAINT occupations_personnes CHECK (personnes BETWEEN 1 AND 2);
-- Jamais deux occupations vivantes d'une place au même instant. Demi-ouvert : un départ et une arrivée à la même heure vont bien.
ALTER TABLE occupations ADD CONSTRAINT occupations_sans_recouvrement
  EXCLUDE USING gist (place_id WITH =, tstzrange(debut, fin) WITH &&) WHERE (etat IN ('TENUE', 'EN_COURS', 'TERMINEE'));
-- Une orientation n'obtient qu'une place à la fois, même si deux personnes l'acceptent ensemble.
CREATE UNIQUE INDEX occupations_une_par_orientation ON occupations (orientation_id) WHERE etat IN ('TENUE', 'EN_COURS');
CREATE INDEX occupations_vivantes ON occupations (place_id, debut) WHERE etat IN ('TENUE', 'EN_COURS');
CREATE INDEX occupations_periode ON occupations USING gist (tstzrange(debut, fin)) WHERE etat IN ('EN_COURS', 'TERMINEE');

ALTER TABLE prolongations ADD CONSTRAINT prolongations_jours CHECK (jours BETWEEN 1 AND 1000);
ALTER TABLE prolongations ADD CONSTRAINT prolongations_reponse CHECK ((statut = 'DEMANDEE') = (repondue_le IS NULL));
ALTER TABLE prolongations ADD CONSTRAINT prolongations_refus_motive CHECK (statut <> 'REFUSEE' OR (reponse IS NOT NULL AND suite IS NOT NULL));
CREATE UNIQUE INDEX prolongations_une_en_cours ON prolongations (occupation_id) WHERE statut = 'DEMANDEE';
ALTER TABLE marches ADD CONSTRAINT marches_ordre CHECK (ordre >= 1);

ALTER TABLE personnes ADD CONSTRAINT personnes_code CHECK (code ~ '^[A-HJ-NP-Z2-9]{2}-[A-HJ-NP-Z2-9]{3}$');
-- Pas de dossier pour un mineur : il est orienté vers la protection de l'enfance, jamais enregistré.
ALTER TABLE personnes ADD CONSTRAINT personnes_majeures CHECK (tranche_age <> 'MOINS_18' AND situation <> 'MINEUR_ISOLE');
ALTER TABLE orientations ADD CONSTRAINT orientations_majeures CHECK (tranche_age <> 'MOINS_18');
ALTER TABLE orientations ADD CONSTRAINT orientations_personnes CHECK (personnes BETWEEN 1 AND 2 AND (NOT couple OR personnes = 2));
ALTER TABLE orientations ADD CONSTRAINT orientations_receveur CHECK ((receveur_dispositif_id IS NULL) = (receveur_organisation_id IS NULL));
ALTER TABLE orientations ADD CONSTRAINT orientations_echeance CHECK (echeance = 'CE_SOIR' OR pour_le IS NOT NULL);
ALTER TABLE orientations ADD CONSTRAINT orientations_envoyee CHECK (statut = 'BROUILLON' OR envoyee_le IS NOT NULL);
ALTER TABLE orientations ADD CONSTRAINT orientations_acceptee_recue CHECK (statut NOT IN ('ACCEPTEE', 'ARRIVEE', 'NON_VENUE') OR receveur_dispositif_id IS NOT NULL);
ALTER TABLE orientations ADD CONSTRAINT orientations_motif
  CHECK (statut NOT IN ('REFUSEE', 'RENONCEE', 'RETIREE', 'NON_VENUE') OR (motif IS NOT NULL AND motif_cote IS NOT NULL));
-- Refus : la structure. Renoncement : la personne. Deux côtés jamais mêlés.
ALTER TABLE orientations ADD CONSTRAINT orientations_cote
  CHECK (NOT (statut = 'REFUSEE' AND motif_cote IS DISTINCT FROM 'STRUCTURE') AND NOT (statut = 'RENONCEE' AND motif_cote IS DISTINCT FROM 'PERSONNE'));
ALTER TABLE orientations ADD CONSTRAINT orientations_rang CHECK (rang >= 1);

ALTER TABLE maraudes ADD CONSTRAINT maraudes_ordre CHECK (fin > debut AND fin <= debut + interval '24 hours');
ALTER TABLE maraudes ADD CONSTRAINT maraudes_epoque CHECK (debut >= '2020-01-01T00:00:00Z');
ALTER TABLE maraudes ADD CONSTRAINT maraudes_equipe CHECK (equipe BETWEEN 1 AND 30);
ALTER TABLE maraudes ADD CONSTRAINT maraudes_close_finie CHECK ((statut = 'EN_COURS') = (fin IS NULL));
ALTER TABLE maraudes ADD CONSTRAINT maraudes_transmission CHECK (length(transmission) <= 4000);
-- Jour de travail : de midi à midi, Europe/Paris.
ALTER TABLE maraudes ADD CONSTRAINT maraudes_nuit CHECK (nuit = ((debut AT TIME ZONE 'Europe/Paris') - interval '12 hours')::date);
ALTER TABLE arrets ADD CONSTRAINT arrets_ordre CHECK (depart >= arrivee AND depart <= arrivee + interval '12 hours');
ALTER TABLE arrets ADD CONSTRAINT arrets_epoque CHECK (arrivee >= '2020-01-01T00:00:00Z');
ALTER TABLE arrets ADD CONSTRAINT arrets_mediations CHECK (mediations BETWEEN 0 AND 100);
ALTER TABLE arrets ADD CONSTRAINT arrets_textes CHECK (length(note) <= 1000 AND length(lieu) <= 80);
ALTER TABLE arrets ADD CONSTRAINT arrets_correction CHECK (remplace_id <> id);
CREATE UNIQUE INDEX arrets_une_correction_active ON arrets (remplace_id) WHERE statut = 'ACTIF';
ALTER TABLE rencontres ADD CONSTRAINT rencontres_nombre CHECK (connus BETWEEN 0 AND 500 AND nouveaux BETWEEN 0 AND 500 AND connus + nouveaux > 0);
ALTER TABLE materiels ADD CONSTRAINT materiels_quantite CHECK (quantite BETWEEN 1 AND 5000);
ALTER TABLE besoins ADD CONSTRAINT besoins_personnes CHECK (personnes BETWEEN 1 AND 100);
ALTER TABLE besoins ADD CONSTRAINT besoins_cause CHECK ((reponse = 'SANS_REPONSE') = (cause IS NOT NULL));
ALTER TABLE incidents ADD CONSTRAINT incidents_nombres CHECK (personnes BETWEEN 0 AND 100 AND doses BETWEEN 0 AND 50);
ALTER TABLE messages_rdr ADD CONSTRAINT messages_personnes CHECK (personnes BETWEEN 1 AND 500);
ALTER TABLE couvertures ADD CONSTRAINT couvertures_nombres CHECK (minutes BETWEEN 0 AND 1440 AND passages BETWEEN 1 AND 1000);
ALTER TABLE kit_contenus ADD CONSTRAINT kit_contenus_quantite CHECK (quantite > 0 AND kit_code <> article_code);
ALTER TABLE operations ADD CONSTRAINT operations_sequence CHECK (sequence >= 1);
-- Un fait appliqué ne garde pas son corps ; un fait qui attend ou en quarantaine le garde.
ALTER TABLE operations ADD CONSTRAINT operations_corps CHECK ((verdict = 'APPLIQUE') = (corps IS NULL));
ALTER TABLE operations ADD CONSTRAINT operations_attente CHECK ((verdict = 'EN_ATTENTE') = (attend_id IS NOT NULL));

-- 2. Faits déduits d'une autre ligne : écrits par la base, personne ne peut les contredire

CREATE FUNCTION dispositif_territoire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT departement INTO STRICT NEW.departement FROM structures WHERE id = NEW.structure_id;
  RETURN NEW;
END $$;
CREATE TRIGGER dispositifs_territoire BEFORE INSERT OR UPDATE OF structure_id, departement ON dispositifs
  FOR EACH ROW EXECUTE FUNCTION dispositif_territoire();

CREATE FUNCTION adresse_confidentialite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT confidentiel INTO STRICT NEW.confidentielle FROM structures WHERE id = NEW.structure_id;
  RETURN NEW;
END $$;
CREATE TRIGGER adresses_confidentialite BEFORE INSERT OR UPDATE ON adresses_structure
  FOR EACH ROW EXECUTE FUNCTION adresse_confidentialite();

CREATE FUNCTION structure_confidentialite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE adresses_structure SET confidentielle = NEW.confidentiel WHERE structure_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER structures_confidentialite AFTER UPDATE OF confidentiel ON structures
  FOR EACH ROW EXECUTE FUNCTION structure_confidentialite();

CREATE FUNCTION orientation_territoire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT departement INTO STRICT NEW.prescripteur_departement FROM structures WHERE id = NEW.prescripteur_structure_id;
  RETURN NEW;
END $$;
CREATE TRIGGER orientations_territoire BEFORE INSERT OR UPDATE OF prescripteur_structure_id, prescripteur_departement ON orientations
  FOR EACH ROW EXECUTE FUNCTION orientation_territoire();

-- Une occupation tient dans sa place : ni plus de personnes que de couchages, ni hors de la période où la place existe.
CREATE FUNCTION occupation_dans_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  la_place record;
BEGIN
  SELECT p.couchages, p.du, p.au, d.departement INTO STRICT la_place
    FROM places p JOIN dispositifs d ON d.id = p.dispositif_id WHERE p.id = NEW.place_id;
  NEW.departement := la_place.departement;
  IF NEW.personnes > la_place.couchages THEN
    RAISE EXCEPTION 'plus de personnes que de couchages, constraint "occupations_couchages"' USING ERRCODE = 'check_violation', CONSTRAINT = 'occupations_couchages', TABLE = 'occupations';
  END IF;
  IF NEW.etat IN ('TENUE', 'EN_COURS') AND (NEW.debut < la_place.du OR coalesce(NEW.fin, 'infinity') > coalesce(la_place.au, 'infinity')) THEN
    RAISE EXCEPTION 'hors de la période de la place, constraint "occupations_dans_place"' USING ERRCODE = 'check_violation', CONSTRAINT = 'occupations_dans_place', TABLE = 'occupations';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER occupations_dans_place BEFORE INSERT OR UPDATE ON occupations
  FOR EACH ROW EXECUTE FUNCTION occupation_dans_place();

-- 3. Ajout seul : le journal et les événements d'une orientation ne se réécrivent pas, quel que soit le rôle

CREATE FUNCTION ajout_seul() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% : ajout seul', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER journal_ajout_seul BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER journal_sans_vidage BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER orientation_evenements_ajout_seul BEFORE UPDATE OR DELETE ON orientation_evenements FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER orientation_evenements_sans_vidage BEFORE TRUNCATE ON orientation_evenements FOR EACH STATEMENT EXECUTE FUNCTION ajout_seul();

-- 4. En direct : un signal, jamais de contenu

CREATE FUNCTION signaler_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('maillage', 'places');
  RETURN NULL;
END $$;
CREATE TRIGGER occupations_signal AFTER INSERT OR UPDATE OR DELETE ON occupations FOR EACH STATEMENT EXECUTE FUNCTION signaler_place();
CREATE TRIGGER places_signal AFTER INSERT OR UPDATE OR DELETE ON places FOR EACH STATEMENT EXECUTE FUNCTION signaler_place();
CREATE TRIGGER fermetures_signal AFTER INSERT OR UPDATE OR DELETE ON fermetures FOR EACH STATEMENT EXECUTE FUNCTION signaler_place();
CREATE TRIGGER observations_signal AFTER INSERT ON observations_disponibilite FOR EACH STATEMENT EXECUTE FUNCTION signaler_place();

CREATE FUNCTION signaler_orientation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('maillage', 'orientations');
  RETURN NULL;
END $$;
CREATE TRIGGER orientations_signal AFTER INSERT OR UPDATE ON orientations FOR EACH STATEMENT EXECUTE FUNCTION signaler_orientation();

-- 5. Le rôle de l'application : il ne possède rien, ne contourne rien

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'maillage_app') THEN
    CREATE ROLE maillage_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- deux bases migrées à la fois sur un même serveur
END $$;
GRANT USAGE ON SCHEMA public TO maillage_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO maillage_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO maillage_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO maillage_app;
REVOKE UPDATE, DELETE ON journal, orientation_evenements FROM maillage_app;
REVOKE INSERT, UPDATE, DELETE ON communes FROM maillage_app;
DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN -- absent de la base fantôme qui sert à comparer
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM maillage_app;
  END IF;
END $$;

-- 6. Sécurité par ligne : le lecteur voyage dans la transaction (set_config local). Sans lecteur, on ne voit rien.

CREATE FUNCTION lecteur_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('maillage.organisation', true), '')::uuid $$;
CREATE FUNCTION lecteur_tient(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT coalesce(string_to_array(current_setting('maillage.roles', true), ',') && roles, false) $$;
-- Seuls ces rôles approchent une personne. MMPCR, LECTEUR, MEDIATEUR et ADMIN : jamais.
CREATE FUNCTION lecteur_accompagne() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT lecteur_tient('INTERVENANT', 'COORDINATEUR', 'RESPONSABLE') $$;

ALTER TABLE orientations ENABLE ROW LEVEL SECURITY;
CREATE POLICY orientations_lecture ON orientations FOR SELECT USING (
  lecteur_accompagne() AND (
    prescripteur_organisation_id = lecteur_organisation()
    OR (receveur_organisation_id = lecteur_organisation() AND statut <> 'BROUILLON')
    OR (receveur_organisation_id IS NULL AND statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE') AND lecteur_tient('COORDINATEUR', 'RESPONSABLE'))
  ));
CREATE POLICY orientations_creation ON orientations FOR INSERT WITH CHECK (
  lecteur_accompagne() AND prescripteur_organisation_id = lecteur_organisation());
CREATE POLICY orientations_changement ON orientations FOR UPDATE USING (
  lecteur_accompagne() AND (
    prescripteur_organisation_id = lecteur_organisation()
    OR (receveur_organisation_id = lecteur_organisation() AND statut <> 'BROUILLON')
    OR (receveur_organisation_id IS NULL AND statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE') AND lecteur_tient('COORDINATEUR', 'RESPONSABLE'))
  )) WITH CHECK (
  lecteur_accompagne() AND (prescripteur_organisation_id = lecteur_organisation() OR receveur_organisation_id = lecteur_organisation()));

ALTER TABLE consentements ENABLE ROW LEVEL SECURITY;
CREATE POLICY consentements_par_orientation ON consentements
  USING (EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id))
  WITH CHECK (EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id AND o.prescripteur_organisation_id = lecteur_organisation()));

ALTER TABLE orientation_evenements ENABLE ROW LEVEL SECURITY;
CREATE POLICY orientation_evenements_par_orientation ON orientation_evenements
  USING (EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id))
  WITH CHECK (EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id));

-- Une autre organisation ne voit une personne que par une orientation ouverte dont l'accord n'est pas retiré.
ALTER TABLE personnes ENABLE ROW LEVEL SECURITY;
CREATE POLICY personnes_lecture ON personnes FOR SELECT USING (
  lecteur_accompagne() AND (
    organisation_id = lecteur_organisation()
    OR EXISTS (
      SELECT FROM orientations o JOIN consentements c ON c.orientation_id = o.id
      WHERE o.personne_id = personnes.id AND o.receveur_organisation_id = lecteur_organisation()
        AND o.statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE', 'ACCEPTEE', 'ARRIVEE') AND c.retire_le IS NULL)));
CREATE POLICY personnes_ecriture ON personnes FOR INSERT WITH CHECK (lecteur_accompagne() AND organisation_id = lecteur_organisation());
CREATE POLICY personnes_changement ON personnes FOR UPDATE
  USING (lecteur_accompagne() AND organisation_id = lecteur_organisation())
  WITH CHECK (organisation_id = lecteur_organisation());

ALTER TABLE occupations ENABLE ROW LEVEL SECURITY;
CREATE POLICY occupations_lecture ON occupations FOR SELECT USING (
  lecteur_accompagne() AND (organisation_id = lecteur_organisation() OR prescripteur_id = lecteur_organisation()));
CREATE POLICY occupations_creation ON occupations FOR INSERT WITH CHECK (
  lecteur_tient('COORDINATEUR', 'RESPONSABLE') AND organisation_id = lecteur_organisation());
-- Le prescripteur libère la place tenue quand la personne renonce.
CREATE POLICY occupations_changement ON occupations FOR UPDATE
  USING (lecteur_accompagne() AND (organisation_id = lecteur_organisation() OR prescripteur_id = lecteur_organisation()))
  WITH CHECK (organisation_id = lecteur_organisation() OR (prescripteur_id = lecteur_organisation() AND etat = 'LIBEREE'));

ALTER TABLE prolongations ENABLE ROW LEVEL SECURITY;
CREATE POLICY prolongations_par_occupation ON prolongations
  USING (EXISTS (SELECT FROM occupations o WHERE o.id = occupation_id))
  WITH CHECK (EXISTS (SELECT FROM occupations o WHERE o.id = occupation_id));
ALTER TABLE sorties ENABLE ROW LEVEL SECURITY;
CREATE POLICY sorties_par_occupation ON sorties
  USING (EXISTS (SELECT FROM occupations o WHERE o.id = occupation_id))
  WITH CHECK (EXISTS (SELECT FROM occupations o WHERE o.id = occupation_id AND o.organisation_id = lecteur_organisation()));

ALTER TABLE adresses_structure ENABLE ROW LEVEL SECURITY;
CREATE POLICY adresses_lecture ON adresses_structure FOR SELECT USING (NOT confidentielle OR organisation_id = lecteur_organisation());
CREATE POLICY adresses_ecriture ON adresses_structure FOR INSERT WITH CHECK (organisation_id = lecteur_organisation());
CREATE POLICY adresses_changement ON adresses_structure FOR UPDATE USING (organisation_id = lecteur_organisation()) WITH CHECK (organisation_id = lecteur_organisation());
CREATE POLICY adresses_retrait ON adresses_structure FOR DELETE USING (organisation_id = lecteur_organisation());

-- 7. Le territoire et le catalogue de départ

INSERT INTO communes (code, nom, departement, arrondissement, ept, population, surface, longitude, latitude) VALUES
  ('75101', 'Paris 1er', '75', NULL, NULL, 15114, 182, 2.3364, 48.8626),
  ('75102', 'Paris 2e', '75', NULL, NULL, 19847, 99, 2.3428, 48.8683),
  ('75103', 'Paris 3e', '75', NULL, NULL, 32179, 117, 2.36, 48.8629),
  ('75104', 'Paris 4e', '75', NULL, NULL, 27332, 160, 2.3576, 48.8543),
  ('75105', 'Paris 5e', '75', NULL, NULL, 55252, 253, 2.3507, 48.8444),
  ('75106', 'Paris 6e', '75', NULL, NULL, 40389, 215, 2.3329, 48.8491),
  ('75107', 'Paris 7e', '75', NULL, NULL, 48015, 408, 2.3122, 48.8562),
  ('75108', 'Paris 8e', '75', NULL, NULL, 35317, 387, 2.3126, 48.8727),
  ('75109', 'Paris 9e', '75', NULL, NULL, 57271, 217, 2.3375, 48.8772),
  ('75110', 'Paris 10e', '75', NULL, NULL, 83873, 288, 2.3607, 48.8761),
  ('75111', 'Paris 11e', '75', NULL, NULL, 138170, 366, 2.3801, 48.8591),
  ('75112', 'Paris 12e', '75', NULL, NULL, 138024, 1627, 2.4213, 48.835),
  ('75113', 'Paris 13e', '75', NULL, NULL, 181271, 713, 2.3623, 48.8284),
  ('75114', 'Paris 14e', '75', NULL, NULL, 136455, 560, 2.3265, 48.8292),
  ('75115', 'Paris 15e', '75', NULL, NULL, 229713, 847, 2.2928, 48.8401),
  ('75116', 'Paris 16e', '75', NULL, NULL, 159386, 1633, 2.262, 48.8604),
  ('75117', 'Paris 17e', '75', NULL, NULL, 159212, 565, 2.3068, 48.8873),
  ('75118', 'Paris 18e', '75', NULL, NULL, 183127, 598, 2.3482, 48.8926),
  ('75119', 'Paris 19e', '75', NULL, NULL, 178691, 677, 2.3848, 48.8871),
  ('75120', 'Paris 20e', '75', NULL, NULL, 185140, 597, 2.4012, 48.8635),
  ('93001', 'Aubervilliers', '93', '933', '200057867', 88365, 578, 2.3882, 48.9171),
  ('93005', 'Aulnay-sous-Bois', '93', '932', '200058097', 87599, 1611, 2.4948, 48.9417),
  ('93006', 'Bagnolet', '93', '931', '200057875', 43086, 255, 2.4255, 48.8696),
  ('93007', 'Le Blanc-Mesnil', '93', '932', '200058097', 62376, 810, 2.4622, 48.9366),
  ('93008', 'Bobigny', '93', '931', '200057875', 56927, 673, 2.446, 48.911),
  ('93010', 'Bondy', '93', '931', '200057875', 50595, 547, 2.4849, 48.9031),
  ('93013', 'Le Bourget', '93', '932', '200058097', 15925, 202, 2.4259, 48.9359),
  ('93014', 'Clichy-sous-Bois', '93', '932', '200058790', 29354, 397, 2.5407, 48.9079),
  ('93015', 'Coubron', '93', '932', '200058790', 5175, 416, 2.5782, 48.9191),
  ('93027', 'La Courneuve', '93', '933', '200057867', 47167, 747, 2.4004, 48.9332),
  ('93029', 'Drancy', '93', '932', '200058097', 72390, 777, 2.4514, 48.9235),
  ('93030', 'Dugny', '93', '932', '200058097', 11700, 387, 2.4234, 48.9529),
  ('93031', 'Épinay-sur-Seine', '93', '933', '200057867', 52833, 458, 2.3194, 48.9538),
  ('93032', 'Gagny', '93', '932', '200058790', 42313, 693, 2.5507, 48.881),
  ('93033', 'Gournay-sur-Marne', '93', '932', '200058790', 7320, 167, 2.5751, 48.8617),
  ('93039', 'L''Île-Saint-Denis', '93', '933', '200057867', 8696, 173, 2.3233, 48.9367),
  ('93045', 'Les Lilas', '93', '931', '200057875', 23843, 127, 2.421, 48.883),
  ('93046', 'Livry-Gargan', '93', '932', '200058790', 47228, 731, 2.5325, 48.9192),
  ('93047', 'Montfermeil', '93', '932', '200058790', 28703, 540, 2.5694, 48.8956),
  ('93048', 'Montreuil', '93', '931', '200057875', 111934, 888, 2.4501, 48.8635),
  ('93049', 'Neuilly-Plaisance', '93', '932', '200058790', 21941, 343, 2.5113, 48.8644),
  ('93050', 'Neuilly-sur-Marne', '93', '932', '200058790', 39800, 698, 2.5373, 48.8649),
  ('93051', 'Noisy-le-Grand', '93', '932', '200058790', 72978, 1300, 2.5643, 48.8362),
  ('93053', 'Noisy-le-Sec', '93', '931', '200057875', 45510, 499, 2.457, 48.8877),
  ('93055', 'Pantin', '93', '931', '200057875', 61929, 502, 2.4106, 48.8996),
  ('93057', 'Les Pavillons-sous-Bois', '93', '932', '200058790', 25804, 289, 2.5026, 48.9069),
  ('93061', 'Le Pré-Saint-Gervais', '93', '931', '200057875', 16993, 69, 2.4076, 48.8845),
  ('93062', 'Le Raincy', '93', '932', '200058790', 14735, 226, 2.5183, 48.8966),
  ('93063', 'Romainville', '93', '931', '200057875', 37152, 345, 2.4403, 48.8837),
  ('93064', 'Rosny-sous-Bois', '93', '932', '200058790', 47180, 590, 2.4862, 48.8746),
  ('93066', 'Saint-Denis', '93', '933', '200057867', 149077, 1579, 2.3602, 48.9364),
  ('93070', 'Saint-Ouen-sur-Seine', '93', '933', '200057867', 53615, 426, 2.3362, 48.9114),
  ('93071', 'Sevran', '93', '932', '200058097', 52535, 727, 2.5266, 48.9368),
  ('93072', 'Stains', '93', '933', '200057867', 41388, 538, 2.3916, 48.9529),
  ('93073', 'Tremblay-en-France', '93', '932', '200058097', 38348, 2259, 2.557, 48.9671),
  ('93074', 'Vaujours', '93', '932', '200058790', 8007, 366, 2.5825, 48.933),
  ('93077', 'Villemomble', '93', '932', '200058790', 29795, 407, 2.5068, 48.8854),
  ('93078', 'Villepinte', '93', '932', '200058097', 41470, 1037, 2.5373, 48.9594),
  ('93079', 'Villetaneuse', '93', '933', '200057867', 12530, 233, 2.345, 48.959);

INSERT INTO articles (code, libelle, groupe, unite, ordre) VALUES
  ('seringue-1cc', 'Seringue 1 cc', 'INJECTION', 'seringue', 1),
  ('seringue-2cc', 'Seringue 2 cc', 'INJECTION', 'seringue', 2),
  ('aiguille', 'Aiguille', 'INJECTION', 'aiguille', 3),
  ('cupule', 'Cupule stérile', 'INJECTION', 'cupule', 4),
  ('filtre', 'Filtre', 'INJECTION', 'filtre', 5),
  ('eau-ppi', 'Eau pour préparation injectable', 'INJECTION', 'dose', 6),
  ('tampon', 'Tampon alcoolisé', 'INJECTION', 'tampon', 7),
  ('kit-injection', 'Kit injection', 'INJECTION', 'kit', 8),
  ('pipe-droite', 'Pipe à crack droite', 'INHALATION', 'pipe', 9),
  ('pipe-coudee', 'Pipe à crack coudée', 'INHALATION', 'pipe', 10),
  ('embout', 'Embout', 'INHALATION', 'embout', 11),
  ('grille', 'Grille / filtre à pipe', 'INHALATION', 'grille', 12),
  ('aluminium', 'Feuille d’aluminium', 'INHALATION', 'feuille', 13),
  ('bicarbonate', 'Bicarbonate (unidose)', 'INHALATION', 'dose', 14),
  ('kit-inhalation', 'Kit inhalation', 'INHALATION', 'kit', 15),
  ('feuille-sniff', 'Feuille à sniff', 'SNIFF', 'feuille', 16),
  ('kit-sniff', 'Kit sniff', 'SNIFF', 'kit', 17),
  ('carnet-sniff', 'Carnet de feuilles à sniff', 'SNIFF', 'carnet', 18),
  ('naloxone-nasale', 'Naloxone nasale', 'NALOXONE', 'boîte', 19),
  ('naloxone-im', 'Naloxone intramusculaire', 'NALOXONE', 'boîte', 20),
  ('preservatif-externe', 'Préservatif externe', 'SANTE_SEXUELLE', 'préservatif', 21),
  ('preservatif-interne', 'Préservatif interne', 'SANTE_SEXUELLE', 'préservatif', 22),
  ('gel', 'Gel lubrifiant (dosette)', 'SANTE_SEXUELLE', 'dosette', 23),
  ('conteneur-dasri', 'Conteneur DASRI', 'DECHETS', 'conteneur', 24),
  ('seringue-usagee', 'Seringue usagée', 'DECHETS', 'seringue', 25),
  ('pipe-usagee', 'Pipe usagée', 'DECHETS', 'pipe', 26),
  ('eau-potable', 'Bouteille d’eau', 'AIDES', 'bouteille', 27),
  ('collation', 'Collation', 'AIDES', 'collation', 28),
  ('kit-hygiene', 'Kit hygiène', 'AIDES', 'kit', 29),
  ('ticket-service', 'Ticket service', 'AIDES', 'ticket', 30),
  ('duvet', 'Duvet', 'AIDES', 'duvet', 31);
INSERT INTO kit_contenus (kit_code, article_code, quantite) VALUES
  ('kit-injection', 'seringue-1cc', 2),
  ('kit-injection', 'cupule', 2),
  ('kit-injection', 'filtre', 2),
  ('kit-injection', 'eau-ppi', 2),
  ('kit-injection', 'tampon', 2),
  ('kit-inhalation', 'pipe-droite', 1),
  ('kit-inhalation', 'embout', 2),
  ('kit-inhalation', 'grille', 2),
  ('kit-sniff', 'feuille-sniff', 2),
  ('carnet-sniff', 'feuille-sniff', 10);
