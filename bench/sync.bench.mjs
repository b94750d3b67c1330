// What a tablet costs: the server's time for an act, and the weight, the start and the memory of the tablet itself.
import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { createBase, serveFrom } from './base.mjs'
import { rounded, timeInTurn } from './chrono.mjs'
import { measureTablet } from './tablette.mjs'

/** Monday 23 November 2026, 22 h in Paris. */
const now = new Date('2026-11-23T21:00:00Z')
const debut = '2026-11-23T18:00:00.000Z'
/** As a tablet sends them. */
const ACTS = 20

/** Yields `sync.ops_ratio`, `sync.js_gzip_kb`, `sync.warm_offline_ms` and `sync.heap_10k_mb`. */
export async function* measure() {
  const base = await createBase('banc_sync')
  serveFrom(base)
  yield await ratioFigure(base)
  yield* measureTablet()
}

/** Acts opened, judged, applied and answered, against the same rows written by hand, one transaction each. */
async function ratioFigure({ owner, application }) {
  const scene = await makeScene(owner)
  const { receiveSending } = await import('../src/features/sync/receive-sending.ts')
  const { openSealed, readSealingKey } = await import('../src/lib/sealing-keys.ts')
  const { sealPli } = await import('../src/domain/sync/pli.ts')
  const publique = await readSealingKey()
  const cles = { open: openSealed, publique }
  const { viewer, appareilId } = scene
  const porteur = { viewer, appareilId, enrole: null, authorOf: async () => viewer }

  async function bring(acts) {
    const operations = await Promise.all(
      acts.map(async (act, index) => ({
        id: act.id,
        sequence: index + 1,
        enveloppe: await sealPli(JSON.stringify(act), publique),
      })),
    )
    const numbers = { enAttente: acts.length, maxSequence: acts.length, plusAncien: now }
    const envoi = { protocole: 2, appareilId, envoyeLe: now, comptes: [], ...numbers, operations }
    return async () => {
      const result = await receiveSending(porteur, now, envoi, cles)
      const bad = result.ok ? result.value.verdicts.find(({ verdict }) => verdict !== 'applique') : result
      if (bad) throw new Error(`Fait non appliqué : ${JSON.stringify(bad)}`)
    }
  }

  await (
    await bring([openingOf(scene)])
  )()
  const rounds = 20
  const warmups = 4
  // Sealing is the tablet's work: done before.
  const sendings = []
  for (let round = 0; round < rounds + warmups; round++)
    sendings.push(await bring(Array.from({ length: ACTS }, () => stopOf(scene))))
  const [applied, byHand] = await timeInTurn(
    [
      (round) => sendings[round](),
      async () => {
        for (let act = 0; act < ACTS; act++) await writeStop(application, scene)
      },
    ],
    { rounds, warmups },
  )
  return { name: 'sync.ops_ratio', value: rounded(applied / byHand), unit: 'rapport', limit: 3 }
}

async function makeScene(owner) {
  const { rows } = await owner.query('SELECT organisation_id AS "organisationId" FROM structures LIMIT 1')
  const { organisationId } = rows[0] ?? (await makeOrganisation(owner))
  const [compteId, maraudeId, appareilId] = [randomUUID(), uuidv7(), randomUUID()]
  await owner.query(
    `INSERT INTO comptes (id, organisation_id, courriel, fonction) VALUES ($1::uuid, $2, 'banc-' || $1::text || '@exemple.fr', 'Banc')`,
    [compteId, organisationId],
  )
  const { mintViewer } = await import('../src/auth/mint-viewer.ts')
  const attributions = [{ role: 'INTERVENANT', structureId: null }]
  const facts = { compteId, sessionId: randomUUID(), organisationId, fonction: 'Banc', attributions }
  return { viewer: mintViewer(facts), organisationId, compteId, maraudeId, appareilId }
}

