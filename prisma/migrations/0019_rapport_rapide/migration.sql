-- Le rapport d'un trimestre se compte en moins d'un tiers de seconde, sur des années d'activité.

-- 1. Places de nuit, comptées à 4 heures du matin, par intervalles de nuits et non plus nuit par nuit : une place, une fermeture et un
-- séjour sont chacun une suite de nuits, et trois suites se croisent sans être déroulées.

-- La première nuit dont les 4 heures du matin ne sont pas avant cet instant. Un intervalle d'instants [du, au[ contient les 4 heures du
-- matin des nuits premiere_nuit(du) à premiere_nuit(au) - 1. 4 heures existe toujours : l'heure change à 2 ou 3 heures.
CREATE FUNCTION rapport_premiere_nuit(instant timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT ((instant AT TIME ZONE 'Europe/Paris') - interval '28 hours 1 microsecond')::date + 1 $$;

CREATE OR REPLACE FUNCTION rapport_places(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off ROWS 500 AS $$
BEGIN
  RETURN QUERY
  WITH existantes AS MATERIALIZED (
    SELECT p.id AS place, r.slug,
      daterange(rapport_premiere_nuit(p.du), rapport_premiere_nuit(p.au)) * daterange(premiere, derniere + 1) AS nuits
    FROM rapport_dispositifs r JOIN dispositifs d ON d.slug = r.slug JOIN places p ON p.dispositif_id = d.id
    WHERE d.kind NOT IN ('REPOS', 'CONSOMMATION', 'AMBULATOIRE', 'AUTOMATE', 'MOBILE')
  ), fermees AS (
    SELECT e.place, range_agg(daterange(rapport_premiere_nuit(f.du), rapport_premiere_nuit(f.au)) * e.nuits) AS nuits
    FROM existantes e JOIN (
      SELECT f.place_id AS place, f.du, f.au FROM fermetures f WHERE f.place_id IS NOT NULL
      UNION ALL
      SELECT p.id, f.du, f.au FROM fermetures f JOIN places p ON p.dispositif_id = f.dispositif_id
    ) f ON f.place = e.place
    GROUP BY e.place
  ), places_comptees AS MATERIALIZED (
    SELECT e.place, e.slug, e.nuits, f.nuits AS fermees, coalesce(upper(e.nuits) - lower(e.nuits), 0) AS existantes,
      coalesce((SELECT sum(upper(r) - lower(r)) FROM unnest(f.nuits) r), 0) AS nuits_fermees
    FROM existantes e LEFT JOIN fermees f ON f.place = e.place
  ), touches AS MATERIALIZED (
    SELECT o.place_id, o.personnes, daterange(rapport_premiere_nuit(o.debut), rapport_premiere_nuit(o.fin)) AS nuits
    FROM occupations o
    WHERE o.kind = 'SEJOUR' AND o.etat IN ('EN_COURS', 'TERMINEE')
      AND tstzrange(o.debut, o.fin) && tstzrange(rapport_midi(premiere), rapport_midi(derniere + 1))
  ), sejours AS MATERIALIZED (
    SELECT p.slug, t.personnes, p.fermees, p.nuits * t.nuits AS nuits
    FROM places_comptees p JOIN touches t ON t.place_id = p.place
  ), sejours_comptes AS MATERIALIZED (
    SELECT s.slug, s.personnes, CASE WHEN s.fermees IS NULL THEN upper(s.nuits) - lower(s.nuits)
      ELSE (SELECT sum(upper(r) - lower(r)) FROM unnest(datemultirange(s.nuits) - s.fermees) r) END AS nuits
    FROM sejours s
  ), occupees AS (
    SELECT s.slug, sum(s.nuits) AS nuits, sum(s.personnes) AS personnes, sum(s.nuits * (s.personnes - 1)) AS supplement,
      coalesce(sum(s.personnes) FILTER (WHERE s.personnes > 1), 0) AS a_deux
    FROM sejours_comptes s WHERE s.nuits > 0
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

-- 2. Les arrêts comptés se lisent dans l'ordre des maraudes, sans ouvrir leurs lignes : un trimestre ne coûte que le sien, quel que
-- soit ce qui l'entoure.

CREATE INDEX arrets_comptes ON arrets (maraude_id) INCLUDE (id, commune_code, arrivee, depart, mediations) WHERE statut = 'ACTIF';

-- 3. Maraudes : chacune une fois par nœud, puis comptées.

CREATE OR REPLACE FUNCTION rapport_maraudes(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH passages AS MATERIALIZED (
    SELECT DISTINCT m.id, coalesce(a.commune_code::text, m.secteur) AS commune, m.fin IS NULL AS ouverte
    FROM rapport_maraudes_lues m LEFT JOIN arrets a ON a.maraude_id = m.id AND a.statut = 'ACTIF'
    WHERE m.nuit BETWEEN premiere AND derniere
  ), passees AS (
    SELECT DISTINCT axe.noeud, p.id, p.ouverte
    FROM passages p JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = p.commune
  ), noeuds_comptes AS (
    SELECT p.noeud, count(*) AS maraudes, count(*) FILTER (WHERE p.ouverte) AS ouvertes FROM passees p GROUP BY p.noeud
  )
  SELECT n.noeud, c.nom, c.nombre::double precision, 0
  FROM noeuds_comptes n CROSS JOIN LATERAL (VALUES ('maraudes', n.maraudes), ('ouvertes', n.ouvertes)) AS c (nom, nombre)
  WHERE c.nombre > 0;
END $$;

-- 4. Matériel : les personnes rencontrées ne se comptent qu'aux arrêts où du matériel a changé de mains.

CREATE OR REPLACE FUNCTION rapport_materiel(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH remises AS MATERIALIZED (
    SELECT a.id, a.commune, m.sens, r.groupe, r.code AS article, m.quantite
    FROM rapport_arrets_lus a JOIN materiels m ON m.arret_id = a.id JOIN articles r ON r.code = m.article_code
    WHERE a.nuit BETWEEN premiere AND derniere
  ), rencontrees AS MATERIALIZED (
    SELECT m.id, sum(r.connus + r.nouveaux) AS personnes
    FROM (SELECT DISTINCT id FROM remises) m JOIN rencontres r ON r.arret_id = m.id
    GROUP BY m.id
  ), arrets_par_colonne AS MATERIALIZED (
    SELECT m.id, m.commune, m.sens, m.groupe, m.article, sum(m.quantite) AS unites
    FROM remises m
    GROUP BY GROUPING SETS ((m.id, m.commune, m.sens), (m.id, m.commune, m.sens, m.groupe), (m.id, m.commune, m.sens, m.groupe, m.article))
  )
  SELECT a.commune, concat_ws('/', a.sens, a.groupe, a.article), sum(a.unites)::double precision,
    sum(greatest(coalesce(r.personnes, 0), CASE a.sens WHEN 'DONNE' THEN 1 ELSE 0 END))::integer
  FROM arrets_par_colonne a LEFT JOIN rencontrees r ON r.id = a.id
  GROUP BY a.commune, a.sens, a.groupe, a.article;
END $$;

-- 5. Contacts : comptés par genre et par tranche tels que la base les tient, nommés ensuite.

CREATE OR REPLACE FUNCTION rapport_contacts(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH profils AS MATERIALIZED (
    SELECT a.commune_code, r.genre, r.tranche_age, sum(r.connus) AS connus, sum(r.nouveaux) AS nouveaux
    FROM rapport_maraudes_lues m JOIN arrets a ON a.maraude_id = m.id AND a.statut = 'ACTIF' JOIN rencontres r ON r.arret_id = a.id
    WHERE m.nuit BETWEEN premiere AND derniere
    GROUP BY a.commune_code, r.genre, r.tranche_age
  ), communes AS (
    SELECT p.commune_code::text AS commune,
      CASE WHEN p.genre IN ('FEMME', 'FEMME_TRANS') THEN 'femmes' WHEN p.genre IN ('HOMME', 'HOMME_TRANS') THEN 'hommes' ELSE 'genre-autre' END AS genre,
      p.tranche_age, p.connus, p.nouveaux
    FROM profils p
  )
  SELECT p.commune, c.nom, sum(c.nombre)::double precision, sum(c.nombre)::integer
  FROM communes p
    CROSS JOIN LATERAL (VALUES
      ('contacts', p.connus + p.nouveaux),
      ('nouveaux', p.nouveaux),
      ('connus', p.connus),
      (p.genre, p.connus + p.nouveaux),
      (CASE WHEN p.genre <> 'femmes' THEN 'autres-genres' END, p.connus + p.nouveaux),
      (CASE p.tranche_age WHEN 'DE_18_24' THEN '18-24' WHEN 'PLUS_60' THEN '60-plus' ELSE 'age/' || p.tranche_age END, p.connus + p.nouveaux),
      (CASE WHEN p.tranche_age NOT IN ('DE_18_24', 'PLUS_60') THEN 'autres-ages' END, p.connus + p.nouveaux)
    ) AS c (nom, nombre)
  WHERE c.nom IS NOT NULL
  GROUP BY p.commune, c.nom;
END $$;

-- 6. Heures : les arrêts d'une maraude ne se cherchent qu'une fois.

CREATE OR REPLACE FUNCTION rapport_heures(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH closes AS MATERIALIZED (
    SELECT m.id, m.secteur, m.fin, round(extract(epoch FROM m.fin - m.debut) * 1000)::bigint AS duree
    FROM rapport_maraudes_lues m WHERE m.nuit BETWEEN premiere AND derniere AND m.fin IS NOT NULL
  ), presences AS MATERIALIZED (
    SELECT a.maraude_id, a.id, a.commune_code, a.arrivee, c.duree, greatest(60000, round(extract(epoch FROM
      coalesce(a.depart, lead(a.arrivee) OVER (PARTITION BY a.maraude_id ORDER BY a.arrivee, a.id), c.fin) - a.arrivee
    ) * 1000))::bigint AS presence
    FROM closes c JOIN arrets a ON a.maraude_id = c.id AND a.statut = 'ACTIF'
  ), cumuls AS (
    SELECT p.commune_code, p.duree, p.presence,
      sum(p.presence) OVER (PARTITION BY p.maraude_id ORDER BY p.arrivee, p.id)::bigint AS cumul,
      sum(p.presence) OVER (PARTITION BY p.maraude_id)::bigint AS toutes
    FROM presences p
  ), parts AS (
    SELECT c.commune_code::text AS commune, c.duree * c.cumul / c.toutes - c.duree * (c.cumul - c.presence) / c.toutes AS part FROM cumuls c
    UNION ALL
    SELECT c.secteur, c.duree FROM closes c WHERE NOT EXISTS (SELECT FROM presences p WHERE p.maraude_id = c.id)
  )
  SELECT p.commune, 'heures', sum(p.part)::double precision, 0 FROM parts p GROUP BY p.commune;
END $$;
