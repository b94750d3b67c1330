-- Le rapport d'un trimestre, plus vite encore : chaque arrêt compté lit ce qui s'y est passé dans un index seul, et une fois.

-- 1. Les index qui tiennent aux arrêts portent ce que les rapports additionnent : les lignes elles-mêmes ne s'ouvrent plus. Ils remplacent
-- ceux de 0001, unicité comprise ; `IS NOT NULL`, toujours vrai, les tient hors du schéma Prisma, qui ne sait pas dire INCLUDE.

DROP INDEX "rencontres_arret_id_genre_tranche_age_situation_key";
CREATE UNIQUE INDEX rencontres_un_profil_par_arret ON rencontres (arret_id, genre, tranche_age, situation) INCLUDE (connus, nouveaux)
  WHERE arret_id IS NOT NULL;
DROP INDEX "materiels_arret_id_article_code_sens_key";
CREATE UNIQUE INDEX materiels_un_article_par_arret ON materiels (arret_id, article_code, sens) INCLUDE (quantite) WHERE arret_id IS NOT NULL;
DROP INDEX "besoins_arret_id_idx";
CREATE INDEX besoins_par_arret ON besoins (arret_id) INCLUDE (kind, personnes, reponse, cause) WHERE arret_id IS NOT NULL;

-- 2. Matériel : les personnes rencontrées se cherchent arrêt par arrêt, et non dans toutes les rencontres de toutes les années. Un article
-- n'est donné qu'une fois par arrêt : seuls les groupes et les sens rassemblent des lignes d'un même arrêt.

