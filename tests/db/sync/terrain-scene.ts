import { uuidv7 } from 'uuidv7'
import { mintViewer } from '@/auth/mint-viewer'
import type { Viewer } from '@/domain/comptes/viewer'
import type { ArretCorps } from '@/domain/maraudes/arret'
import type { CorpsOf, Kind, Operation } from '@/domain/sync/operation'
import type { ReponseActe } from '@/domain/sync/verdict'
import { applyOperations } from '@/features/sync/apply-operations'
import { connectAsOwner } from '../support/databases'

/** The hour of every test: 23 November 2026, 22 h in Paris. */
export const NOW = new Date('2026-11-23T21:00:00Z')

/** An association with a place to ask from, another that receives, and who acts. */
export async function makeScene() {
  const [ours, theirs] = [uuidv7(), uuidv7()]
  const owner = await connectAsOwner()
  async function organisation(id: string) {
    await owner.query(
      `INSERT INTO organisations (id, slug, nom, nature) VALUES ($1, $2, $2, 'ASSOCIATION')`,
      [id, `essai-${id}`],
    )
  }
  async function structure(organisationId: string, nom: string) {
    const id = uuidv7()
    await owner.query(
      `INSERT INTO structures (id, slug, organisation_id, nom, kind, statut, commune_code, departement)
       VALUES ($1, $2, $3, $4, 'CAARUD', 'OUVERTE', '75118', '75')`,
      [id, `s-${id}`, organisationId, nom],
    )
    return id
  }
  async function account(
    organisationId: string | null,
    role: 'INTERVENANT' | 'COORDINATEUR' | 'MMPCR' | 'MEDIATEUR',
  ): Promise<Viewer> {
    const compteId = uuidv7()
    await owner.query(
      `INSERT INTO comptes (id, organisation_id, courriel, fonction) VALUES ($1, $2, $3, 'essai')`,
      [compteId, organisationId, `${compteId}@exemple.fr`],
    )
    await owner.query(`INSERT INTO attributions (id, compte_id, role) VALUES ($1, $2, $3)`, [
      uuidv7(),
      compteId,
      role,
    ])
    const attributions = [{ role, structureId: null }]
    return mintViewer({ compteId, sessionId: uuidv7(), organisationId, fonction: 'essai', attributions })
  }
  await organisation(ours)
  await organisation(theirs)
  const caarud = await structure(ours, 'CAARUD d’essai')
  const accueil = await structure(theirs, 'Accueil d’essai')
  const dispositif = uuidv7()
  await owner.query(
    `INSERT INTO dispositifs (id, slug, structure_id, organisation_id, kind, nom, statut, oriente)
     VALUES ($1, $2, $3, $4, 'URGENCE', 'Urgence d’essai', 'OUVERTE', true)`,
    [dispositif, `d-${dispositif}`, accueil, theirs],
  )
  const worker = await account(ours, 'INTERVENANT')
  return { owner, ours, theirs, caarud, accueil, dispositif, worker, account }
}
export type Scene = Awaited<ReturnType<typeof makeScene>>

let sequence = 0

/** One act as a tablet writes it; its id is made now. */
export function act<Name extends Kind>(
  author: Viewer,
  kind: Name,
  corps: CorpsOf<Name>,
  changes: Partial<Operation> = {},
): Operation {
  sequence += 1
  return {
    id: uuidv7(),
    sequence,
    kind,
    schemaVersion: 1,
    auteurId: author.compteId,
    creeLe: NOW,
    corps: JSON.parse(JSON.stringify(corps)),
    ...changes,
  }
}

export function envelope(operations: Operation[], appareilId = uuidv7()) {
  return { appareilId, envoyeLe: NOW, enAttente: operations.length, sequenceMax: sequence, operations }
}

export function opening(author: Viewer, changes: Partial<CorpsOf<'maraude.ouvrir'>> = {}) {
  return act(author, 'maraude.ouvrir', {
    secteurCode: '75118',
    mode: 'A_PIED',
    equipe: 3,
    partenaires: ['Aurore'],
    debut: '2026-11-23T18:00:00.000Z',
    ...changes,
  })
}

