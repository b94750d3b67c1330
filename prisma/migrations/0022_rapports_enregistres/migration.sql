-- CreateEnum
CREATE TYPE "rythme_rapport" AS ENUM ('MOIS', 'TRIMESTRE');

-- CreateEnum
CREATE TYPE "etat_envoi" AS ENUM ('A_ENVOYER', 'EN_COURS', 'ENVOYE', 'ECHOUE');

-- CreateTable
CREATE TABLE "rapports_enregistres" (
    "id" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "organisation_id" UUID,
    "nom" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "partage" BOOLEAN NOT NULL DEFAULT false,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,
    "modifie_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rapports_enregistres_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rapports_abonnements" (
    "rapport_id" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "rythme" "rythme_rapport" NOT NULL,
    "depuis" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rapports_abonnements_pkey" PRIMARY KEY ("rapport_id","compte_id")
);

-- CreateTable
CREATE TABLE "rapports_envois" (
    "id" UUID NOT NULL,
    "rapport_id" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "rythme" "rythme_rapport" NOT NULL,
    "echeance" DATE NOT NULL,
    "etat" "etat_envoi" NOT NULL DEFAULT 'A_ENVOYER',
    "essais" SMALLINT NOT NULL DEFAULT 0,
    "prochain_essai_le" TIMESTAMPTZ(3) NOT NULL,
    "pris_le" TIMESTAMPTZ(3),
    "envoye_le" TIMESTAMPTZ(3),
    "faute" TEXT,

    CONSTRAINT "rapports_envois_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rapports_enregistres_organisation_id_idx" ON "rapports_enregistres"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "rapports_enregistres_nom" ON "rapports_enregistres"("compte_id", "nom");

-- CreateIndex
CREATE UNIQUE INDEX "rapports_envois_echeance" ON "rapports_envois"("rapport_id", "compte_id", "echeance");

-- AddForeignKey
ALTER TABLE "rapports_enregistres" ADD CONSTRAINT "rapports_enregistres_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapports_enregistres" ADD CONSTRAINT "rapports_enregistres_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapports_abonnements" ADD CONSTRAINT "rapports_abonnements_rapport_id_fkey" FOREIGN KEY ("rapport_id") REFERENCES "rapports_enregistres"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapports_abonnements" ADD CONSTRAINT "rapports_abonnements_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rapports_envois" ADD CONSTRAINT "rapports_envois_rapport_id_compte_id_fkey" FOREIGN KEY ("rapport_id", "compte_id") REFERENCES "rapports_abonnements"("rapport_id", "compte_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE rapports_enregistres
  ADD CONSTRAINT rapports_enregistres_nom_dit CHECK (nom = btrim(nom) AND char_length(nom) BETWEEN 1 AND 80),
  ADD CONSTRAINT rapports_enregistres_question CHECK (question LIKE 'indicateur=%' AND char_length(question) <= 4000),
  -- On ne partage qu'avec une organisation que l'on a.
  ADD CONSTRAINT rapports_enregistres_partage CHECK (NOT partage OR organisation_id IS NOT NULL),
  ADD CONSTRAINT rapports_enregistres_dates CHECK (modifie_le >= cree_le);
ALTER TABLE rapports_envois
  ADD CONSTRAINT rapports_envois_debut CHECK (CASE rythme WHEN 'MOIS' THEN extract(day FROM echeance) = 1
    ELSE echeance = date_trunc('quarter', echeance)::date END),
  ADD CONSTRAINT rapports_envois_essais CHECK (essais >= 0),
  ADD CONSTRAINT rapports_envois_pris CHECK (etat <> 'EN_COURS' OR (pris_le IS NOT NULL AND essais > 0)),
  ADD CONSTRAINT rapports_envois_parti CHECK ((etat = 'ENVOYE') = (envoye_le IS NOT NULL)),
  ADD CONSTRAINT rapports_envois_echoue CHECK (etat <> 'ECHOUE' OR faute IS NOT NULL);
CREATE INDEX rapports_envois_a_faire ON rapports_envois (prochain_essai_le) WHERE etat IN ('A_ENVOYER', 'EN_COURS');

-- Qui lit un rapport, et le sien : on n'ouvre que les siens et ceux que son organisation partage ; on ne change que les siens.
CREATE FUNCTION lecteur_rapports_de() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('maillage.compte', true), '')::uuid $$;
CREATE FUNCTION lecteur_de_rapports() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT lecteur_tient('COORDINATEUR', 'RESPONSABLE', 'MMPCR', 'LECTEUR') $$;
ALTER TABLE rapports_enregistres ENABLE ROW LEVEL SECURITY;
CREATE POLICY rapports_enregistres_lecture ON rapports_enregistres FOR SELECT USING (
  lecteur_de_rapports() AND (compte_id = lecteur_rapports_de() OR (partage AND organisation_id = lecteur_organisation())));
CREATE POLICY rapports_enregistres_creation ON rapports_enregistres FOR INSERT WITH CHECK (
  lecteur_de_rapports() AND compte_id = lecteur_rapports_de() AND organisation_id IS NOT DISTINCT FROM lecteur_organisation());
CREATE POLICY rapports_enregistres_changement ON rapports_enregistres FOR UPDATE
  USING (lecteur_de_rapports() AND compte_id = lecteur_rapports_de())
  WITH CHECK (compte_id = lecteur_rapports_de() AND organisation_id IS NOT DISTINCT FROM lecteur_organisation());
CREATE POLICY rapports_enregistres_retrait ON rapports_enregistres FOR DELETE USING (lecteur_de_rapports() AND compte_id = lecteur_rapports_de());

-- On ne s'abonne que soi-même, à un rapport que l'on ouvre.
ALTER TABLE rapports_abonnements ENABLE ROW LEVEL SECURITY;
CREATE POLICY rapports_abonnements_a_soi ON rapports_abonnements USING (compte_id = lecteur_rapports_de())
  WITH CHECK (compte_id = lecteur_rapports_de() AND EXISTS (SELECT FROM rapports_enregistres r WHERE r.id = rapport_id));
ALTER TABLE rapports_envois ENABLE ROW LEVEL SECURITY;
CREATE POLICY rapports_envois_a_soi ON rapports_envois USING (compte_id = lecteur_rapports_de()) WITH CHECK (compte_id = lecteur_rapports_de());
-- Les envois sont écrits par leur tâche, qui n'a pas de lecteur ; la finir est l'affaire du compte pour qui elle travaille.
REVOKE INSERT, DELETE ON rapports_envois FROM maillage_app;

-- Inscrit la dernière échéance passée de chaque abonnement, une seule fois. Une échéance est le premier du mois ou du trimestre, à
-- 8 heures de Paris, heure d'été ou non. Des échéances manquées pendant une longue panne, seule la dernière compte.
CREATE FUNCTION programmer_envois(instant timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  inscrits integer;
BEGIN
  INSERT INTO rapports_envois (id, rapport_id, compte_id, rythme, echeance, prochain_essai_le)
  SELECT gen_random_uuid(), a.rapport_id, a.compte_id, a.rythme, e.echeance, instant
  FROM rapports_abonnements a CROSS JOIN LATERAL (
    SELECT date_trunc(CASE a.rythme WHEN 'MOIS' THEN 'month' ELSE 'quarter' END,
      (instant AT TIME ZONE 'Europe/Paris') - interval '8 hours')::date AS echeance) e
  WHERE (e.echeance + interval '8 hours') AT TIME ZONE 'Europe/Paris' > a.depuis
  ON CONFLICT (rapport_id, compte_id, echeance) DO NOTHING;
  GET DIAGNOSTICS inscrits = ROW_COUNT;
  RETURN inscrits;
END $$;

-- Donne un envoi à un seul serveur, ou rien. Un serveur muet depuis cinq minutes a perdu le sien.
CREATE FUNCTION prendre_envoi(instant timestamptz)
RETURNS TABLE (envoi uuid, rapport uuid, compte uuid, adresse text, rythme rythme_rapport, echeance date, essai smallint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  pris rapports_envois%ROWTYPE;
BEGIN
  SELECT * INTO pris FROM rapports_envois e
    WHERE (e.etat = 'A_ENVOYER' AND e.prochain_essai_le <= instant)
      OR (e.etat = 'EN_COURS' AND e.pris_le < instant - interval '5 minutes')
    ORDER BY e.prochain_essai_le, e.id LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE rapports_envois SET etat = 'EN_COURS', pris_le = instant, essais = essais + 1 WHERE id = pris.id;
  RETURN QUERY SELECT pris.id, pris.rapport_id, pris.compte_id, c.courriel, pris.rythme, pris.echeance, (pris.essais + 1)::smallint
    FROM comptes c WHERE c.id = pris.compte_id;
END $$;
