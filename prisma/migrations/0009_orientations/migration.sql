-- AlterTable
ALTER TABLE "consentements" ADD COLUMN     "retire_par" UUID;

-- AlterTable
ALTER TABLE "dispositifs" ADD COLUMN     "delai_a_date" INTEGER NOT NULL DEFAULT 4320,
ADD COLUMN     "delai_ce_soir" INTEGER NOT NULL DEFAULT 45;

-- AlterTable
ALTER TABLE "orientations" ADD COLUMN     "attente_le" TIMESTAMPTZ(3),
ADD COLUMN     "criteres" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "delais" JSONB,
ADD COLUMN     "entree_prevue" DATE,
ADD COLUMN     "relancee_le" TIMESTAMPTZ(3),
ADD COLUMN     "signalee_le" TIMESTAMPTZ(3),
ADD COLUMN     "suivi_fin_motif" TEXT;

-- CreateTable
CREATE TABLE "liens_reponse" (
    "id" UUID NOT NULL,
    "orientation_id" UUID NOT NULL,
    "empreinte" CHAR(64) NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "cree_par" UUID NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "utilise_le" TIMESTAMPTZ(3),
    "revoque_le" TIMESTAMPTZ(3),

    CONSTRAINT "liens_reponse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remises_suivi" (
    "id" UUID NOT NULL,
    "orientation_id" UUID NOT NULL,
    "de_id" UUID NOT NULL,
    "vers_id" UUID NOT NULL,
    "demandee_le" TIMESTAMPTZ(3) NOT NULL,
    "demandee_par" UUID NOT NULL,
    "repondue_le" TIMESTAMPTZ(3),
    "repondue_par" UUID,
    "acceptee" BOOLEAN,

    CONSTRAINT "remises_suivi_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mouvements_attente" (
    "id" UUID NOT NULL,
    "orientation_id" UUID NOT NULL,
    "dispositif_id" UUID NOT NULL,
    "de_rang" INTEGER,
    "vers_rang" INTEGER NOT NULL,
    "motif" TEXT NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,
    "compte_id" UUID NOT NULL,

    CONSTRAINT "mouvements_attente_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "liens_reponse_empreinte_key" ON "liens_reponse"("empreinte");

-- CreateIndex
CREATE INDEX "liens_reponse_orientation_id_idx" ON "liens_reponse"("orientation_id");

-- CreateIndex
CREATE INDEX "remises_suivi_orientation_id_idx" ON "remises_suivi"("orientation_id");

-- CreateIndex
CREATE INDEX "mouvements_attente_orientation_id_idx" ON "mouvements_attente"("orientation_id");

-- CreateIndex
CREATE INDEX "mouvements_attente_dispositif_id_le_idx" ON "mouvements_attente"("dispositif_id", "le");

-- AddForeignKey
ALTER TABLE "liens_reponse" ADD CONSTRAINT "liens_reponse_orientation_id_fkey" FOREIGN KEY ("orientation_id") REFERENCES "orientations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remises_suivi" ADD CONSTRAINT "remises_suivi_orientation_id_fkey" FOREIGN KEY ("orientation_id") REFERENCES "orientations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remises_suivi" ADD CONSTRAINT "remises_suivi_de_id_fkey" FOREIGN KEY ("de_id") REFERENCES "structures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remises_suivi" ADD CONSTRAINT "remises_suivi_vers_id_fkey" FOREIGN KEY ("vers_id") REFERENCES "structures"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mouvements_attente" ADD CONSTRAINT "mouvements_attente_orientation_id_fkey" FOREIGN KEY ("orientation_id") REFERENCES "orientations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mouvements_attente" ADD CONSTRAINT "mouvements_attente_dispositif_id_fkey" FOREIGN KEY ("dispositif_id") REFERENCES "dispositifs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- À la main à partir d'ici.

-- 1. Règles qu'une ligne peut enfreindre

ALTER TABLE dispositifs ADD CONSTRAINT dispositifs_delais CHECK (delai_ce_soir BETWEEN 5 AND 1440 AND delai_a_date BETWEEN 60 AND 43200);
ALTER TABLE orientations ADD CONSTRAINT orientations_attente CHECK (statut <> 'EN_ATTENTE' OR (rang IS NOT NULL AND receveur_dispositif_id IS NOT NULL));
-- Un rang n'a qu'une personne ; qui sort de la liste garde le sien, pour mémoire.
CREATE UNIQUE INDEX orientations_rang_unique ON orientations (receveur_dispositif_id, rang) WHERE statut = 'EN_ATTENTE';
ALTER TABLE orientations ADD CONSTRAINT orientations_suivi_fini CHECK (suivi_fin_motif IS NULL OR suivi_fini_le IS NOT NULL);
-- Un même code n'attend pas deux fois la réponse d'un même dispositif.
CREATE UNIQUE INDEX orientations_une_par_personne ON orientations (personne_id, receveur_dispositif_id)
  WHERE statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE');
CREATE INDEX orientations_ouvertes ON orientations (id) WHERE statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE', 'ACCEPTEE');
ALTER TABLE consentements ADD CONSTRAINT consentements_retrait CHECK (retire_le >= le AND (retire_par IS NULL OR retire_le IS NOT NULL));
ALTER TABLE liens_reponse ADD CONSTRAINT liens_reponse_duree CHECK (expire_le > cree_le AND expire_le <= cree_le + interval '8 days');
ALTER TABLE liens_reponse ADD CONSTRAINT liens_reponse_usage CHECK (utilise_le >= cree_le AND utilise_le < expire_le AND (utilise_le IS NULL OR revoque_le IS NULL));
CREATE UNIQUE INDEX liens_reponse_un_vivant ON liens_reponse (orientation_id) WHERE utilise_le IS NULL AND revoque_le IS NULL;
ALTER TABLE remises_suivi ADD CONSTRAINT remises_suivi_autre CHECK (de_id <> vers_id);
ALTER TABLE remises_suivi ADD CONSTRAINT remises_suivi_reponse
  CHECK ((repondue_le IS NULL) = (repondue_par IS NULL) AND (repondue_le IS NULL) = (acceptee IS NULL));
CREATE UNIQUE INDEX remises_suivi_une_en_cours ON remises_suivi (orientation_id) WHERE repondue_le IS NULL;
ALTER TABLE mouvements_attente ADD CONSTRAINT mouvements_attente_rangs CHECK (vers_rang >= 1 AND de_rang >= 1);

CREATE TRIGGER mouvements_attente_ajout_seul BEFORE UPDATE OR DELETE ON mouvements_attente FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER mouvements_attente_sans_vidage BEFORE TRUNCATE ON mouvements_attente FOR EACH STATEMENT EXECUTE FUNCTION ajout_seul();
REVOKE UPDATE, DELETE ON mouvements_attente FROM maillage_app;
REVOKE DELETE ON liens_reponse, remises_suivi FROM maillage_app;

-- 2. La vie d'une orientation : les passages de domain/orientations/transitions.ts (un test compare les deux), et rien d'autre

CREATE FUNCTION passage_permis(le_de statut_orientation, le_vers statut_orientation, le_cote cote_motif) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (le_de::text, le_vers::text, le_cote::text) IN (VALUES
    ('BROUILLON', 'ENVOYEE', 'PRESCRIPTEUR'),
    ('ENVOYEE', 'RECUE', 'STRUCTURE'),
    ('ENVOYEE', 'A_L_ETUDE', 'STRUCTURE'),
    ('RECUE', 'A_L_ETUDE', 'STRUCTURE'),
    ('ENVOYEE', 'ACCEPTEE', 'STRUCTURE'),
    ('RECUE', 'ACCEPTEE', 'STRUCTURE'),
    ('A_L_ETUDE', 'ACCEPTEE', 'STRUCTURE'),
    ('EN_ATTENTE', 'ACCEPTEE', 'STRUCTURE'),
    ('ENVOYEE', 'REFUSEE', 'STRUCTURE'),
    ('RECUE', 'REFUSEE', 'STRUCTURE'),
    ('A_L_ETUDE', 'REFUSEE', 'STRUCTURE'),
    ('EN_ATTENTE', 'REFUSEE', 'STRUCTURE'),
    ('ENVOYEE', 'EN_ATTENTE', 'STRUCTURE'),
    ('RECUE', 'EN_ATTENTE', 'STRUCTURE'),
    ('A_L_ETUDE', 'EN_ATTENTE', 'STRUCTURE'),
    ('ENVOYEE', 'RENONCEE', 'PERSONNE'),
    ('RECUE', 'RENONCEE', 'PERSONNE'),
    ('A_L_ETUDE', 'RENONCEE', 'PERSONNE'),
    ('EN_ATTENTE', 'RENONCEE', 'PERSONNE'),
    ('ACCEPTEE', 'RENONCEE', 'PERSONNE'),
    ('ENVOYEE', 'RETIREE', 'PRESCRIPTEUR'),
    ('RECUE', 'RETIREE', 'PRESCRIPTEUR'),
    ('A_L_ETUDE', 'RETIREE', 'PRESCRIPTEUR'),
    ('EN_ATTENTE', 'RETIREE', 'PRESCRIPTEUR'),
    ('ACCEPTEE', 'RETIREE', 'PRESCRIPTEUR'),
    ('ENVOYEE', 'EXPIREE', 'HORLOGE'),
    ('RECUE', 'EXPIREE', 'HORLOGE'),
    ('A_L_ETUDE', 'EXPIREE', 'HORLOGE'),
    ('EN_ATTENTE', 'EXPIREE', 'HORLOGE'),
    ('ACCEPTEE', 'EXPIREE', 'HORLOGE'),
    ('ACCEPTEE', 'ARRIVEE', 'STRUCTURE'),
    ('ACCEPTEE', 'NON_VENUE', 'STRUCTURE'),
    ('ACCEPTEE', 'NON_VENUE', 'HORLOGE'),
    ('ARRIVEE', 'CLOSE', 'STRUCTURE'),
    -- un départ ou une arrivée notés par erreur (domain/places/annulation.ts)
    ('CLOSE', 'ARRIVEE', 'STRUCTURE'),
    ('ARRIVEE', 'ACCEPTEE', 'STRUCTURE')
  )
$$;

-- Les côtés pour lesquels parle le lecteur. Sans lecteur (propriétaire : migrations, graines), tous.
CREATE FUNCTION lecteur_cotes(prescripteur uuid, receveur uuid) RETURNS cote_motif[] LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN coalesce(current_setting('maillage.roles', true), '') = '' THEN enum_range(NULL::cote_motif)
    WHEN lecteur_tient('HORLOGE') THEN ARRAY['HORLOGE']::cote_motif[]
    WHEN lecteur_tient('LIEN') THEN ARRAY['STRUCTURE']::cote_motif[]
    ELSE CASE WHEN prescripteur = lecteur_organisation() THEN ARRAY['PRESCRIPTEUR', 'PERSONNE']::cote_motif[] ELSE '{}' END
      || CASE WHEN receveur = lecteur_organisation() THEN ARRAY['STRUCTURE']::cote_motif[] ELSE '{}' END
  END
$$;

CREATE FUNCTION orientation_passage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.statut <> OLD.statut AND NOT EXISTS (
    SELECT FROM unnest(lecteur_cotes(NEW.prescripteur_organisation_id, NEW.receveur_organisation_id)) AS c (cote)
    WHERE passage_permis(OLD.statut, NEW.statut, c.cote)) THEN
    RAISE EXCEPTION 'passage de % à % refusé, constraint "orientations_passage"', OLD.statut, NEW.statut
      USING ERRCODE = 'check_violation', CONSTRAINT = 'orientations_passage', TABLE = 'orientations';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER orientations_passage BEFORE UPDATE OF statut ON orientations FOR EACH ROW EXECUTE FUNCTION orientation_passage();

CREATE FUNCTION evenement_passage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  l_orientation record;
BEGIN
  SELECT statut, prescripteur_organisation_id AS prescripteur, receveur_organisation_id AS receveur
    INTO STRICT l_orientation FROM orientations WHERE id = NEW.orientation_id;
  IF NEW.de IS NOT NULL AND NOT passage_permis(NEW.de, NEW.vers, NEW.cote)
    OR coalesce(current_setting('maillage.roles', true), '') <> '' AND (
      NEW.vers <> l_orientation.statut OR NOT NEW.cote = ANY (lecteur_cotes(l_orientation.prescripteur, l_orientation.receveur))) THEN
    RAISE EXCEPTION 'événement de % à % refusé, constraint "orientation_evenements_passage"', NEW.de, NEW.vers
      USING ERRCODE = 'check_violation', CONSTRAINT = 'orientation_evenements_passage', TABLE = 'orientation_evenements';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER orientation_evenements_passage BEFORE INSERT ON orientation_evenements FOR EACH ROW EXECUTE FUNCTION evenement_passage();

-- Aucun changement d'état sans son événement : vérifié à la fin de la transaction.
CREATE FUNCTION orientation_racontee() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF coalesce(current_setting('maillage.roles', true), '') <> '' AND NOT EXISTS (
    SELECT FROM orientation_evenements e WHERE e.orientation_id = NEW.id AND e.de = OLD.statut AND e.vers = NEW.statut) THEN
    RAISE EXCEPTION 'changement d''état sans événement, constraint "orientations_racontee"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'orientations_racontee', TABLE = 'orientations';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER orientations_racontee AFTER UPDATE OF statut ON orientations DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.statut <> NEW.statut) EXECUTE FUNCTION orientation_racontee();

-- Un accord retiré ne se rend pas : on en recueille un autre, pour une autre demande.
CREATE FUNCTION consentement_retire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.retire_le IS NOT NULL THEN
    RAISE EXCEPTION 'accord déjà retiré, constraint "consentements_retire"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'consentements_retire', TABLE = 'consentements';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consentements_retire BEFORE UPDATE ON consentements FOR EACH ROW EXECUTE FUNCTION consentement_retire();

-- 3. Deux acteurs sans compte : l'horloge, et qui tient un lien de réponse

CREATE FUNCTION lecteur_orientation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('maillage.orientation', true), '')::uuid $$;

CREATE POLICY orientations_horloge_lecture ON orientations FOR SELECT USING (
  lecteur_tient('HORLOGE') AND statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE', 'ACCEPTEE', 'EXPIREE', 'NON_VENUE'));
CREATE POLICY orientations_horloge ON orientations FOR UPDATE
  USING (lecteur_tient('HORLOGE') AND statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE', 'ACCEPTEE'))
  WITH CHECK (lecteur_tient('HORLOGE') AND statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE', 'ACCEPTEE', 'EXPIREE', 'NON_VENUE'));
CREATE POLICY orientations_lien_lecture ON orientations FOR SELECT USING (
  lecteur_tient('LIEN') AND id = lecteur_orientation() AND receveur_organisation_id = lecteur_organisation());
CREATE POLICY orientations_lien ON orientations FOR UPDATE
  USING (lecteur_tient('LIEN') AND id = lecteur_orientation() AND receveur_organisation_id = lecteur_organisation()
    AND statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE'))
  WITH CHECK (lecteur_tient('LIEN') AND id = lecteur_orientation() AND statut IN ('ACCEPTEE', 'REFUSEE'));

-- Ils ne touchent que ce que leur acte demande : ni personne, ni besoin, ni responsable.
CREATE FUNCTION orientation_sans_compte() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  permis text[] := ARRAY['statut', 'version', 'motif', 'motif_cote', 'relancee_le', 'signalee_le'];
BEGIN
  IF lecteur_tient('LIEN') THEN
    permis := ARRAY['statut', 'version', 'motif', 'motif_cote', 'suite', 'premiere_reponse_le', 'regles', 'entree_prevue'];
  END IF;
  IF lecteur_tient('HORLOGE', 'LIEN') AND to_jsonb(NEW) - permis <> to_jsonb(OLD) - permis THEN
    RAISE EXCEPTION 'hors de ce que cet acte permet, constraint "orientations_sans_compte"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'orientations_sans_compte', TABLE = 'orientations';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER orientations_sans_compte BEFORE UPDATE ON orientations FOR EACH ROW EXECUTE FUNCTION orientation_sans_compte();

CREATE POLICY occupations_horloge_lecture ON occupations FOR SELECT USING (
  lecteur_tient('HORLOGE') AND orientation_id IS NOT NULL AND kind = 'RESERVATION');
CREATE POLICY occupations_horloge ON occupations FOR UPDATE
  USING (lecteur_tient('HORLOGE') AND etat = 'TENUE') WITH CHECK (lecteur_tient('HORLOGE') AND etat IN ('LIBEREE', 'EXPIREE'));
-- Tenir une place par lien, c'est aussi libérer celles dont l'heure est passée, comme quiconque réserve.
CREATE POLICY occupations_lien_lecture ON occupations FOR SELECT USING (
  lecteur_tient('LIEN') AND organisation_id = lecteur_organisation());
CREATE POLICY occupations_lien_creation ON occupations FOR INSERT WITH CHECK (
  lecteur_tient('LIEN') AND organisation_id = lecteur_organisation() AND orientation_id = lecteur_orientation() AND etat = 'TENUE');
CREATE POLICY occupations_lien ON occupations FOR UPDATE
  USING (lecteur_tient('LIEN') AND organisation_id = lecteur_organisation() AND etat = 'TENUE')
  WITH CHECK (lecteur_tient('LIEN') AND organisation_id = lecteur_organisation()
    AND (etat = 'EXPIREE' OR orientation_id = lecteur_orientation()));

-- Un compte n'envoie ou n'ébauche qu'une demande neuve : jamais une ligne déjà répondue.
CREATE POLICY orientations_neuves ON orientations AS RESTRICTIVE FOR INSERT WITH CHECK (statut IN ('BROUILLON', 'ENVOYEE'));

-- 4. Ce qui dépend d'une orientation

ALTER TABLE liens_reponse ENABLE ROW LEVEL SECURITY;
CREATE POLICY liens_reponse_par_orientation ON liens_reponse
  USING (EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id))
  WITH CHECK (EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id));
ALTER TABLE remises_suivi ENABLE ROW LEVEL SECURITY;
CREATE POLICY remises_suivi_par_orientation ON remises_suivi
  USING (EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id))
  WITH CHECK (EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id));
ALTER TABLE mouvements_attente ENABLE ROW LEVEL SECURITY;
CREATE POLICY mouvements_attente_par_orientation ON mouvements_attente
  USING (EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id))
  WITH CHECK (EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id AND o.receveur_organisation_id = lecteur_organisation()));

-- Ce qu'ouvre un jeton, par son empreinte : rien s'il a servi, s'il est périmé ou retiré, ou si la réponse est déjà donnée.
CREATE FUNCTION lien_vivant(l_empreinte text, l_instant timestamptz)
RETURNS TABLE (lien_id uuid, orientation_id uuid, organisation_id uuid, structure_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, o.id, o.receveur_organisation_id, d.structure_id
  FROM liens_reponse l JOIN orientations o ON o.id = l.orientation_id JOIN dispositifs d ON d.id = o.receveur_dispositif_id
  WHERE l.empreinte = l_empreinte AND l.utilise_le IS NULL AND l.revoque_le IS NULL AND l.expire_le > l_instant
    AND o.statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE')
$$;

REVOKE ALL ON FUNCTION lien_vivant(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lien_vivant(text, timestamptz) TO maillage_app;

CREATE TRIGGER remises_suivi_signal AFTER INSERT OR UPDATE ON remises_suivi FOR EACH STATEMENT EXECUTE FUNCTION signaler_orientation();
