-- Chercher une place : la même réponse qu'à la migration 0031, plus vite d'un quart. Trois listes déjà dans l'ordre des places (ce qu'elles
-- sont, qui y est, ce qui les retient) se lisent côte à côte, au lieu de chercher chaque présent parmi toutes les places.

-- Ce qu'est chaque place, dans un index seul : la ligne elle-même ne s'ouvre plus.
CREATE INDEX "places_jugees" ON "places"("id", "dispositif_id", "couchages", "public", "couple", "animaux", "plain_pied", "du", "au");

-- Un index ne répond seul que des pages où le ménage est passé depuis leur dernier changement : il passe dix fois plus souvent.
ALTER TABLE places SET (autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE occupations SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- `random_page_cost` : tout ce qui est lu tient en mémoire. `enable_memoize` : une place qui convient n'est jamais cherchée deux fois.
-- Même échelle : domain/places/recherche.ts.
CREATE OR REPLACE FUNCTION places_pour(
  personnes integer, couple boolean, animaux boolean, mobilite boolean, femmes_seulement boolean, genre text,
  pour_le date, instant timestamptz, organisation uuid,
  un_departement text DEFAULT NULL, un_kind text DEFAULT NULL, un_dispositif uuid DEFAULT NULL)
RETURNS TABLE (dispositif_id uuid, regle regle_recherche, nombre integer, places uuid[], premiere text, jusqua timestamptz, rang integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET plan_cache_mode = force_generic_plan SET jit = off SET random_page_cost = 1.1 SET enable_memoize = off ROWS 300 AS $$
  WITH nuit AS MATERIALIZED (SELECT coalesce(pour_le, nuit_servie(instant)) AS jour),
  regles AS MATERIALIZED (
    SELECT d.id, d.statut = 'OUVERTE' AS ouvert, d.oriente OR d.organisation_id IS NOT DISTINCT FROM places_pour.organisation AS recoit,
      r.entree, r.sortie, r.duree_max, debut_sejour(r.entree, pour_le, instant) AS debut
    FROM nuit CROSS JOIN dispositifs d LEFT JOIN regles_sejour r ON r.dispositif_id = d.id AND daterange(r.du, r.au) @> nuit.jour
    WHERE NOT coalesce(d.departement <> un_departement OR d.kind::text <> un_kind OR d.id <> un_dispositif, false)
  ),
  sejours AS MATERIALIZED (
    SELECT r.id, r.ouvert, r.recoit, r.debut, coalesce(fin_sejour(r.entree, r.sortie, r.duree_max, r.debut), 'infinity') AS fin FROM regles r
  ),
  appareils AS MATERIALIZED (
    SELECT DISTINCT ON (s.id) s.id, s.recoit, s.debut, s.fin, NOT s.ouvert OR f.du IS NOT NULL AS ferme, coalesce(f.au, f.fin_prevue) AS jusqua
    FROM sejours s LEFT JOIN fermetures f ON f.dispositif_id = s.id AND f.du < s.fin AND coalesce(f.au, 'infinity') > s.debut
    ORDER BY s.id, coalesce(f.au, f.fin_prevue) DESC NULLS FIRST
  ),
  -- Ce qui ferme ou retient une place, une ligne par place : une fermeture passe avant une réservation.
  retenues AS (
    SELECT DISTINCT ON (r.place_id) r.place_id, r.ferme, r.jusqua
    FROM (
      SELECT place_id, du AS debut, coalesce(au, 'infinity') AS fin, true AS ferme, coalesce(au, fin_prevue) AS jusqua
      FROM fermetures WHERE place_id IS NOT NULL
      UNION ALL
      SELECT place_id, debut, coalesce(fin, 'infinity'), false, expire_le FROM occupations
      WHERE kind = 'RESERVATION' AND etat = 'TENUE' AND expire_le > instant
    ) r
    -- Quelques centaines de lignes : on va chercher leurs places une à une plutôt que de les relire toutes.
    CROSS JOIN LATERAL (SELECT p.dispositif_id FROM places p WHERE p.id = r.place_id OFFSET 0) p
    JOIN appareils a ON a.id = p.dispositif_id
    WHERE r.debut < a.fin AND r.fin > a.debut
    ORDER BY r.place_id, r.ferme DESC, r.jusqua DESC NULLS FIRST
  ),
  -- L'ordre est dit pour le plan : sans lui, les places passent une à une par une table de hachage.
  vues AS (
    SELECT p.id, p.dispositif_id, p.couchages, p.public, p.couple, p.animaux, p.plain_pied, p.du, p.au,
      o.debut, o.fin, r.ferme, r.jusqua AS retenue_jusqua
    FROM places p
    LEFT JOIN retenues r ON r.place_id = p.id
    LEFT JOIN occupations o ON o.place_id = p.id AND o.etat = 'EN_COURS'
    WHERE p.au IS NULL OR p.au > instant
    ORDER BY p.id
  ),
  groupes AS MATERIALIZED (
    SELECT j.dispositif_id, coalesce(j.etre, j.moment) AS regle, j.etre IS NULL AND j.moment IS NULL AND j.habitee AS quittee_avant,
      count(*)::int AS nombre, count(*) FILTER (WHERE j.moment IS NULL) AS libres,
      array_agg(j.id) FILTER (WHERE j.etre IS NULL AND j.moment IS NULL) AS places,
      min(CASE j.moment WHEN 'DISPOSITIF_FERME' THEN j.ferme_jusqua WHEN 'HORS_PERIODE' THEN j.au WHEN 'OCCUPEE' THEN j.fin
        ELSE j.retenue_jusqua END) FILTER (WHERE j.etre IS NULL) AS jusqua
    FROM (
      SELECT p.id, p.dispositif_id, a.jusqua AS ferme_jusqua, p.retenue_jusqua, p.au, p.fin,
        coalesce(p.debut <= instant, false) AS habitee,
        CASE
          WHEN places_pour.personnes > p.couchages THEN 'COUCHAGES'::regle_recherche
          WHEN places_pour.couple AND NOT p.couple THEN 'COUPLE'
          WHEN p.public = 'FEMMES' AND places_pour.genre IN ('HOMME', 'HOMME_TRANS') THEN 'PUBLIC_FEMMES'
          WHEN p.public = 'HOMMES' AND places_pour.genre IN ('FEMME', 'FEMME_TRANS') THEN 'PUBLIC_HOMMES'
          WHEN femmes_seulement AND p.public <> 'FEMMES' THEN 'FEMMES_SEULEMENT'
          WHEN places_pour.animaux AND NOT p.animaux THEN 'ANIMAUX'
          WHEN mobilite AND NOT p.plain_pied THEN 'ACCESSIBILITE'
          WHEN NOT a.recoit THEN 'SANS_DEMANDE'
        END AS etre,
        CASE
          WHEN a.ferme THEN 'DISPOSITIF_FERME'::regle_recherche
          WHEN p.ferme THEN 'PLACE_FERMEE'
          WHEN p.du > a.debut OR p.au < a.fin THEN 'HORS_PERIODE'
          WHEN p.debut < a.fin AND (p.fin IS NULL OR p.fin > a.debut OR p.fin <= instant) THEN 'OCCUPEE'
          WHEN NOT p.ferme THEN 'RESERVEE'
        END AS moment
      FROM vues p JOIN appareils a ON a.id = p.dispositif_id
      OFFSET 0
    ) j
    GROUP BY 1, 2, 3
  ),
  -- Combien restent à tous là où une part est prêtée à d'autres.
  communes AS (
    SELECT t.dispositif_id, t.retour, greatest(0, sum(g.libres) - t.reste) AS nombre
    FROM places_pretees(organisation, pour_le, instant) t JOIN groupes g ON g.dispositif_id = t.dispositif_id
    GROUP BY t.dispositif_id, t.retour, t.reste
  ),
  bonnes AS (
    SELECT l.*, row_number() OVER (PARTITION BY l.dispositif_id ORDER BY l.rang, length(l.libelle), l.libelle) AS numero
    FROM (
      SELECT p.id, p.dispositif_id, p.libelle,
        (p.couchages > places_pour.personnes)::int + (p.plain_pied AND NOT mobilite)::int + (p.animaux AND NOT places_pour.animaux)::int
        + (p.public <> 'MIXTE' AND NOT femmes_seulement)::int
        + 10 * CASE
          WHEN g.quittee_avant THEN 2
          WHEN EXISTS (SELECT FROM occupations o WHERE o.place_id = p.id AND o.a_preparer
            AND o.fin <= instant AND o.fin > coalesce(p.prete_le, '-infinity')) THEN 1
          ELSE 0 END AS rang
      FROM groupes g CROSS JOIN unnest(g.places) u (id) JOIN places p ON p.id = u.id
      WHERE g.regle IS NULL
    ) l
  )
  SELECT b.dispositif_id, l.regle, count(*)::int, array_agg(b.id ORDER BY b.numero), (array_agg(b.libelle ORDER BY b.numero))[1],
    min(c.retour) FILTER (WHERE l.regle IS NOT NULL), min(b.rang)
  FROM bonnes b LEFT JOIN communes c ON c.dispositif_id = b.dispositif_id
  CROSS JOIN LATERAL (SELECT CASE WHEN b.numero > c.nombre THEN 'PRETEE'::regle_recherche END AS regle) l
  GROUP BY b.dispositif_id, l.regle
  UNION ALL
  SELECT g.dispositif_id, g.regle, g.nombre, NULL, NULL, g.jusqua, NULL FROM groupes g WHERE g.regle IS NOT NULL
$$;
