// The board, the search for a place and an acceptance, on 10,000 places: through the application, and by hand beside it.
import { randomUUID } from 'node:crypto'
import { createBase, recordStatements, serveFrom } from './base.mjs'
import { rounded, timeInTurn } from './chrono.mjs'
import { fillTerritory } from './territoire.mjs'

/** Monday 23 November 2026, 22 h in Paris. */
const now = new Date('2026-11-23T21:00:00Z')

/** Yields `places.board_ratio`, `places.board_ms`, `places.growth`, `places.matcher_ms` and `places.accept_ratio`. */
export async function* measure() {
  const [small, large] = [await createBase('banc_places'), await createBase('banc_places_passe')]
  await fillTerritory(small.owner, { now, pastStays: 1_000 })
  await fillTerritory(large.owner, { now, pastStays: 100_000 })
  serveFrom(small)
  const read = await boardThroughTheApplication()
  const statements = await recordStatements(read)
  yield* boardFigures(read, statements.filter(isReading), { small, large })
  yield await matcherFigure()
  yield await acceptFigure(small)
}

async function boardThroughTheApplication() {
  const { readTableau } = await import('../src/features/places/queries.ts')
  const viewer = await viewerWith('MMPCR', {
    compteId: randomUUID(),
    organisationId: null,
    structureId: null,
  })
  return () => readTableau(viewer, {}, now)
}

async function viewerWith(role, { compteId, organisationId, structureId }) {
  const { mintViewer } = await import('../src/auth/mint-viewer.ts')
  const attributions = [{ role, structureId }]
  return mintViewer({ compteId, sessionId: randomUUID(), organisationId, fonction: 'Banc', attributions })
}

/** What is read, without what opens, closes and dresses the transaction. */
function isReading({ text }) {
  return /^\s*SELECT/i.test(text) && !text.includes('set_config')
}

async function* boardFigures(read, statements, { small, large }) {
  const byHand =
    ({ application }) =>
    async () => {
      for (const { text, values } of statements) await application.query(text, values)
    }
  const [board, hand, grown] = await timeInTurn([read, byHand(small), byHand(large)], {
    rounds: 15,
    warmups: 3,
  })
  const ratio = { unit: 'rapport', limit: 1.5 }
  yield { name: 'places.board_ratio', value: rounded(board / hand), ...ratio }
  yield { name: 'places.board_ms', value: rounded(board), unit: 'ms', limit: 100 }
  yield { name: 'places.growth', value: rounded(grown / hand), ...ratio }
}

/** A need looked for over the whole territory, through the application: fits ranked, obstacles counted. The slowest of three needs. */
async function matcherFigure() {
  const { searchPlaces } = await import('../src/features/recherche/queries.ts')
  const { rechercheBesoinSchema } = await import('../src/domain/places/recherche.ts')
  const viewer = await viewerWith('MMPCR', {
    compteId: randomUUID(),
    organisationId: null,
    structureId: null,
  })
  const needs = [
    { genre: 'FEMME' },
    { couple: 'oui', animaux: 'oui', genre: 'FEMME' },
    { mobilite: 'oui', pourLe: '2026-12-01' },
  ].map((need) => rechercheBesoinSchema.parse(need))
  const times = await timeInTurn(needs.map((need) => () => searchPlaces(viewer, need, now)))
  return { name: 'places.matcher_ms', value: rounded(Math.max(...times)), unit: 'ms', limit: 50 }
}

const rounds = 100
const warmups = 40

/** The rule that sending a request freezes on it. */
const regles = {
  entree: null,
  sortie: 720,
  dureeMin: null,
  dureeMax: 1,
  renouvellements: null,
  revueTousLes: null,
  preavis: null,
}

/** An acceptance (lock, rules, choice of the place, rows, journal) against the same rows written by hand in one transaction. */
async function acceptFigure({ owner, application }) {
  const [ours, theirs] = [await receiver(owner), await receiver(owner)]
  const viewer = await viewerWith('COORDINATEUR', ours)
  const { inTransaction } = await import('../src/db/transaction.ts')
  const { acceptOrientation } = await import('../src/features/passages/commands.ts')
  const accept = async (round) => {
    const vue = { id: ours.orientations[round], version: 1, dispositifId: null, placeId: null }
    const result = await inTransaction(viewer, (tx) => acceptOrientation({ actor: viewer, now, tx }, vue))
    if (!result.ok) throw new Error(`Acceptation refusée : ${result.reason}`)
  }
  const byHand = (round) => writeAcceptance(application, theirs, round)
  const [command, hand] = await timeInTurn([accept, byHand], { rounds: rounds - warmups, warmups })
  return { name: 'places.accept_ratio', value: rounded(command / hand), unit: 'rapport', limit: 3 }
}

