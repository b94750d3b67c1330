-- CreateTable
CREATE TABLE "acces_urgence" (
    "id" UUID NOT NULL,
    "orientation_id" UUID,
    "compte_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "motif" TEXT NOT NULL,
    "ouvert_le" TIMESTAMPTZ(3) NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acces_urgence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "acces_urgence_orientation_id_idx" ON "acces_urgence"("orientation_id");

-- CreateIndex
CREATE INDEX "acces_urgence_compte_id_ouvert_le_idx" ON "acces_urgence"("compte_id", "ouvert_le");

-- AddForeignKey
ALTER TABLE "acces_urgence" ADD CONSTRAINT "acces_urgence_orientation_id_fkey" FOREIGN KEY ("orientation_id") REFERENCES "orientations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acces_urgence" ADD CONSTRAINT "acces_urgence_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- À la main à partir d'ici.

ALTER TABLE acces_urgence ADD CONSTRAINT acces_urgence_duree CHECK (expire_le = ouvert_le + interval '3 hours');
ALTER TABLE acces_urgence ADD CONSTRAINT acces_urgence_motif CHECK (char_length(btrim(motif)) BETWEEN 10 AND 300);
CREATE TRIGGER acces_urgence_ajout_seul BEFORE UPDATE OR DELETE ON acces_urgence FOR EACH ROW EXECUTE FUNCTION ajout_seul();
CREATE TRIGGER acces_urgence_sans_vidage BEFORE TRUNCATE ON acces_urgence FOR EACH STATEMENT EXECUTE FUNCTION ajout_seul();
REVOKE INSERT, UPDATE, DELETE ON acces_urgence FROM maillage_app;

-- L'accès est à qui l'a ouvert ; les deux structures de l'orientation le voient.
CREATE FUNCTION lecteur_compte() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('maillage.compte', true), '')::uuid $$;
ALTER TABLE acces_urgence ENABLE ROW LEVEL SECURITY;
CREATE POLICY acces_urgence_lecture ON acces_urgence FOR SELECT USING (
  lecteur_accompagne() AND (compte_id = lecteur_compte() OR EXISTS (SELECT FROM orientations o WHERE o.id = orientation_id)));

-- La seule entrée. Cinq codes par compte et par vingt-quatre heures, connus ou non : un code ne se devine pas. Deux essais au même
-- instant attendent l'un l'autre, sans quoi le sixième passerait.
CREATE FUNCTION ouvrir_acces_urgence(l_id uuid, l_code text, l_motif text, l_instant timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  l_orientation uuid;
BEGIN
  IF NOT lecteur_accompagne() OR lecteur_compte() IS NULL OR lecteur_organisation() IS NULL THEN
    RETURN 'INTERDIT';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(lecteur_compte()::text, 23));
  IF (SELECT count(*) >= 5 FROM acces_urgence a
      WHERE a.compte_id = lecteur_compte() AND a.ouvert_le > l_instant - interval '24 hours') THEN
    RETURN 'TROP';
  END IF;
  -- Un suivi non fini d'abord, puis la demande la plus récente.
  SELECT o.id INTO l_orientation
  FROM personnes p JOIN orientations o ON o.personne_id = p.id
  WHERE p.code = l_code AND p.anonymisee_le IS NULL AND o.statut <> 'BROUILLON'
  ORDER BY o.suivi_fini_le IS NULL DESC, o.envoyee_le DESC NULLS LAST, o.id DESC
  LIMIT 1;
  INSERT INTO acces_urgence (id, orientation_id, compte_id, organisation_id, motif, ouvert_le, expire_le)
  VALUES (l_id, l_orientation, lecteur_compte(), lecteur_organisation(), l_motif, l_instant, l_instant + interval '3 hours');
  RETURN CASE WHEN l_orientation IS NULL THEN 'INCONNU' ELSE 'OUVERT' END;
END $$;
REVOKE ALL ON FUNCTION ouvrir_acces_urgence(uuid, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ouvrir_acces_urgence(uuid, text, text, timestamptz) TO maillage_app;

-- Ce qu'il montre, trois heures, à qui l'a ouvert : qui appeler, et où en est la demande. Ni profil, ni adresse, ni besoin.
CREATE FUNCTION lire_acces_urgence(l_id uuid, l_instant timestamptz)
RETURNS TABLE (code text, statut statut_orientation, demandee_le timestamptz, expire_le timestamptz,
  suivi_fini_le timestamptz, suivi jsonb, prescripteur jsonb, receveur jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.code, o.statut, o.envoyee_le, a.expire_le,
    o.suivi_fini_le,
    jsonb_build_object('nom', responsable.nom, 'slug', responsable.slug, 'telephone', responsable.telephone),
    jsonb_build_object('nom', prescripteur.nom, 'slug', prescripteur.slug, 'telephone', prescripteur.telephone),
    CASE WHEN d.id IS NOT NULL THEN
      jsonb_build_object('nom', chez.nom || ' · ' || d.nom, 'slug', chez.slug, 'telephone', chez.telephone) END
  FROM acces_urgence a
    JOIN orientations o ON o.id = a.orientation_id
    JOIN personnes p ON p.id = o.personne_id AND p.anonymisee_le IS NULL
    JOIN structures responsable ON responsable.id = o.responsable_id
    JOIN structures prescripteur ON prescripteur.id = o.prescripteur_structure_id
    LEFT JOIN dispositifs d ON d.id = o.receveur_dispositif_id
    LEFT JOIN structures chez ON chez.id = d.structure_id
  WHERE a.id = l_id AND lecteur_accompagne() AND a.compte_id = lecteur_compte() AND a.expire_le > l_instant
$$;
REVOKE ALL ON FUNCTION lire_acces_urgence(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lire_acces_urgence(uuid, timestamptz) TO maillage_app;

-- L'autre structure l'apprend aussitôt.
CREATE TRIGGER acces_urgence_signal AFTER INSERT ON acces_urgence FOR EACH STATEMENT EXECUTE FUNCTION signaler_orientation();
