-- CreateEnum
CREATE TYPE "motif_revocation" AS ENUM ('PERDUE', 'REMPLACEE');

-- AlterTable
ALTER TABLE "appareils" ADD COLUMN     "decalage" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "effacement_le" TIMESTAMPTZ(3),
ADD COLUMN     "expire_le" TIMESTAMPTZ(3),
ADD COLUMN     "jeton" TEXT,
ADD COLUMN     "plus_ancien_le" TIMESTAMPTZ(3),
ADD COLUMN     "revocation" "motif_revocation";

-- CreateTable
CREATE TABLE "enrolements" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "libelle" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "par_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "utilise_le" TIMESTAMPTZ(3),
    "appareil_id" UUID,

    CONSTRAINT "enrolements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "enrolements_code_key" ON "enrolements"("code");

-- CreateIndex
CREATE INDEX "enrolements_organisation_id_cree_le_idx" ON "enrolements"("organisation_id", "cree_le");

-- CreateIndex
CREATE UNIQUE INDEX "appareils_jeton_key" ON "appareils"("jeton");

-- CreateIndex
CREATE UNIQUE INDEX "appareils_id_organisation_id_key" ON "appareils"("id", "organisation_id");

-- AddForeignKey
ALTER TABLE "enrolements" ADD CONSTRAINT "enrolements_appareil_id_organisation_id_fkey" FOREIGN KEY ("appareil_id", "organisation_id") REFERENCES "appareils"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolements" ADD CONSTRAINT "enrolements_par_id_fkey" FOREIGN KEY ("par_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Un jeton a une fin ; une révocation a une raison. Le jeton reste après elle : la tablette doit apprendre qu'elle s'efface.
ALTER TABLE appareils ADD CONSTRAINT appareils_jeton CHECK (jeton IS NULL OR (enrole_le IS NOT NULL AND expire_le > enrole_le));
ALTER TABLE appareils ADD CONSTRAINT appareils_revocation CHECK ((revoque_le IS NULL) = (revocation IS NULL));
ALTER TABLE appareils ADD CONSTRAINT appareils_effacement CHECK (effacement_le IS NULL OR revoque_le IS NOT NULL);
ALTER TABLE appareils ADD CONSTRAINT appareils_libelle CHECK (libelle IS NULL OR length(trim(libelle)) BETWEEN 1 AND 80);
ALTER TABLE enrolements ADD CONSTRAINT enrolements_duree CHECK (expire_le = cree_le + interval '15 minutes');
ALTER TABLE enrolements ADD CONSTRAINT enrolements_usage
  CHECK ((utilise_le IS NULL) = (appareil_id IS NULL) AND (utilise_le IS NULL OR utilise_le < expire_le));
ALTER TABLE enrolements ADD CONSTRAINT enrolements_libelle CHECK (length(trim(libelle)) BETWEEN 1 AND 80);

-- Chacun ne voit que les tablettes de son organisation.
ALTER TABLE appareils ENABLE ROW LEVEL SECURITY;
CREATE POLICY appareils_de_l_organisation ON appareils
  USING (organisation_id = lecteur_organisation()) WITH CHECK (organisation_id = lecteur_organisation());
ALTER TABLE enrolements ENABLE ROW LEVEL SECURITY;
CREATE POLICY enrolements_de_l_organisation ON enrolements
  USING (lecteur_tient('COORDINATEUR', 'RESPONSABLE') AND organisation_id = lecteur_organisation())
  WITH CHECK (lecteur_tient('COORDINATEUR', 'RESPONSABLE') AND organisation_id = lecteur_organisation());

