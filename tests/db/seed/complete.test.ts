import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { causeDeRegle } from '@/domain/besoins/sans-reponse'
import type { RegleRecherche } from '@/domain/places/recherche'
import { type BaseNeuve, LUNDI_SOIR, openBaseNeuve } from './base-neuve'

let base: BaseNeuve
beforeAll(async () => {
  base = await openBaseNeuve('complete')
  await base.invent({ taille: 'complete' })
}, 180_000)
afterAll(() => base.end())

async function read<Row extends Record<string, unknown>>(
  sql: string,
  parameters: unknown[] = [],
): Promise<Row> {
  const [row] = await base.rows<Row>(sql, parameters)
  if (!row) throw new Error(`Aucune ligne : ${sql}`)
  return row
}

/** Mean number of people met at a stop of this commune, between so many days ago and so many. */
async function peopleByStop(commune: string, from: number, to: number): Promise<number> {
  const { moyenne } = await read<{ moyenne: number }>(
    `SELECT avg(n)::float AS moyenne FROM (
       SELECT sum(r.connus + r.nouveaux) AS n FROM arrets a JOIN rencontres r ON r.arret_id = a.id
       WHERE a.commune_code = $1 AND a.arrivee BETWEEN $2::timestamptz - $3 * interval '1 day' AND $2::timestamptz - $4 * interval '1 day'
       GROUP BY a.id) t`,
    [commune, LUNDI_SOIR, from, to],
  )
  return moyenne
}

describe('le registre des besoins sans réponse', () => {
  it('se remplit chaque mois, dans les deux départements, par plusieurs organisations, surtout faute de place', async () => {
    const registre =
      await read(`SELECT count(*)::int AS lignes, count(DISTINCT organisation_id)::int AS organisations,
      count(DISTINCT date_trunc('month', le AT TIME ZONE 'Europe/Paris'))::int AS mois,
      string_agg(DISTINCT departement, ' ' ORDER BY departement) AS departements,
      mode() WITHIN GROUP (ORDER BY kind) AS besoin, mode() WITHIN GROUP (ORDER BY cause) AS cause,
      count(DISTINCT cause)::int AS causes, bool_or(le > '${LUNDI_SOIR.toISOString()}') AS demain FROM besoins_sans_reponse`)
    expect(registre).toEqual({
      lignes: expect.closeTo(2000, -3),
      organisations: expect.closeTo(6, -1),
      mois: 25,
      departements: '75 93',
      besoin: 'DORMIR',
      cause: 'PAS_DE_PLACE',
      causes: 8,
      demain: false,
    })
  })

  it('dit ce qui a bloqué : couples, animaux, femmes, heure tardive, et une cause qui va avec la règle', async () => {
    const { regles } = await read<{ regles: string[] }>(
      'SELECT array_agg(DISTINCT regle::text) FILTER (WHERE regle IS NOT NULL) AS regles FROM besoins_sans_reponse',
    )
    expect(regles).toEqual(
      expect.arrayContaining(['COUPLE', 'ANIMAUX', 'ACCESSIBILITE', 'FEMMES_SEULEMENT', 'DISPOSITIF_FERME']),
    )
    const causes = await base.rows<{ regle: RegleRecherche; cause: string }>(
      `SELECT regle, mode() WITHIN GROUP (ORDER BY cause)::text AS cause FROM besoins_sans_reponse
       WHERE regle IS NOT NULL GROUP BY regle`,
    )
    expect(causes.map(({ cause }) => cause)).toEqual(causes.map(({ regle }) => causeDeRegle(regle)))
  })
})

describe('le suivi', () => {
  it('a chaque mois des démarches abouties et des contacts repris, et toutes les démarches finissent par aboutir', async () => {
    const suivi = await read(
      `SELECT
      (SELECT count(DISTINCT date_trunc('month', statut_le))::int FROM objectifs_suivis WHERE statut = 'ATTEINT') >= 23 AS demarches,
      (SELECT count(DISTINCT date_trunc('month', close_le))::int FROM relances WHERE statut = 'REPRISE') >= 23 AS reprises,
      (SELECT count(DISTINCT kind)::int FROM objectifs_suivis WHERE statut = 'ATTEINT') AS natures,
      (SELECT count(*)::int FROM relances WHERE close_le > $1) + (SELECT count(*)::int FROM objectifs_suivis WHERE statut_le > $1) AS demain`,
      [LUNDI_SOIR],
    )
    expect(suivi).toEqual({ demarches: true, reprises: true, natures: 12, demain: 0 })
  })
})

