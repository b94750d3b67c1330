-- CreateEnum
CREATE TYPE "kind_objectif" AS ENUM ('MEDECIN_TRAITANT', 'CSAPA_REFERENT', 'COUVERTURE_SANTE', 'DOMICILIATION', 'DEPISTAGE', 'DROITS', 'PAPIERS', 'RESSOURCES', 'LOGEMENT', 'ACTIVITE', 'CITOYENNETE', 'LIENS');

-- CreateEnum
CREATE TYPE "statut_objectif" AS ENUM ('A_FAIRE', 'EN_COURS', 'ATTEINT', 'SANS_OBJET');

-- CreateEnum
CREATE TYPE "kind_rendez_vous" AS ENUM ('SOINS', 'CSAPA', 'CAARUD', 'PSY', 'DROITS', 'LOGEMENT', 'ACTIVITE', 'AUTRE');

-- CreateEnum
CREATE TYPE "statut_rendez_vous" AS ENUM ('PREVU', 'TENU', 'MANQUE', 'ANNULE');

-- CreateEnum
CREATE TYPE "moyen_relance" AS ENUM ('RAPPELER', 'ALLER_AVEC', 'NOUVELLE_DATE');

-- CreateEnum
CREATE TYPE "statut_relance" AS ENUM ('A_FAIRE', 'REPRISE', 'SANS_CONTACT');

-- CreateEnum
CREATE TYPE "suite_revue" AS ENUM ('CONTINUER', 'PROLONGER', 'PREPARER_SORTIE', 'ORIENTER');

-- CreateEnum
CREATE TYPE "acquis" AS ENUM ('REPOS', 'ALIMENTATION', 'HYGIENE', 'PAROLE', 'SOINS', 'DROITS', 'LIEN', 'PROJET');

-- CreateEnum
CREATE TYPE "kind_piste" AS ENUM ('RESIDENCE_SOCIALE', 'ACT', 'UN_CHEZ_SOI_D_ABORD', 'PENSION_FAMILLE', 'LOGEMENT_SOCIAL', 'HEBERGEMENT', 'HOTEL', 'SOIN', 'GRAND_AGE', 'TIERS');

-- CreateEnum
CREATE TYPE "statut_piste" AS ENUM ('DEMANDEE', 'EN_ATTENTE', 'ACCEPTEE', 'REFUSEE', 'ABANDONNEE');

-- CreateEnum
CREATE TYPE "kind_blocage" AS ENUM ('DROITS_MANQUANTS', 'PAPIERS', 'RESSOURCES', 'PAS_DE_PLACE', 'REFUS', 'SANTE', 'AGE', 'COUPLE', 'ANIMAL', 'PAS_PRETE');

-- CreateEnum
CREATE TYPE "issue_visite" AS ENUM ('VU', 'PAS_DE_REPONSE', 'ABSENT_PREVENU', 'REFUS');

-- CreateEnum
CREATE TYPE "qui_prevenir" AS ENUM ('RECEPTION', 'ASTREINTE', 'CADRE', 'STRUCTURE_SUIVI', 'SECOURS');

-- CreateEnum
CREATE TYPE "poste_astreinte" AS ENUM ('RESIDENT', 'CADRE');

-- CreateEnum
CREATE TYPE "fonction_astreinte" AS ENUM ('CADRE_ASTREINTE', 'DIRECTION', 'SERVICE', 'INFIRMERIE');

-- CreateEnum
CREATE TYPE "service_mineurs" AS ENUM ('ASE_75', 'ASE_93', 'ALLO_119', 'UASA', 'HORS_LA_RUE');

-- AlterTable
ALTER TABLE "marches" ADD COLUMN     "capacite" INTEGER,
ADD COLUMN     "duree_moyenne" INTEGER;

