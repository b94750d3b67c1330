-- Le catalogue des chiffres, refondu : une fonction par famille de lignes, qui ne rend que des agrégats par atome.
--
-- 0003 joignait l'axe (commune, EPT, département…) dans chaque fonction. Ce qui s'additionne se compte désormais une fois par
-- atome (commune, trajet, dispositif), et l'application additionne le long de l'axe. Ce qui ne s'additionne pas (maraudes
-- distinctes, médianes) reçoit encore l'axe : `atomes[i]` appartient à `noeuds[i]`. La portée du lecteur reste dans les vues.
-- Colonnes rendues partout : un atome ou un nœud, une colonne, une valeur, et l'effectif de personnes qui la protège.

-- 1. Les lignes à portée du lecteur.

CREATE OR REPLACE VIEW rapport_arrets_lus AS
  SELECT a.id, a.maraude_id, m.nuit, a.commune_code::text AS commune, a.arrivee, a.depart, a.mediations
  FROM arrets a JOIN rapport_maraudes_lues m ON m.id = a.maraude_id
  WHERE a.statut = 'ACTIF';

CREATE OR REPLACE VIEW rapport_orientations_lues AS
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
    o.personnes,
    o.souhait_le,
    o.premiere_reponse_le,
    o.placee_le,
    o.prescripteur_structure_id,
    o.personne_id
  FROM orientations o LEFT JOIN dispositifs d ON d.id = o.receveur_dispositif_id
  WHERE o.statut <> 'BROUILLON' AND o.envoyee_le IS NOT NULL AND (
    (SELECT rapport_partout())
    OR o.prescripteur_organisation_id = (SELECT rapport_organisation())
    OR o.receveur_organisation_id = (SELECT rapport_organisation()));

-- Les lignes de l'axe « dispositif », avec ce qui les rassemble : rien que le répertoire ne dise déjà.
CREATE OR REPLACE VIEW rapport_dispositifs AS
  SELECT d.slug, d.nom, s.nom AS structure, d.departement, d.kind,
    s.slug AS structure_slug, o.slug AS organisation_slug, o.nom AS organisation
  FROM dispositifs d JOIN structures s ON s.id = d.structure_id JOIN organisations o ON o.id = d.organisation_id
  WHERE (SELECT rapport_partout()) OR d.organisation_id = (SELECT rapport_organisation());

-- Les lignes de l'axe « structure ».
CREATE VIEW rapport_structures AS
  SELECT s.slug, s.nom, s.departement
  FROM structures s
  WHERE (SELECT rapport_partout()) OR s.organisation_id = (SELECT rapport_organisation());

-- Séjours commencés, en cours ou finis. `de_jour` : espaces où l'on ne passe pas la nuit.
CREATE VIEW rapport_sejours_lus AS
  SELECT o.id, d.slug AS dispositif, d.structure_id, o.place_id, o.personne_id, o.personnes, o.debut, o.fin, o.etat,
    d.kind IN ('REPOS', 'CONSOMMATION', 'AMBULATOIRE', 'AUTOMATE', 'MOBILE') AS de_jour
  FROM occupations o JOIN places p ON p.id = o.place_id JOIN dispositifs d ON d.id = p.dispositif_id
  WHERE o.kind = 'SEJOUR' AND o.etat IN ('EN_COURS', 'TERMINEE')
    AND ((SELECT rapport_partout()) OR d.organisation_id = (SELECT rapport_organisation()));

REVOKE ALL ON rapport_sejours_lus FROM maillage_app;

