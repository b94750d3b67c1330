import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { Cas, IssueQuarantaine, MotifEcart, NatureCas } from '@/domain/quarantaine/decision'
import { corpsArret, corpsCloture, corpsDemande, corpsOuverture } from '@/domain/quarantaine/enregistre'
import { type Corps, corpsOf, isUuid, isCorps } from '@/domain/quarantaine/lignes'

/** What was decided, by whom, when, and why. `recu` and `retenu` are bodies. */
export type DecisionLue = {
  issue: IssueQuarantaine
  motif: MotifEcart | null
  precision: string | null
  le: Date
  par: string
  recu: Corps
  retenu: Corps | null
}

/** One case whole: what was received, what the base counts in its place, and what was decided. */
export type CasLu = {
  nature: NatureCas
  id: string
  /** id of the act */
  acteId: string
  kind: string
  schemaVersion: number
  verdict: string
  motif: string | null
  recueLe: Date
  creeLe: Date
  decalage: number
  auteur: string | null
  appareil: string | null
  maraudeId: string | null
  recu: Corps
  /** what counts today instead, or first; null when nothing does */
  compte: Corps | null
  decision: DecisionLue | null
}

/** One case of the viewer's organisation, decided or not; null when out of scope. */
export async function readCas(viewer: Viewer, cas: Cas): Promise<CasLu | null> {
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'quarantaine.decide', { organisationId })) return null
  return readAs(viewer, (tx) => findCas(tx, cas, organisationId))
}

/** The same, inside the transaction that decides of it; the right is already checked. */
export function findCas(tx: Transaction, { nature, id }: Cas, organisationId: string): Promise<CasLu | null> {
  return readers[nature](tx, id, organisationId)
}

const readers: Record<
  NatureCas,
  (tx: Transaction, id: string, organisationId: string) => Promise<CasLu | null>
> = {
  acte: readActeRefuse,
  conflit: readConflit,
  correction: readCorrection,
}

const withDecision = { decision: { include: { par: { select: { fonction: true } } } } } as const

async function readActeRefuse(tx: Transaction, id: string, organisationId: string): Promise<CasLu | null> {
  const found = await tx.operation.findFirst({ where: { id, organisationId }, include: withDecision })
  if (found === null || (found.verdict === 'APPLIQUE' && found.decision === null)) return null
  const decision = decisionOf(found.decision)
  const recu = decision?.recu ?? corpsOf(found.corps)
  const compte = decision === null ? await inForce(tx, found.kind, recu) : null
  return { nature: 'acte', acteId: id, ...(await describe(tx, found)), recu, compte, decision }
}

async function readConflit(tx: Transaction, id: string, organisationId: string): Promise<CasLu | null> {
  const found = await tx.operationConflit.findFirst({
    where: { id, operation: { organisationId } },
    include: { ...withDecision, operation: true },
  })
  if (found === null) return null
  const { operation } = found
  const first =
    operation.corps === null ? await rowOf(tx, operation.kind, operation.id) : corpsOf(operation.corps)
  const whose = await describe(tx, operation)
  return {
    ...whose,
    nature: 'conflit',
    id,
    acteId: operation.id,
    motif: null,
    recueLe: found.recueLe,
    recu: corpsOf(found.corps),
    compte: first,
    decision: decisionOf(found.decision),
  }
}

async function readCorrection(tx: Transaction, id: string, organisationId: string): Promise<CasLu | null> {
  const found = await tx.arret.findFirst({
    where: { id, maraude: { organisationId } },
    include: { ...lines, ...withDecision },
  })
  if (found === null || (found.statut !== 'EN_CONFLIT' && found.decision === null)) return null
  const operation = await tx.operation.findUnique({ where: { id } })
  const active = await findActive(tx, found.remplaceId ?? id)
  const whose = operation === null ? null : await describe(tx, operation)
  return {
    recueLe: found.arrivee,
    creeLe: found.arrivee,
    decalage: 0,
    auteur: null,
    appareil: null,
    schemaVersion: 1,
    verdict: 'APPLIQUE',
    ...whose,
    nature: 'correction',
    id,
    acteId: id,
    kind: 'arret.corriger',
    motif: null,
    maraudeId: found.maraudeId,
    recu: corpsArret(found),
    compte: active,
    decision: decisionOf(found.decision),
  }
}