-- Un code devient une tablette, une seule fois : deux tablettes qui le donnent ensemble, une seule passe (verrou de ligne).
-- Exécutée au nom du propriétaire : personne n'est connecté sur cette tablette ; connaître le code est le droit.
CREATE FUNCTION enroler_appareil(un_code text, un_jeton text, nouvel_id uuid, instant timestamptz, fin timestamptz)
RETURNS TABLE (organisation_id uuid, libelle text, par_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  e enrolements%ROWTYPE;
BEGIN
  SELECT * INTO e FROM enrolements WHERE code = un_code AND utilise_le IS NULL AND expire_le > instant FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  INSERT INTO appareils (id, organisation_id, libelle, jeton, premier_contact_le, dernier_contact_le, enrole_le, expire_le)
    VALUES (nouvel_id, e.organisation_id, e.libelle, un_jeton, instant, instant, instant, fin);
  UPDATE enrolements SET utilise_le = instant, appareil_id = nouvel_id WHERE id = e.id;
  RETURN QUERY SELECT e.organisation_id, e.libelle, e.par_id;
END $$;

-- Quelle tablette tient ce jeton, avant que personne ne soit connu. Note l'heure de son passage, une fois par minute au plus,
-- et celle de l'ordre d'effacement d'une tablette révoquée.
CREATE FUNCTION reconnaitre_appareil(un_jeton text, instant timestamptz)
RETURNS TABLE (id uuid, organisation_id uuid, libelle text, revoque boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  UPDATE appareils SET
      dernier_contact_le = CASE WHEN revoque_le IS NULL THEN instant ELSE dernier_contact_le END,
      effacement_le = CASE WHEN revoque_le IS NULL THEN NULL ELSE instant END
    WHERE jeton = un_jeton
      AND coalesce(CASE WHEN revoque_le IS NULL THEN dernier_contact_le ELSE effacement_le END, '-infinity') < instant - interval '1 minute';
  RETURN QUERY SELECT a.id, a.organisation_id, a.libelle, a.revoque_le IS NOT NULL FROM appareils a
    WHERE a.jeton = un_jeton AND (a.revoque_le IS NOT NULL OR a.expire_le > instant);
END $$;

-- Ce que la tablette dit d'elle à chaque envoi, enrôlée ou non. Celle d'une autre organisation n'est pas touchée.
CREATE FUNCTION noter_contact(
  un_appareil uuid, instant timestamptz, numero int, attente int, le_plus_ancien timestamptz, avance int
) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO appareils (id, organisation_id, premier_contact_le, dernier_contact_le, sequence_max, en_attente, plus_ancien_le, decalage)
  SELECT un_appareil, lecteur_organisation(), instant, instant, numero, attente, le_plus_ancien, avance
  WHERE lecteur_organisation() IS NOT NULL
  ON CONFLICT (id) DO UPDATE SET
    dernier_contact_le = excluded.dernier_contact_le, en_attente = excluded.en_attente,
    plus_ancien_le = excluded.plus_ancien_le, decalage = excluded.decalage,
    sequence_max = greatest(appareils.sequence_max, excluded.sequence_max)
  WHERE appareils.organisation_id = excluded.organisation_id
$$;
-- CreateEnum
CREATE TYPE "issue_quarantaine" AS ENUM ('GARDE', 'CORRIGE', 'DEUXIEME', 'LES_DEUX', 'ECARTE');

-- CreateEnum
CREATE TYPE "motif_ecart" AS ENUM ('DOUBLON', 'ERREUR', 'ESSAI', 'ILLISIBLE', 'AUTRE');

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "operation_id" UUID,
    "conflit_id" UUID,
    "arret_id" UUID,
    "issue" "issue_quarantaine" NOT NULL,
    "motif" "motif_ecart",
    "precision" TEXT,
    "recu" JSONB NOT NULL,
    "retenu" JSONB,
    "remplace" JSONB,
    "par_id" UUID NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "decisions_operation_id_key" ON "decisions"("operation_id");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_conflit_id_key" ON "decisions"("conflit_id");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_arret_id_key" ON "decisions"("arret_id");

-- CreateIndex
CREATE INDEX "decisions_organisation_id_le_id_idx" ON "decisions"("organisation_id", "le", "id");

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_conflit_id_fkey" FOREIGN KEY ("conflit_id") REFERENCES "operation_conflits"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_arret_id_fkey" FOREIGN KEY ("arret_id") REFERENCES "arrets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_par_id_fkey" FOREIGN KEY ("par_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE decisions ADD CONSTRAINT decisions_objet CHECK (num_nonnulls(operation_id, conflit_id, arret_id) = 1);
ALTER TABLE decisions ADD CONSTRAINT decisions_motif CHECK ((issue = 'ECARTE') = (motif IS NOT NULL));
ALTER TABLE decisions ADD CONSTRAINT decisions_retenu CHECK ((issue = 'ECARTE') = (retenu IS NULL));
ALTER TABLE decisions ADD CONSTRAINT decisions_precision CHECK (length(precision) <= 300);
CREATE INDEX operations_a_decider ON operations (organisation_id, recue_le) WHERE verdict <> 'APPLIQUE';
CREATE INDEX arrets_en_conflit ON arrets (maraude_id) WHERE statut = 'EN_CONFLIT';

CREATE TRIGGER decisions_ajout_seul BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER decisions_sans_vidage BEFORE TRUNCATE ON decisions FOR EACH STATEMENT EXECUTE FUNCTION ajout_seul();
REVOKE UPDATE, DELETE ON decisions FROM maillage_app;

-- On ne décide que de ce qui est à soi : l'organisation de la décision est celle de son objet, quoi que dise qui l'écrit.
CREATE FUNCTION decision_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.organisation_id IS DISTINCT FROM coalesce(
    (SELECT organisation_id FROM operations WHERE id = NEW.operation_id),
    (SELECT o.organisation_id FROM operation_conflits c JOIN operations o ON o.id = c.operation_id WHERE c.id = NEW.conflit_id),
    (SELECT m.organisation_id FROM arrets a JOIN maraudes m ON m.id = a.maraude_id WHERE a.id = NEW.arret_id)
  ) THEN
    RAISE EXCEPTION 'objet d''une autre organisation, constraint "decisions_organisation"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_organisation', TABLE = 'decisions';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decisions_organisation BEFORE INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION decision_organisation();

-- Un corps refusé porte des textes libres et des demandes de place : il ne sort pas de l'organisation qui l'a noté.
ALTER TABLE operations ENABLE ROW LEVEL SECURITY;
CREATE POLICY operations_de_l_organisation ON operations
  USING (organisation_id = lecteur_organisation()) WITH CHECK (organisation_id = lecteur_organisation());
ALTER TABLE operation_conflits ENABLE ROW LEVEL SECURITY;
CREATE POLICY conflits_de_l_organisation ON operation_conflits
  USING (EXISTS (SELECT FROM operations o WHERE o.id = operation_id))
  WITH CHECK (EXISTS (SELECT FROM operations o WHERE o.id = operation_id));
ALTER TABLE decisions ENABLE ROW LEVEL SECURITY;
CREATE POLICY decisions_de_l_organisation ON decisions
  USING (lecteur_accompagne() AND organisation_id = lecteur_organisation())
  WITH CHECK (lecteur_tient('COORDINATEUR', 'RESPONSABLE') AND organisation_id = lecteur_organisation());
-- CreateTable
CREATE TABLE "tournees" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "equipe" TEXT NOT NULL,
    "secteur_code" CHAR(5) NOT NULL,
    "mode" "mode_maraude" NOT NULL,
    "debut" TIMESTAMPTZ(3) NOT NULL,
    "fin" TIMESTAMPTZ(3) NOT NULL,
    "nuit" DATE NOT NULL,
    "annulee_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "par_id" UUID NOT NULL,
    "creee_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tournees_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objectifs" (
    "id" UUID NOT NULL,
    "secteur_code" CHAR(5) NOT NULL,
    "heures" SMALLINT NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE,
    "par_id" UUID NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "objectifs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tournees_nuit_secteur_code_idx" ON "tournees"("nuit", "secteur_code");

-- CreateIndex
CREATE INDEX "tournees_organisation_id_nuit_idx" ON "tournees"("organisation_id", "nuit");

-- CreateIndex
CREATE INDEX "objectifs_secteur_code_du_idx" ON "objectifs"("secteur_code", "du");

-- AddForeignKey
ALTER TABLE "tournees" ADD CONSTRAINT "tournees_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tournees" ADD CONSTRAINT "tournees_secteur_code_fkey" FOREIGN KEY ("secteur_code") REFERENCES "communes"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tournees" ADD CONSTRAINT "tournees_par_id_fkey" FOREIGN KEY ("par_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objectifs" ADD CONSTRAINT "objectifs_secteur_code_fkey" FOREIGN KEY ("secteur_code") REFERENCES "communes"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objectifs" ADD CONSTRAINT "objectifs_par_id_fkey" FOREIGN KEY ("par_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Une maraude prévue dure une demi-journée au plus ; une équipe n'est pas à deux endroits. Deux équipes au même endroit se montrent.
ALTER TABLE tournees ADD CONSTRAINT tournees_ordre CHECK (fin > debut AND fin <= debut + interval '12 hours');
ALTER TABLE tournees ADD CONSTRAINT tournees_equipe CHECK (length(trim(equipe)) BETWEEN 1 AND 60);
ALTER TABLE tournees ADD CONSTRAINT tournees_nuit CHECK (nuit = ((debut AT TIME ZONE 'Europe/Paris') - interval '12 hours')::date);
ALTER TABLE tournees ADD CONSTRAINT tournees_une_equipe_un_lieu
  EXCLUDE USING gist (organisation_id WITH =, lower(equipe) WITH =, tstzrange(debut, fin) WITH &&) WHERE (annulee_le IS NULL);
ALTER TABLE objectifs ADD CONSTRAINT objectifs_heures CHECK (heures BETWEEN 0 AND 500);
ALTER TABLE objectifs ADD CONSTRAINT objectifs_semaines
  CHECK (extract(isodow FROM du) = 1 AND (au IS NULL OR (extract(isodow FROM au) = 1 AND au > du)));
ALTER TABLE objectifs ADD CONSTRAINT objectifs_un_a_la_fois
  EXCLUDE USING gist (secteur_code WITH =, daterange(du, au) WITH &&);

ALTER TABLE tournees ENABLE ROW LEVEL SECURITY;
CREATE POLICY tournees_de_l_organisation ON tournees
  USING (organisation_id = lecteur_organisation())
  WITH CHECK (lecteur_tient('COORDINATEUR', 'RESPONSABLE') AND organisation_id = lecteur_organisation());

-- Ce que chacun sait des prévisions des autres : un secteur, une heure. Au nom du propriétaire ; ni équipe, ni organisation.
CREATE FUNCTION tournees_des_autres(du date, au date) RETURNS TABLE (secteur_code text, nuit date, debut timestamptz, fin timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.secteur_code::text, t.nuit, t.debut, t.fin FROM tournees t
  WHERE t.nuit >= tournees_des_autres.du AND t.nuit < tournees_des_autres.au AND t.annulee_le IS NULL
    AND t.organisation_id IS DISTINCT FROM lecteur_organisation()
$$;

-- Heures faites par secteur, toutes organisations ensemble : elles décrivent des équipes, personne d'autre.
CREATE FUNCTION heures_faites(du date, au date) RETURNS TABLE (secteur_code text, minutes int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.secteur_code::text, sum(extract(epoch FROM m.fin - m.debut) / 60)::int FROM maraudes m
  WHERE m.nuit >= heures_faites.du AND m.nuit < heures_faites.au AND m.fin IS NOT NULL AND m.secteur_code IS NOT NULL
  GROUP BY 1
$$;

-- Dernière nuit où une équipe, quelle qu'elle soit, s'est arrêtée dans chaque commune.
CREATE FUNCTION derniers_passages() RETURNS TABLE (commune_code text, le timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.code::text, (
    SELECT a.arrivee FROM arrets a WHERE a.commune_code = c.code AND a.statut = 'ACTIF' ORDER BY a.arrivee DESC LIMIT 1)
  FROM communes c
$$;

-- Cellules parcourues depuis un jour. Les siennes telles quelles ; celles des autres agrandies d'environ 250 m à 2 km (l'indice
-- H3 d'une cellule de rang 9 donne celui de son aïeule de rang 7 : le rang change, les deux derniers chiffres s'effacent).
CREATE FUNCTION cellules_parcourues(depuis date)
RETURNS TABLE (cellule text, a_nous boolean, minutes int, passages int, derniere_nuit date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN n.a_nous OR left(k.cellule, 2) <> '89' THEN k.cellule
      ELSE '87' || substr(k.cellule, 3, 7) || 'ffffff' END,
    n.a_nous, sum(k.minutes)::int, sum(k.passages)::int, max(m.nuit)
  FROM couvertures k JOIN maraudes m ON m.id = k.maraude_id
  CROSS JOIN LATERAL (SELECT coalesce(m.organisation_id = lecteur_organisation(), false) AS a_nous) n
  WHERE m.nuit >= cellules_parcourues.depuis AND (n.a_nous OR left(k.cellule, 2) = '89')
  GROUP BY 1, 2
$$;

-- Une couverture sert à savoir où l'on n'est plus allé : au-delà de deux ans elle n'apprend plus rien, et s'efface.
CREATE FUNCTION effacer_couvertures(avant date) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH effacees AS (
    DELETE FROM couvertures k USING maraudes m WHERE m.id = k.maraude_id AND m.nuit < avant AND avant < current_date - 365 RETURNING 1
  ) SELECT count(*)::int FROM effacees
$$;