-- Une nuit va de midi à midi, heure de Paris : de 23 à 25 heures.
CREATE FUNCTION rapport_midi(jour date) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT (jour + interval '12 hours') AT TIME ZONE 'Europe/Paris' $$;
CREATE FUNCTION rapport_nuit(instant timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT ((instant AT TIME ZONE 'Europe/Paris') - interval '12 hours')::date $$;

DROP FUNCTION rapport_heures(date, date, text[], text[]);
DROP FUNCTION rapport_contacts(date, date, text[], text[]);
DROP FUNCTION rapport_materiel(date, date, text[], text[]);
DROP FUNCTION rapport_besoins(date, date, text[], text[]);
DROP FUNCTION rapport_orientations(date, date, text[], text[]);
DROP FUNCTION rapport_refus(date, date, text[], text[]);
DROP FUNCTION rapport_places(date, date, text[], text[]);

-- 2. Heures. La durée d'une maraude close se partage entre ses arrêts selon le temps passé sur place (une minute au moins ;
-- sans départ : jusqu'à l'arrêt suivant ou la fin). Sans arrêt, elle va à son secteur. Partage en millisecondes entières par
-- différence de cumuls : la somme des communes est exactement la durée. Rendu en millisecondes, pour s'additionner juste.

CREATE FUNCTION rapport_heures(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
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
  )
  SELECT p.commune, 'heures', sum(p.part)::double precision, 0 FROM parts p GROUP BY p.commune;
END $$;

-- 3. Contacts, par profil.

