-- Places : l'état de chacune et les comptes par dispositif, déduits des lignes à chaque lecture.

-- AlterTable
ALTER TABLE "occupations" ADD COLUMN "modifiee_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "occupations_place_id_modifiee_le_idx" ON "occupations"("place_id", "modifiee_le");

CREATE INDEX occupations_departs ON occupations (place_id, fin) WHERE etat = 'TERMINEE';

-- Midi après la nuit que sert un instant (de 6 h à 6 h du matin, heure de Paris). Même règle : domain/places/sejour.ts.
CREATE FUNCTION fin_de_nuit(instant timestamptz) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT (((instant + interval '6 hours') AT TIME ZONE 'Europe/Paris' - interval '12 hours')::date + time '12:00' + interval '1 day')
    AT TIME ZONE 'Europe/Paris'
$$;

-- L'échelle : fermée > occupée > réservée > à préparer > réservée plus tard > libre. Même échelle : domain/places/disponibilite.ts.
-- Exécutée au nom du propriétaire des tables : chacun voit l'état de toute place, personne n'y voit une personne ni une orientation.
CREATE FUNCTION etat_places_a(instant timestamptz, un_dispositif uuid DEFAULT NULL)
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
    greatest(p.du, p.prete_le, fermeture.du, mouvement.le)
  FROM places p
  JOIN dispositifs d ON d.id = p.dispositif_id
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
    WHERE o.place_id = p.id AND o.etat = 'TENUE' AND o.expire_le > instant AND (o.fin IS NULL OR o.fin > instant)
    ORDER BY o.debut LIMIT 1
  ) tenue ON true
  LEFT JOIN LATERAL (
    SELECT max(o.fin) AS fin FROM occupations o
    WHERE d.remise_en_etat AND o.place_id = p.id AND o.etat = 'TERMINEE' AND o.fin <= instant
  ) depart ON true
  LEFT JOIN LATERAL (
    SELECT max(o.modifiee_le) AS le FROM occupations o WHERE o.place_id = p.id AND o.modifiee_le <= instant
  ) mouvement ON true
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN fermeture.du IS NOT NULL OR d.statut <> 'OUVERTE' THEN 'FERMEE'
      WHEN sejour.debut IS NOT NULL THEN 'OCCUPEE'
      WHEN tenue.debut < fin_de_nuit(instant) THEN 'RESERVEE'
      WHEN depart.fin > coalesce(p.prete_le, '-infinity') THEN 'A_PREPARER'
      WHEN tenue.debut IS NOT NULL THEN 'RESERVEE_PLUS_TARD'
      ELSE 'LIBRE'
    END AS statut
  ) e
  WHERE p.du <= instant AND (p.au IS NULL OR p.au > instant)
    AND (un_dispositif IS NULL OR p.dispositif_id = un_dispositif)
$$;

