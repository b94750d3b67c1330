import 'server-only'
import { createHash } from 'node:crypto'
import { readAccountViewer } from '@/auth/account-viewer'
import { followChanges } from '@/db/changes'
import { readRows, type RowReader } from '@/db/rows'
import { inTransaction, withoutViewer } from '@/db/transaction'
import { fromDatabaseDate } from '@/domain/commun/civil-date'
import type { Viewer } from '@/domain/comptes/viewer'
import type { DemandeExport } from '@/domain/exports/demande'
import { perimetresOf } from '@/domain/exports/perimetres'
import { failFile, type Prise, sealFile } from '@/features/exports/commands'
import { countQuery } from '@/features/exports/queries'
import { now as clock } from '@/lib/clock'
import { logger } from '@/lib/logger'
import { bytesOf } from './export-bytes'
import { keepBytes, noteTotal, releaseFile } from './export-store'

let running: Promise<void> | null = null
let isAskedAgain = false

/**
 * Writes every file that waits, one at a time on this node, then throws away those that are over. Two nodes share them: the
 * base gives each file to one. A node that stops gives its file back; one that dies is replaced two minutes later.
 */
export function writeExports(now: Date): Promise<void> {
  running ??= writeAll(now).finally(() => {
    running = null
  })
  return running
}

/** Starts at once what has just been asked, on whichever node hears of it first; the job of each minute makes good what was missed. */
export function followExports(): void {
  followChanges((change) => {
    if (change !== 'exports' && change !== 'RESYNC') return
    if (running !== null) {
      isAskedAgain = true
      return
    }
    void writeExports(clock()).catch((error: unknown) =>
      logger.error(
        { faute: error instanceof Error ? error.name : 'inconnue' },
        'export de lignes interrompu',
      ),
    )
  })
}

async function writeAll(now: Date): Promise<void> {
  do {
    isAskedAgain = false
    while (await writeNext()) {
      // Until nothing waits.
    }
  } while (isAskedAgain)
  await withoutViewer((tx) => tx.$executeRaw`SELECT purger_exports(${now})`)
}

/** Whether there was one to write. */
async function writeNext(): Promise<boolean> {
  const [prise] = await withoutViewer(
    (tx) =>
      tx.$queryRaw<
        (Prise & { compte: string })[]
      >`SELECT export_id AS id, compte, essai FROM prendre_export(${clock()})`,
  )
  if (prise === undefined) return false
  const viewer = await readAccountViewer(prise.compte)
  const demande = await readDemande(viewer, prise)
  if (!perimetresOf(viewer).includes(demande.perimetre)) {
    await inTransaction(viewer, (tx) => failFile({ actor: viewer, now: clock(), tx }, prise, 'INTERDIT'))
    return true
  }
  try {
    await writeFile(viewer, prise, demande)
  } catch (error) {
    await releaseFile(viewer, prise)
    throw error
  }
  return true
}

async function readDemande(viewer: Viewer, { id }: Prise): Promise<DemandeExport> {
  const { perimetre, format, du, au } = await inTransaction(viewer, (tx) =>
    tx.exportLignes.findUniqueOrThrow({ where: { id } }),
  )
  return { perimetre, format, du: fromDatabaseDate(du), au: fromDatabaseDate(au) }
}

/** Rows are read at one instant, written as they come, and hashed as they are kept. */
function writeFile(viewer: Viewer, prise: Prise, demande: DemandeExport): Promise<void> {
  return readRows(viewer, async (rows: RowReader) => {
    const lignes = await rows.count(countQuery(viewer, demande))
    await noteTotal(viewer, prise, lignes)
    const hash = createHash('sha256')
    await keepBytes(viewer, prise, bytesOf(rows, viewer, demande), (morceau) => hash.update(morceau))
    const sealed = { lignes, empreinte: hash.digest('hex') }
    await inTransaction(viewer, (tx) => sealFile({ actor: viewer, now: clock(), tx }, prise, sealed))
  })
}
