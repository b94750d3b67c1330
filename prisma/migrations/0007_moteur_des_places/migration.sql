-- Le moteur des places : déplacer, prolonger, fermer, se raviser ; et relire l'état d'une place à n'importe quel instant passé.

-- AlterEnum
ALTER TYPE "etat_occupation" ADD VALUE 'ANNULEE';

-- AlterTable
ALTER TABLE "fermetures" ADD COLUMN "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "cree_par" UUID;

-- AlterTable
ALTER TABLE "occupations" ADD COLUMN "a_preparer" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "close_le" TIMESTAMPTZ(3),
ADD COLUMN "fin_maximale" TIMESTAMPTZ(3),
ADD COLUMN "suite_de_id" UUID;

-- CreateTable
CREATE TABLE "remises_en_etat" (
    "place_id" UUID NOT NULL,
    "le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "remises_en_etat_pkey" PRIMARY KEY ("place_id","le")
);

-- CreateTable
CREATE TABLE "etats_dispositif" (
    "dispositif_id" UUID NOT NULL,
    "depuis" TIMESTAMPTZ(3) NOT NULL,
    "statut" "statut_structure" NOT NULL,

    CONSTRAINT "etats_dispositif_pkey" PRIMARY KEY ("dispositif_id","depuis")
);

-- CreateIndex
CREATE UNIQUE INDEX "occupations_suite_de_id_key" ON "occupations"("suite_de_id");

-- AddForeignKey
ALTER TABLE "remises_en_etat" ADD CONSTRAINT "remises_en_etat_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "places"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "etats_dispositif" ADD CONSTRAINT "etats_dispositif_dispositif_id_fkey" FOREIGN KEY ("dispositif_id") REFERENCES "dispositifs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_suite_de_id_fkey" FOREIGN KEY ("suite_de_id") REFERENCES "occupations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- 1. Règles qu'une ligne peut enfreindre

ALTER TABLE fermetures ADD CONSTRAINT fermetures_note CHECK (length(note) <= 200);
ALTER TABLE fermetures ADD CONSTRAINT fermetures_fin_prevue CHECK (fin_prevue > du);
-- La valeur ajoutée plus haut ne peut pas encore servir dans cette transaction : d'où la comparaison de textes.
ALTER TABLE occupations DROP CONSTRAINT occupations_etat;
ALTER TABLE occupations ADD CONSTRAINT occupations_etat CHECK (CASE kind
  WHEN 'RESERVATION' THEN etat::text IN ('TENUE', 'LIBEREE', 'EXPIREE', 'CONVERTIE')
  ELSE etat::text IN ('EN_COURS', 'TERMINEE', 'ANNULEE') END);
-- Nul ne reste au-delà de la règle sans prolongation accordée.
ALTER TABLE occupations ADD CONSTRAINT occupations_fin_maximale
  CHECK (etat <> 'EN_COURS' OR fin_maximale IS NULL OR coalesce(fin, 'infinity') <= fin_maximale);
ALTER TABLE occupations ADD CONSTRAINT occupations_suite CHECK (suite_de_id IS NULL OR (kind = 'SEJOUR' AND suite_de_id <> id AND reservation_id IS NULL));

-- 2. Ce que la base écrit elle-même

-- Une occupation tient dans sa place : ni plus de personnes que de couchages, ni hors de la période où la place existe. La fin d'une
-- réservation est datée, et un départ retient s'il laissait la place à préparer : le réglage du dispositif peut changer ensuite.
CREATE OR REPLACE FUNCTION occupation_dans_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  la_place record;
BEGIN
  SELECT p.couchages, p.du, p.au, d.departement, d.remise_en_etat INTO STRICT la_place
    FROM places p JOIN dispositifs d ON d.id = p.dispositif_id WHERE p.id = NEW.place_id;
  NEW.departement := la_place.departement;
  IF NEW.personnes > la_place.couchages THEN
    RAISE EXCEPTION 'plus de personnes que de couchages, constraint "occupations_couchages"' USING ERRCODE = 'check_violation', CONSTRAINT = 'occupations_couchages', TABLE = 'occupations';
  END IF;
  IF NEW.etat IN ('TENUE', 'EN_COURS') AND (NEW.debut < la_place.du OR coalesce(NEW.fin, 'infinity') > coalesce(la_place.au, 'infinity')) THEN
    RAISE EXCEPTION 'hors de la période de la place, constraint "occupations_dans_place"' USING ERRCODE = 'check_violation', CONSTRAINT = 'occupations_dans_place', TABLE = 'occupations';
  END IF;
  NEW.close_le := CASE WHEN NEW.etat IN ('LIBEREE', 'CONVERTIE', 'EXPIREE') THEN coalesce(NEW.close_le, NEW.modifiee_le) END;
  IF NEW.etat <> 'TERMINEE' THEN
    NEW.a_preparer := false;
  ELSIF TG_OP = 'INSERT' OR OLD.etat <> 'TERMINEE' THEN
    NEW.a_preparer := la_place.remise_en_etat;
  END IF;
  RETURN NEW;
