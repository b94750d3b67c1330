import { beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { asViewer, insertOccupation, insertPersonne, insertRow, type Monde } from '../socle/monde'
import { app, owner } from '../support/connections'
import { atParis, createScene, LE, type Scene } from './scene'

let scene: Scene
let monde: Monde
let personne: string
let sejour: string
beforeAll(async () => {
  scene = await createScene()
  ;({ monde, personne, sejour } = scene)
})

const DE_LA_PERSONNE = [
  'objectifs_suivis',
  'rendez_vous',
  'relances',
  'plans_sortie',
  'pistes_sortie',
  'blocages_sortie',
] as const
const DU_SEJOUR = ['revues', 'constats', 'visites', 'alertes_visite'] as const

async function count(table: string, organisation: string, role: string): Promise<number> {
  const { rows } = await asViewer(app, { organisation, roles: [role] }, (client) =>
    client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`),
  )
  return rows[0]?.n ?? -1
}

describe('une requête dont le where manque', () => {
  it.each(DE_LA_PERSONNE)('montre %s à l’organisation de la personne, et à elle seule', async (table) => {
    expect(await count(table, monde.paris.organisation, 'COORDINATEUR')).toBeGreaterThan(0)
    expect(await count(table, monde.seine.organisation, 'COORDINATEUR')).toBe(0)
    expect(await count(table, uuidv7(), 'RESPONSABLE')).toBe(0)
  })

  it.each(DU_SEJOUR)('montre %s aux deux organisations que le séjour relie', async (table) => {
    expect(await count(table, monde.paris.organisation, 'COORDINATEUR')).toBeGreaterThan(0)
    expect(await count(table, monde.seine.organisation, 'COORDINATEUR')).toBeGreaterThan(0)
    expect(await count(table, uuidv7(), 'COORDINATEUR')).toBe(0)
  })

  it.each(
    ['MMPCR', 'ADMIN', 'LECTEUR', 'MEDIATEUR'].flatMap((role) =>
      [...DE_LA_PERSONNE, ...DU_SEJOUR, 'astreintes', 'mineurs_orientes'].map(
        (table) => [role, table] as const,
      ),
    ),
  )('ne montre rien à %s dans %s', async (role, table) => {
    for (const { organisation } of [monde.paris, monde.seine])
      expect(await count(table, organisation, role)).toBe(0)
  })

  it('ne laisse pas le prescripteur répondre à une prolongation ni réécrire une sortie', async () => {
    const prescripteur = { organisation: monde.paris.organisation, roles: ['COORDINATEUR'] }
    const demande = await insertRow(owner, 'prolongations', {
      id: uuidv7(),
      occupation_id: sejour,
      jours: 7,
      motif: 'SOINS',
      demandee_le: LE,
    })
    const answered = await asViewer(app, prescripteur, (client) =>
      client.query(`UPDATE prolongations SET statut = 'ACCORDEE', repondue_le = now() WHERE id = $1`, [
        demande,
      ]),
    )
    expect(answered.rowCount).toBe(0)
    const ended = await insertOccupation(owner, monde.seine, {
      etat: 'TERMINEE',
      debut: '2026-10-01T18:00:00Z',
      fin: '2026-10-02T08:00:00Z',
      personne_id: personne,
      prescripteur_id: monde.paris.organisation,
    })
    const sortie = await insertRow(owner, 'sorties', {
      id: uuidv7(),
      occupation_id: ended,
      destination: 'HOTEL',
      motif: 'PASSAGE',
      le: '2026-10-02T08:00:00Z',
    })
    await asViewer(app, prescripteur, async (client) => {
      expect(
        (await client.query('UPDATE sorties SET verifiee_3_mois = true WHERE id = $1', [sortie])).rowCount,
      ).toBe(1)
    })
    await expect(
      asViewer(app, prescripteur, (client) =>
        client.query(`UPDATE sorties SET destination = 'RUE' WHERE id = $1`, [sortie]),
      ),
    ).rejects.toThrow('vérification seulement')
  })
})

describe('une personne anonymisée', () => {
  it('n’est plus au bout d’aucune ligne, et ses reprises de contact restent comptées', async () => {
    const parti = await insertPersonne(owner, monde.paris, 'Z9-ZZ9')
    const rv = await insertRow(
      owner,
      'rendez_vous',
      atParis(scene, { personne_id: parti, kind: 'CSAPA', le: LE, cree_le: LE }),
    )
    await insertRow(
      owner,
      'relances',
      atParis(scene, {
        personne_id: parti,
        rendez_vous_id: rv,
        moyen: 'RAPPELER',
        pour_le: '2026-11-12',
        statut: 'REPRISE',
        ouverte_le: LE,
        close_le: LE,
      }),
    )
    await insertRow(owner, 'plans_sortie', atParis(scene, { personne_id: parti, vise: 'ACT', cree_le: LE }))
    const reprises = () =>
      owner.query(
        `SELECT count(*)::int AS n FROM relances WHERE statut = 'REPRISE' AND organisation_id = $1`,
        [monde.paris.organisation],
      )
    const before = (await reprises()).rows
    await owner.query('UPDATE personnes SET anonymisee_le = now() WHERE id = $1', [parti])
    for (const table of ['rendez_vous', 'relances', 'plans_sortie', 'objectifs_suivis'])
      expect((await owner.query(`SELECT FROM ${table} WHERE personne_id = $1`, [parti])).rowCount).toBe(0)
    expect((await reprises()).rows).toEqual(before)
  })
})