describe('deux ans d’activité', () => {
  it('ont des volumes plausibles', async () => {
    const volumes = await read(`SELECT
      (SELECT count(*)::int FROM maraudes) AS maraudes, (SELECT count(*)::int FROM arrets) AS arrets,
      (SELECT sum(connus + nouveaux)::int FROM rencontres) AS personnes, (SELECT count(*)::int FROM rencontres) AS profils,
      (SELECT count(*)::int FROM places) AS places, (SELECT count(*)::int FROM orientations) AS orientations`)
    expect(volumes).toEqual({
      maraudes: expect.closeTo(2800, -3),
      arrets: expect.closeTo(10_000, -4),
      personnes: expect.closeTo(42_000, -4),
      profils: expect.closeTo(33_000, -4),
      places: 746,
      orientations: expect.closeTo(8600, -3),
    })
  })

  it('se comptent aussitôt : le serveur connaît déjà la taille des tables', async () => {
    const { connues } = await read<{ connues: boolean }>(
      `SELECT bool_and(reltuples > 0) AS connues FROM pg_class
       WHERE oid IN ('occupations'::regclass, 'orientations'::regclass, 'rencontres'::regclass, 'entrees'::regclass)`,
    )
    expect(connues).toBe(true)
  })

  it('comptent environ 15 % de femmes, et les deux bouts de la pyramide', async () => {
    const { femmes, jeunes, ages } = await read<{ femmes: number; jeunes: number; ages: number }>(`SELECT
      (100.0 * sum(connus + nouveaux) FILTER (WHERE genre IN ('FEMME', 'FEMME_TRANS')) / sum(connus + nouveaux))::float AS femmes,
      (100.0 * sum(connus + nouveaux) FILTER (WHERE tranche_age = 'DE_18_24') / sum(connus + nouveaux))::float AS jeunes,
      (100.0 * sum(connus + nouveaux) FILTER (WHERE tranche_age = 'PLUS_60') / sum(connus + nouveaux))::float AS ages
      FROM rencontres`)
    expect(femmes).toBeGreaterThan(12)
    expect(femmes).toBeLessThan(18)
    expect(jeunes).toBeGreaterThan(4)
    expect(ages).toBeGreaterThan(2)
  })

  it('occupent environ neuf places sur dix, et laissent vieillir les séjours du Pavillon dix-huit mois', async () => {
    const { part } = await read<{ part: number }>(
      `SELECT (count(*) FILTER (WHERE e.statut = 'OCCUPEE'))::float / count(*) AS part
       FROM generate_series(1, 100) i
       JOIN LATERAL etat_places_a($1::timestamptz - i * interval '7 days' + interval '6 hours') e ON true
       JOIN dispositifs d ON d.id = e.dispositif_id AND d.kind IN ('URGENCE', 'CONTINU', 'HOTEL', 'PAVILLON')`,
      [LUNDI_SOIR],
    )
    expect(part).toBeGreaterThan(0.8)
    expect(part).toBeLessThan(0.97)
    const { court } = await read<{ court: number }>(
      `SELECT min(extract(day FROM o.fin - o.debut))::int AS court FROM occupations o JOIN places p ON p.id = o.place_id
       JOIN dispositifs d ON d.id = p.dispositif_id AND d.kind = 'PAVILLON' WHERE o.etat = 'TERMINEE'`,
    )
    expect(court).toBeGreaterThanOrEqual(547)
  })

  it('montrent le déplacement : après l’évacuation du 19e, Pantin en voit plus et le 19e moins', async () => {
    expect(await peopleByStop('75119', 188, 132)).toBeLessThan((await peopleByStop('75119', 248, 192)) * 0.8)
    expect(await peopleByStop('93055', 188, 132)).toBeGreaterThan(
      (await peopleByStop('93055', 248, 192)) * 1.3,
    )
  })

  it('donnent des délais de réponse et de placement, des refus, et des petites cases à protéger', async () => {
    const { reponse, refus } = await read<{ reponse: number; refus: number }>(`SELECT
      extract(epoch FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY premiere_reponse_le - souhait_le) FILTER (WHERE echeance = 'CE_SOIR'))::float / 60 AS reponse,
      (count(*) FILTER (WHERE statut = 'REFUSEE'))::int AS refus FROM orientations`)
    expect(reponse).toBeGreaterThan(10)
    expect(reponse).toBeLessThan(180)
    expect(refus).toBeGreaterThan(500)
    const { petites } = await read<{ petites: number }>(
      `SELECT count(*)::int AS petites FROM (
      SELECT sum(r.connus + r.nouveaux) AS n FROM rencontres r JOIN arrets a ON a.id = r.arret_id
      WHERE a.arrivee > $1::timestamptz - interval '91 days' GROUP BY a.commune_code) t WHERE n < 11`,
      [LUNDI_SOIR],
    )
    expect(petites).toBeGreaterThan(3)
  })
})