/** A full stop: one line of each list, a kit among them. */
export function arretCorps(maraudeId: string, changes: Partial<ArretCorps> = {}): ArretCorps {
  return {
    maraudeId,
    communeCode: '75118',
    lieu: 'Porte de la Chapelle',
    arrivee: '2026-11-23T18:30:00.000Z',
    depart: '2026-11-23T19:00:00.000Z',
    ambiance: 'CALME',
    presencePoliciere: false,
    mediations: 1,
    note: 'Passage calme',
    rencontres: [{ genre: 'FEMME', trancheAge: 'DE_30_39', situation: 'ISOLEE', connus: 1, nouveaux: 1 }],
    materiel: [
      { article: 'kit-inhalation', sens: 'DONNE', quantite: 3 },
      { article: 'embout', sens: 'DONNE', quantite: 1 },
      { article: 'pipe-usagee', sens: 'RECUPERE', quantite: 2 },
    ],
    besoins: [{ kind: 'DORMIR', personnes: 1, reponse: 'SANS_REPONSE', cause: 'PAS_DE_PLACE' }],
    incidents: [{ kind: 'NALOXONE', personnes: 1, doses: 2 }],
    messages: [{ carte: 'pas-seul', personnes: 2 }],
    ...changes,
  }
}

/** A stop as the tablet writes it, badly when the changes say so. */
export function stop(author: Viewer, maraudeId: string, changes: object = {}) {
  return act(author, 'arret.noter', { ...arretCorps(maraudeId), ...changes })
}

/** Sends acts in one envelope; the verdicts, or none when the sending was refused. */
export async function send(viewer: Viewer, ...operations: Operation[]): Promise<ReponseActe[]> {
  const result = await applyOperations(viewer, NOW, envelope(operations))
  return result.ok ? result.value.verdicts : []
}

export function closing(author: Viewer, maraudeId: string, changes: Partial<CorpsOf<'maraude.clore'>> = {}) {
  return act(author, 'maraude.clore', {
    maraudeId,
    fin: '2026-11-23T20:30:00.000Z',
    transmission: 'Rien de particulier',
    couverture: [{ cellule: '891fb466257ffff', minutes: 20, passages: 1 }],
    ...changes,
  })
}

export function asking(
  author: Viewer,
  arretId: string | null,
  changes: Partial<CorpsOf<'place.demander'>> = {},
) {
  return act(author, 'place.demander', {
    arretId,
    receveurDispositifId: null,
    echeance: 'CE_SOIR',
    genre: 'FEMME',
    trancheAge: 'DE_30_39',
    personnes: 1,
    couple: false,
    animaux: true,
    mobilite: false,
    femmesSeulement: true,
    souhaitLe: '2026-11-23T18:40:00.000Z',
    ...changes,
  })
}

/** Every row these acts made, ids replaced by the acts' names, so that two runs can be compared. */
export async function snapshot(owner: Scene['owner'], acts: Record<string, Operation>): Promise<unknown> {
  const ids = Object.values(acts).map(({ id }) => id)
  async function rows(sql: string) {
    return (await owner.query(sql, [ids])).rows
  }
  const tables = {
    maraudes: await rows(`SELECT * FROM maraudes WHERE id = ANY($1) ORDER BY id`),
    couvertures: await rows(`SELECT * FROM couvertures WHERE maraude_id = ANY($1) ORDER BY cellule`),
    arrets: await rows(`SELECT * FROM arrets WHERE id = ANY($1) ORDER BY id`),
    rencontres: await rows(
      `SELECT arret_id, genre, tranche_age, situation, connus, nouveaux FROM rencontres WHERE arret_id = ANY($1) ORDER BY 1, 2, 3, 4`,
    ),
    materiels: await rows(
      `SELECT arret_id, article_code, sens, quantite FROM materiels WHERE arret_id = ANY($1) ORDER BY 1, 2, 3`,
    ),
    besoins: await rows(
      `SELECT arret_id, kind, personnes, reponse, cause FROM besoins WHERE arret_id = ANY($1) ORDER BY 1, 2`,
    ),
    incidents: await rows(
      `SELECT arret_id, kind, personnes, doses FROM incidents WHERE arret_id = ANY($1) ORDER BY 1, 2`,
    ),
    messages: await rows(
      `SELECT arret_id, carte, personnes FROM messages_rdr WHERE arret_id = ANY($1) ORDER BY 1, 2`,
    ),
    orientations: await rows(
      `SELECT id, arret_id, statut, souhait_le, animaux, envoyee_le, auteur_id FROM orientations WHERE id = ANY($1) ORDER BY id`,
    ),
    evenements: await rows(
      `SELECT orientation_id, vers FROM orientation_evenements WHERE orientation_id = ANY($1) ORDER BY 1`,
    ),
    operations: await rows(
      `SELECT id, kind, verdict, motif, attend_id, corps FROM operations WHERE id = ANY($1) ORDER BY id`,
    ),
    journal: await rows(
      `SELECT DISTINCT action, objet_id FROM journal WHERE objet_id = ANY($1::text[]) AND refus IS NULL ORDER BY 1, 2`,
    ),
  }
  const names = new Map(Object.entries(acts).map(([name, { id }]) => [id, name]))
  const text = JSON.stringify(tables).replaceAll(
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    (id) => names.get(id) ?? id,
  )
  return JSON.parse(text)
}
