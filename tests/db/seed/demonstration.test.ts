import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleSchema } from '@/domain/comptes/roles'
import { findPassage } from '@/domain/orientations/transitions'
import type { CoteMotif, StatutOrientation } from '@/domain/orientations/statuts'
import { type BaseNeuve, LUNDI_SOIR, openBaseNeuve, readEmpreintes } from './base-neuve'

let base: BaseNeuve
beforeAll(async () => {
  base = await openBaseNeuve('demonstration')
  await base.invent({})
}, 120_000)
afterAll(() => base.end())

async function count(sql: string, parameters: unknown[] = []): Promise<number> {
  const [row] = await base.rows<{ count: string }>(sql, parameters)
  return Number(row?.count)
}

describe('une seconde démonstration', () => {
  it('est refusée, dit ce que la base contient, et ne change rien', async () => {
    const before = await readEmpreintes(base)
    const second = await base.invent({ graine: 1 })
    expect(second).toMatchObject({
      ok: false,
      tables: expect.arrayContaining(['comptes', 'maraudes', 'orientations']),
    })
    expect(await readEmpreintes(base)).toEqual(before)
  })
})

describe('le bureau des maraudes', () => {
  it('a de quoi décider, une tablette qui n’envoie plus, et une semaine prévue où il manque des heures', async () => {
    expect(
      await count(`SELECT count(*) FROM operations WHERE verdict = 'QUARANTAINE' AND corps IS NOT NULL`),
    ).toBe(3)
    expect(
      await count(`SELECT count(*) FROM appareils WHERE en_attente > 0 AND plus_ancien_le IS NOT NULL`),
    ).toBe(1)
    expect(
      await count(`SELECT count(*) FROM tournees WHERE nuit >= '2026-11-23' AND nuit < '2026-12-07'`),
    ).toBeGreaterThan(40)
    expect(
      await count(`SELECT count(*) FROM objectifs o WHERE o.heures > (
        SELECT coalesce(sum(extract(epoch FROM t.fin - t.debut) / 3600), 0) FROM tournees t
        WHERE t.secteur_code = o.secteur_code AND t.nuit >= '2026-11-23' AND t.nuit < '2026-11-30')`),
    ).toBeGreaterThan(0)
  })
})

describe('une base qui ne contient qu’une organisation', () => {
  it('n’est pas remplie', async () => {
    const other = await openBaseNeuve('presque_vide')
    await other.rows(`INSERT INTO organisations (id, slug, nom, nature)
      VALUES ('019a0000-0000-7000-8000-000000000001', 'seule', 'Seule', 'ASSOCIATION')`)
    expect(await other.invent({})).toEqual({ ok: false, tables: ['organisations'] })
    expect(await other.rows('SELECT slug FROM organisations')).toEqual([{ slug: 'seule' }])
    await other.end()
  })
})

describe('les comptes', () => {
  it('couvrent chaque rôle, sont tous de démonstration, et un seul mot de passe les ouvre', async () => {
    const held = await base.rows<{ role: string }>(
      'SELECT DISTINCT role::text FROM attributions a JOIN comptes c ON c.id = a.compte_id WHERE c.mot_de_passe IS NOT NULL',
    )
    expect(held.map(({ role }) => role).toSorted()).toEqual([...roleSchema.options].toSorted())
    expect(await count('SELECT count(*) FROM comptes WHERE NOT demonstration')).toBe(0)
    expect(await count('SELECT count(*) FROM organisations WHERE NOT demonstration')).toBe(0)
    expect(await count('SELECT count(DISTINCT mot_de_passe) FROM comptes')).toBe(1)
  })

  it('mettent l’intervenante et le Sleep-In dans deux organisations', async () => {
    const organisations = await base.rows(
      `SELECT DISTINCT organisation_id FROM comptes WHERE courriel IN ('intervenante@exemple.fr', 'coordination.sleep-in@exemple.fr')`,
    )
    expect(organisations).toHaveLength(2)
  })
})

