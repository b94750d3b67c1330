-- 1. Un séjour qui change de place continue : ses jours et ses points d'étape se comptent depuis la première place.

-- La chaîne d'un séjour, remontée de place en place : quand elle commence, et le dernier point d'étape fait. `meme_dispositif` : sans
-- remonter plus haut que l'arrivée dans le dispositif où il est.
CREATE FUNCTION chaine_de_sejour(un_sejour uuid, meme_dispositif boolean DEFAULT false)
RETURNS TABLE (debut timestamptz, derniere_revue timestamptz) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE chaine AS (
    SELECT o.id, o.debut, o.suite_de_id, p.dispositif_id
      FROM occupations o JOIN places p ON p.id = o.place_id WHERE o.id = un_sejour
    UNION ALL
    SELECT o.id, o.debut, o.suite_de_id, p.dispositif_id
      FROM chaine c JOIN occupations o ON o.id = c.suite_de_id JOIN places p ON p.id = o.place_id
      WHERE NOT meme_dispositif OR p.dispositif_id = c.dispositif_id
  )
  SELECT min(c.debut), max((SELECT max(r.le) FROM revues r WHERE r.occupation_id = c.id)) FROM chaine c
$$;
REVOKE ALL ON FUNCTION chaine_de_sejour(uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chaine_de_sejour(uuid, boolean) TO maillage_app;

-- Les séjours en cours que voit le lecteur : depuis quand, leur dernier point d'étape, leur règle (figée sur la demande, sinon celle du
-- jour d'arrivée) et ce qui presse. 3 : une prolongation attend ; 2 : une fin à annoncer ou passée ; 1 : un point d'étape dû ; 0 : rien.
-- Mêmes jours, mêmes bornes : domain/parcours/etape.ts.
CREATE FUNCTION sejours_presents(instant timestamptz)
RETURNS TABLE (
  occupation_id uuid, dispositif_id uuid, fin timestamptz, debut timestamptz, derniere_revue timestamptz, regle jsonb, urgence int
) LANGUAGE sql STABLE AS $$
  SELECT o.id, p.dispositif_id, o.fin, s.debut, s.derniere_revue, s.regle,
    CASE
      WHEN EXISTS (SELECT FROM prolongations d WHERE d.occupation_id = o.id AND d.statut = 'DEMANDEE') THEN 3
      WHEN j.fin < j.aujourdhui OR j.fin - (s.regle ->> 'preavis')::int <= j.aujourdhui THEN 2
      WHEN j.revue + (s.regle ->> 'revueTousLes')::int <= j.aujourdhui THEN 1
      ELSE 0
    END
  FROM occupations o
  JOIN places p ON p.id = o.place_id
  LEFT JOIN orientations a ON a.id = o.orientation_id
  CROSS JOIN LATERAL (
    SELECT
      CASE WHEN o.suite_de_id IS NULL THEN o.debut ELSE (SELECT c.debut FROM chaine_de_sejour(o.id) c) END AS debut,
      CASE WHEN o.suite_de_id IS NULL THEN (SELECT max(r.le) FROM revues r WHERE r.occupation_id = o.id)
        ELSE (SELECT c.derniere_revue FROM chaine_de_sejour(o.id) c) END AS derniere_revue,
      CASE WHEN a.regles ? 'revueTousLes' THEN a.regles ELSE (
        SELECT jsonb_build_object('entree', r.entree, 'sortie', r.sortie, 'dureeMin', r.duree_min, 'dureeMax', r.duree_max,
          'renouvellements', r.renouvellements, 'revueTousLes', r.revue_tous_les, 'preavis', r.preavis)
        FROM regles_sejour r
        WHERE r.dispositif_id = p.dispositif_id AND r.du <= (o.debut AT TIME ZONE 'Europe/Paris')::date
          AND (r.au IS NULL OR r.au > (o.debut AT TIME ZONE 'Europe/Paris')::date)
        ORDER BY r.du DESC LIMIT 1
      ) END AS regle
  ) s
  CROSS JOIN LATERAL (
    SELECT (instant AT TIME ZONE 'Europe/Paris')::date AS aujourdhui, (o.fin AT TIME ZONE 'Europe/Paris')::date AS fin,
      (coalesce(s.derniere_revue, s.debut) AT TIME ZONE 'Europe/Paris')::date AS revue
  ) j
  WHERE o.kind = 'SEJOUR' AND o.etat = 'EN_COURS'
$$;
REVOKE ALL ON FUNCTION sejours_presents(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sejours_presents(timestamptz) TO maillage_app;

-- Une sortie compte les jours passés dans le dispositif, changements de place compris.
CREATE OR REPLACE FUNCTION marches_a(un_parcours text, instant timestamptz, depuis timestamptz, les_miens boolean)
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
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM o.fin - CASE WHEN o.suite_de_id IS NULL THEN o.debut ELSE (SELECT c.debut FROM chaine_de_sejour(o.id, true) c) END) / 86400) AS duree,
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

-- 2. Un espace de repos n'a pas de places : sa porte dit tout.

CREATE FUNCTION place_hors_repos() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  nature kind_dispositif;
BEGIN
  -- Le verrou attend celui qui change la nature du dispositif au même instant.
  SELECT d.kind INTO nature FROM dispositifs d WHERE d.id = NEW.dispositif_id FOR SHARE;
  IF nature = 'REPOS' THEN
    RAISE EXCEPTION 'un espace de repos n''a pas de places, constraint "places_hors_repos"' USING ERRCODE = 'check_violation', CONSTRAINT = 'places_hors_repos', TABLE = 'places';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER places_hors_repos BEFORE INSERT OR UPDATE OF dispositif_id ON places
  FOR EACH ROW EXECUTE FUNCTION place_hors_repos();

CREATE FUNCTION repos_sans_places() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM places p WHERE p.dispositif_id = NEW.id) THEN
    RAISE EXCEPTION 'ce dispositif a des places, constraint "dispositifs_repos_sans_places"' USING ERRCODE = 'check_violation', CONSTRAINT = 'dispositifs_repos_sans_places', TABLE = 'dispositifs';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dispositifs_repos_sans_places BEFORE UPDATE OF kind ON dispositifs
  FOR EACH ROW WHEN (NEW.kind = 'REPOS' AND OLD.kind <> 'REPOS') EXECUTE FUNCTION repos_sans_places();