-- Par dispositif : libres + réservées + occupées + à préparer + fermées = places. Les réservées plus tard sont parmi les libres.
CREATE FUNCTION disponibilites_a(instant timestamptz, un_dispositif uuid DEFAULT NULL)
RETURNS TABLE (
  dispositif_id uuid, structure_id uuid, organisation_id uuid, departement text, places int, libres int, reservees int,
  occupees int, a_preparer int, fermees int, reservees_plus_tard int, depassees int, premiere_expiration timestamptz,
  capacite int, change_le timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100 AS $$
  SELECT d.id, d.structure_id, d.organisation_id, d.departement::text,
    count(*)::int,
    (count(*) FILTER (WHERE e.statut IN ('LIBRE', 'RESERVEE_PLUS_TARD')))::int,
    (count(*) FILTER (WHERE e.statut = 'RESERVEE'))::int,
    (count(*) FILTER (WHERE e.statut = 'OCCUPEE'))::int,
    (count(*) FILTER (WHERE e.statut = 'A_PREPARER'))::int,
    (count(*) FILTER (WHERE e.statut = 'FERMEE'))::int,
    (count(*) FILTER (WHERE e.statut = 'RESERVEE_PLUS_TARD'))::int,
    (count(*) FILTER (WHERE e.statut = 'OCCUPEE' AND e.jusqua <= instant))::int,
    min(e.jusqua) FILTER (WHERE e.statut = 'RESERVEE'),
    (SELECT c.places FROM capacites c
      WHERE c.dispositif_id = d.id AND c.mode <> 'PAR_JOUR' AND daterange(c.du, c.au) @> (instant AT TIME ZONE 'Europe/Paris')::date
      ORDER BY c.mode LIMIT 1),
    max(e.change_le)
  FROM etat_places_a(instant, un_dispositif) e
  JOIN dispositifs d ON d.id = e.dispositif_id
  GROUP BY d.id
$$;

-- Les places où rien ne gêne un séjour de `debut` à `fin` (null : sans fin), vu à `instant`. Une place tenue dont l'heure est
-- passée ne gêne pas ; un séjour dont la fin est passée sans départ gêne.
CREATE FUNCTION places_sans_conflit(un_dispositif uuid, debut timestamptz, fin timestamptz, instant timestamptz)
RETURNS TABLE (place_id uuid, statut text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 50 AS $$
  SELECT e.place_id, e.statut
  FROM etat_places_a(instant, un_dispositif) e
  JOIN places p ON p.id = e.place_id
  JOIN dispositifs d ON d.id = p.dispositif_id
  WHERE d.statut = 'OUVERTE'
    AND coalesce(p.au, 'infinity') >= coalesce(places_sans_conflit.fin, 'infinity')
    AND NOT EXISTS (
      SELECT FROM fermetures f
      WHERE (f.place_id = p.id OR f.dispositif_id = p.dispositif_id)
        AND tstzrange(f.du, f.au) && tstzrange(places_sans_conflit.debut, places_sans_conflit.fin))
    AND NOT EXISTS (
      SELECT FROM occupations o
      WHERE o.place_id = p.id
        AND (o.etat = 'EN_COURS' OR (o.etat = 'TENUE' AND o.expire_le > instant))
        AND tstzrange(o.debut, CASE WHEN o.etat = 'EN_COURS' AND o.fin <= instant THEN NULL ELSE o.fin END)
          && tstzrange(places_sans_conflit.debut, places_sans_conflit.fin))
$$;

-- Les demandes adressées aux dispositifs d'un département depuis un instant : des comptes, aucune ligne.
CREATE FUNCTION demandes_par_departement(depuis timestamptz, jusqua timestamptz)
RETURNS TABLE (departement text, demandes int, sans_reponse int, acceptees int, refusees int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(d.departement, o.prescripteur_departement)::text,
    count(*)::int,
    (count(*) FILTER (WHERE o.statut IN ('ENVOYEE', 'RECUE', 'A_L_ETUDE', 'EN_ATTENTE')))::int,
    (count(*) FILTER (WHERE o.statut IN ('ACCEPTEE', 'ARRIVEE', 'NON_VENUE', 'CLOSE')))::int,
    (count(*) FILTER (WHERE o.statut = 'REFUSEE'))::int
  FROM orientations o LEFT JOIN dispositifs d ON d.id = o.receveur_dispositif_id
  WHERE o.envoyee_le >= depuis AND o.envoyee_le < jusqua
  GROUP BY 1
$$;

CREATE VIEW etat_places AS SELECT * FROM etat_places_a(now());
CREATE VIEW disponibilites AS SELECT * FROM disponibilites_a(now());

REVOKE ALL ON FUNCTION etat_places_a(timestamptz, uuid), disponibilites_a(timestamptz, uuid), places_sans_conflit(uuid, timestamptz, timestamptz, timestamptz), demandes_par_departement(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION etat_places_a(timestamptz, uuid), disponibilites_a(timestamptz, uuid), places_sans_conflit(uuid, timestamptz, timestamptz, timestamptz), demandes_par_departement(timestamptz, timestamptz) TO maillage_app;
GRANT SELECT ON etat_places, disponibilites TO maillage_app;
REVOKE INSERT, UPDATE, DELETE ON etat_places, disponibilites FROM maillage_app;
