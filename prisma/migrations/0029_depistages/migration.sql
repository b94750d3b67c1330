-- Les TROD réalisés se comptent : un test n'est ni donné ni récupéré, il est réalisé. Jamais un résultat.

ALTER TYPE sens_materiel ADD VALUE 'REALISE';

INSERT INTO articles (code, libelle, groupe, unite, ordre) VALUES
  ('trod-vih', 'TROD VIH', 'DEPISTAGE', 'test', 32),
  ('trod-vhc', 'TROD hépatite C', 'DEPISTAGE', 'test', 33),
  ('trod-vhb', 'TROD hépatite B', 'DEPISTAGE', 'test', 34),
  ('trod-syphilis', 'TROD syphilis', 'DEPISTAGE', 'test', 35);

-- Le sens se compare en texte : une valeur neuve d'un type ne sert pas dans la transaction qui l'ajoute.
ALTER TABLE materiels ADD CONSTRAINT materiels_test_realise CHECK ((article_code LIKE 'trod-%') = (sens::text = 'REALISE'));

-- Un test se fait à une personne : derrière quatre tests il y en a quatre au plus, quel que soit le nombre de personnes rencontrées à
-- l'arrêt. Le secret d'une case de tests se décide donc sur les tests ; celui d'un groupe, sur le plus grand nombre d'un même test, car une
-- personne peut les faire tous. Pour le matériel, rien ne change (migration 0025).

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
      CASE m.sens WHEN 'REALISE' THEN m.quantite WHEN 'DONNE' THEN greatest(r.personnes, 1) ELSE r.personnes END AS personnes
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