END $$;

-- Rien ne se tient sur une place fermée pendant le séjour promis, personne n'entre dans une place fermée. Ce qui y était reste à reloger.
CREATE FUNCTION occupation_hors_fermeture() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entre boolean := TG_OP = 'INSERT' OR OLD.etat NOT IN ('TENUE', 'EN_COURS', 'TERMINEE') OR OLD.place_id <> NEW.place_id;
BEGIN
  IF entre AND EXISTS (
    SELECT FROM fermetures f
    WHERE (f.place_id = NEW.place_id OR f.dispositif_id = (SELECT p.dispositif_id FROM places p WHERE p.id = NEW.place_id))
      AND CASE WHEN NEW.etat = 'TENUE' THEN tstzrange(f.du, f.au) && tstzrange(NEW.debut, NEW.fin) ELSE tstzrange(f.du, f.au) @> NEW.debut END
  ) THEN
    RAISE EXCEPTION 'place fermée, constraint "occupations_hors_fermeture"' USING ERRCODE = 'check_violation', CONSTRAINT = 'occupations_hors_fermeture', TABLE = 'occupations';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER occupations_hors_fermeture BEFORE INSERT OR UPDATE OF etat, place_id ON occupations
  FOR EACH ROW WHEN (NEW.etat IN ('TENUE', 'EN_COURS')) EXECUTE FUNCTION occupation_hors_fermeture();

-- Une prolongation accordée repousse d'autant la fin permise : celle du séjour, ou de sa suite s'il a changé de place entre-temps.
CREATE FUNCTION prolongation_accordee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH RECURSIVE chaine AS (
    SELECT NEW.occupation_id AS id
    UNION ALL
    SELECT o.id FROM occupations o JOIN chaine c ON o.suite_de_id = c.id
  )
  UPDATE occupations o SET fin_maximale = (o.fin_maximale AT TIME ZONE 'Europe/Paris' + make_interval(days => NEW.jours)) AT TIME ZONE 'Europe/Paris'
    FROM chaine c WHERE o.id = c.id AND o.etat = 'EN_COURS';
  RETURN NULL;
END $$;
CREATE TRIGGER prolongations_accordee AFTER UPDATE OF statut ON prolongations
  FOR EACH ROW WHEN (NEW.statut = 'ACCORDEE' AND OLD.statut <> 'ACCORDEE') EXECUTE FUNCTION prolongation_accordee();

CREATE FUNCTION place_prete() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO remises_en_etat (place_id, le) VALUES (NEW.id, NEW.prete_le) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER places_prete AFTER INSERT OR UPDATE OF prete_le ON places
  FOR EACH ROW WHEN (NEW.prete_le IS NOT NULL) EXECUTE FUNCTION place_prete();

-- Le premier statut connu vaut depuis toujours ; les suivants, depuis l'instant où ils sont écrits.
CREATE FUNCTION dispositif_etat() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO etats_dispositif (dispositif_id, depuis, statut)
    VALUES (NEW.id, CASE WHEN TG_OP = 'INSERT' THEN timestamptz '2000-01-01T00:00:00Z' ELSE now() END, NEW.statut)
    ON CONFLICT (dispositif_id, depuis) DO UPDATE SET statut = EXCLUDED.statut;
  RETURN NULL;
END $$;
CREATE TRIGGER dispositifs_etat_initial AFTER INSERT ON dispositifs FOR EACH ROW EXECUTE FUNCTION dispositif_etat();
CREATE TRIGGER dispositifs_etat AFTER UPDATE OF statut ON dispositifs
  FOR EACH ROW WHEN (NEW.statut <> OLD.statut) EXECUTE FUNCTION dispositif_etat();

-- 3. Ce qui existait déjà