-- CreateTable
CREATE TABLE "parcours" (
    "code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "modele" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,

    CONSTRAINT "parcours_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "objectifs_suivis" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "personne_id" UUID,
    "kind" "kind_objectif" NOT NULL,
    "statut" "statut_objectif" NOT NULL DEFAULT 'A_FAIRE',
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "statut_le" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "objectifs_suivis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rendez_vous" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "personne_id" UUID,
    "kind" "kind_rendez_vous" NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,
    "structure_id" UUID,
    "accompagne" BOOLEAN NOT NULL DEFAULT false,
    "statut" "statut_rendez_vous" NOT NULL DEFAULT 'PREVU',
    "statut_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rendez_vous_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relances" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "personne_id" UUID,
    "rendez_vous_id" UUID NOT NULL,
    "moyen" "moyen_relance" NOT NULL,
    "pour_le" DATE NOT NULL,
    "statut" "statut_relance" NOT NULL DEFAULT 'A_FAIRE',
    "ouverte_le" TIMESTAMPTZ(3) NOT NULL,
    "close_le" TIMESTAMPTZ(3),
    "nouveau_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "relances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plans_sortie" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "personne_id" UUID,
    "vise" "kind_piste" NOT NULL,
    "pour_le" DATE,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "clos_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plans_sortie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pistes_sortie" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "destination" "kind_piste" NOT NULL,
    "structure_id" UUID,
    "statut" "statut_piste" NOT NULL DEFAULT 'DEMANDEE',
    "demandee_le" TIMESTAMPTZ(3) NOT NULL,
    "statut_le" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pistes_sortie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "blocages_sortie" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" "kind_blocage" NOT NULL,
    "depuis" TIMESTAMPTZ(3) NOT NULL,
    "leve_le" TIMESTAMPTZ(3),

    CONSTRAINT "blocages_sortie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revues" (
    "id" UUID NOT NULL,
    "occupation_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,
    "suite" "suite_revue" NOT NULL,

    CONSTRAINT "revues_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "constats" (
    "id" UUID NOT NULL,
    "occupation_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "jour" DATE NOT NULL,
    "axe" "acquis" NOT NULL,
    "niveau" SMALLINT NOT NULL,

    CONSTRAINT "constats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visites" (
    "id" UUID NOT NULL,
    "occupation_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "jour" DATE NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,
    "issue" "issue_visite" NOT NULL,

    CONSTRAINT "visites_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regles_visite" (
    "dispositif_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "alerte_apres" SMALLINT NOT NULL,
    "prevenir" "qui_prevenir"[],

    CONSTRAINT "regles_visite_pkey" PRIMARY KEY ("dispositif_id")
);

-- CreateTable
CREATE TABLE "alertes_visite" (
    "id" UUID NOT NULL,
    "occupation_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "ouverte_le" TIMESTAMPTZ(3) NOT NULL,
    "fermee_le" TIMESTAMPTZ(3),

    CONSTRAINT "alertes_visite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alertes_prevenues" (
    "alerte_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "qui" "qui_prevenir" NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alertes_prevenues_pkey" PRIMARY KEY ("alerte_id","qui")
);

-- CreateTable
CREATE TABLE "astreintes" (
    "id" UUID NOT NULL,
    "structure_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "nuit" DATE NOT NULL,
    "poste" "poste_astreinte" NOT NULL,
    "occupation_id" UUID,
    "fonction" "fonction_astreinte",
    "telephone" TEXT,

    CONSTRAINT "astreintes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mineurs_orientes" (
    "organisation_id" UUID NOT NULL,
    "jour" DATE NOT NULL,
    "service" "service_mineurs" NOT NULL,
    "nombre" SMALLINT NOT NULL,

    CONSTRAINT "mineurs_orientes_pkey" PRIMARY KEY ("organisation_id","jour","service")
);

-- CreateIndex
CREATE UNIQUE INDEX "objectifs_suivis_personne_id_kind_key" ON "objectifs_suivis"("personne_id", "kind");

-- CreateIndex
CREATE INDEX "rendez_vous_personne_id_idx" ON "rendez_vous"("personne_id");

-- CreateIndex
CREATE INDEX "rendez_vous_organisation_id_statut_le_idx" ON "rendez_vous"("organisation_id", "statut", "le");

-- CreateIndex
CREATE UNIQUE INDEX "rendez_vous_id_organisation_id_key" ON "rendez_vous"("id", "organisation_id");

-- CreateIndex
CREATE INDEX "relances_organisation_id_statut_pour_le_idx" ON "relances"("organisation_id", "statut", "pour_le");

-- CreateIndex
CREATE INDEX "relances_personne_id_idx" ON "relances"("personne_id");

-- CreateIndex
CREATE UNIQUE INDEX "relances_rendez_vous_id_organisation_id_key" ON "relances"("rendez_vous_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "relances_nouveau_id_organisation_id_key" ON "relances"("nouveau_id", "organisation_id");

-- CreateIndex
CREATE INDEX "plans_sortie_personne_id_idx" ON "plans_sortie"("personne_id");

-- CreateIndex
CREATE UNIQUE INDEX "plans_sortie_id_organisation_id_key" ON "plans_sortie"("id", "organisation_id");

-- CreateIndex
CREATE INDEX "pistes_sortie_plan_id_idx" ON "pistes_sortie"("plan_id");

-- CreateIndex
CREATE INDEX "blocages_sortie_plan_id_idx" ON "blocages_sortie"("plan_id");

-- CreateIndex
CREATE INDEX "revues_occupation_id_le_idx" ON "revues"("occupation_id", "le");

-- CreateIndex
CREATE UNIQUE INDEX "constats_occupation_id_organisation_id_jour_axe_key" ON "constats"("occupation_id", "organisation_id", "jour", "axe");

-- CreateIndex
CREATE INDEX "visites_occupation_id_le_idx" ON "visites"("occupation_id", "le");

-- CreateIndex
CREATE UNIQUE INDEX "regles_visite_dispositif_id_organisation_id_key" ON "regles_visite"("dispositif_id", "organisation_id");

-- CreateIndex
CREATE INDEX "alertes_visite_occupation_id_idx" ON "alertes_visite"("occupation_id");

-- CreateIndex
CREATE UNIQUE INDEX "alertes_visite_id_organisation_id_key" ON "alertes_visite"("id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "astreintes_structure_id_poste_nuit_key" ON "astreintes"("structure_id", "poste", "nuit");

-- CreateIndex
CREATE UNIQUE INDEX "occupations_id_organisation_id_key" ON "occupations"("id", "organisation_id");

-- AddForeignKey
ALTER TABLE "marches" ADD CONSTRAINT "marches_parcours_fkey" FOREIGN KEY ("parcours") REFERENCES "parcours"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objectifs_suivis" ADD CONSTRAINT "objectifs_suivis_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objectifs_suivis" ADD CONSTRAINT "objectifs_suivis_personne_id_organisation_id_fkey" FOREIGN KEY ("personne_id", "organisation_id") REFERENCES "personnes"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendez_vous" ADD CONSTRAINT "rendez_vous_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendez_vous" ADD CONSTRAINT "rendez_vous_personne_id_organisation_id_fkey" FOREIGN KEY ("personne_id", "organisation_id") REFERENCES "personnes"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rendez_vous" ADD CONSTRAINT "rendez_vous_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relances" ADD CONSTRAINT "relances_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relances" ADD CONSTRAINT "relances_personne_id_organisation_id_fkey" FOREIGN KEY ("personne_id", "organisation_id") REFERENCES "personnes"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relances" ADD CONSTRAINT "relances_rendez_vous_id_organisation_id_fkey" FOREIGN KEY ("rendez_vous_id", "organisation_id") REFERENCES "rendez_vous"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relances" ADD CONSTRAINT "relances_nouveau_id_organisation_id_fkey" FOREIGN KEY ("nouveau_id", "organisation_id") REFERENCES "rendez_vous"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans_sortie" ADD CONSTRAINT "plans_sortie_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans_sortie" ADD CONSTRAINT "plans_sortie_personne_id_organisation_id_fkey" FOREIGN KEY ("personne_id", "organisation_id") REFERENCES "personnes"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pistes_sortie" ADD CONSTRAINT "pistes_sortie_plan_id_organisation_id_fkey" FOREIGN KEY ("plan_id", "organisation_id") REFERENCES "plans_sortie"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pistes_sortie" ADD CONSTRAINT "pistes_sortie_structure_id_fkey" FOREIGN KEY ("structure_id") REFERENCES "structures"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocages_sortie" ADD CONSTRAINT "blocages_sortie_plan_id_organisation_id_fkey" FOREIGN KEY ("plan_id", "organisation_id") REFERENCES "plans_sortie"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revues" ADD CONSTRAINT "revues_occupation_id_fkey" FOREIGN KEY ("occupation_id") REFERENCES "occupations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revues" ADD CONSTRAINT "revues_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "constats" ADD CONSTRAINT "constats_occupation_id_fkey" FOREIGN KEY ("occupation_id") REFERENCES "occupations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "constats" ADD CONSTRAINT "constats_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visites" ADD CONSTRAINT "visites_occupation_id_organisation_id_fkey" FOREIGN KEY ("occupation_id", "organisation_id") REFERENCES "occupations"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regles_visite" ADD CONSTRAINT "regles_visite_dispositif_id_organisation_id_fkey" FOREIGN KEY ("dispositif_id", "organisation_id") REFERENCES "dispositifs"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alertes_visite" ADD CONSTRAINT "alertes_visite_occupation_id_organisation_id_fkey" FOREIGN KEY ("occupation_id", "organisation_id") REFERENCES "occupations"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alertes_prevenues" ADD CONSTRAINT "alertes_prevenues_alerte_id_organisation_id_fkey" FOREIGN KEY ("alerte_id", "organisation_id") REFERENCES "alertes_visite"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "astreintes" ADD CONSTRAINT "astreintes_structure_id_organisation_id_fkey" FOREIGN KEY ("structure_id", "organisation_id") REFERENCES "structures"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "astreintes" ADD CONSTRAINT "astreintes_occupation_id_organisation_id_fkey" FOREIGN KEY ("occupation_id", "organisation_id") REFERENCES "occupations"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mineurs_orientes" ADD CONSTRAINT "mineurs_orientes_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Ce que le schéma ne sait pas dire.

-- 1. Règles qu'une ligne peut enfreindre

ALTER TABLE marches ADD CONSTRAINT marches_durees
  CHECK (coalesce(duree_min, 0) >= 0 AND coalesce(duree_max, 1) > 0 AND coalesce(duree_moyenne, 1) > 0 AND coalesce(duree_max >= duree_min, true));
ALTER TABLE marches ADD CONSTRAINT marches_capacite CHECK (capacite BETWEEN 0 AND 10000);
ALTER TABLE objectifs_suivis ADD CONSTRAINT objectifs_suivis_ordre CHECK (statut_le >= cree_le);
ALTER TABLE rendez_vous ADD CONSTRAINT rendez_vous_issue CHECK ((statut = 'PREVU') = (statut_le IS NULL));
-- On ne manque pas un rendez-vous qui n'a pas encore eu lieu.
ALTER TABLE rendez_vous ADD CONSTRAINT rendez_vous_manque_apres CHECK (statut <> 'MANQUE' OR statut_le >= le);
ALTER TABLE relances ADD CONSTRAINT relances_issue CHECK ((statut = 'A_FAIRE') = (close_le IS NULL));
ALTER TABLE relances ADD CONSTRAINT relances_nouveau CHECK (nouveau_id IS NULL OR statut = 'REPRISE');
ALTER TABLE plans_sortie ADD CONSTRAINT plans_sortie_ordre CHECK (clos_le >= cree_le);
CREATE UNIQUE INDEX plans_sortie_un_ouvert ON plans_sortie (personne_id) WHERE clos_le IS NULL;
ALTER TABLE pistes_sortie ADD CONSTRAINT pistes_sortie_ordre CHECK (statut_le >= demandee_le);
ALTER TABLE blocages_sortie ADD CONSTRAINT blocages_sortie_ordre CHECK (leve_le >= depuis);
CREATE UNIQUE INDEX blocages_sortie_un_ouvert ON blocages_sortie (plan_id, kind) WHERE leve_le IS NULL;
ALTER TABLE constats ADD CONSTRAINT constats_niveau CHECK (niveau BETWEEN -1 AND 2);
ALTER TABLE visites ADD CONSTRAINT visites_jour CHECK (jour = (le AT TIME ZONE 'Europe/Paris')::date);
ALTER TABLE regles_visite ADD CONSTRAINT regles_visite_alerte CHECK (alerte_apres BETWEEN 1 AND 30 AND cardinality(prevenir) > 0);
ALTER TABLE alertes_visite ADD CONSTRAINT alertes_visite_ordre CHECK (fermee_le >= ouverte_le);
CREATE UNIQUE INDEX alertes_visite_une_ouverte ON alertes_visite (occupation_id) WHERE fermee_le IS NULL;
ALTER TABLE astreintes ADD CONSTRAINT astreintes_poste CHECK (
  CASE poste WHEN 'RESIDENT' THEN occupation_id IS NOT NULL AND fonction IS NULL AND telephone IS NULL
    ELSE occupation_id IS NULL AND fonction IS NOT NULL AND telephone IS NOT NULL END);
ALTER TABLE astreintes ADD CONSTRAINT astreintes_telephone CHECK (telephone ~ '^[0-9+][0-9 ]{8,18}[0-9]$');
ALTER TABLE mineurs_orientes ADD CONSTRAINT mineurs_orientes_nombre CHECK (nombre BETWEEN 1 AND 1000);

-- 2. Règles entre deux lignes

-- Un rendez-vous manqué ouvre toujours une reprise de contact ; vérifié à la fin de la transaction.
CREATE FUNCTION rendez_vous_manque_relance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM rendez_vous r WHERE r.id = NEW.id AND r.statut = 'MANQUE')
    AND NOT EXISTS (SELECT FROM relances WHERE rendez_vous_id = NEW.id) THEN
    RAISE EXCEPTION 'rendez-vous manqué sans reprise de contact, constraint "rendez_vous_manque_relance"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'rendez_vous_manque_relance', TABLE = 'rendez_vous';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER rendez_vous_manque_relance AFTER INSERT OR UPDATE OF statut ON rendez_vous
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rendez_vous_manque_relance();

-- On ne passe qu'à la porte d'un séjour, pendant ce séjour.
CREATE FUNCTION visite_pendant_sejour() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM occupations o WHERE o.id = NEW.occupation_id AND o.kind = 'SEJOUR' AND o.debut <= NEW.le
      AND (o.etat = 'EN_COURS' OR o.fin >= NEW.le)) THEN
    RAISE EXCEPTION 'visite hors d''un séjour, constraint "visites_pendant_sejour"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'visites_pendant_sejour', TABLE = 'visites';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER visites_pendant_sejour BEFORE INSERT OR UPDATE ON visites FOR EACH ROW EXECUTE FUNCTION visite_pendant_sejour();

-- Le résident d'astreinte habite cette structure cette nuit-là (de midi à midi).
CREATE FUNCTION astreinte_resident() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  soir timestamptz := (NEW.nuit + time '12:00') AT TIME ZONE 'Europe/Paris';
BEGIN
  IF NEW.occupation_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM occupations o JOIN places p ON p.id = o.place_id JOIN dispositifs d ON d.id = p.dispositif_id
    WHERE o.id = NEW.occupation_id AND o.kind = 'SEJOUR' AND d.structure_id = NEW.structure_id
      AND o.debut < soir + interval '1 day' AND (o.etat = 'EN_COURS' OR o.fin > soir)) THEN
    RAISE EXCEPTION 'résident absent cette nuit-là, constraint "astreintes_resident"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'astreintes_resident', TABLE = 'astreintes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER astreintes_resident BEFORE INSERT OR UPDATE ON astreintes FOR EACH ROW EXECUTE FUNCTION astreinte_resident();

-- Un prescripteur vérifie une sortie à 3 et 6 mois ; le reste de la ligne est à la structure qui a hébergé.
CREATE FUNCTION sortie_verifiee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF lecteur_organisation() IS NOT NULL
    AND (NEW.occupation_id, NEW.destination, NEW.motif, NEW.acquis, NEW.le) IS DISTINCT FROM (OLD.occupation_id, OLD.destination, OLD.motif, OLD.acquis, OLD.le)
    AND NOT EXISTS (SELECT FROM occupations o WHERE o.id = OLD.occupation_id AND o.organisation_id = lecteur_organisation()) THEN
    RAISE EXCEPTION 'sorties : vérification seulement' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sorties_verifiees BEFORE UPDATE ON sorties FOR EACH ROW EXECUTE FUNCTION sortie_verifiee();

-- Une personne anonymisée n'est plus au bout d'aucune ligne de parcours ; les lignes restent, comptées.
CREATE FUNCTION parcours_anonymise() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE plans_sortie SET clos_le = greatest(cree_le, NEW.anonymisee_le) WHERE personne_id = NEW.id AND clos_le IS NULL;
  UPDATE objectifs_suivis SET personne_id = NULL WHERE personne_id = NEW.id;
  UPDATE rendez_vous SET personne_id = NULL WHERE personne_id = NEW.id;
  UPDATE relances SET personne_id = NULL WHERE personne_id = NEW.id;
  UPDATE plans_sortie SET personne_id = NULL WHERE personne_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER personnes_parcours_anonymise AFTER UPDATE OF anonymisee_le ON personnes
  FOR EACH ROW WHEN (OLD.anonymisee_le IS NULL AND NEW.anonymisee_le IS NOT NULL) EXECUTE FUNCTION parcours_anonymise();

-- 3. Sécurité par ligne

-- Ce qui est d'une personne, d'une tournée ou d'une astreinte : son organisation, et elle seule.
DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['objectifs_suivis', 'rendez_vous', 'relances', 'plans_sortie', 'pistes_sortie', 'blocages_sortie',
    'regles_visite', 'alertes_prevenues', 'astreintes', 'mineurs_orientes'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY %I ON %I USING (lecteur_accompagne() AND organisation_id = lecteur_organisation())
      WITH CHECK (lecteur_accompagne() AND organisation_id = lecteur_organisation())', nom || '_organisation', nom);
  END LOOP;
END $$;

-- Ce qui est d'un séjour se lit des deux organisations que l'orientation relie, et s'écrit au nom de la sienne.
DO $$
DECLARE
  nom text;
BEGIN
  FOREACH nom IN ARRAY ARRAY['revues', 'constats', 'visites', 'alertes_visite'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING (EXISTS (SELECT FROM occupations o WHERE o.id = occupation_id))', nom || '_lecture', nom);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (
      organisation_id = lecteur_organisation() AND EXISTS (SELECT FROM occupations o WHERE o.id = occupation_id))', nom || '_creation', nom);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING (lecteur_accompagne() AND organisation_id = lecteur_organisation())
      WITH CHECK (organisation_id = lecteur_organisation())', nom || '_changement', nom);
  END LOOP;
END $$;

-- Répondre à une prolongation est à qui héberge ; la demander, aux deux.
CREATE POLICY prolongations_reponse ON prolongations AS RESTRICTIVE FOR UPDATE
  USING (EXISTS (SELECT FROM occupations o WHERE o.id = occupation_id AND o.organisation_id = lecteur_organisation()));
CREATE POLICY sorties_verification ON sorties FOR UPDATE
  USING (EXISTS (SELECT FROM occupations o WHERE o.id = occupation_id))
  WITH CHECK (EXISTS (SELECT FROM occupations o WHERE o.id = occupation_id));

-- 4. Les marches d'un parcours, en agrégats : aucune ligne, aucun identifiant de personne.

-- La marche qu'une destination de sortie atteint. LOGEMENT : la dernière.
CREATE FUNCTION marche_atteinte(un_parcours text, destination destination_sortie) RETURNS smallint LANGUAGE sql STABLE AS $$
  SELECT CASE destination
    WHEN 'LOGEMENT' THEN (SELECT max(ordre) FROM marches WHERE parcours = un_parcours)
    ELSE (SELECT min(m.ordre) FROM marches m WHERE m.parcours = un_parcours AND CASE destination
      WHEN 'URGENCE' THEN 'URGENCE' = ANY (m.dispositifs)
      WHEN 'SEJOUR_CONTINU' THEN 'CONTINU' = ANY (m.dispositifs)
      WHEN 'HOTEL' THEN 'HOTEL' = ANY (m.dispositifs)
      WHEN 'HEBERGEMENT' THEN m.dispositifs && ARRAY['PAVILLON', 'HEBERGEMENT']::kind_dispositif[]
      ELSE false END)
  END
$$;

-- Par marche : places de l'instant, demandes en attente, puis, depuis `depuis`, arrivées et leur attente, sorties et leur suite.
-- Durées et attentes en jours. `les_miens` : les seuls dispositifs de l'organisation du lecteur.
CREATE FUNCTION marches_a(un_parcours text, instant timestamptz, depuis timestamptz, les_miens boolean)
RETURNS TABLE (
  ordre smallint, dispositifs int, capacite int, places int, occupees int, libres int, fermees int,
  en_attente int, arrivees int, attente double precision, sorties int, duree double precision, montees int
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH retenus AS MATERIALIZED (
    SELECT m.ordre, d.id
    FROM marches m JOIN dispositifs d ON d.kind = ANY (m.dispositifs)
    WHERE m.parcours = un_parcours AND d.statut = 'OUVERTE' AND (NOT les_miens OR d.organisation_id = lecteur_organisation())
  ), tenues AS (
    SELECT r.ordre, count(*)::int AS dispositifs, sum(coalesce(a.capacite, a.places))::int AS capacite, sum(a.places)::int AS places,
      sum(a.occupees)::int AS occupees, sum(a.libres)::int AS libres, sum(a.fermees)::int AS fermees
    FROM retenus r JOIN disponibilites_a(instant) a ON a.dispositif_id = r.id
    GROUP BY r.ordre
  ), attendues AS (
    SELECT r.ordre, count(*)::int AS en_attente
    FROM retenus r JOIN orientations o ON o.receveur_dispositif_id = r.id
    WHERE o.statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE')
    GROUP BY r.ordre
  ), venues AS (
    SELECT r.ordre, count(*)::int AS arrivees,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM o.placee_le - o.souhait_le) / 86400) AS attente
    FROM retenus r JOIN orientations o ON o.receveur_dispositif_id = r.id
    WHERE o.placee_le >= depuis AND o.placee_le < instant
    GROUP BY r.ordre
  ), parties AS (
    SELECT r.ordre, count(*)::int AS sorties,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM o.fin - o.debut) / 86400) AS duree,
      (count(*) FILTER (WHERE marche_atteinte(un_parcours, s.destination) > r.ordre))::int AS montees
    FROM retenus r JOIN places p ON p.dispositif_id = r.id JOIN occupations o ON o.place_id = p.id JOIN sorties s ON s.occupation_id = o.id
    WHERE o.etat = 'TERMINEE' AND o.fin >= depuis AND o.fin < instant
    GROUP BY r.ordre
  )
  SELECT m.ordre, coalesce(t.dispositifs, 0), coalesce(t.capacite, m.capacite), t.places, t.occupees, t.libres, t.fermees,
    coalesce(a.en_attente, 0), coalesce(v.arrivees, 0), v.attente, coalesce(p.sorties, 0), p.duree, coalesce(p.montees, 0)
  FROM marches m
    LEFT JOIN tenues t ON t.ordre = m.ordre LEFT JOIN attendues a ON a.ordre = m.ordre
    LEFT JOIN venues v ON v.ordre = m.ordre LEFT JOIN parties p ON p.ordre = m.ordre
  WHERE m.parcours = un_parcours
  ORDER BY m.ordre
$$;
REVOKE ALL ON FUNCTION marches_a(text, timestamptz, timestamptz, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION marches_a(text, timestamptz, timestamptz, boolean) TO maillage_app;

-- 5. Des mineurs adressés, un compte par service sur une période : rien d'autre n'existe. Réservé à qui lit les deux départements ;
-- les autres ne voient que celui de leur organisation.
CREATE FUNCTION mineurs_adresses(premiere date, derniere date) RETURNS TABLE (service service_mineurs, nombre int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.service, sum(m.nombre)::int FROM mineurs_orientes m
  WHERE m.jour BETWEEN premiere AND derniere
    AND (lecteur_tient('MMPCR') OR (lecteur_accompagne() AND m.organisation_id = lecteur_organisation()))
  GROUP BY m.service
$$;
REVOKE ALL ON FUNCTION mineurs_adresses(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mineurs_adresses(date, date) TO maillage_app;

-- 6. Les deux parcours de départ. Les marches sont un catalogue : l'application les lit.

INSERT INTO parcours (code, nom, modele, source) VALUES
  ('paris-93', 'Paris et Seine-Saint-Denis', false, 'Demi-journée MMPCR du 20 mai 2021'),
  ('bruxelles', 'Bruxelles (Transit)', true, 'Demi-journée MMPCR du 20 mai 2021, projet de centre intégré');
INSERT INTO marches (id, parcours, ordre, nom, dispositifs, duree_min, duree_max, duree_moyenne, capacite) VALUES
  ('01900000-0000-7000-8000-000000000001', 'paris-93', 1, 'Rue', '{}', NULL, NULL, NULL, NULL),
  ('01900000-0000-7000-8000-000000000002', 'paris-93', 2, 'Espace de repos', '{REPOS}', NULL, NULL, NULL, NULL),
  ('01900000-0000-7000-8000-000000000003', 'paris-93', 3, 'Urgence', '{URGENCE}', NULL, 1, NULL, NULL),
  ('01900000-0000-7000-8000-000000000004', 'paris-93', 4, 'Séjour continu', '{CONTINU}', 14, 21, NULL, NULL),
  ('01900000-0000-7000-8000-000000000005', 'paris-93', 5, 'Hôtel', '{HOTEL}', NULL, NULL, NULL, NULL),
  ('01900000-0000-7000-8000-000000000006', 'paris-93', 6, 'Pavillon, PHASE', '{PAVILLON,HEBERGEMENT}', 540, NULL, NULL, NULL),
  ('01900000-0000-7000-8000-000000000007', 'paris-93', 7, 'Logement', '{}', NULL, NULL, NULL, NULL),
  ('01900000-0000-7000-8000-000000000011', 'bruxelles', 1, 'Abri', '{}', NULL, 1, NULL, 38),
  ('01900000-0000-7000-8000-000000000012', 'bruxelles', 2, 'Centre de crise', '{}', NULL, 13, NULL, 22),
  ('01900000-0000-7000-8000-000000000013', 'bruxelles', 3, 'Home', '{}', NULL, 90, NULL, 15),
  ('01900000-0000-7000-8000-000000000014', 'bruxelles', 4, 'Studios supervisés', '{}', NULL, NULL, 225, 8),
  ('01900000-0000-7000-8000-000000000015', 'bruxelles', 5, 'Appartement social', '{}', NULL, NULL, NULL, NULL);
REVOKE INSERT, UPDATE, DELETE ON parcours, marches FROM maillage_app;