CREATE OR REPLACE FUNCTION rapport_materiel(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH remises AS MATERIALIZED (
    SELECT a.id, a.commune_code, m.sens, r.groupe, r.code AS article, m.quantite
    FROM rapport_maraudes_lues d JOIN arrets a ON a.maraude_id = d.id AND a.statut = 'ACTIF' JOIN materiels m ON m.arret_id = a.id
      JOIN articles r ON r.code = m.article_code
    WHERE d.nuit BETWEEN premiere AND derniere
  ), rencontrees AS MATERIALIZED (
    SELECT m.id, coalesce((SELECT sum(r.connus + r.nouveaux) FROM rencontres r WHERE r.arret_id = m.id), 0) AS personnes
    FROM (SELECT DISTINCT id FROM remises) m
  ), vues AS MATERIALIZED (
    SELECT m.id, m.commune_code, m.sens, m.groupe, m.article, m.quantite,
      greatest(r.personnes, CASE m.sens WHEN 'DONNE' THEN 1 ELSE 0 END) AS personnes
    FROM remises m JOIN rencontrees r ON r.id = m.id
  ), colonnes AS (
    SELECT v.commune_code, v.sens, v.groupe, v.article, sum(v.quantite) AS unites, sum(v.personnes) AS personnes
    FROM vues v GROUP BY v.commune_code, v.sens, v.groupe, v.article
    UNION ALL
    SELECT g.commune_code, g.sens, g.groupe, NULL, sum(g.unites), sum(g.personnes)
    FROM (SELECT v.id, v.commune_code, v.sens, v.groupe, sum(v.quantite) AS unites, max(v.personnes) AS personnes
      FROM vues v GROUP BY v.id, v.commune_code, v.sens, v.groupe) g
    GROUP BY g.commune_code, g.sens, g.groupe
    UNION ALL
    SELECT g.commune_code, g.sens, NULL, NULL, sum(g.unites), sum(g.personnes)
    FROM (SELECT v.id, v.commune_code, v.sens, sum(v.quantite) AS unites, max(v.personnes) AS personnes
      FROM vues v GROUP BY v.id, v.commune_code, v.sens) g
    GROUP BY g.commune_code, g.sens
  )
  SELECT c.commune_code::text, concat_ws('/', c.sens, c.groupe, c.article), c.unites::double precision, c.personnes::integer FROM colonnes c;
END $$;

-- 3. Besoins : additionnés tels que la base les tient, nommés ensuite.

CREATE OR REPLACE FUNCTION rapport_besoins(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH exprimes AS MATERIALIZED (
    SELECT a.commune_code, b.kind, b.reponse, b.cause, sum(b.personnes) AS personnes
    FROM rapport_maraudes_lues m JOIN arrets a ON a.maraude_id = m.id AND a.statut = 'ACTIF' JOIN besoins b ON b.arret_id = a.id
    WHERE m.nuit BETWEEN premiere AND derniere
    GROUP BY a.commune_code, b.kind, b.reponse, b.cause
  )
  SELECT b.commune_code::text, c.nom, sum(b.personnes)::double precision, sum(b.personnes)::integer
  FROM exprimes b
    CROSS JOIN LATERAL (SELECT CASE b.reponse WHEN 'SANS_REPONSE' THEN 'sans-reponse' ELSE 'repondus' END AS reponse) AS r
    JOIN LATERAL (VALUES
      ('besoins'), ('besoins/' || b.kind), (r.reponse), (r.reponse || '/' || b.kind), ('cause/' || b.cause)
    ) AS c (nom) ON c.nom IS NOT NULL
  GROUP BY b.commune_code, c.nom;
END $$;

-- 4. Heures : en millisecondes entières tenues dans des nombres qui se calculent vite, et qui les portent exactement (53 bits).

CREATE OR REPLACE FUNCTION rapport_heures(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH closes AS MATERIALIZED (
    SELECT m.id, m.secteur, m.fin, round(date_part('epoch', m.fin - m.debut) * 1000)::bigint AS duree
    FROM rapport_maraudes_lues m WHERE m.nuit BETWEEN premiere AND derniere AND m.fin IS NOT NULL
  ), presences AS (
    SELECT a.maraude_id, a.id, a.commune_code, a.arrivee, c.duree, greatest(60000, round(date_part('epoch',
      coalesce(a.depart, lead(a.arrivee) OVER (PARTITION BY a.maraude_id ORDER BY a.arrivee, a.id), c.fin) - a.arrivee
    ) * 1000)) AS presence
    FROM closes c JOIN arrets a ON a.maraude_id = c.id AND a.statut = 'ACTIF'
  ), cumuls AS (
    SELECT p.commune_code, p.duree, p.presence::bigint AS presence,
      (sum(p.presence) OVER (PARTITION BY p.maraude_id ORDER BY p.arrivee, p.id))::bigint AS cumul,
      (sum(p.presence) OVER (PARTITION BY p.maraude_id))::bigint AS toutes
    FROM presences p
  ), parts AS (
    SELECT c.commune_code::text AS commune, c.duree * c.cumul / c.toutes - c.duree * (c.cumul - c.presence) / c.toutes AS part FROM cumuls c
    UNION ALL
    SELECT c.secteur, c.duree FROM closes c WHERE NOT EXISTS (SELECT FROM arrets a WHERE a.maraude_id = c.id AND a.statut = 'ACTIF')
  )
  SELECT p.commune, 'heures', sum(p.part::double precision), 0 FROM parts p GROUP BY p.commune;
END $$;

-- 5. Places : une nuit est son rang dans la période. Le rang d'un instant se cherche parmi les 4 heures du matin de la période, sans
-- repasser par le fuseau pour chaque séjour ; sans fermeture, deux rangs se soustraient.

CREATE OR REPLACE FUNCTION rapport_places(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off ROWS 500 AS $$
DECLARE
  toutes integer := greatest(0, derniere - premiere + 1);
  -- Un millième de seconde, la finesse des lignes, après chacun : `width_bucket` compte alors les nuits comptées avant un instant.
  heures timestamptz[] := ARRAY(SELECT (jour + interval '1 day 4 hours') AT TIME ZONE 'Europe/Paris' + interval '1 millisecond'
    FROM generate_series(premiere::timestamp, derniere::timestamp, interval '1 day') AS jour ORDER BY jour);
BEGIN
  RETURN QUERY
  WITH existantes AS MATERIALIZED (
    SELECT p.id AS place, r.slug, width_bucket(p.du, heures) AS de, coalesce(width_bucket(p.au, heures), toutes) AS a
    FROM rapport_dispositifs r JOIN dispositifs d ON d.slug = r.slug JOIN places p ON p.dispositif_id = d.id
    WHERE d.kind NOT IN ('REPOS', 'CONSOMMATION', 'AMBULATOIRE', 'AUTOMATE', 'MOBILE')
  ), fermees AS (
    SELECT e.place, range_agg(int4range(width_bucket(f.du, heures), coalesce(width_bucket(f.au, heures), toutes)) * int4range(e.de, e.a)) AS nuits
    FROM existantes e JOIN (
      SELECT f.place_id AS place, f.du, f.au FROM fermetures f WHERE f.place_id IS NOT NULL
      UNION ALL
      SELECT p.id, f.du, f.au FROM fermetures f JOIN places p ON p.dispositif_id = f.dispositif_id
    ) f ON f.place = e.place
    GROUP BY e.place
  ), places_comptees AS MATERIALIZED (
    SELECT e.place, e.slug, e.de, e.a, f.nuits AS fermees, e.a - e.de AS existantes,
      CASE WHEN f.nuits IS NULL THEN 0 ELSE coalesce((SELECT sum(upper(r) - lower(r)) FROM unnest(f.nuits) r), 0) END AS nuits_fermees
    FROM existantes e LEFT JOIN fermees f ON f.place = e.place
  ), touches AS MATERIALIZED (
    SELECT o.place_id, o.personnes, width_bucket(o.debut, heures) AS de, coalesce(width_bucket(o.fin, heures), toutes) AS a
    FROM occupations o
    WHERE o.kind = 'SEJOUR' AND o.etat IN ('EN_COURS', 'TERMINEE')
      AND tstzrange(o.debut, o.fin) && tstzrange(rapport_midi(premiere), rapport_midi(derniere + 1))
  ), sejours AS MATERIALIZED (
    SELECT p.slug, t.personnes, CASE WHEN p.fermees IS NULL THEN least(p.a, t.a) - greatest(p.de, t.de)
      ELSE (SELECT sum(upper(r) - lower(r)) FROM unnest(int4multirange(int4range(p.de, p.a) * int4range(t.de, t.a)) - p.fermees) r) END AS nuits
    FROM places_comptees p JOIN touches t ON t.place_id = p.place
  ), occupees AS (
    SELECT s.slug, sum(s.nuits) AS nuits, sum(s.personnes) AS personnes, sum(s.nuits * (s.personnes - 1)) AS supplement,
      coalesce(sum(s.personnes) FILTER (WHERE s.personnes > 1), 0) AS a_deux
    FROM sejours s WHERE s.nuits > 0
    GROUP BY s.slug
  ), dispositifs_comptes AS (
    SELECT p.slug, sum(p.existantes - p.nuits_fermees) AS ouvertes, sum(p.nuits_fermees) AS fermees
    FROM places_comptees p GROUP BY p.slug
  )
  SELECT p.slug, c.nom, c.nombre::double precision, c.personnes::integer
  FROM dispositifs_comptes p LEFT JOIN occupees o ON o.slug = p.slug
    CROSS JOIN LATERAL (VALUES
      ('ouvertes', p.ouvertes, 0), ('occupees', coalesce(o.nuits, 0), coalesce(o.personnes, 0)),
      ('libres', p.ouvertes - coalesce(o.nuits, 0), 0), ('fermees', p.fermees, 0),
      ('nuitees', coalesce(o.nuits + o.supplement, 0), coalesce(o.personnes, 0)),
      ('supplement', coalesce(o.supplement, 0), coalesce(o.a_deux, 0))
    ) AS c (nom, nombre, personnes)
  WHERE c.nombre > 0;
END $$;
DROP FUNCTION rapport_premiere_nuit(timestamptz);