UPDATE occupations SET close_le = modifiee_le WHERE etat IN ('LIBEREE', 'CONVERTIE', 'EXPIREE');
UPDATE occupations o SET a_preparer = true FROM places p JOIN dispositifs d ON d.id = p.dispositif_id
  WHERE o.place_id = p.id AND o.etat = 'TERMINEE' AND d.remise_en_etat;
INSERT INTO remises_en_etat (place_id, le) SELECT id, prete_le FROM places WHERE prete_le IS NOT NULL;
INSERT INTO etats_dispositif (dispositif_id, depuis, statut) SELECT id, timestamptz '2000-01-01T00:00:00Z', statut FROM dispositifs;

-- 4. L'échelle, à n'importe quel instant

CREATE INDEX occupations_tenues ON occupations (place_id, expire_le) WHERE kind = 'RESERVATION';
CREATE INDEX occupations_a_preparer ON occupations (place_id, fin) WHERE a_preparer;

-- L'échelle : fermée > occupée > réservée > à préparer > réservée plus tard > libre. Même échelle : domain/places/disponibilite.ts.
-- Relue des lignes : une réservation compte de l'heure où elle est faite à celle où elle a cessé, un départ tant que personne n'a
-- dit la place prête. Une place rendue (`au`) dont l'occupant n'est pas parti reste montrée.
-- Exécutée au nom du propriétaire des tables : chacun voit l'état de toute place, personne n'y voit une personne ni une orientation.
CREATE OR REPLACE FUNCTION etat_places_a(instant timestamptz, un_dispositif uuid DEFAULT NULL)
RETURNS TABLE (
  place_id uuid, dispositif_id uuid, organisation_id uuid, statut text, jusqua timestamptz, change_le timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 1000 AS $$
  SELECT p.id, p.dispositif_id, p.organisation_id, e.statut,
    CASE e.statut
      WHEN 'FERMEE' THEN fermeture.jusqua
      WHEN 'OCCUPEE' THEN sejour.fin
      WHEN 'RESERVEE' THEN tenue.expire_le
      WHEN 'RESERVEE_PLUS_TARD' THEN tenue.debut
    END,
    greatest(p.du, prete.le, fermeture.du, mouvement.le)
  FROM places p
  LEFT JOIN LATERAL (
    SELECT s.statut FROM etats_dispositif s WHERE s.dispositif_id = p.dispositif_id AND s.depuis <= instant ORDER BY s.depuis DESC LIMIT 1
  ) dispositif ON true
  LEFT JOIN LATERAL (
    SELECT f.du, coalesce(f.au, f.fin_prevue) AS jusqua FROM fermetures f
    WHERE (f.place_id = p.id OR f.dispositif_id = p.dispositif_id) AND f.du <= instant AND (f.au IS NULL OR f.au > instant)
    ORDER BY coalesce(f.au, f.fin_prevue) DESC NULLS FIRST LIMIT 1
  ) fermeture ON true
  LEFT JOIN LATERAL (
    SELECT o.debut, o.fin FROM occupations o WHERE o.place_id = p.id AND o.etat = 'EN_COURS' AND o.debut <= instant
    UNION ALL
    SELECT o.debut, o.fin FROM occupations o WHERE o.place_id = p.id AND o.etat = 'TERMINEE' AND o.fin > instant AND o.debut <= instant
    LIMIT 1
  ) sejour ON true
  LEFT JOIN LATERAL (
    SELECT o.debut, o.expire_le FROM occupations o
    WHERE o.place_id = p.id AND o.kind = 'RESERVATION' AND o.expire_le > instant AND o.cree_le <= instant
      AND (o.close_le IS NULL OR o.close_le > instant) AND (o.fin IS NULL OR o.fin > instant)
    ORDER BY o.debut LIMIT 1
  ) tenue ON true
  LEFT JOIN LATERAL (
    SELECT max(o.fin) AS fin FROM occupations o
    WHERE o.place_id = p.id AND o.a_preparer AND o.fin <= instant
  ) depart ON true
  LEFT JOIN LATERAL (
    SELECT max(r.le) AS le FROM remises_en_etat r WHERE r.place_id = p.id AND r.le <= instant
  ) prete ON true
  LEFT JOIN LATERAL (
    SELECT max(o.modifiee_le) AS le FROM occupations o WHERE o.place_id = p.id AND o.modifiee_le <= instant
  ) mouvement ON true
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN fermeture.du IS NOT NULL OR dispositif.statut <> 'OUVERTE' THEN 'FERMEE'
      WHEN sejour.debut IS NOT NULL THEN 'OCCUPEE'
      WHEN tenue.debut < fin_de_nuit(instant) THEN 'RESERVEE'
      WHEN depart.fin > coalesce(prete.le, '-infinity') THEN 'A_PREPARER'
      WHEN tenue.debut IS NOT NULL THEN 'RESERVEE_PLUS_TARD'
      ELSE 'LIBRE'
    END AS statut
  ) e
  WHERE p.du <= instant AND (p.au IS NULL OR p.au > instant OR sejour.debut IS NOT NULL)
    AND (un_dispositif IS NULL OR p.dispositif_id = un_dispositif)