describe('les maraudes', () => {
  it('vont jusqu’à ce soir, une seule encore dehors, et tout arrêt tient dans la sienne', async () => {
    expect(await count('SELECT count(*) FROM maraudes')).toBeGreaterThan(250)
    expect(await count(`SELECT count(*) FROM maraudes WHERE statut = 'EN_COURS'`)).toBe(1)
    expect(
      await count(`SELECT count(*) FROM maraudes WHERE coalesce(fin, recue_le) > $1`, [LUNDI_SOIR]),
    ).toBe(0)
    expect(
      await count(`SELECT count(*) FROM arrets a JOIN maraudes m ON m.id = a.maraude_id
        WHERE a.arrivee < m.debut OR coalesce(a.depart, a.arrivee) > coalesce(m.fin, '${LUNDI_SOIR.toISOString()}')`),
    ).toBe(0)
  })

  it('vont moins dans l’est du 93 que dans le nord-est de Paris, et personne ne va partout', async () => {
    const arrets = `SELECT count(*) FROM arrets WHERE commune_code = ANY($1)`
    const nordEst = await count(arrets, [['75118', '75119']])
    const est = await count(arrets, [
      ['93032', '93051', '93047', '93014', '93062', '93064', '93077', '93050'],
    ])
    expect(est).toBeGreaterThan(0)
    expect(nordEst).toBeGreaterThan(est * 10)
    expect(await count('SELECT count(DISTINCT commune_code) FROM arrets')).toBeLessThan(59)
  })
})

describe('les lieux du document', () => {
  it('ont leurs places : 30 lits au Sleep-In, 10 chambres au Pavillon, 610 d’Assore dans 61 hôtels, chambres de couples comprises', async () => {
    const lieux = await base.rows(
      `SELECT d.slug, count(*)::int AS places, count(DISTINCT p.chambre)::int AS groupes, (count(*) FILTER (WHERE p.couple AND p.couchages = 2) > 0) AS couples
       FROM places p JOIN dispositifs d ON d.id = p.dispositif_id
       WHERE p.ouverture_id IS NULL AND d.slug IN ('sleep-in-urgence', 'le-pavillon-hebergement', 'assore-hotel') GROUP BY 1 ORDER BY 1`,
    )
    expect(lieux).toEqual([
      { slug: 'assore-hotel', places: 610, groupes: 61, couples: true },
      { slug: 'le-pavillon-hebergement', places: 10, groupes: 0, couples: false },
      { slug: 'sleep-in-urgence', places: 30, groupes: 5, couples: true },
    ])
  })

  it('prêtent 70 chambres à Gaïa, rendues à 21 h, dont une douzaine restent', async () => {
    const [pret] = await base.rows<{ places: number; retour: number; prises: number }>(
      `SELECT c.places, c.retour::int AS retour,
        (SELECT count(*)::int FROM occupations o WHERE o.contingent_id = c.id AND o.etat = 'EN_COURS') AS prises
       FROM contingents c JOIN organisations o ON o.id = c.organisation_id AND o.slug = 'gaia'`,
    )
    expect(pret).toEqual({ places: 70, retour: 21 * 60, prises: 58 })
    expect(
      await count(`SELECT count(*) FROM occupations o JOIN organisations g ON g.id = o.prescripteur_id
        WHERE o.contingent_id IS NOT NULL AND g.slug <> 'gaia'`),
    ).toBe(0)
  })

  it('ont ouvert 70 places d’un coup, jusqu’à une date : capacité relevée entre deux, et nul n’y reste au-delà', async () => {
    const capacites = await base.rows(
      `SELECT c.places, c.au IS NULL AS ensuite FROM capacites c JOIN dispositifs d ON d.id = c.dispositif_id
       WHERE d.slug = 'assore-hotel' AND c.du >= '2023-01-01' ORDER BY c.du`,
    )
    expect(capacites).toEqual([
      { places: 610, ensuite: false },
      { places: 680, ensuite: false },
      { places: 610, ensuite: true },
    ])
    expect(
      await count(
        `SELECT count(*) FROM ouvertures_crise c WHERE c.places = 70 AND c.au > $1
        AND (SELECT count(*) FROM places p WHERE p.ouverture_id = c.id) = 70`,
        [LUNDI_SOIR],
      ),
    ).toBe(1)
    expect(
      await count(`SELECT count(*) FROM occupations o JOIN places p ON p.id = o.place_id
        WHERE p.ouverture_id IS NOT NULL AND o.etat = 'EN_COURS' AND o.fin = p.au`),
    ).toBe(47)
  })

  it('comptent à la porte des espaces de repos, qui n’ont pas de places : jamais plus que les sièges, tous sortis à 18 h', async () => {
    expect(
      await count(
        `SELECT count(*) FROM places p JOIN dispositifs d ON d.id = p.dispositif_id WHERE d.kind = 'REPOS'`,
      ),
    ).toBe(0)
    const journees = await base.rows<{
      slug: string
      jours: number
      pointe: number
      refus: number
      dedans: number
    }>(
      `SELECT d.slug, count(*)::int AS jours, max(j.pointe)::int AS pointe, sum(j.refus)::int AS refus,
        (SELECT presents FROM presents_a($1, d.id)) AS dedans
       FROM journees_repos('2020-01-01', '2030-01-01') j JOIN dispositifs d ON d.id = j.dispositif_id GROUP BY d.id ORDER BY 1`,
      [LUNDI_SOIR],
    )
    expect(journees).toEqual([
      { slug: 'csapa-110-les-halles-repos', jours: 92, pointe: 10, refus: expect.any(Number), dedans: 0 },
      // Closed from 11 h one day to noon two days later.
      { slug: 'sleep-in-repos', jours: 89, pointe: 15, refus: expect.any(Number), dedans: 0 },
    ])
    expect(journees[1]?.refus).toBeGreaterThan(50)
  })

  it('ont une fermeture à venir, avec qui reloger', async () => {
    expect(
      await count(
        `SELECT count(*) FROM fermetures f JOIN occupations o ON o.place_id = f.place_id
        WHERE f.du > $1 AND o.etat = 'EN_COURS'`,
        [LUNDI_SOIR],
      ),
    ).toBe(2)
  })
})

