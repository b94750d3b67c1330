// A territory of bench size: 10,000 places in 200 devices of 20 organisations, most of them taken, and their past.

const territory = `
  INSERT INTO organisations (id, slug, nom, nature)
    SELECT gen_random_uuid(), 'organisation-' || n, 'Organisation ' || n, 'ASSOCIATION' FROM generate_series(1, 20) n;
  INSERT INTO structures (id, slug, organisation_id, nom, kind, statut, departement)
    SELECT gen_random_uuid(), o.slug || '-structure-' || n, o.id, o.nom || ' · structure ' || n, 'CSAPA', 'OUVERTE',
      CASE WHEN n % 2 = 0 THEN '75' ELSE '93' END
    FROM organisations o, generate_series(1, 5) n;
  INSERT INTO dispositifs (id, slug, structure_id, organisation_id, kind, nom, statut, oriente)
    SELECT gen_random_uuid(), s.slug || '-' || k.kind, s.id, s.organisation_id, k.kind::kind_dispositif, k.kind, 'OUVERTE', true
    FROM structures s, unnest(ARRAY['URGENCE', 'HOTEL']) AS k(kind);
  INSERT INTO regles_sejour (id, dispositif_id, duree_max, sortie, du)
    SELECT gen_random_uuid(), id, CASE kind WHEN 'URGENCE' THEN 1 ELSE 21 END, 720, '2020-01-01' FROM dispositifs;
  INSERT INTO capacites (id, dispositif_id, mode, places, du)
    SELECT gen_random_uuid(), id, 'NUIT', 50, '2020-01-01' FROM dispositifs;
  INSERT INTO places (id, dispositif_id, organisation_id, libelle, couchages, public, couple, animaux, plain_pied, du)
    SELECT gen_random_uuid(), d.id, d.organisation_id, 'Place ' || n, CASE WHEN n % 5 = 0 THEN 2 ELSE 1 END,
      (CASE WHEN n % 10 < 6 THEN 'MIXTE' WHEN n % 10 < 8 THEN 'FEMMES' ELSE 'HOMMES' END)::public_place,
      n % 10 = 0, n % 7 = 0, n % 6 = 0, '2020-01-01'
    FROM dispositifs d, generate_series(1, 50) n;`

// Nine places in ten have somebody or are held; one in fifty is closed.
const tonight = `
  WITH numbered AS (SELECT id, organisation_id, row_number() OVER (ORDER BY id) AS n FROM places)
  INSERT INTO occupations (id, place_id, organisation_id, kind, etat, debut, fin, expire_le, cree_le, modifiee_le)
    SELECT gen_random_uuid(), id, organisation_id, kind::kind_occupation, etat::etat_occupation, debut, fin, expire_le, debut, debut
    FROM numbered CROSS JOIN LATERAL (
      SELECT CASE WHEN n % 20 = 0 THEN 'RESERVATION' ELSE 'SEJOUR' END AS kind, CASE WHEN n % 20 = 0 THEN 'TENUE' ELSE 'EN_COURS' END AS etat,
        $1::timestamptz - interval '2 hours' AS debut, $1::timestamptz + interval '14 hours' AS fin,
        CASE WHEN n % 20 = 0 THEN $1::timestamptz + interval '1 hour' END AS expire_le
    ) o WHERE n % 10 <> 5`

const closed = `
  INSERT INTO fermetures (id, place_id, cause, du)
    SELECT gen_random_uuid(), id, 'TRAVAUX', $1::timestamptz - interval '3 days'
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM places) p WHERE n % 50 = 5`

const past = `
  WITH numbered AS (SELECT id, organisation_id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS total FROM places)
  INSERT INTO occupations (id, place_id, organisation_id, kind, etat, debut, fin, cree_le, modifiee_le)
    SELECT gen_random_uuid(), id, organisation_id, 'SEJOUR', 'TERMINEE', debut, debut + interval '16 hours', debut, debut + interval '16 hours'
    FROM generate_series(0, $2::int - 1) k JOIN numbered ON n = k % total
      CROSS JOIN LATERAL (SELECT $1::timestamptz - (k / total + 3) * interval '1 day' AS debut) o`

/** Fills one base, seen at `now`: the places, tonight, and `pastStays` stays already over. */
export async function fillTerritory(owner, { now, pastStays }) {
  await owner.query(territory)
  await owner.query(closed, [now])
  await owner.query(tonight, [now])
  await owner.query(past, [now, pastStays])
  await owner.query('VACUUM ANALYZE')
}
