-- Les lignes derrière un chiffre : de quelle ligne, de quelle nuit, de quel atome, dans quelle colonne, pour combien.
--
-- Les colonnes et les atomes sont ceux des fonctions `rapport_*` : additionnées, les lignes font le chiffre. Les vues s'exécutent avec les
-- droits du lecteur, et n'ajoutent que son organisation : la MMPCR n'a aucune ligne. Aucune ne nomme une personne. La file active n'en a
-- pas : ses lignes seraient des personnes.

CREATE VIEW lignes_maraudes WITH (security_invoker = true) AS
  SELECT DISTINCT m.id, m.nuit, coalesce(a.commune_code, m.secteur_code, '')::text AS atome, c.nom AS colonne, 1::double precision AS valeur
  FROM maraudes m LEFT JOIN arrets a ON a.maraude_id = m.id AND a.statut = 'ACTIF'
    JOIN LATERAL (VALUES ('maraudes'), (CASE WHEN m.fin IS NULL THEN 'ouvertes' ELSE 'heures' END)) AS c (nom) ON true
  WHERE m.organisation_id = (SELECT export_organisation());

CREATE VIEW lignes_arrets WITH (security_invoker = true) AS
  SELECT a.id, a.maraude_id, m.nuit, a.commune_code::text AS atome, a.mediations
  FROM arrets a JOIN maraudes m ON m.id = a.maraude_id
  WHERE a.statut = 'ACTIF' AND m.organisation_id = (SELECT export_organisation());

CREATE VIEW lignes_contacts WITH (security_invoker = true) AS
  SELECT a.id, a.nuit, a.atome, c.nom AS colonne, c.nombre::double precision AS valeur
  FROM lignes_arrets a JOIN rencontres r ON r.arret_id = a.id
    CROSS JOIN LATERAL (VALUES
      ('contacts', r.connus + r.nouveaux),
      ('nouveaux', r.nouveaux),
      (CASE WHEN r.genre IN ('FEMME', 'FEMME_TRANS') THEN 'femmes' WHEN r.genre IN ('HOMME', 'HOMME_TRANS') THEN 'hommes' ELSE 'genre-autre' END,
        r.connus + r.nouveaux),
      (CASE r.tranche_age WHEN 'DE_18_24' THEN '18-24' WHEN 'PLUS_60' THEN '60-plus' ELSE 'age/' || r.tranche_age END, r.connus + r.nouveaux)
    ) AS c (nom, nombre)
  WHERE c.nombre > 0;

CREATE VIEW lignes_materiel WITH (security_invoker = true) AS
  SELECT a.id, a.nuit, a.atome, c.nom AS colonne, m.quantite::double precision AS valeur
  FROM lignes_arrets a JOIN materiels m ON m.arret_id = a.id JOIN articles r ON r.code = m.article_code
    CROSS JOIN LATERAL (VALUES
      (m.sens::text), (concat_ws('/', m.sens, r.groupe)), (concat_ws('/', m.sens, r.groupe, r.code))) AS c (nom);

CREATE VIEW lignes_besoins WITH (security_invoker = true) AS
  SELECT a.id, a.nuit, a.atome, c.nom AS colonne, b.personnes::double precision AS valeur
  FROM lignes_arrets a JOIN besoins b ON b.arret_id = a.id
    JOIN LATERAL (VALUES
      ('besoins'), ('besoins/' || b.kind), (CASE b.reponse WHEN 'SANS_REPONSE' THEN 'sans-reponse' END),
      (CASE b.reponse WHEN 'SANS_REPONSE' THEN 'sans-reponse/' || b.kind END), ('cause/' || b.cause)
    ) AS c (nom) ON c.nom IS NOT NULL;

CREATE VIEW lignes_actes WITH (security_invoker = true) AS
  SELECT a.id, a.nuit, a.atome, c.nom AS colonne, c.nombre::double precision AS valeur
  FROM lignes_arrets a JOIN incidents i ON i.arret_id = a.id
    CROSS JOIN LATERAL (VALUES ('incidents', i.personnes), ('incidents/' || i.kind, i.personnes), ('doses', i.doses)) AS c (nom, nombre)
  WHERE c.nombre > 0
  UNION ALL
  SELECT a.id, a.nuit, a.atome, 'messages', m.personnes::double precision FROM lignes_arrets a JOIN messages_rdr m ON m.arret_id = a.id
  UNION ALL
  SELECT a.id, a.nuit, a.atome, 'mediations', a.mediations::double precision FROM lignes_arrets a WHERE a.mediations > 0;