/** A device of 60 free places, its coordinator, and as many requests to answer. */
async function receiver(owner) {
  const { rows } = await owner.query(
    'SELECT id, organisation_id AS "organisationId" FROM structures ORDER BY id LIMIT 1',
  )
  const [{ id: structureId, organisationId }] = rows
  const [compteId, dispositifId] = [randomUUID(), randomUUID()]
  await owner.query(
    `INSERT INTO comptes (id, organisation_id, courriel, fonction) VALUES ($1::uuid, $2, 'banc-' || $1::text || '@exemple.fr', 'Banc')`,
    [compteId, organisationId],
  )
  await owner.query(
    `INSERT INTO dispositifs (id, slug, structure_id, organisation_id, kind, nom, statut, oriente)
     VALUES ($1::uuid, $1::text, $2, $3, 'URGENCE', 'Banc', 'OUVERTE', true)`,
    [dispositifId, structureId, organisationId],
  )
  await owner.query(
    `INSERT INTO regles_sejour (id, dispositif_id, duree_max, sortie, du) VALUES (gen_random_uuid(), $1, 1, 720, '2020-01-01')`,
    [dispositifId],
  )
  const places = await owner.query(
    `INSERT INTO places (id, dispositif_id, organisation_id, libelle, du)
     SELECT gen_random_uuid(), $1, $2, 'Place ' || n, '2020-01-01' FROM generate_series(1, $3::int) n RETURNING id`,
    [dispositifId, organisationId, rounds],
  )
  const orientations = await owner.query(
    `INSERT INTO orientations (id, prescripteur_structure_id, prescripteur_organisation_id, auteur_id, receveur_dispositif_id,
       receveur_organisation_id, responsable_id, statut, genre, tranche_age, echeance, souhait_le, envoyee_le, creee_le, regles)
     SELECT gen_random_uuid(), $1, $2, $3, $4, $2, $1, 'ENVOYEE', 'FEMME', 'DE_30_39', 'CE_SOIR', $5, $5, $5, $7
     FROM generate_series(1, $6::int) RETURNING id`,
    [structureId, organisationId, compteId, dispositifId, now, rounds, regles],
  )
  await owner.query('ANALYZE')
  return {
    structureId,
    organisationId,
    compteId,
    dispositifId,
    places: ids(places),
    orientations: ids(orientations),
  }
}

function ids({ rows }) {
  return rows.map(({ id }) => id)
}

/** The rows of one acceptance, and nothing else: no lock, no rule, no choice. */
async function writeAcceptance(
  application,
  { compteId, organisationId, dispositifId, places, orientations },
  round,
) {
  const [place, orientation] = [places[round], orientations[round]]
  const client = await application.connect()
  try {
    await client.query('BEGIN')
    await client.query(
      `SELECT set_config('maillage.compte', $1, true), set_config('maillage.organisation', $2, true), set_config('maillage.roles', 'COORDINATEUR', true)`,
      [compteId, organisationId],
    )
    await client.query(
      `INSERT INTO occupations (id, place_id, organisation_id, kind, etat, debut, fin, fin_prevue, expire_le, orientation_id, prescripteur_id, cree_par, cree_le, modifiee_le)
       VALUES (gen_random_uuid(), $1, $2, 'RESERVATION', 'TENUE', $3, $3::timestamptz + interval '14 hours', $3::timestamptz + interval '14 hours',
         $3::timestamptz + interval '2 hours', $4, $2, $5, $3, $3)`,
      [place, organisationId, now, orientation, compteId],
    )
    await client.query(
      `UPDATE orientations SET statut = 'ACCEPTEE', premiere_reponse_le = $2, receveur_dispositif_id = $3, receveur_organisation_id = $4,
         regles = '{}', version = version + 1 WHERE id = $1`,
      [orientation, now, dispositifId, organisationId],
    )
    await client.query(
      `INSERT INTO orientation_evenements (id, orientation_id, de, vers, le, compte_id, cote)
       VALUES (gen_random_uuid(), $1, 'ENVOYEE', 'ACCEPTEE', $2, $3, 'STRUCTURE')`,
      [orientation, now, compteId],
    )
    for (const action of ['places.hold', 'orientations.accept']) {
      await client.query(
        `INSERT INTO journal (id, le, compte_id, organisation_id, action, objet, objet_id) VALUES (gen_random_uuid(), $1, $2, $3, $4, 'orientation', $5)`,
        [now, compteId, organisationId, action, orientation],
      )
    }
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}
