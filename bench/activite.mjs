// Five years of activity in both departments: 1,000,000 encounters noted at stops, 200,000 stays in 1,000 places.
const years = `
  INSERT INTO organisations (id, slug, nom, nature)
    SELECT gen_random_uuid(), 'organisation-' || n, 'Organisation ' || n, 'ASSOCIATION' FROM generate_series(1, 10) n;
  INSERT INTO structures (id, slug, organisation_id, nom, kind, statut, departement)
    SELECT gen_random_uuid(), slug || '-structure', id, nom || ' · structure', 'CSAPA', 'OUVERTE',
      CASE WHEN row_number() OVER (ORDER BY slug) % 2 = 0 THEN '75' ELSE '93' END
    FROM organisations;
  INSERT INTO comptes (id, organisation_id, courriel, fonction)
    SELECT gen_random_uuid(), id, slug || '@exemple.fr', 'Banc' FROM organisations;
  INSERT INTO dispositifs (id, slug, structure_id, organisation_id, kind, nom, statut, oriente)
    SELECT gen_random_uuid(), s.slug || '-' || n, s.id, s.organisation_id, 'URGENCE', 'Accueil ' || n, 'OUVERTE', true
    FROM structures s, generate_series(1, 4) n;
  INSERT INTO places (id, dispositif_id, organisation_id, libelle, couchages, public, couple, animaux, plain_pied, du)
    SELECT gen_random_uuid(), d.id, d.organisation_id, 'Place ' || n, 1, 'MIXTE', false, false, false, '2020-01-01'
    FROM dispositifs d, generate_series(1, 25) n;
  INSERT INTO occupations (id, place_id, organisation_id, kind, etat, debut, fin, cree_le, modifiee_le)
    SELECT gen_random_uuid(), p.id, p.organisation_id, 'SEJOUR', 'TERMINEE', debut, debut + interval '8 days', debut, debut
    FROM places p, generate_series(0, 199) k
      CROSS JOIN LATERAL (SELECT timestamptz '2021-11-20 18:00+01' + k * interval '9 days' AS debut) o;
  INSERT INTO maraudes (id, organisation_id, auteur_id, equipe, mode, secteur_code, debut, fin, nuit, statut, schema_version, recue_le)
    SELECT gen_random_uuid(), c.organisation_id, c.id, 3, 'A_PIED', t.code, debut, debut + interval '4 hours', debut::date, 'CLOSE', 1, debut
    FROM (SELECT * FROM comptes WHERE courriel LIKE 'organisation-%') c CROSS JOIN generate_series(0, 1824) jour
      CROSS JOIN LATERAL (SELECT timestamptz '2021-11-22 20:00+01' + jour * interval '1 day' AS debut) m
      JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS rang, count(*) OVER () AS toutes FROM communes) t
        ON t.rang = (jour * 7 + ascii(right(c.courriel, 12))) % t.toutes;
  CREATE TEMPORARY TABLE rondes AS
    SELECT m.* FROM maraudes m JOIN organisations o ON o.id = m.organisation_id WHERE o.slug LIKE 'organisation-%';
  -- Only what is above is checked against what it refers to: five million checks would take longer than all the rest.
  SET session_replication_role = replica;
  INSERT INTO arrets (id, maraude_id, commune_code, arrivee, depart, statut)
    SELECT gen_random_uuid(), m.id, t.code, m.debut + n * interval '30 minutes', m.debut + n * interval '30 minutes' + interval '20 minutes', 'ACTIF'
    FROM rondes m, generate_series(1, 7) n
      JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS rang, count(*) OVER () AS toutes FROM communes) t ON true
    WHERE t.rang = (n * n * 5 + extract(doy FROM m.nuit)::integer) % t.toutes;
  CREATE TEMPORARY TABLE visites_notees AS SELECT a.id FROM arrets a JOIN rondes m ON m.id = a.maraude_id;
  INSERT INTO rencontres (id, arret_id, genre, tranche_age, situation, connus, nouveaux)
    SELECT gen_random_uuid(), a.id, genre::genre, age::tranche_age, 'ISOLEE', 1 + (random() * 3)::integer, (random() * 2)::integer
    FROM visites_notees a, unnest(ARRAY['FEMME', 'HOMME', 'HOMME', 'HOMME_TRANS', 'NON_RENSEIGNE', 'HOMME', 'FEMME', 'HOMME'],
      ARRAY['DE_30_39', 'DE_18_24', 'DE_40_49', 'DE_30_39', 'INCONNUE', 'PLUS_60', 'PLUS_60', 'DE_50_59']) AS p(genre, age);
  INSERT INTO materiels (id, arret_id, article_code, sens, quantite)
    SELECT gen_random_uuid(), a.id, r.code, (CASE r.groupe WHEN 'DEPISTAGE' THEN 'REALISE' ELSE 'DONNE' END)::sens_materiel, 1 + (random() * 9)::integer
    FROM visites_notees a JOIN articles r ON (hashtext(a.id::text || r.code) & 31) = 0;
  INSERT INTO besoins (id, arret_id, kind, personnes, reponse, cause)
    SELECT gen_random_uuid(), a.id, kind::kind_besoin, 1 + (random() * 2)::integer, reponse::reponse_besoin,
      CASE reponse WHEN 'SANS_REPONSE' THEN 'PAS_DE_PLACE' END
    FROM visites_notees a, unnest(ARRAY['DORMIR', 'SOINS', 'SE_LAVER'], ARRAY['SANS_REPONSE', 'REPONDU', 'ORIENTE']) AS b(kind, reponse)
    WHERE (hashtext(a.id::text || kind) & 3) = 0;
  RESET session_replication_role;
  DROP TABLE rondes, visites_notees;`

/** Fills one base, whatever it holds already; says how many encounters and stays were added. */
export async function fillActivity(owner) {
  await owner.query(years)
  await owner.query('VACUUM ANALYZE')
  const { rows } = await owner.query(
    `SELECT (SELECT count(*)::integer FROM rencontres r JOIN arrets a ON a.id = r.arret_id JOIN maraudes m ON m.id = a.maraude_id
        JOIN organisations o ON o.id = m.organisation_id WHERE o.slug LIKE 'organisation-%') AS rencontres,
      (SELECT count(*)::integer FROM occupations WHERE kind = 'SEJOUR') AS sejours`,
  )
  return rows[0]
}