describe('les séjours', () => {
  it('ne dépassent jamais, à aucune heure, ni les places ni la capacité autorisée', async () => {
    const over = await base.rows(
      `
      SELECT d.slug, h FROM generate_series($1::timestamptz - interval '91 days', $1, interval '3 hours') h
      JOIN LATERAL (
        SELECT p.dispositif_id, count(*) AS occupees FROM occupations o JOIN places p ON p.id = o.place_id
        WHERE o.etat IN ('EN_COURS', 'TERMINEE') AND o.debut <= h AND (o.etat = 'EN_COURS' OR o.fin > h) GROUP BY 1
      ) s ON true
      JOIN dispositifs d ON d.id = s.dispositif_id
      LEFT JOIN capacites c ON c.dispositif_id = d.id AND c.mode <> 'PAR_JOUR' AND daterange(c.du, c.au) @> h::date
      WHERE occupees > (SELECT count(*) FROM places p WHERE p.dispositif_id = d.id) OR occupees > c.places`,
      [LUNDI_SOIR],
    )
    expect(over).toEqual([])
  })

  it('ne commencent ni ne finissent dans l’avenir, ni dans une place fermée', async () => {
    expect(
      await count(
        `SELECT count(*) FROM occupations WHERE debut > $1 OR (etat = 'TERMINEE' AND fin > $1) OR modifiee_le > $1`,
        [LUNDI_SOIR],
      ),
    ).toBe(0)
    expect(
      await count(
        `SELECT count(*) FROM occupations o JOIN fermetures f ON f.place_id = o.place_id
        WHERE o.etat IN ('EN_COURS', 'TERMINEE') AND f.du <= $1
          AND tstzrange(o.debut, CASE o.etat WHEN 'TERMINEE' THEN o.fin END) && tstzrange(f.du, f.au)`,
        [LUNDI_SOIR],
      ),
    ).toBe(0)
  })

  it('finissent tous par une sortie, jamais deux à la fois pour une même personne', async () => {
    expect(
      await count(`SELECT count(*) FROM occupations o FULL JOIN sorties s ON s.occupation_id = o.id
        WHERE (o.etat = 'TERMINEE') IS DISTINCT FROM (s.id IS NOT NULL)`),
    ).toBe(0)
    expect(
      await count(`SELECT count(*) FROM occupations a JOIN occupations b ON b.personne_id = a.personne_id AND b.id > a.id
        WHERE a.kind = 'SEJOUR' AND b.kind = 'SEJOUR' AND tstzrange(a.debut, a.fin) && tstzrange(b.debut, b.fin)`),
    ).toBe(0)
  })

  it('respectent ce que chaque place accueille', async () => {
    expect(
      await count(`SELECT count(*) FROM occupations o JOIN places p ON p.id = o.place_id JOIN orientations r ON r.id = o.orientation_id
        WHERE (r.couple AND NOT p.couple) OR (r.animaux AND NOT p.animaux) OR (r.mobilite AND NOT p.plain_pied)
          OR (r.femmes_seulement AND p.public <> 'FEMMES')
          OR (p.public = 'FEMMES' AND r.genre IN ('HOMME', 'HOMME_TRANS')) OR (p.public = 'HOMMES' AND r.genre IN ('FEMME', 'FEMME_TRANS'))`),
    ).toBe(0)
  })
})

