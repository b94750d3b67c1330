-- Accepter une demande lit un seul dispositif : l'échelle des places n'y cherche plus dans tous les séjours du territoire.

-- La même échelle qu'à la migration 0008. Un dispositif demandé, on va à chacune de ses places par son index ; aucun, on lit tout en un
-- passage. Le plan étant fait à chaque appel, la branche qui ne sert pas disparaît.
CREATE OR REPLACE FUNCTION etat_places_a(instant timestamptz, un_dispositif uuid DEFAULT NULL)
RETURNS TABLE (
  place_id uuid, dispositif_id uuid, organisation_id uuid, statut text, jusqua timestamptz, change_le timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  SET plan_cache_mode = force_custom_plan SET jit = off ROWS 1000 AS $$
  WITH vues AS (
    SELECT p.* FROM places p WHERE p.du <= instant AND (un_dispositif IS NULL OR p.dispositif_id = un_dispositif)
  ),
  statuts AS (
    SELECT DISTINCT ON (s.dispositif_id) s.dispositif_id, s.statut FROM etats_dispositif s
    WHERE s.depuis <= instant AND (un_dispositif IS NULL OR s.dispositif_id = un_dispositif)
    ORDER BY s.dispositif_id, s.depuis DESC
  ),
  fermetures_du_moment AS (
    SELECT f.place_id, f.dispositif_id, f.du, coalesce(f.au, f.fin_prevue) AS jusqua FROM fermetures f
    WHERE f.du <= instant AND (f.au IS NULL OR f.au > instant)
  ),
  fermees AS (
    SELECT DISTINCT ON (f.place_id) f.place_id, f.du, f.jusqua
    FROM (
      SELECT place_id, du, jusqua FROM fermetures_du_moment WHERE place_id IS NOT NULL
      UNION ALL
      SELECT v.id, m.du, m.jusqua FROM fermetures_du_moment m JOIN vues v ON v.dispositif_id = m.dispositif_id
    ) f
    ORDER BY f.place_id, f.jusqua DESC NULLS FIRST
  ),
  sejours AS (
    SELECT DISTINCT ON (o.place_id) o.place_id, o.debut, o.fin
    FROM (
      SELECT place_id, debut, fin, 0 AS ordre FROM occupations
      WHERE un_dispositif IS NULL AND etat = 'EN_COURS' AND debut <= instant
      UNION ALL
      SELECT place_id, debut, fin, 1 FROM occupations
      WHERE un_dispositif IS NULL AND etat = 'TERMINEE' AND fin > instant AND debut <= instant
      UNION ALL
      SELECT s.* FROM vues v CROSS JOIN LATERAL (
        SELECT o.place_id, o.debut, o.fin, 0 FROM occupations o
        WHERE o.place_id = v.id AND o.etat = 'EN_COURS' AND o.debut <= instant
        UNION ALL
        SELECT o.place_id, o.debut, o.fin, 1 FROM occupations o
        WHERE o.place_id = v.id AND o.etat = 'TERMINEE' AND o.fin > instant AND o.debut <= instant
      ) s WHERE un_dispositif IS NOT NULL
    ) o
    ORDER BY o.place_id, o.ordre
  ),
  reservations AS (
    SELECT * FROM occupations WHERE un_dispositif IS NULL AND kind = 'RESERVATION'
    UNION ALL
    SELECT o.* FROM vues v JOIN occupations o ON o.place_id = v.id WHERE un_dispositif IS NOT NULL AND o.kind = 'RESERVATION'
  ),
  tenues AS (
    SELECT DISTINCT ON (o.place_id) o.place_id, o.debut, o.expire_le FROM reservations o
    WHERE o.expire_le > instant AND o.cree_le <= instant
      AND (o.close_le IS NULL OR o.close_le > instant) AND (o.fin IS NULL OR o.fin > instant)
    ORDER BY o.place_id, o.debut
  )
  SELECT p.id, p.dispositif_id, p.organisation_id, e.statut,
    CASE e.statut
      WHEN 'FERMEE' THEN fermees.jusqua
      WHEN 'OCCUPEE' THEN sejours.fin
      WHEN 'RESERVEE' THEN tenues.expire_le
      WHEN 'RESERVEE_PLUS_TARD' THEN tenues.debut
    END,
    greatest(p.du, prete.le, fermees.du,
      (SELECT max(o.modifiee_le) FROM occupations o WHERE o.place_id = p.id AND o.modifiee_le <= instant))
  FROM vues p
  LEFT JOIN statuts ON statuts.dispositif_id = p.dispositif_id
  LEFT JOIN fermees ON fermees.place_id = p.id
  LEFT JOIN sejours ON sejours.place_id = p.id
  LEFT JOIN tenues ON tenues.place_id = p.id
  -- La dernière remise en état est sur la place ; on ne relit les autres que pour un instant d'avant.
  CROSS JOIN LATERAL (SELECT CASE WHEN p.prete_le <= instant THEN p.prete_le
    WHEN p.prete_le IS NOT NULL THEN (SELECT max(r.le) FROM remises_en_etat r WHERE r.place_id = p.id AND r.le <= instant) END AS le) prete
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN fermees.place_id IS NOT NULL OR statuts.statut <> 'OUVERTE' THEN 'FERMEE'
      WHEN sejours.place_id IS NOT NULL THEN 'OCCUPEE'
      WHEN tenues.debut < fin_de_nuit(instant) THEN 'RESERVEE'
      WHEN EXISTS (SELECT FROM occupations o WHERE o.place_id = p.id AND o.a_preparer AND o.fin <= instant
        AND o.fin > coalesce(prete.le, '-infinity')) THEN 'A_PREPARER'
      WHEN tenues.place_id IS NOT NULL THEN 'RESERVEE_PLUS_TARD'
      ELSE 'LIBRE'
    END AS statut
  ) e
  WHERE p.au IS NULL OR p.au > instant OR sejours.place_id IS NOT NULL
$$;

-- La même réponse qu'à la migration 0007. `echue` : la place porte encore une réservation dont l'heure est passée, à clore avant d'y
-- écrire la suivante.
DROP FUNCTION places_sans_conflit(uuid, timestamptz, timestamptz, timestamptz);
CREATE FUNCTION places_sans_conflit(un_dispositif uuid, debut timestamptz, fin timestamptz, instant timestamptz)
RETURNS TABLE (place_id uuid, statut text, jusqua timestamptz, echue boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 50 AS $$
  SELECT p.id, coalesce(e.statut, 'LIBRE'), least(places_sans_conflit.fin, p.au),
    EXISTS (SELECT FROM occupations o WHERE o.place_id = p.id AND (o.expire_le <= instant OR o.fin <= instant) AND o.etat = 'TENUE')
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
REVOKE ALL ON FUNCTION places_sans_conflit(uuid, timestamptz, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION places_sans_conflit(uuid, timestamptz, timestamptz, timestamptz) TO maillage_app;
