-- D'autres familles de lignes au catalogue : passages aux espaces de repos, registre des besoins sans réponse, reprises de contact,
-- démarches abouties, marches du parcours. Mêmes règles qu'en 0013 : des agrégats par atome ou par nœud, à portée du lecteur.

-- Les lignes de l'axe « organisation ».
CREATE VIEW rapport_organisations AS
  SELECT o.slug, o.nom FROM organisations o
  WHERE (SELECT rapport_partout()) OR o.id = (SELECT rapport_organisation());

-- CreateIndex
CREATE INDEX "entrees_jour_idx" ON "entrees"("jour");

-- CreateIndex
CREATE INDEX "besoins_sans_reponse_le_idx" ON "besoins_sans_reponse"("le");

CREATE INDEX relances_closes ON relances (close_le) WHERE close_le IS NOT NULL;
CREATE INDEX objectifs_suivis_atteints ON objectifs_suivis (statut_le) WHERE statut = 'ATTEINT';
CREATE INDEX orientations_placees ON orientations (placee_le) WHERE placee_le IS NOT NULL;

-- 1. Passages à la porte des espaces de repos : personnes entrées, refusées faute de place, et la plus forte présence d'un même espace.
-- Une journée d'espace va de 6 heures à 6 heures : elle compte avec la nuit de même date.

