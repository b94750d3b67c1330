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