CREATE FUNCTION rapport_contacts(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH communes AS (
    SELECT a.commune,
      CASE WHEN r.genre IN ('FEMME', 'FEMME_TRANS') THEN 'femmes' WHEN r.genre IN ('HOMME', 'HOMME_TRANS') THEN 'hommes' ELSE 'genre-autre' END AS genre,
      r.tranche_age, sum(r.connus) AS connus, sum(r.nouveaux) AS nouveaux
    FROM rapport_arrets_lus a JOIN rencontres r ON r.arret_id = a.id
    WHERE a.nuit BETWEEN premiere AND derniere
    GROUP BY 1, 2, 3
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

-- 4. Matériel. Colonnes SENS, SENS/GROUPE, SENS/GROUPE/article. L'effectif est celui des personnes rencontrées aux arrêts
-- concernés ; du matériel donné sans rencontre notée a été remis à une personne au moins, du matériel ramassé à personne.

CREATE FUNCTION rapport_materiel(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
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
  )
  SELECT a.commune, a.nom, sum(a.unites)::double precision,
    sum(greatest(coalesce(r.personnes, 0), CASE a.sens WHEN 'DONNE' THEN 1 ELSE 0 END))::integer
  FROM arrets_par_colonne a LEFT JOIN rencontrees r ON r.arret_id = a.id
  GROUP BY a.commune, a.nom;
END $$;

-- 5. Besoins exprimés, en personnes ; répondu ou orienté, ou resté sans réponse, alors avec sa cause.

CREATE FUNCTION rapport_besoins(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT a.commune, c.nom, sum(b.personnes)::double precision, sum(b.personnes)::integer
  FROM rapport_arrets_lus a JOIN besoins b ON b.arret_id = a.id
    CROSS JOIN LATERAL (SELECT CASE b.reponse WHEN 'SANS_REPONSE' THEN 'sans-reponse' ELSE 'repondus' END AS reponse) AS r
    JOIN LATERAL (VALUES
      ('besoins'), ('besoins/' || b.kind), (r.reponse), (r.reponse || '/' || b.kind), ('cause/' || b.cause)
    ) AS c (nom) ON c.nom IS NOT NULL
  WHERE a.nuit BETWEEN premiere AND derniere
  GROUP BY a.commune, c.nom;
END $$;

-- 6. Actes notés aux arrêts : incidents, doses de naloxone administrées, messages de RdR, médiations.

CREATE FUNCTION rapport_actes(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT a.commune, c.nom, sum(c.nombre)::double precision, sum(c.personnes)::integer
  FROM rapport_arrets_lus a JOIN incidents i ON i.arret_id = a.id
    CROSS JOIN LATERAL (VALUES
      ('incidents', i.personnes, i.personnes), ('incidents/' || i.kind, i.personnes, i.personnes), ('doses', i.doses, i.personnes)
    ) AS c (nom, nombre, personnes)
  WHERE a.nuit BETWEEN premiere AND derniere AND c.nombre > 0
  GROUP BY a.commune, c.nom
  UNION ALL
  SELECT a.commune, 'messages', sum(m.personnes)::double precision, sum(m.personnes)::integer
  FROM rapport_arrets_lus a JOIN messages_rdr m ON m.arret_id = a.id
  WHERE a.nuit BETWEEN premiere AND derniere
  GROUP BY a.commune
  UNION ALL
  SELECT a.commune, 'mediations', sum(a.mediations)::double precision, 0
  FROM rapport_arrets_lus a
  WHERE a.nuit BETWEEN premiere AND derniere AND a.mediations > 0
  GROUP BY a.commune;
END $$;

-- 7. Orientations, par trajet (93>75), et demandes reçues par dispositif.

CREATE FUNCTION rapport_orientations(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT o.trajet, c.nom, count(*)::double precision, sum(o.personnes)::integer
  FROM rapport_orientations_lues o
    JOIN LATERAL (VALUES ('orientations'), (o.issue), (CASE o.issue WHEN 'refusees' THEN 'refusees/' || o.motif END)) AS c (nom)
      ON c.nom IS NOT NULL
  WHERE o.nuit BETWEEN premiere AND derniere
  GROUP BY o.trajet, c.nom;
END $$;

CREATE FUNCTION rapport_refus(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  SELECT o.dispositif, c.nom, count(*)::double precision, sum(o.personnes)::integer
  FROM rapport_orientations_lues o
    JOIN LATERAL (VALUES
      ('demandes'),
      (CASE o.issue WHEN 'refusees' THEN 'refus' ELSE 'autres' END),
      (CASE o.issue WHEN 'refusees' THEN 'refus/' || o.motif END)
    ) AS c (nom) ON c.nom IS NOT NULL
  WHERE o.nuit BETWEEN premiere AND derniere
  GROUP BY o.dispositif, c.nom;
END $$;

-- 8. Délais, en heures, du souhait à la première réponse et à la place. Des médianes : l'axe est donné.

CREATE FUNCTION rapport_delais(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH delais AS (
    SELECT o.trajet, d.nom, o.personnes, extract(epoch FROM d.le - o.souhait_le) / 3600 AS heures
    FROM rapport_orientations_lues o
      CROSS JOIN LATERAL (VALUES ('reponse', o.premiere_reponse_le), ('place', o.placee_le)) AS d (nom, le)
    WHERE o.nuit BETWEEN premiere AND derniere
  ), noeuds_comptes AS (
    SELECT axe.noeud, d.nom, count(d.heures) AS faits, coalesce(sum(d.personnes) FILTER (WHERE d.heures IS NOT NULL), 0) AS personnes,
      count(*) AS envoyees, sum(d.personnes) AS toutes,
      percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY d.heures::double precision) AS quartiles
    FROM delais d JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = d.trajet
    GROUP BY axe.noeud, d.nom
  )
  SELECT n.noeud, n.nom || c.suffixe, c.nombre::double precision, c.personnes::integer
  FROM noeuds_comptes n
    CROSS JOIN LATERAL (VALUES
      ('', n.faits, n.personnes),
      ('/pas-encore', n.envoyees - n.faits, n.toutes - n.personnes),
      ('/toutes', n.envoyees, n.toutes)
    ) AS c (suffixe, nombre, personnes)
  WHERE c.nombre > 0
  UNION ALL
  SELECT n.noeud, n.nom || q.suffixe, n.quartiles[q.rang], n.personnes::integer
  FROM noeuds_comptes n CROSS JOIN (VALUES ('/q1', 1), ('/mediane', 2), ('/q3', 3)) AS q (suffixe, rang)
  WHERE n.faits > 0;
END $$;

-- 9. Places de nuit, comptées à 4 heures du matin. L'effectif est celui des personnes en séjour.

CREATE FUNCTION rapport_places(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH nuits AS MATERIALIZED (
    SELECT jour::date AS nuit, (jour + interval '1 day 4 hours') AT TIME ZONE 'Europe/Paris' AS instant
    FROM generate_series(premiere::timestamp, derniere::timestamp, interval '1 day') AS jour
  ), existantes AS MATERIALIZED (
    SELECT p.id AS place, r.slug, n.nuit, EXISTS (
      SELECT FROM fermetures f
      WHERE (f.place_id = p.id OR f.dispositif_id = d.id) AND f.du <= n.instant AND (f.au IS NULL OR f.au > n.instant)) AS fermee
    FROM rapport_dispositifs r JOIN dispositifs d ON d.slug = r.slug JOIN places p ON p.dispositif_id = d.id
      JOIN nuits n ON n.instant >= p.du AND (p.au IS NULL OR n.instant < p.au)
    WHERE d.kind NOT IN ('REPOS', 'CONSOMMATION', 'AMBULATOIRE', 'AUTOMATE', 'MOBILE')
  ), nuitees AS (
    SELECT s.id, s.place_id, s.personnes, jour::date AS nuit
    FROM rapport_sejours_lus s CROSS JOIN LATERAL generate_series(
      greatest(premiere, (s.debut AT TIME ZONE 'Europe/Paris')::date - 1)::timestamp,
      least(derniere, (s.fin AT TIME ZONE 'Europe/Paris')::date)::timestamp, interval '1 day') AS jour
    WHERE NOT s.de_jour
      AND s.debut < rapport_midi(derniere + 1) AND (s.fin IS NULL OR s.fin > rapport_midi(premiere))
      AND s.debut <= (jour + interval '1 day 4 hours') AT TIME ZONE 'Europe/Paris'
      AND (s.fin IS NULL OR s.fin > (jour + interval '1 day 4 hours') AT TIME ZONE 'Europe/Paris')
  ), sejours AS (
    SELECT e.slug, n.id, n.personnes, count(*) AS nuits
    FROM existantes e JOIN nuitees n ON n.place_id = e.place AND n.nuit = e.nuit
    WHERE NOT e.fermee
    GROUP BY e.slug, n.id, n.personnes
  ), occupees AS (
    SELECT s.slug, sum(s.nuits) AS nuits, sum(s.personnes) AS personnes, sum(s.nuits * (s.personnes - 1)) AS supplement,
      coalesce(sum(s.personnes) FILTER (WHERE s.personnes > 1), 0) AS a_deux
    FROM sejours s GROUP BY s.slug
  ), dispositifs_comptes AS (
    SELECT e.slug, count(*) FILTER (WHERE NOT e.fermee) AS ouvertes, count(*) FILTER (WHERE e.fermee) AS fermees
    FROM existantes e GROUP BY e.slug
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

-- 10. Séjours de nuit : entrées, sorties par destination, acquis cochés à la sortie.

CREATE FUNCTION rapport_sejours(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH bornes AS (SELECT rapport_midi(premiere) AS debut, rapport_midi(derniere + 1) AS fin)
  SELECT s.dispositif, 'entrees', count(*)::double precision, sum(s.personnes)::integer
  FROM rapport_sejours_lus s, bornes b
  WHERE NOT s.de_jour AND s.debut >= b.debut AND s.debut < b.fin
  GROUP BY s.dispositif
  UNION ALL
  SELECT s.dispositif, c.nom, count(*)::double precision, sum(s.personnes)::integer
  FROM rapport_sejours_lus s CROSS JOIN bornes b LEFT JOIN sorties f ON f.occupation_id = s.id
    CROSS JOIN LATERAL (
      SELECT 'sorties' AS nom
      UNION ALL SELECT 'sorties/' || coalesce(f.destination::text, 'INCONNUE')
      -- Ce qui n'est pas coché se déduit de ce qui l'est : il est compté aussi, pour être protégé.
      UNION ALL SELECT 'acquis/' || a.acquis || suffixe
      FROM unnest(ARRAY['REPOS', 'ALIMENTATION', 'HYGIENE', 'PAROLE', 'SOINS', 'DROITS', 'LIEN', 'PROJET']) AS a (acquis),
        LATERAL (VALUES ('/toutes'), (CASE WHEN a.acquis = ANY (f.acquis) THEN '' ELSE '/non' END)) AS d (suffixe)
    ) AS c
  WHERE NOT s.de_jour AND s.etat = 'TERMINEE' AND s.fin >= b.debut AND s.fin < b.fin
  GROUP BY s.dispositif, c.nom;
END $$;

-- 11. Durée des séjours finis, en nuits (midi à midi, une au moins). Des médianes : l'axe est donné.

CREATE FUNCTION rapport_durees(premiere date, derniere date, atomes text[], noeuds text[])
RETURNS TABLE (ligne text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH finis AS (
    SELECT s.dispositif, s.personnes, greatest(1, rapport_nuit(s.fin) - rapport_nuit(s.debut)) AS nuits
    FROM rapport_sejours_lus s
    WHERE NOT s.de_jour AND s.etat = 'TERMINEE' AND s.fin >= rapport_midi(premiere) AND s.fin < rapport_midi(derniere + 1)
  ), noeuds_comptes AS (
    SELECT axe.noeud, count(*) AS finis, sum(f.personnes) AS personnes,
      percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY f.nuits::double precision) AS quartiles
    FROM finis f JOIN unnest(atomes, noeuds) AS axe (atome, noeud) ON axe.atome = f.dispositif
    GROUP BY axe.noeud
  )
  SELECT n.noeud, 'sorties', n.finis::double precision, n.personnes::integer FROM noeuds_comptes n
  UNION ALL
  SELECT n.noeud, q.nom, n.quartiles[q.rang], n.personnes::integer
  FROM noeuds_comptes n CROSS JOIN (VALUES ('q1', 1), ('mediane', 2), ('q3', 3)) AS q (nom, rang);
END $$;

-- 12. File active : personnes distinctes d'une structure, par leur code. Elle ne s'additionne jamais d'une structure à l'autre.
-- Une personne y est quand elle a séjourné dans un dispositif de la structure, ou que la structure a envoyé une orientation pour elle.

CREATE FUNCTION rapport_file_active(premiere date, derniere date)
RETURNS TABLE (atome text, colonne text, valeur double precision, effectif integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET jit = off AS $$
BEGIN
  RETURN QUERY
  WITH bornes AS (SELECT rapport_midi(premiere) AS debut, rapport_midi(derniere + 1) AS fin),
  traces AS (
    SELECT s.structure_id, s.personne_id, s.debut < b.debut AS avant,
      s.debut < b.fin AND (s.fin IS NULL OR s.fin > b.debut) AS pendant
    FROM rapport_sejours_lus s, bornes b WHERE s.personne_id IS NOT NULL
    UNION ALL
    SELECT o.prescripteur_structure_id, o.personne_id, o.nuit < premiere, o.nuit BETWEEN premiere AND derniere
    FROM rapport_orientations_lues o WHERE o.personne_id IS NOT NULL
  ), vues AS (
    SELECT t.structure_id, t.personne_id, bool_or(t.avant) AS avant
    FROM traces t GROUP BY t.structure_id, t.personne_id HAVING bool_or(t.pendant)
  )
  SELECT s.slug, c.nom, count(*)::double precision, count(*)::integer
  FROM vues v JOIN rapport_structures r ON true JOIN structures s ON s.id = v.structure_id AND s.slug = r.slug
    JOIN personnes p ON p.id = v.personne_id
    CROSS JOIN LATERAL (VALUES
      ('file-active'),
      (CASE WHEN v.avant THEN 'connus' ELSE 'nouveaux' END),
      (CASE WHEN p.genre IN ('FEMME', 'FEMME_TRANS') THEN 'femmes' ELSE 'autres-genres' END),
      (CASE p.tranche_age WHEN 'DE_18_24' THEN '18-24' WHEN 'PLUS_60' THEN '60-plus' ELSE 'autres-ages' END)
    ) AS c (nom)
  GROUP BY s.slug, c.nom;
END $$;
