-- Les chiffres des rapports, calculés sur les lignes que montrent les écrans.
--
-- Chaque fonction rend des agrégats : un nœud de l'axe (commune, EPT, département, ensemble…), une colonne, une valeur, et
-- l'effectif de personnes qui protège cette valeur. L'axe est donné par l'appelant : `atomes[i]` appartient à `noeuds[i]`.
-- La portée du lecteur est ici, pas chez l'appelant : MMPCR et LECTEUR ont les deux départements, RESPONSABLE et
-- COORDINATEUR leur organisation, les autres rien. Les fonctions s'exécutent avec les droits de leur propriétaire, c'est
-- pourquoi elles ne rendent jamais d'identifiant. Nuits : jours de travail, bornes comprises. Chaque appel a son propre plan :
-- une nuit et cinq ans ne se lisent pas pareil.

CREATE FUNCTION rapport_partout() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT lecteur_tient('MMPCR', 'LECTEUR') $$;
CREATE FUNCTION rapport_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN lecteur_tient('RESPONSABLE', 'COORDINATEUR') THEN lecteur_organisation() END $$;

-- 1. Les lignes à portée du lecteur. Réservées aux fonctions : le rôle de l'application ne les lit pas.

CREATE VIEW rapport_maraudes_lues AS
  SELECT m.id, m.nuit, m.debut, m.fin, coalesce(m.secteur_code, '')::text AS secteur
  FROM maraudes m
  WHERE (SELECT rapport_partout()) OR m.organisation_id = (SELECT rapport_organisation());

CREATE VIEW rapport_arrets_lus AS
  SELECT a.id, a.maraude_id, m.nuit, a.commune_code::text AS commune, a.arrivee, a.depart
  FROM arrets a JOIN rapport_maraudes_lues m ON m.id = a.maraude_id
  WHERE a.statut = 'ACTIF';

-- Une orientation compte la nuit où elle est envoyée. Son issue est celle d'aujourd'hui.
CREATE VIEW rapport_orientations_lues AS
  SELECT
    ((o.envoyee_le AT TIME ZONE 'Europe/Paris') - interval '12 hours')::date AS nuit,
    o.prescripteur_departement || '>' || coalesce(d.departement, '') AS trajet,
    coalesce(d.slug, '') AS dispositif,
    CASE
      WHEN o.statut IN ('ACCEPTEE', 'ARRIVEE', 'NON_VENUE', 'CLOSE') THEN 'acceptees'
      WHEN o.statut = 'REFUSEE' THEN 'refusees'
      WHEN o.statut = 'RENONCEE' THEN 'renoncees'
      WHEN o.statut = 'RETIREE' THEN 'retirees'
      WHEN o.statut = 'EXPIREE' THEN 'expirees'
      ELSE 'en-cours'
    END AS issue,
    o.motif,
    o.personnes
  FROM orientations o LEFT JOIN dispositifs d ON d.id = o.receveur_dispositif_id
  WHERE o.statut <> 'BROUILLON' AND o.envoyee_le IS NOT NULL AND (
    (SELECT rapport_partout())
    OR o.prescripteur_organisation_id = (SELECT rapport_organisation())
    OR o.receveur_organisation_id = (SELECT rapport_organisation()));

REVOKE ALL ON rapport_maraudes_lues, rapport_arrets_lus, rapport_orientations_lues FROM maillage_app;

-- Les lignes de l'axe « dispositif » : rien que le répertoire ne dise déjà.
CREATE VIEW rapport_dispositifs AS
  SELECT d.slug, d.nom, s.nom AS structure, d.departement, d.kind
  FROM dispositifs d JOIN structures s ON s.id = d.structure_id
  WHERE (SELECT rapport_partout()) OR d.organisation_id = (SELECT rapport_organisation());

-- 2. Heures. La durée d'une maraude close se partage entre ses arrêts selon le temps passé sur place (une minute au moins ;
-- sans départ : jusqu'à l'arrêt suivant ou la fin). Sans arrêt, elle va à son secteur. Partage en millisecondes entières par
-- différence de cumuls : la somme des communes est exactement la durée.