-- Une orientation compte la nuit où elle est envoyée, comme dans `rapport_orientations_lues`.
CREATE VIEW lignes_orientations_envoyees WITH (security_invoker = true) AS
  SELECT o.id, rapport_nuit(o.envoyee_le) AS nuit, o.prescripteur_departement || '>' || coalesce(d.departement, '') AS trajet,
    coalesce(d.slug, '') AS dispositif, o.motif, o.premiere_reponse_le, o.placee_le, CASE
      WHEN o.statut IN ('ACCEPTEE', 'ARRIVEE', 'NON_VENUE', 'CLOSE') THEN 'acceptees'
      WHEN o.statut = 'REFUSEE' THEN 'refusees'
      WHEN o.statut = 'RENONCEE' THEN 'renoncees'
      WHEN o.statut = 'RETIREE' THEN 'retirees'
      WHEN o.statut = 'EXPIREE' THEN 'expirees'
      ELSE 'en-cours' END AS issue
  FROM orientations o LEFT JOIN dispositifs d ON d.id = o.receveur_dispositif_id
  WHERE o.statut <> 'BROUILLON' AND o.envoyee_le IS NOT NULL AND (
    o.prescripteur_organisation_id = (SELECT export_organisation()) OR o.receveur_organisation_id = (SELECT export_organisation()));

CREATE VIEW lignes_orientations WITH (security_invoker = true) AS
  SELECT o.id, o.nuit, o.trajet AS atome, c.nom AS colonne, 1::double precision AS valeur
  FROM lignes_orientations_envoyees o
    JOIN LATERAL (VALUES ('orientations'), (o.issue), (CASE o.issue WHEN 'refusees' THEN 'refusees/' || o.motif END),
      (CASE WHEN o.premiere_reponse_le IS NOT NULL THEN 'reponse' END), (CASE WHEN o.placee_le IS NOT NULL THEN 'place' END)
    ) AS c (nom) ON c.nom IS NOT NULL;

CREATE VIEW lignes_demandes WITH (security_invoker = true) AS
  SELECT o.id, o.nuit, o.dispositif AS atome, c.nom AS colonne, 1::double precision AS valeur
  FROM lignes_orientations_envoyees o
    JOIN LATERAL (VALUES ('demandes'), (CASE o.issue WHEN 'refusees' THEN 'refus' END), (CASE o.issue WHEN 'refusees' THEN 'refus/' || o.motif END)
    ) AS c (nom) ON c.nom IS NOT NULL;

-- Séjours de nuit : une entrée compte la nuit de son début, une sortie celle de sa fin.
CREATE VIEW lignes_sejours WITH (security_invoker = true) AS
  SELECT o.id, c.nuit, d.slug::text AS atome, c.nom AS colonne, 1::double precision AS valeur
  FROM occupations o JOIN places p ON p.id = o.place_id JOIN dispositifs d ON d.id = p.dispositif_id
    LEFT JOIN sorties f ON f.occupation_id = o.id
    CROSS JOIN LATERAL (
      SELECT 'entrees' AS nom, rapport_nuit(o.debut) AS nuit
      UNION ALL
      SELECT s.nom, rapport_nuit(o.fin)
      FROM (SELECT 'sorties' AS nom UNION ALL SELECT 'sorties/' || coalesce(f.destination::text, 'INCONNUE')
        UNION ALL SELECT 'acquis/' || a FROM unnest(f.acquis) AS a) AS s
      WHERE o.etat = 'TERMINEE' AND o.fin IS NOT NULL) AS c
  WHERE o.kind = 'SEJOUR' AND o.etat IN ('EN_COURS', 'TERMINEE') AND d.organisation_id = (SELECT export_organisation())
    AND d.kind NOT IN ('REPOS', 'CONSOMMATION', 'AMBULATOIRE', 'AUTOMATE', 'MOBILE');
