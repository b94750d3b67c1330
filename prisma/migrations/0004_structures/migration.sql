-- Annuaire : chercher sans les accents, savoir qui est ouvert.

CREATE EXTENSION IF NOT EXISTS unaccent;

-- Ce qu'une recherche compare : minuscules, sans accents ni apostrophes typographiques.
CREATE FUNCTION sans_accent(texte text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT lower(unaccent(replace(texte, '’', '''')))
$$;

-- Ouverte à cet instant : une exception remplace les plages du jour ; la veille compte, elle peut passer minuit.
-- Les heures du site l'emportent sur celles de ses dispositifs. Même règle : domain/structures/horaires.ts.
CREATE FUNCTION structure_ouverte(la_structure uuid, instant timestamptz) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  WITH jours AS (
    SELECT (instant AT TIME ZONE 'Europe/Paris')::date - recul AS jour FROM generate_series(0, 1) AS recul
  ), creneaux AS (
    SELECT j.jour, e.ouvre, e.ferme
    FROM jours j JOIN exceptions_horaires e ON e.structure_id = la_structure AND e.jour = j.jour
    WHERE e.ouvre IS NOT NULL
    UNION ALL
    SELECT j.jour, p.ouvre, p.ferme
    FROM jours j
    JOIN plages_horaires p ON p.structure_id = la_structure
      AND p.jour = extract(isodow FROM j.jour)
      AND (p.du IS NULL OR p.du <= j.jour) AND (p.au IS NULL OR p.au > j.jour)
    WHERE NOT EXISTS (SELECT FROM exceptions_horaires e WHERE e.structure_id = la_structure AND e.jour = j.jour)
      AND (p.dispositif_id IS NULL OR NOT EXISTS (
        SELECT FROM plages_horaires s WHERE s.structure_id = la_structure AND s.dispositif_id IS NULL))
  )
  SELECT EXISTS (
    SELECT FROM creneaux
    WHERE (jour + make_interval(mins => ouvre)) AT TIME ZONE 'Europe/Paris' <= instant
      AND (jour + make_interval(mins => ferme)) AT TIME ZONE 'Europe/Paris' > instant)
$$;