$$;

-- Le bureau ne récrit pas le passé : la base tient ces dates.
REVOKE INSERT, UPDATE, DELETE ON remises_en_etat, etats_dispositif FROM maillage_app;

-- 5. Prêts entre organisations, ouvertures en nombre, porte des espaces de repos

-- CreateEnum
CREATE TYPE "kind_entree" AS ENUM ('ENTREE', 'SORTIE', 'REFUS');

-- AlterTable
ALTER TABLE "occupations" ADD COLUMN "contingent_id" UUID;

-- AlterTable
ALTER TABLE "places" ADD COLUMN "ouverture_id" UUID;

-- CreateTable
CREATE TABLE "ouvertures_crise" (
    "id" UUID NOT NULL,
    "dispositif_id" UUID NOT NULL,
    "places" INTEGER NOT NULL,
    "du" DATE NOT NULL,
    "au" DATE NOT NULL,
    "motif" TEXT NOT NULL,
    "cree_par" UUID,
    "cree_le" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ouvertures_crise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entrees" (
    "id" UUID NOT NULL,
    "dispositif_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "departement" CHAR(2) NOT NULL DEFAULT '',
    "kind" "kind_entree" NOT NULL,
    "personnes" SMALLINT NOT NULL DEFAULT 1,
    "femmes" SMALLINT NOT NULL DEFAULT 0,
    "le" TIMESTAMPTZ(3) NOT NULL,
    "jour" DATE NOT NULL,
    "cree_par" UUID,
    "annulee_le" TIMESTAMPTZ(3),

    CONSTRAINT "entrees_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ouvertures_crise_dispositif_id_idx" ON "ouvertures_crise"("dispositif_id");

-- CreateIndex
CREATE UNIQUE INDEX "ouvertures_crise_id_dispositif_id_key" ON "ouvertures_crise"("id", "dispositif_id");

-- CreateIndex
CREATE INDEX "entrees_dispositif_id_jour_idx" ON "entrees"("dispositif_id", "jour");

-- CreateIndex
CREATE INDEX "occupations_contingent_id_idx" ON "occupations"("contingent_id");

-- AddForeignKey
ALTER TABLE "places" ADD CONSTRAINT "places_ouverture_id_dispositif_id_fkey" FOREIGN KEY ("ouverture_id", "dispositif_id") REFERENCES "ouvertures_crise"("id", "dispositif_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupations" ADD CONSTRAINT "occupations_contingent_id_fkey" FOREIGN KEY ("contingent_id") REFERENCES "contingents"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ouvertures_crise" ADD CONSTRAINT "ouvertures_crise_dispositif_id_fkey" FOREIGN KEY ("dispositif_id") REFERENCES "dispositifs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entrees" ADD CONSTRAINT "entrees_dispositif_id_organisation_id_fkey" FOREIGN KEY ("dispositif_id", "organisation_id") REFERENCES "dispositifs"("id", "organisation_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Un prêt par partenaire à la fois ; jamais plus de places prêtées qu'il n'y en a ; une occupation ne consomme qu'un prêt de son dispositif.
ALTER TABLE contingents ADD CONSTRAINT contingents_sans_recouvrement
  EXCLUDE USING gist (dispositif_id WITH =, organisation_id WITH =, tstzrange(du, au) WITH &&) WHERE (places > 0);
CREATE FUNCTION contingent_dans_dispositif() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  pretees int;
  existantes int;
BEGIN
  PERFORM FROM dispositifs WHERE id = NEW.dispositif_id FOR NO KEY UPDATE;
  SELECT coalesce(sum(c.places), 0) INTO pretees FROM contingents c
    WHERE c.dispositif_id = NEW.dispositif_id AND c.id <> NEW.id AND tstzrange(c.du, c.au) && tstzrange(NEW.du, NEW.au);
  SELECT count(*) INTO existantes FROM places p WHERE p.dispositif_id = NEW.dispositif_id AND tstzrange(p.du, p.au) @> NEW.du;
  IF pretees + NEW.places > existantes THEN
    RAISE EXCEPTION 'plus de places prêtées que de places, constraint "contingents_dans_dispositif"' USING ERRCODE = 'check_violation', CONSTRAINT = 'contingents_dans_dispositif', TABLE = 'contingents';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contingents_dans_dispositif BEFORE INSERT OR UPDATE OF places, dispositif_id, du ON contingents
  FOR EACH ROW EXECUTE FUNCTION contingent_dans_dispositif();
CREATE FUNCTION occupation_sur_pret() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM contingents c JOIN places p ON p.dispositif_id = c.dispositif_id WHERE c.id = NEW.contingent_id AND p.id = NEW.place_id) THEN
    RAISE EXCEPTION 'prêt d''un autre dispositif, constraint "occupations_sur_pret"' USING ERRCODE = 'check_violation', CONSTRAINT = 'occupations_sur_pret', TABLE = 'occupations';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER occupations_sur_pret BEFORE INSERT OR UPDATE OF contingent_id, place_id ON occupations
  FOR EACH ROW WHEN (NEW.contingent_id IS NOT NULL) EXECUTE FUNCTION occupation_sur_pret();

ALTER TABLE ouvertures_crise ADD CONSTRAINT ouvertures_crise_nombre CHECK (places BETWEEN 1 AND 1000);
ALTER TABLE ouvertures_crise ADD CONSTRAINT ouvertures_crise_ordre CHECK (au > du);
ALTER TABLE ouvertures_crise ADD CONSTRAINT ouvertures_crise_motif CHECK (length(motif) BETWEEN 1 AND 200);
ALTER TABLE ouvertures_crise ADD CONSTRAINT ouvertures_crise_sans_recouvrement
  EXCLUDE USING gist (dispositif_id WITH =, daterange(du, au) WITH &&) WHERE (places > 0);
ALTER TABLE places ADD CONSTRAINT places_ouverture_datee CHECK (ouverture_id IS NULL OR au IS NOT NULL);

ALTER TABLE entrees ADD CONSTRAINT entrees_nombres CHECK (personnes BETWEEN 1 AND 50 AND femmes BETWEEN 0 AND personnes);
ALTER TABLE entrees ADD CONSTRAINT entrees_jour CHECK (jour = ((le AT TIME ZONE 'Europe/Paris') - interval '6 hours')::date);
-- Une porte, une personne à la fois : chaque passage attend le précédent, et le compte est exact même quand tous entrent ensemble.
CREATE FUNCTION entree_a_la_porte() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  presents int;
  entres int;
  dernier timestamptz;
  simultanee int;
  par_jour int;
BEGIN
  SELECT departement INTO STRICT NEW.departement FROM dispositifs WHERE id = NEW.dispositif_id FOR NO KEY UPDATE;
  SELECT coalesce(sum(e.personnes) FILTER (WHERE e.kind = 'ENTREE'), 0) - coalesce(sum(e.personnes) FILTER (WHERE e.kind = 'SORTIE'), 0),
      coalesce(sum(e.personnes) FILTER (WHERE e.kind = 'ENTREE'), 0), max(e.le)
    INTO presents, entres, dernier
    FROM entrees e WHERE e.dispositif_id = NEW.dispositif_id AND e.jour = NEW.jour AND e.annulee_le IS NULL AND e.id <> NEW.id;
  -- Deux serveurs n'ont pas la même horloge : un passage ne précède pas celui qu'il a attendu.
  IF TG_OP = 'INSERT' THEN NEW.le := greatest(NEW.le, dernier); END IF;
  IF NEW.annulee_le IS NULL AND NEW.kind = 'ENTREE' THEN
    presents := presents + NEW.personnes;
    entres := entres + NEW.personnes;
  ELSIF NEW.annulee_le IS NULL AND NEW.kind = 'SORTIE' THEN
    presents := presents - NEW.personnes;
  END IF;
  SELECT max(c.places) FILTER (WHERE c.mode = 'SIMULTANEE'), max(c.places) FILTER (WHERE c.mode = 'PAR_JOUR') INTO simultanee, par_jour
    FROM capacites c WHERE c.dispositif_id = NEW.dispositif_id AND daterange(c.du, c.au) @> NEW.jour;
  IF presents < 0 THEN
    RAISE EXCEPTION 'plus de sorties que d''entrées, constraint "entrees_sorties"' USING ERRCODE = 'check_violation', CONSTRAINT = 'entrees_sorties', TABLE = 'entrees';
  ELSIF presents > coalesce(simultanee, 0) AND NEW.kind <> 'REFUS' AND NOT (NEW.kind = 'SORTIE' AND NEW.annulee_le IS NULL) THEN
    RAISE EXCEPTION 'plus de présents que de places, constraint "entrees_simultanees"' USING ERRCODE = 'check_violation', CONSTRAINT = 'entrees_simultanees', TABLE = 'entrees';
  ELSIF NEW.kind = 'ENTREE' AND NEW.annulee_le IS NULL AND entres > par_jour THEN
    RAISE EXCEPTION 'plus d''entrées que ne le permet la journée, constraint "entrees_par_jour"' USING ERRCODE = 'check_violation', CONSTRAINT = 'entrees_par_jour', TABLE = 'entrees';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entrees_a_la_porte BEFORE INSERT OR UPDATE ON entrees FOR EACH ROW EXECUTE FUNCTION entree_a_la_porte();
CREATE TRIGGER entrees_signal AFTER INSERT OR UPDATE ON entrees FOR EACH STATEMENT EXECUTE FUNCTION signaler_place();
CREATE TRIGGER contingents_signal AFTER INSERT OR UPDATE OR DELETE ON contingents FOR EACH STATEMENT EXECUTE FUNCTION signaler_place();

ALTER TABLE entrees ENABLE ROW LEVEL SECURITY;
CREATE POLICY entrees_lecture ON entrees FOR SELECT USING (organisation_id = lecteur_organisation() AND lecteur_accompagne());
CREATE POLICY entrees_creation ON entrees FOR INSERT WITH CHECK (organisation_id = lecteur_organisation() AND lecteur_accompagne());
CREATE POLICY entrees_changement ON entrees FOR UPDATE USING (organisation_id = lecteur_organisation() AND lecteur_accompagne());

-- Qui est là, pour tous : un compte, jamais une ligne.
CREATE FUNCTION presents_a(instant timestamptz, un_dispositif uuid DEFAULT NULL)
RETURNS TABLE (dispositif_id uuid, presents int, entrees int, capacite int, par_jour int, change_le timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 20 AS $$
  SELECT d.id,
    (coalesce(sum(e.personnes) FILTER (WHERE e.kind = 'ENTREE'), 0) - coalesce(sum(e.personnes) FILTER (WHERE e.kind = 'SORTIE'), 0))::int,
    coalesce(sum(e.personnes) FILTER (WHERE e.kind = 'ENTREE'), 0)::int,
    (SELECT c.places FROM capacites c WHERE c.dispositif_id = d.id AND c.mode = 'SIMULTANEE' AND daterange(c.du, c.au) @> j.jour),
    (SELECT c.places FROM capacites c WHERE c.dispositif_id = d.id AND c.mode = 'PAR_JOUR' AND daterange(c.du, c.au) @> j.jour),
    max(e.le)
  FROM dispositifs d
  CROSS JOIN (SELECT ((instant AT TIME ZONE 'Europe/Paris') - interval '6 hours')::date AS jour) j
  LEFT JOIN entrees e ON e.dispositif_id = d.id AND e.jour = j.jour AND e.le <= instant AND (e.annulee_le IS NULL OR e.annulee_le > instant)
  WHERE d.kind = 'REPOS' AND (un_dispositif IS NULL OR d.id = un_dispositif)
  GROUP BY d.id, j.jour
$$;

-- Chaque journée d'un espace de repos : entrées, pointe et son heure, refus faute de place.
CREATE FUNCTION journees_repos(du date, au date, un_dispositif uuid DEFAULT NULL)
RETURNS TABLE (dispositif_id uuid, departement text, jour date, entrees int, pointe int, pointe_le timestamptz, refus int, refus_femmes int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH passages AS (
    SELECT e.*, sum(CASE e.kind WHEN 'ENTREE' THEN e.personnes WHEN 'SORTIE' THEN -e.personnes ELSE 0 END)
      OVER (PARTITION BY e.dispositif_id, e.jour ORDER BY e.le, e.id) AS presents
    FROM entrees e WHERE e.jour >= du AND e.jour <= au AND e.annulee_le IS NULL AND (un_dispositif IS NULL OR e.dispositif_id = un_dispositif)
  )
  SELECT p.dispositif_id, min(p.departement)::text, p.jour, coalesce(sum(p.personnes) FILTER (WHERE p.kind = 'ENTREE'), 0)::int,
    max(p.presents)::int, (array_agg(p.le ORDER BY p.presents DESC, p.le))[1],
    coalesce(sum(p.personnes) FILTER (WHERE p.kind = 'REFUS'), 0)::int, coalesce(sum(p.femmes) FILTER (WHERE p.kind = 'REFUS'), 0)::int
  FROM passages p GROUP BY p.dispositif_id, p.jour
$$;

-- Chaque nuit d'un dispositif, relue des lignes : ce qui était ouvert et occupé à quatre heures du matin, combien de personnes.
CREATE FUNCTION nuitees_de(nuit date, un_dispositif uuid DEFAULT NULL)
RETURNS TABLE (dispositif_id uuid, ouvertes int, occupees int, personnes int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.dispositif_id, (count(*) FILTER (WHERE e.statut <> 'FERMEE'))::int, count(s.personnes)::int, coalesce(sum(s.personnes), 0)::int
  FROM (SELECT (nuit + interval '1 day 4 hours') AT TIME ZONE 'Europe/Paris' AS instant) n
  CROSS JOIN LATERAL etat_places_a(n.instant, un_dispositif) e
  LEFT JOIN LATERAL (
    SELECT o.personnes FROM occupations o
    WHERE o.place_id = e.place_id AND o.etat IN ('EN_COURS', 'TERMINEE') AND o.debut <= n.instant AND (o.fin IS NULL OR o.fin > n.instant OR o.etat = 'EN_COURS')
    LIMIT 1
  ) s ON true
  GROUP BY e.dispositif_id
$$;

-- Les places où rien ne gêne un séjour de `debut` à `fin` (null : sans fin), vu à `instant`. Une place tenue dont l'heure est passée ne
-- gêne pas ; un séjour dont la fin est passée sans départ gêne. Une place qui cesse d'exister avant `fin` raccourcit le séjour.
DROP FUNCTION places_sans_conflit(uuid, timestamptz, timestamptz, timestamptz);
CREATE FUNCTION places_sans_conflit(un_dispositif uuid, debut timestamptz, fin timestamptz, instant timestamptz)
RETURNS TABLE (place_id uuid, statut text, jusqua timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 50 AS $$
  SELECT p.id, coalesce(e.statut, 'LIBRE'), least(places_sans_conflit.fin, p.au)
  FROM places p
  JOIN dispositifs d ON d.id = p.dispositif_id
  LEFT JOIN etat_places_a(instant, un_dispositif) e ON e.place_id = p.id
  WHERE p.dispositif_id = un_dispositif AND d.statut = 'OUVERTE'
    AND p.du <= places_sans_conflit.debut AND (p.au IS NULL OR p.au > places_sans_conflit.debut)
    AND NOT EXISTS (
      SELECT FROM fermetures f
      WHERE (f.place_id = p.id OR f.dispositif_id = p.dispositif_id)
        AND tstzrange(f.du, f.au) && tstzrange(places_sans_conflit.debut, least(places_sans_conflit.fin, p.au)))
    AND NOT EXISTS (
      SELECT FROM occupations o
      WHERE o.place_id = p.id
        AND (o.etat = 'EN_COURS' OR (o.etat = 'TENUE' AND o.expire_le > instant))
        AND tstzrange(o.debut, CASE WHEN o.etat = 'EN_COURS' AND o.fin <= instant THEN NULL ELSE o.fin END)
          && tstzrange(places_sans_conflit.debut, least(places_sans_conflit.fin, p.au)))
$$;

REVOKE ALL ON FUNCTION places_sans_conflit(uuid, timestamptz, timestamptz, timestamptz), presents_a(timestamptz, uuid), journees_repos(date, date, uuid), nuitees_de(date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION places_sans_conflit(uuid, timestamptz, timestamptz, timestamptz), presents_a(timestamptz, uuid), journees_repos(date, date, uuid), nuitees_de(date, uuid) TO maillage_app;