/** The stop that counts among those that correct one another, found from any of them; null when none does. */
async function findActive(tx: Transaction, from: string): Promise<Corps | null> {
  const id = await findActiveId(tx, from)
  return id === null ? null : rowOf(tx, 'arret.noter', id)
}

/** Its id. */
export async function findActiveId(tx: Transaction, from: string): Promise<string | null> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE racine AS (
      SELECT id, remplace_id FROM arrets WHERE id = ${from}::uuid
      UNION SELECT a.id, a.remplace_id FROM arrets a JOIN racine r ON a.id = r.remplace_id
    ), famille AS (
      SELECT id FROM racine WHERE remplace_id IS NULL
      UNION SELECT a.id FROM arrets a JOIN famille f ON a.remplace_id = f.id
    )
    SELECT a.id FROM arrets a JOIN famille USING (id) WHERE a.statut = 'ACTIF' LIMIT 1`
  return found[0]?.id ?? null
}

const lines = {
  rencontres: true,
  materiels: true,
  besoins: true,
  incidents: true,
  messages: true,
} as const

/** What counts today where this act would: the closing of its round, the stop it corrects. */
async function inForce(tx: Transaction, kind: string, corps: Corps): Promise<Corps | null> {
  const { maraudeId, remplaceId } = corps
  if (kind === 'maraude.clore' && isUuid(maraudeId)) return rowOf(tx, kind, maraudeId)
  if (kind === 'arret.corriger' && isUuid(remplaceId)) return findActive(tx, remplaceId)
  return null
}

/** The row an act made, read back as a body. A closing is found by its own id or by its round's. */
async function rowOf(tx: Transaction, kind: string, id: string): Promise<Corps | null> {
  if (kind === 'arret.noter' || kind === 'arret.corriger') {
    const arret = await tx.arret.findUnique({ where: { id }, include: lines })
    return arret === null ? null : corpsArret(arret)
  }
  if (kind === 'place.demander') {
    const demande = await tx.orientation.findUnique({ where: { id } })
    return demande === null ? null : corpsDemande(demande)
  }
  const maraude = await tx.maraude.findFirst({
    where: kind === 'maraude.clore' ? { OR: [{ id }, { clotureId: id }] } : { id },
    include: { couvertures: { orderBy: { cellule: 'asc' } } },
  })
  if (maraude === null) return null
  return kind === 'maraude.clore' ? corpsCloture(maraude) : corpsOuverture(maraude)
}

type Operation = NonNullable<Awaited<ReturnType<Transaction['operation']['findFirst']>>>

async function describe(tx: Transaction, operation: Operation) {
  const { id, kind, schemaVersion, verdict, motif, recueLe, creeLe, decalage, auteurId, appareilId } =
    operation
  const auteur =
    auteurId === null
      ? null
      : await tx.compte.findUnique({ where: { id: auteurId }, select: { fonction: true } })
  const appareil = await tx.appareil.findUnique({ where: { id: appareilId }, select: { libelle: true } })
  const { maraudeId } = corpsOf(operation.corps)
  return {
    id,
    kind,
    schemaVersion,
    verdict,
    motif,
    recueLe,
    creeLe,
    decalage,
    auteur: auteur?.fonction ?? null,
    appareil: appareil?.libelle ?? null,
    maraudeId: kind === 'maraude.ouvrir' ? id : isUuid(maraudeId) ? maraudeId : null,
  }
}

type LigneDecision = {
  issue: IssueQuarantaine
  motif: MotifEcart | null
  precision: string | null
  le: Date
  recu: unknown
  retenu: unknown
  par: { fonction: string }
}

function decisionOf(row: LigneDecision | null): DecisionLue | null {
  if (row === null) return null
  const { issue, motif, precision, le, par } = row
  const retenu = isCorps(row.retenu) ? row.retenu : null
  return { issue, motif, precision, le, par: par.fonction, recu: corpsOf(row.recu), retenu }
}