CREATE FUNCTION rapport_repos(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH passages AS (
    SELECT r.slug, e.kind, e.personnes, e.femmes, sum(CASE e.kind WHEN 'ENTREE' THEN e.personnes WHEN 'SORTIE' THEN -e.personnes ELSE 0 END)
      OVER (PARTITION BY e.dispositif_id, e.jour ORDER BY e.le, e.id) AS presents
    FROM entrees e JOIN dispositifs d ON d.id = e.dispositif_id JOIN rapport_dispositifs r ON r.slug = d.slug
    WHERE e.jour BETWEEN premiere AND derniere AND e.annulee_le IS NULL
  ), dispositifs_comptes AS (
    SELECT p.slug, sum(p.personnes) FILTER (WHERE p.kind = 'ENTREE') AS entrees, sum(p.femmes) FILTER (WHERE p.kind = 'ENTREE') AS entrees_femmes,
      sum(p.personnes) FILTER (WHERE p.kind = 'REFUS') AS refus, sum(p.femmes) FILTER (WHERE p.kind = 'REFUS') AS refus_femmes,
      max(p.presents) AS pointe
    FROM passages p GROUP BY p.slug
  ), noeuds_comptes AS (
    SELECT axe.noeud, sum(d.entrees) AS entrees, sum(d.entrees_femmes) AS entrees_femmes, sum(d.refus) AS refus,
      sum(d.refus_femmes) AS refus_femmes, max(d.pointe) AS pointe
    FROM dispositifs_comptes d JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = d.slug
    GROUP BY axe.noeud
  )
  SELECT n.noeud, c.nom, c.nombre::double precision, c.nombre::integer
  FROM noeuds_comptes n CROSS JOIN LATERAL (VALUES
    ('passages', n.entrees), ('passages/femmes', n.entrees_femmes), ('passages/autres', n.entrees - n.entrees_femmes),
    ('refus', n.refus), ('refus/femmes', n.refus_femmes), ('refus/autres', n.refus - n.refus_femmes), ('pointe', n.pointe)
  ) AS c (nom, nombre)
  WHERE c.nombre > 0;
END $$;

-- 2. Registre des besoins sans réponse, en personnes, par département.

CREATE FUNCTION rapport_registre(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT b.departement::text, c.nom, sum(b.personnes)::double precision, sum(b.personnes)::integer
  FROM besoins_sans_reponse b CROSS JOIN LATERAL (VALUES ('registre'), ('registre/' || b.kind), ('cause/' || b.cause)) AS c (nom)
  WHERE b.le >= rapport_midi(premiere) AND b.le < rapport_midi(derniere + 1)
    AND ((SELECT rapport_partout()) OR b.organisation_id = (SELECT rapport_organisation()))
  GROUP BY b.departement, c.nom;
END $$;

-- 3. Relances closes après un rendez-vous manqué : contact repris ou non. L'effectif est celui des personnes, par leur code.

CREATE FUNCTION rapport_reprises(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT g.slug, c.nom, count(*)::double precision, (count(DISTINCT r.personne_id) + count(*) FILTER (WHERE r.personne_id IS NULL))::integer
  FROM relances r JOIN organisations o ON o.id = r.organisation_id JOIN rapport_organisations g ON g.slug = o.slug
    CROSS JOIN LATERAL (VALUES ('relances'), (CASE r.statut WHEN 'REPRISE' THEN 'reprises' ELSE 'sans-contact' END)) AS c (nom)
  WHERE r.close_le >= rapport_midi(premiere) AND r.close_le < rapport_midi(derniere + 1)
  GROUP BY g.slug, c.nom;
END $$;

-- 4. Démarches abouties : objectifs atteints. L'effectif est celui des personnes, par leur code.

CREATE FUNCTION rapport_demarches(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT g.slug, c.nom, count(*)::double precision, (count(DISTINCT s.personne_id) + count(*) FILTER (WHERE s.personne_id IS NULL))::integer
  FROM objectifs_suivis s JOIN organisations o ON o.id = s.organisation_id JOIN rapport_organisations g ON g.slug = o.slug
    CROSS JOIN LATERAL (VALUES ('demarches'), ('demarches/' || s.kind)) AS c (nom)
  WHERE s.statut = 'ATTEINT' AND s.statut_le >= rapport_midi(premiere) AND s.statut_le < rapport_midi(derniere + 1)
  GROUP BY g.slug, c.nom;
END $$;

-- 5. Attente avant une marche : jours du souhait à l'entrée dans la place, pour les entrées de la période. Des médianes : l'axe est donné.

CREATE FUNCTION rapport_attentes(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH arrivees AS (
    SELECT o.dispositif, o.personnes, extract(epoch FROM o.placee_le - o.souhait_le) / 86400 AS jours
    FROM rapport_orientations_lues o
    WHERE o.placee_le >= rapport_midi(premiere) AND o.placee_le < rapport_midi(derniere + 1)
  ), noeuds_comptes AS (
    SELECT axe.noeud, count(*) AS arrivees, sum(a.personnes) AS personnes,
      percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY a.jours::double precision) AS quartiles
    FROM arrivees a JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = a.dispositif
    GROUP BY axe.noeud
  )
  SELECT n.noeud, 'arrivees', n.arrivees::double precision, n.personnes::integer FROM noeuds_comptes n
  UNION ALL
  SELECT n.noeud, q.nom, n.quartiles[q.rang], n.personnes::integer
  FROM noeuds_comptes n CROSS JOIN (VALUES ('q1', 1), ('mediane', 2), ('q3', 3)) AS q (nom, rang);
END $$;

-- 6. Marches montées : séjours finis dont la destination est une marche plus haute d'un parcours en service (jamais d'un modèle).

CREATE FUNCTION rapport_montees(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH passages AS (
    SELECT k.kind, x.destination, EXISTS (
      SELECT FROM parcours p JOIN marches m ON m.parcours = p.code
      WHERE NOT p.modele AND k.kind = ANY (m.dispositifs) AND marche_atteinte(p.code, x.destination) > m.ordre) AS monte
    FROM unnest(enum_range(NULL::kind_dispositif)) AS k (kind), unnest(enum_range(NULL::destination_sortie)) AS x (destination)
  )
  SELECT s.dispositif, c.nom, count(*)::double precision, sum(s.personnes)::integer
  FROM rapport_sejours_lus s JOIN rapport_dispositifs d ON d.slug = s.dispositif LEFT JOIN sorties f ON f.occupation_id = s.id
    LEFT JOIN passages m ON m.kind = d.kind AND m.destination = f.destination
    CROSS JOIN LATERAL (VALUES ('montees/toutes'), (CASE WHEN m.monte THEN 'montees' ELSE 'montees/non' END)) AS c (nom)
  WHERE NOT s.de_jour AND s.etat = 'TERMINEE' AND s.fin >= rapport_midi(premiere) AND s.fin < rapport_midi(derniere + 1)
  GROUP BY s.dispositif, c.nom;
END $$;