describe('les orientations', () => {
  it('passent d’un état à l’autre comme la table le permet, dans l’ordre du temps, jusqu’à celui de la ligne', async () => {
    const passages = await base.rows<{ de: StatutOrientation; vers: StatutOrientation; cote: CoteMotif }>(
      'SELECT DISTINCT de, vers, cote FROM orientation_evenements WHERE de IS NOT NULL',
    )
    expect(passages.length).toBeGreaterThan(15)
    expect(passages.filter(({ de, vers, cote }) => findPassage(de, vers, cote) === undefined)).toEqual([])
    expect(
      await count(`SELECT count(*) FROM (
          SELECT o.statut, e.vers, e.le, e.de, row_number() OVER w_last AS rang,
            lag(e.vers) OVER w AS avant, lag(e.le) OVER w AS avant_le
          FROM orientations o JOIN orientation_evenements e ON e.orientation_id = o.id
          WINDOW w AS (PARTITION BY o.id ORDER BY e.le, e.id), w_last AS (PARTITION BY o.id ORDER BY e.le DESC, e.id DESC)
        ) t WHERE de IS DISTINCT FROM avant OR le < avant_le OR (rang = 1 AND vers <> statut)`),
    ).toBe(0)
  })

  it('finissent de toutes les façons, et un code n’y va jamais sans accord', async () => {
    const ends = await base.rows<{ statut: string }>(
      'SELECT DISTINCT statut::text FROM orientations ORDER BY 1',
    )
    expect(ends.map(({ statut }) => statut)).toEqual(
      'A_L_ETUDE ACCEPTEE ARRIVEE CLOSE EN_ATTENTE ENVOYEE EXPIREE NON_VENUE RECUE REFUSEE RENONCEE RETIREE'
        .split(' ')
        .toSorted(),
    )
    expect(
      await count(`SELECT count(*) FROM orientations o LEFT JOIN consentements c ON c.orientation_id = o.id
        WHERE (o.personne_id IS NOT NULL) <> (c.id IS NOT NULL)`),
    ).toBe(0)
  })

  it('vont du 93 vers Paris', async () => {
    expect(
      await count(`SELECT count(*) FROM orientations o JOIN dispositifs d ON d.id = o.receveur_dispositif_id
        WHERE o.prescripteur_departement = '93' AND d.departement = '75'`),
    ).toBeGreaterThan(50)
  })
})
