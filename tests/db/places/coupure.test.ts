import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PoolClient } from 'pg'
import type { Monde } from '../socle/monde'
import { owner } from '../support/connections'
import type { Acte } from './noeud'
import { type Noeud, openNoeud } from './noeuds'
import { accept, addPlace, arrive, ask, createSoiree, plusTard } from './soiree'

// Where an act may be cut: at its first write in a table, or at the very end, when PostgreSQL commits.
const etapes = [
  'occupations',
  'orientations',
  'orientation_evenements',
  'sorties',
  'journal',
  'COMMIT',
] as const
type Etape = (typeof etapes)[number]

const VERROU = 7593

/** A trigger of the test stops whoever writes there, until the test lets go of the lock. The application knows nothing of it. */
async function stopAt(etape: Etape): Promise<void> {
  await owner.query(
    etape === 'COMMIT'
      ? `CREATE CONSTRAINT TRIGGER essai_arret AFTER INSERT ON journal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION essai_arret()`
      : `CREATE TRIGGER essai_arret BEFORE INSERT OR UPDATE ON ${etape} FOR EACH STATEMENT EXECUTE FUNCTION essai_arret()`,
  )
}

async function letGo(): Promise<void> {
  for (const table of etapes.filter((etape) => etape !== 'COMMIT'))
    await owner.query(`DROP TRIGGER IF EXISTS essai_arret ON ${table}`)
}

