-- Jours depuis la dernière visite, et exports de lignes.

-- 1. La dernière nuit où une maraude s'est arrêtée dans une commune (sans arrêt : dans son secteur), jusqu'à la dernière nuit de la
-- période ; elle peut être d'avant la période. Une commune jamais visitée n'a pas de ligne. Sans effectif : dit où une équipe va.

CREATE FUNCTION rapport_visites(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH communes AS (
    SELECT coalesce(a.commune, m.secteur) AS commune, max(m.nuit) AS nuit
    FROM rapport_maraudes_lues m LEFT JOIN rapport_arrets_lus a ON a.maraude_id = m.id
    WHERE m.nuit <= derniere
    GROUP BY 1
  )
  SELECT axe.noeud, 'derniere-visite', (derniere - max(c.nuit))::double precision, 0
  FROM communes c JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = c.commune
  GROUP BY axe.noeud;
END $$;

-- 2. Les exports de lignes et leurs fichiers, en morceaux : un serveur ne garde rien, l'autre reprend.

-- CreateEnum
CREATE TYPE "perimetre_export" AS ENUM ('MARAUDES', 'ARRETS', 'SEJOURS', 'ORIENTATIONS', 'STRUCTURES');

-- CreateEnum
CREATE TYPE "format_export" AS ENUM ('CSV', 'XLSX', 'GEOJSON');

-- CreateEnum
CREATE TYPE "etat_export" AS ENUM ('DEMANDE', 'EN_COURS', 'PRET', 'ECHOUE', 'EXPIRE');

-- CreateTable
CREATE TABLE "exports_lignes" (
    "id" UUID NOT NULL,
    "compte_id" UUID NOT NULL,
    "organisation_id" UUID,
    "perimetre" "perimetre_export" NOT NULL,
    "format" "format_export" NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE NOT NULL,
    "etat" "etat_export" NOT NULL DEFAULT 'DEMANDE',
    "demande_le" TIMESTAMPTZ(3) NOT NULL,
    "battement_le" TIMESTAMPTZ(3),
    "fini_le" TIMESTAMPTZ(3),
    "expire_le" TIMESTAMPTZ(3),
    "essais" SMALLINT NOT NULL DEFAULT 0,
    "total" INTEGER,
    "lignes" INTEGER NOT NULL DEFAULT 0,
    "octets" BIGINT NOT NULL DEFAULT 0,
    "empreinte" CHAR(64),
    "faute" TEXT,

    CONSTRAINT "exports_lignes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exports_morceaux" (
    "export_id" UUID NOT NULL,
    "rang" INTEGER NOT NULL,
    "octets" BYTEA NOT NULL,

    CONSTRAINT "exports_morceaux_pkey" PRIMARY KEY ("export_id","rang")
);

-- CreateIndex
CREATE INDEX "exports_lignes_compte_id_demande_le_idx" ON "exports_lignes"("compte_id", "demande_le");

-- AddForeignKey
ALTER TABLE "exports_lignes" ADD CONSTRAINT "exports_lignes_compte_id_fkey" FOREIGN KEY ("compte_id") REFERENCES "comptes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exports_morceaux" ADD CONSTRAINT "exports_morceaux_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "exports_lignes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE exports_lignes
  ADD CONSTRAINT exports_lignes_periode CHECK (du <= au),
  ADD CONSTRAINT exports_lignes_compte CHECK (lignes >= 0 AND octets >= 0 AND essais >= 0),
  -- Un fichier n'est prêt qu'avec son empreinte, sa taille et son échéance ; seul un échec a une faute.
  ADD CONSTRAINT exports_lignes_pret CHECK (etat NOT IN ('PRET', 'EXPIRE') OR (empreinte ~ '^[0-9a-f]{64}$' AND fini_le IS NOT NULL AND expire_le IS NOT NULL)),
  ADD CONSTRAINT exports_lignes_faute CHECK ((etat = 'ECHOUE') = (faute IS NOT NULL)),
  ADD CONSTRAINT exports_lignes_prise CHECK (etat <> 'EN_COURS' OR (battement_le IS NOT NULL AND essais > 0)),
  ADD CONSTRAINT exports_lignes_geojson CHECK (format <> 'GEOJSON' OR perimetre IN ('ARRETS', 'STRUCTURES'));
ALTER TABLE exports_morceaux ADD CONSTRAINT exports_morceaux_taille CHECK (rang >= 0 AND octet_length(octets) BETWEEN 1 AND 524288);
-- Déjà compressé, ou relu par bouts : ne pas le compresser encore.
ALTER TABLE exports_morceaux ALTER COLUMN octets SET STORAGE EXTERNAL;
-- La même demande, deux fois à la fois, est une seule demande.
CREATE UNIQUE INDEX exports_lignes_en_attente ON exports_lignes (compte_id, perimetre, format, du, au) WHERE etat IN ('DEMANDE', 'EN_COURS');
CREATE INDEX exports_lignes_a_faire ON exports_lignes (demande_le) WHERE etat IN ('DEMANDE', 'EN_COURS');

-- Un fichier n'est qu'à son compte.
CREATE FUNCTION lecteur_export(compte uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT compte = nullif(current_setting('maillage.compte', true), '')::uuid $$;
ALTER TABLE exports_lignes ENABLE ROW LEVEL SECURITY;
CREATE POLICY exports_lignes_a_soi ON exports_lignes USING (lecteur_export(compte_id)) WITH CHECK (lecteur_export(compte_id));
ALTER TABLE exports_morceaux ENABLE ROW LEVEL SECURITY;
CREATE POLICY exports_morceaux_a_soi ON exports_morceaux
  USING (EXISTS (SELECT FROM exports_lignes e WHERE e.id = export_id))
  WITH CHECK (EXISTS (SELECT FROM exports_lignes e WHERE e.id = export_id));
REVOKE DELETE ON exports_lignes, exports_morceaux FROM maillage_app;
REVOKE UPDATE ON exports_morceaux FROM maillage_app;

CREATE FUNCTION signaler_export() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('maillage', 'exports');
  RETURN NULL;
END $$;
CREATE TRIGGER exports_lignes_signal AFTER INSERT OR UPDATE ON exports_lignes FOR EACH STATEMENT EXECUTE FUNCTION signaler_export();

-- Donne le plus ancien export à faire à un seul serveur, ou rien. Un serveur muet depuis deux minutes a perdu le sien ; au bout de
-- trois essais l'export a échoué. Ce qu'un essai avait écrit est effacé avec lui.
CREATE FUNCTION prendre_export(instant timestamptz) RETURNS TABLE (export_id uuid, compte uuid, essai smallint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  pris exports_lignes%ROWTYPE;
BEGIN
  LOOP
    SELECT * INTO pris FROM exports_lignes e
      WHERE e.etat = 'DEMANDE' OR (e.etat = 'EN_COURS' AND e.battement_le < instant - interval '2 minutes')
      ORDER BY e.demande_le, e.id LIMIT 1 FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN RETURN; END IF;
    DELETE FROM exports_morceaux m WHERE m.export_id = pris.id;
    IF pris.essais >= 3 THEN
      UPDATE exports_lignes SET etat = 'ECHOUE', faute = 'INTERROMPU', fini_le = instant, lignes = 0, octets = 0 WHERE id = pris.id;
      CONTINUE;
    END IF;
    UPDATE exports_lignes SET etat = 'EN_COURS', battement_le = instant, essais = essais + 1, lignes = 0, octets = 0, total = NULL
      WHERE id = pris.id;
    RETURN QUERY SELECT pris.id, pris.compte_id, (pris.essais + 1)::smallint;
    RETURN;
  END LOOP;
END $$;

-- Les fichiers échus s'en vont, leur ligne reste ; un an après, elle aussi.
CREATE FUNCTION purger_exports(instant timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- Sans rien à purger, aucun signal ne part : il réveillerait la tâche même qui purge.
  IF EXISTS (SELECT FROM exports_lignes WHERE etat = 'PRET' AND expire_le <= instant) THEN
    UPDATE exports_lignes SET etat = 'EXPIRE' WHERE etat = 'PRET' AND expire_le <= instant;
  END IF;
  DELETE FROM exports_morceaux m USING exports_lignes e WHERE e.id = m.export_id AND e.etat IN ('EXPIRE', 'ECHOUE');
  DELETE FROM exports_lignes WHERE etat IN ('EXPIRE', 'ECHOUE') AND demande_le < instant - interval '1 year';
END $$;

-- 3. Ce qu'un export de lignes peut dire, périmètre par périmètre. Les vues s'exécutent avec les droits du lecteur : la sécurité par ligne
-- s'y applique, et elles n'ajoutent que son organisation. Aucune ne nomme une personne, son code, un texte libre, un point exact.

CREATE FUNCTION export_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN lecteur_tient('RESPONSABLE', 'COORDINATEUR') THEN lecteur_organisation() END $$;

-- Un texte qu'un tableur prendrait pour une formule est précédé d'une apostrophe.
CREATE FUNCTION texte_de_tableur(texte text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN texte ~ E'^[=+\\-@\\t\\r\uFF1D\uFF0B\uFF0D\uFF20]' THEN '''' || texte ELSE texte END $$;

CREATE VIEW export_maraudes WITH (security_invoker = true) AS
  SELECT m.id, m.nuit, m.debut, m.fin, m.mode::text AS mode, m.equipe, array_to_string(m.partenaires, ', ') AS partenaires,
    m.secteur_code::text AS secteur_code, c.nom AS secteur, m.statut::text AS statut, a.arrets, a.contacts
  FROM maraudes m LEFT JOIN communes c ON c.code = m.secteur_code
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT a.id)::integer AS arrets, coalesce(sum(r.connus + r.nouveaux), 0)::integer AS contacts
      FROM arrets a LEFT JOIN rencontres r ON r.arret_id = a.id WHERE a.maraude_id = m.id AND a.statut = 'ACTIF') a
  WHERE m.organisation_id = (SELECT export_organisation());

CREATE VIEW export_arrets WITH (security_invoker = true) AS
  SELECT a.id, a.maraude_id, m.nuit, a.arrivee, a.depart, a.commune_code::text AS commune_code, c.nom AS commune,
    c.departement::text AS departement, s.nom AS structure, a.ambiance::text AS ambiance, a.presence_policiere, a.mediations,
    r.connus, r.nouveaux, r.femmes, t.donnees, t.recuperees, b.besoins, b.sans_reponse, a.statut::text AS statut,
    c.longitude, c.latitude
  FROM arrets a JOIN maraudes m ON m.id = a.maraude_id JOIN communes c ON c.code = a.commune_code
    LEFT JOIN structures s ON s.id = a.structure_id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(r.connus), 0)::integer AS connus, coalesce(sum(r.nouveaux), 0)::integer AS nouveaux,
        coalesce(sum(r.connus + r.nouveaux) FILTER (WHERE r.genre IN ('FEMME', 'FEMME_TRANS')), 0)::integer AS femmes
      FROM rencontres r WHERE r.arret_id = a.id) r
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(t.quantite) FILTER (WHERE t.sens = 'DONNE'), 0)::integer AS donnees,
        coalesce(sum(t.quantite) FILTER (WHERE t.sens = 'RECUPERE'), 0)::integer AS recuperees
      FROM materiels t WHERE t.arret_id = a.id) t
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(b.personnes), 0)::integer AS besoins,
        coalesce(sum(b.personnes) FILTER (WHERE b.reponse = 'SANS_REPONSE'), 0)::integer AS sans_reponse
      FROM besoins b WHERE b.arret_id = a.id) b
  WHERE m.organisation_id = (SELECT export_organisation());

CREATE VIEW export_sejours WITH (security_invoker = true) AS
  SELECT o.id, d.structure_id, (o.debut AT TIME ZONE 'Europe/Paris')::date AS nuit, s.nom AS structure, d.nom AS dispositif,
    d.kind::text AS nature, d.departement::text AS departement, p.libelle AS place,
    (o.fin AT TIME ZONE 'Europe/Paris')::date AS sortie_le, (o.fin_prevue AT TIME ZONE 'Europe/Paris')::date AS fin_prevue,
    o.personnes, o.etat::text AS etat, x.destination::text AS destination, array_to_string(x.acquis, ', ') AS acquis
  FROM occupations o JOIN places p ON p.id = o.place_id JOIN dispositifs d ON d.id = p.dispositif_id
    JOIN structures s ON s.id = d.structure_id LEFT JOIN sorties x ON x.occupation_id = o.id
  WHERE o.kind = 'SEJOUR' AND o.etat IN ('EN_COURS', 'TERMINEE') AND o.organisation_id = (SELECT export_organisation());

CREATE VIEW export_orientations WITH (security_invoker = true) AS
  SELECT o.id, o.prescripteur_structure_id, d.structure_id AS receveur_structure_id,
    (o.envoyee_le AT TIME ZONE 'Europe/Paris')::date AS nuit, CASE
      WHEN o.prescripteur_organisation_id = o.receveur_organisation_id THEN 'interne'
      WHEN o.prescripteur_organisation_id = (SELECT export_organisation()) THEN 'envoyée' ELSE 'reçue' END AS sens,
    p.nom AS prescripteur, o.prescripteur_departement::text AS de, s.nom AS structure, d.nom AS dispositif, d.departement::text AS vers,
    o.statut::text AS statut, o.motif, o.motif_cote::text AS motif_cote, o.genre::text AS genre, o.tranche_age::text AS tranche_age,
    o.personnes, o.couple, o.animaux, o.mobilite, o.souhait_le, o.envoyee_le, o.premiere_reponse_le, o.placee_le
  FROM orientations o JOIN structures p ON p.id = o.prescripteur_structure_id
    LEFT JOIN dispositifs d ON d.id = o.receveur_dispositif_id LEFT JOIN structures s ON s.id = d.structure_id
  WHERE o.statut <> 'BROUILLON' AND o.envoyee_le IS NOT NULL AND (
    o.prescripteur_organisation_id = (SELECT export_organisation()) OR o.receveur_organisation_id = (SELECT export_organisation()));

-- Le répertoire. Une structure confidentielle n'a ni adresse, ni commune, ni point, même pour sa propre organisation : un fichier s'envoie.
CREATE VIEW export_structures WITH (security_invoker = true) AS
  SELECT s.id, s.slug, s.nom, s.kind::text AS nature, s.statut::text AS statut, g.nom AS organisation, CASE WHEN NOT s.confidentiel THEN s.commune_code::text END AS commune_code,
    CASE WHEN NOT s.confidentiel THEN c.nom END AS commune, s.departement::text AS departement, s.finess::text AS finess, s.telephone,
    a.adresse, a.longitude, a.latitude
  FROM structures s JOIN organisations g ON g.id = s.organisation_id LEFT JOIN communes c ON c.code = s.commune_code
    LEFT JOIN LATERAL (
      SELECT x.adresse, x.longitude, x.latitude FROM adresses_structure x
      WHERE x.structure_id = s.id AND NOT x.confidentielle AND NOT s.confidentiel AND x.au IS NULL
      ORDER BY x.du DESC NULLS LAST LIMIT 1) a ON true;