async function makeOrganisation(owner) {
  const organisationId = randomUUID()
  await owner.query(
    `INSERT INTO organisations (id, slug, nom, nature) VALUES ($1, 'banc', 'Banc', 'ASSOCIATION')`,
    [organisationId],
  )
  return { organisationId }
}

function openingOf({ maraudeId, compteId }) {
  const corps = { secteurCode: '75118', mode: 'A_PIED', equipe: 3, partenaires: [], debut }
  return actOf(maraudeId, 'maraude.ouvrir', compteId, corps)
}

/** A usual stop: two people, three kits, a need. */
function stopOf({ maraudeId, compteId }) {
  return actOf(uuidv7(), 'arret.noter', compteId, {
    maraudeId,
    communeCode: '75118',
    lieu: 'Porte de la Chapelle',
    arrivee: '2026-11-23T18:30:00.000Z',
    depart: '2026-11-23T19:00:00.000Z',
    rencontres: [{ genre: 'FEMME', trancheAge: 'DE_30_39', situation: 'ISOLEE', connus: 1, nouveaux: 1 }],
    materiel: [{ article: 'kit-inhalation', sens: 'DONNE', quantite: 3 }],
    besoins: [{ kind: 'DORMIR', personnes: 1, reponse: 'SANS_REPONSE', cause: 'PAS_DE_PLACE' }],
  })
}

function actOf(id, kind, auteurId, corps) {
  return { id, kind, schemaVersion: 1, auteurId, creeLe: now.toISOString(), corps }
}

/** The rows of one stop, its receipt and its line of the journal, and nothing else: no lock, no rule, no seal. */
async function writeStop(application, { maraudeId, compteId, organisationId, appareilId }) {
  const client = await application.connect()
  const id = uuidv7()
  const write = (text, values) => client.query(text, values)
  try {
    await write('BEGIN')
    await write(
      `SELECT set_config('maillage.compte', $1, true), set_config('maillage.organisation', $2, true), set_config('maillage.roles', 'INTERVENANT', true)`,
      [compteId, organisationId],
    )
    await write(
      `INSERT INTO operations (id, appareil_id, sequence, kind, schema_version, auteur_id, organisation_id, empreinte, verdict, cree_le, recue_le)
       VALUES ($1, $2, 1, 'arret.noter', 1, $3, $4, $5, 'APPLIQUE', $6, $6)`,
      [id, appareilId, compteId, organisationId, 'a'.repeat(64), now],
    )
    await write(
      `INSERT INTO arrets (id, maraude_id, commune_code, lieu, arrivee, depart, mediations)
       VALUES ($1, $2, '75118', 'Porte de la Chapelle', '2026-11-23T18:30:00Z', '2026-11-23T19:00:00Z', 0)`,
      [id, maraudeId],
    )
    await write(
      `INSERT INTO rencontres (id, arret_id, genre, tranche_age, situation, connus, nouveaux)
       VALUES ($1, $2, 'FEMME', 'DE_30_39', 'ISOLEE', 1, 1)`,
      [uuidv7(), id],
    )
    await write(
      `INSERT INTO materiels (id, arret_id, article_code, sens, quantite)
       VALUES ($1, $4, 'pipe-droite', 'DONNE', 3), ($2, $4, 'embout', 'DONNE', 6), ($3, $4, 'grille', 'DONNE', 6)`,
      [uuidv7(), uuidv7(), uuidv7(), id],
    )
    await write(
      `INSERT INTO besoins (id, arret_id, kind, personnes, reponse, cause)
       VALUES ($1, $2, 'DORMIR', 1, 'SANS_REPONSE', 'PAS_DE_PLACE')`,
      [uuidv7(), id],
    )
    await write(
      `INSERT INTO journal (id, le, compte_id, organisation_id, action, objet, objet_id)
       VALUES ($1, $2, $3, $4, 'maraudes.log', 'arret', $5)`,
      [uuidv7(), now, compteId, organisationId, id],
    )
    await write('COMMIT')
  } finally {
    client.release()
  }
}