/** Whether somebody waits for the test's lock, within a few seconds; false when the act ended without passing there. */
async function isStopped(act: Promise<string[]>): Promise<boolean> {
  let ended = false
  void act.then(() => (ended = true))
  for (;;) {
    const { rows } = await owner.query(
      `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted`,
      [VERROU],
    )
    if (rows.length > 0) return true
    if (ended) return false
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Until no session of a dead process is left in the middle of something. */
async function waitForQuiet(): Promise<void> {
  for (;;) {
    const { rows } = await owner.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename <> session_user
        AND state IN ('active', 'idle in transaction', 'idle in transaction (aborted)')`,
    )
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** What a request is, and what is held or lived in for it: the only pairs that are true. */
const vrais = {
  ENVOYEE: { TENUE: 0, EN_COURS: 0 },
  ACCEPTEE: { TENUE: 1, EN_COURS: 0 },
  ARRIVEE: { TENUE: 0, EN_COURS: 1 },
  CLOSE: { TENUE: 0, EN_COURS: 0 },
} as const

async function readDemande(
  id: string,
): Promise<{ statut: keyof typeof vrais; TENUE: number; EN_COURS: number }> {
  const { rows } = await owner.query(
    `SELECT r.statut, count(*) FILTER (WHERE o.etat = 'TENUE')::int AS "TENUE", count(*) FILTER (WHERE o.etat = 'EN_COURS')::int AS "EN_COURS"
     FROM orientations r LEFT JOIN occupations o ON o.orientation_id = r.id WHERE r.id = $1 GROUP BY r.id`,
    [id],
  )
  return rows[0]
}

type Statut = keyof typeof vrais
type Scene = { monde: Monde; demande: string; acte: Acte; minutes: number; avant: Statut; apres: Statut }

/** What is about to be done, and the state of the request before and after. */
const scenes: Record<'accepter' | 'admettre' | 'déplacer' | 'terminer', () => Promise<Scene>> = {
  accepter: async () => {
    const monde = await createSoiree(1)
    const { id, version } = await ask(monde)
    const acte: Acte = { nom: 'accepter', saisie: { id, version } }
    return { monde, demande: id, acte, minutes: 10, avant: 'ENVOYEE', apres: 'ACCEPTEE' }
  },
  admettre: async () => {
    const monde = await createSoiree(1)
    const { id } = await ask(monde)
    await accept(monde, id)
    const acte: Acte = { nom: 'admettre', saisie: { id, version: 2 } }
    return { monde, demande: id, acte, minutes: 30, avant: 'ACCEPTEE', apres: 'ARRIVEE' }
  },
  déplacer: async () => {
    const monde = await createSoiree(1)
    const placeId = await addPlace(monde.seine, 'Lit voisin')
    const { id, sejour } = await arrive(monde)
    const acte: Acte = { nom: 'deplacer', saisie: { occupationId: sejour.id, version: 1, placeId } }
    return { monde, demande: id, acte, minutes: 90, avant: 'ARRIVEE', apres: 'ARRIVEE' }
  },
  terminer: async () => {
    const monde = await createSoiree(1)
    const { id, sejour } = await arrive(monde)
    const depart = { destination: 'RUE', issue: 'FIN_PREVUE', acquis: [] } as const
    const acte: Acte = {
      nom: 'terminer',
      saisie: { occupationId: sejour.id, version: 1, ...depart, acquis: [] },
    }
    return { monde, demande: id, acte, minutes: 100, avant: 'ARRIVEE', apres: 'CLOSE' }
  },
}

/** Every table each act writes, in the order of `etapes`. */
const ecrites = {
  accepter: ['occupations', 'orientations', 'orientation_evenements', 'journal'],
  admettre: ['occupations', 'orientations', 'orientation_evenements', 'journal'],
  déplacer: ['occupations', 'journal'],
  terminer: ['occupations', 'orientations', 'orientation_evenements', 'sorties', 'journal'],
} as const satisfies Record<keyof typeof scenes, readonly Etape[]>
const actes = ['accepter', 'admettre', 'déplacer', 'terminer'] as const
const coupures = actes.flatMap((nom) => ecrites[nom].map((etape) => [nom, etape] as const))

let noeud: Promise<Noeud>
let suivant: Promise<Noeud>
let verrou: PoolClient

beforeAll(async () => {
  await owner.query(
    `CREATE FUNCTION essai_arret() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(${VERROU}); RETURN NULL; END $$`,
  )
  verrou = await owner.connect()
  noeud = openNoeud()
  suivant = openNoeud()
})
afterAll(async () => {
  verrou.release()
  for (const one of [noeud, suivant]) await (await one).tuer()
})
beforeEach(letGo)

/** Starts the act on another server, kills it -9 where it is stopped, and waits until PostgreSQL has forgotten it. */
async function cut({ monde, acte, minutes }: Scene, etape: Etape): Promise<void> {
  await stopAt(etape)
  await verrou.query('SELECT pg_advisory_lock($1)', [VERROU])
  const current = await noeud
  const stopped = await isStopped(current.faire(monde.seine, plusTard(minutes), [acte]))
  noeud = suivant
  suivant = openNoeud()
  await current.tuer()
  await verrou.query('SELECT pg_advisory_unlock($1)', [VERROU])
  await waitForQuiet()
  await letGo()
  if (!stopped) throw new Error(`« ${acte.nom} » n’est pas passé par ${etape}`)
}

describe('un serveur tué net', () => {
  it.each(coupures)(
    'au milieu de « %s », à l’étape %s : rien n’est écrit, et le même acte se fait ensuite',
    async (nom, etape) => {
      const scene = await scenes[nom]()
      const { monde, demande, acte, minutes, avant, apres } = scene
      await cut(scene, etape)
      expect(await readDemande(demande)).toEqual({ statut: avant, ...vrais[avant] })
      expect(await (await noeud).faire(monde.seine, plusTard(minutes), [acte])).toEqual(['OK'])
      expect(await readDemande(demande)).toEqual({ statut: apres, ...vrais[apres] })
    },
    30_000,
  )

  it.each(actes)(
    'à l’instant où « %s » est validé : la demande et sa place disent la même chose',
    async (nom) => {
      const scene = await scenes[nom]()
      await cut(scene, 'COMMIT')
      const seen = await readDemande(scene.demande)
      expect([scene.avant, scene.apres]).toContain(seen.statut)
      expect(seen).toEqual({ statut: seen.statut, ...vrais[seen.statut] })
    },
    30_000,
  )

  it('laisse une place tenue redevenir libre à son heure', async () => {
    const scene = await scenes.accepter()
    await cut(scene, 'COMMIT')
    const { rows } = await owner.query('SELECT statut FROM etat_places_a($1, $2)', [
      plusTard(scene.minutes + 121),
      scene.monde.seine.dispositif,
    ])
    expect(rows).toEqual([{ statut: 'LIBRE' }])
  })
})