CREATE FUNCTION rapport_heures(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH closes AS (
    SELECT m.id, m.secteur, m.fin, round(extract(epoch FROM m.fin - m.debut) * 1000)::bigint AS duree
    FROM rapport_maraudes_lues m WHERE m.nuit BETWEEN premiere AND derniere AND m.fin IS NOT NULL
  ), presences AS (
    SELECT a.maraude_id, a.id, a.commune, a.arrivee, c.duree, greatest(60000, round(extract(epoch FROM
      coalesce(a.depart, lead(a.arrivee) OVER (PARTITION BY a.maraude_id ORDER BY a.arrivee, a.id), c.fin) - a.arrivee
    ) * 1000))::bigint AS presence
    FROM closes c JOIN rapport_arrets_lus a ON a.maraude_id = c.id
  ), cumuls AS (
    SELECT p.commune, p.duree, p.presence,
      sum(p.presence) OVER (PARTITION BY p.maraude_id ORDER BY p.arrivee, p.id)::bigint AS cumul,
      sum(p.presence) OVER (PARTITION BY p.maraude_id)::bigint AS toutes
    FROM presences p
  ), parts AS (
    SELECT c.commune, c.duree * c.cumul / c.toutes - c.duree * (c.cumul - c.presence) / c.toutes AS part FROM cumuls c
    UNION ALL
    SELECT c.secteur, c.duree FROM closes c WHERE NOT EXISTS (SELECT FROM rapport_arrets_lus a WHERE a.maraude_id = c.id)
  ), communes AS (
    SELECT p.commune, sum(p.part) AS millisecondes FROM parts p GROUP BY p.commune
  )
  SELECT axe.noeud, 'heures', (sum(c.millisecondes) / 3600000)::double precision, 0
  FROM communes c JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = c.commune
  GROUP BY axe.noeud;
END $$;

-- 3. Maraudes. Une maraude qui s'arrête dans deux communes compte dans chacune, et une fois dans l'ensemble.

CREATE FUNCTION rapport_maraudes(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH passages AS (
    SELECT DISTINCT m.id, coalesce(a.commune, m.secteur) AS commune, m.fin IS NULL AS ouverte
    FROM rapport_maraudes_lues m LEFT JOIN rapport_arrets_lus a ON a.maraude_id = m.id
    WHERE m.nuit BETWEEN premiere AND derniere
  )
  SELECT axe.noeud, c.nom, count(DISTINCT p.id)::double precision, 0
  FROM passages p
    JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = p.commune
    JOIN (VALUES ('maraudes', NULL), ('ouvertes', true)) AS c (nom, ouverte) ON c.ouverte IS NULL OR c.ouverte = p.ouverte
  GROUP BY axe.noeud, c.nom;
END $$;

-- 4. Contacts, par profil.

CREATE FUNCTION rapport_contacts(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH communes AS (
    SELECT a.commune, r.genre IN ('FEMME', 'FEMME_TRANS') AS femme, r.tranche_age, sum(r.connus) AS connus, sum(r.nouveaux) AS nouveaux
    FROM rapport_arrets_lus a JOIN rencontres r ON r.arret_id = a.id
    WHERE a.nuit BETWEEN premiere AND derniere
    GROUP BY 1, 2, 3
  )
  SELECT axe.noeud, c.nom, sum(c.nombre)::double precision, sum(c.nombre)::integer
  FROM communes p
    JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = p.commune
    CROSS JOIN LATERAL (VALUES
      ('contacts', p.connus + p.nouveaux),
      ('nouveaux', p.nouveaux),
      ('connus', p.connus),
      (CASE WHEN p.femme THEN 'femmes' ELSE 'autres-genres' END, p.connus + p.nouveaux),
      (CASE p.tranche_age WHEN 'DE_18_24' THEN '18-24' WHEN 'PLUS_60' THEN '60-plus' ELSE 'autres-ages' END, p.connus + p.nouveaux)
    ) AS c (nom, nombre)
  GROUP BY axe.noeud, c.nom;
END $$;

-- 5. Matériel. Colonnes SENS, SENS/GROUPE, SENS/GROUPE/article. L'effectif est celui des personnes rencontrées aux arrêts
-- concernés ; du matériel donné sans rencontre notée a été remis à une personne au moins, du matériel ramassé à personne.

CREATE FUNCTION rapport_materiel(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH remises AS (
    SELECT a.id, a.commune, m.sens, r.groupe, r.code AS article, m.quantite
    FROM rapport_arrets_lus a JOIN materiels m ON m.arret_id = a.id JOIN articles r ON r.code = m.article_code
    WHERE a.nuit BETWEEN premiere AND derniere
  ), rencontrees AS (
    SELECT r.arret_id, sum(r.connus + r.nouveaux) AS personnes
    FROM rapport_arrets_lus a JOIN rencontres r ON r.arret_id = a.id
    WHERE a.nuit BETWEEN premiere AND derniere
    GROUP BY r.arret_id
  ), arrets_par_colonne AS (
    SELECT m.id, m.commune, m.sens, concat_ws('/', m.sens, m.groupe, m.article) AS nom, sum(m.quantite) AS unites
    FROM remises m
    GROUP BY GROUPING SETS ((m.id, m.commune, m.sens), (m.id, m.commune, m.sens, m.groupe), (m.id, m.commune, m.sens, m.groupe, m.article))
  ), communes AS (
    SELECT a.commune, a.nom, sum(a.unites) AS unites,
      sum(greatest(coalesce(r.personnes, 0), CASE a.sens WHEN 'DONNE' THEN 1 ELSE 0 END)) AS personnes
    FROM arrets_par_colonne a LEFT JOIN rencontrees r ON r.arret_id = a.id
    GROUP BY a.commune, a.nom
  )
  SELECT axe.noeud, c.nom, sum(c.unites)::double precision, sum(c.personnes)::integer
  FROM communes c JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = c.commune
  GROUP BY axe.noeud, c.nom;
END $$;

-- 6. Besoins exprimés, en personnes ; répondu ou orienté, ou resté sans réponse.

CREATE FUNCTION rapport_besoins(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH communes AS (
    SELECT a.commune, b.kind::text AS nature,
      CASE b.reponse WHEN 'SANS_REPONSE' THEN 'sans-reponse' ELSE 'repondus' END AS reponse, sum(b.personnes) AS personnes
    FROM rapport_arrets_lus a JOIN besoins b ON b.arret_id = a.id
    WHERE a.nuit BETWEEN premiere AND derniere
    GROUP BY 1, 2, 3
  )
  SELECT axe.noeud, c.nom, sum(p.personnes)::double precision, sum(p.personnes)::integer
  FROM communes p
    JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = p.commune
    CROSS JOIN LATERAL (VALUES ('besoins'), ('besoins/' || p.nature), (p.reponse), (p.reponse || '/' || p.nature)) AS c (nom)
  GROUP BY axe.noeud, c.nom;
END $$;

-- 7. Orientations, par trajet (93>75), et demandes reçues par dispositif.

CREATE FUNCTION rapport_orientations(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT axe.noeud, c.nom, count(*)::double precision, sum(o.personnes)::integer
  FROM rapport_orientations_lues o
    JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = o.trajet
    JOIN LATERAL (VALUES ('orientations'), (o.issue), (CASE o.issue WHEN 'refusees' THEN 'refusees/' || o.motif END)) AS c (nom)
      ON c.nom IS NOT NULL
  WHERE o.nuit BETWEEN premiere AND derniere
  GROUP BY axe.noeud, c.nom;
END $$;

CREATE FUNCTION rapport_refus(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT axe.noeud, c.nom, count(*)::double precision, sum(o.personnes)::integer
  FROM rapport_orientations_lues o
    JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = o.dispositif
    JOIN LATERAL (VALUES
      ('demandes'),
      (CASE o.issue WHEN 'refusees' THEN 'refus' ELSE 'autres' END),
      (CASE o.issue WHEN 'refusees' THEN 'refus/' || o.motif END)
    ) AS c (nom) ON c.nom IS NOT NULL
  WHERE o.nuit BETWEEN premiere AND derniere
  GROUP BY axe.noeud, c.nom;
END $$;

-- 8. Places de nuit, comptées à 4 heures du matin. L'effectif est celui des personnes en séjour.

CREATE FUNCTION rapport_places(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH nuits AS MATERIALIZED (
    SELECT jour::date AS nuit, (jour + interval '1 day 4 hours') AT TIME ZONE 'Europe/Paris' AS instant
    FROM generate_series(premiere::timestamp, derniere::timestamp, interval '1 day') AS jour
  ), ouvertes AS MATERIALIZED (
    SELECT p.id AS place, r.slug, n.nuit
    FROM rapport_dispositifs r JOIN dispositifs d ON d.slug = r.slug JOIN places p ON p.dispositif_id = d.id
      JOIN nuits n ON n.instant >= p.du AND (p.au IS NULL OR n.instant < p.au)
    WHERE d.kind NOT IN ('REPOS', 'CONSOMMATION', 'AMBULATOIRE', 'AUTOMATE', 'MOBILE')
      AND NOT EXISTS (
        SELECT FROM fermetures f
        WHERE (f.place_id = p.id OR f.dispositif_id = d.id) AND f.du <= n.instant AND (f.au IS NULL OR f.au > n.instant))
  ), nuitees AS (
    SELECT s.id, s.place_id, s.personnes, jour::date AS nuit
    FROM occupations s CROSS JOIN LATERAL generate_series(
      greatest(premiere, (s.debut AT TIME ZONE 'Europe/Paris')::date - 1)::timestamp,
      least(derniere, (s.fin AT TIME ZONE 'Europe/Paris')::date)::timestamp, interval '1 day') AS jour
    WHERE s.etat IN ('EN_COURS', 'TERMINEE')
      AND s.debut <= (jour + interval '1 day 4 hours') AT TIME ZONE 'Europe/Paris'
      AND (s.fin IS NULL OR s.fin > (jour + interval '1 day 4 hours') AT TIME ZONE 'Europe/Paris')
  ), sejours AS (
    SELECT o.slug, n.id, n.personnes, count(*) AS nuits
    FROM ouvertes o JOIN nuitees n ON n.place_id = o.place AND n.nuit = o.nuit
    GROUP BY o.slug, n.id, n.personnes
  ), dispositifs_comptes AS (
    SELECT o.slug, count(*) AS ouvertes,
      coalesce((SELECT sum(s.nuits) FROM sejours s WHERE s.slug = o.slug), 0) AS occupees,
      coalesce((SELECT sum(s.personnes) FROM sejours s WHERE s.slug = o.slug), 0) AS personnes
    FROM ouvertes o GROUP BY o.slug
  )
  SELECT axe.noeud, c.nom, sum(c.nombre)::double precision, sum(c.personnes)::integer
  FROM dispositifs_comptes p
    JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = p.slug
    CROSS JOIN LATERAL (VALUES
      ('ouvertes', p.ouvertes, 0), ('occupees', p.occupees, p.personnes), ('libres', p.ouvertes - p.occupees, 0)
    ) AS c (nom, nombre, personnes)
  GROUP BY axe.noeud, c.nom;
END $$;
