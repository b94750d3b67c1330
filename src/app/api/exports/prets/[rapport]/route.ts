import { createHash } from 'node:crypto'
import { findViewer } from '@/auth/require-viewer'
import { inTransaction } from '@/db/transaction'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import type { Viewer } from '@/domain/comptes/viewer'
import { sheetsOf } from '@/domain/rapports/classeur'
import { parseDemande } from '@/domain/rapports/demande'
import { printLivre } from '@/domain/rapports/imprime'
import {
  type FormatLivre,
  type Livre,
  livreFileName,
  livreRecords,
  parseFormat,
} from '@/domain/rapports/livre'
import { demandeOf, findPret } from '@/domain/rapports/prets'
import { phrasesRefusExport } from '@/domain/rapports/refus-export'
import { openExport, sealExport } from '@/features/rapports/commands'
import { readLivre } from '@/features/prets/queries'
import { now } from '@/lib/clock'
import { type Sealed, streamCsv } from '@/lib/csv'
import { makePdf } from '@/lib/pdf'
import { makeWorkbook } from '@/lib/xlsx'

export const dynamic = 'force-dynamic'

const contentTypes: Record<FormatLivre, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/**
 * A ready report as a file, `?periode=2026-T3&format=pdf` (or `xlsx`, `csv`): same figures and same hidden cells as its screen.
 * 401 signed out, 404 for no such report, 400 with the faults of the address, 403 for a role that may not export. Recorded
 * before its last byte.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ rapport: string }> },
): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return answer(401, 'Votre session est terminée. Reconnectez-vous, puis téléchargez à nouveau.')
  const pret = findPret((await params).rapport)
  if (!pret) return answer(404, 'Aucun rapport prêt ne porte ce nom.')
  const at = now()
  const question = Object.fromEntries(new URL(request.url).searchParams)
  const lue = parseDemande(question, workDayOf(at))
  const format = parseFormat(question['format'])
  if (!lue.ok) return answer(400, lue.fautes.join('\n'))
  if (format === null) return answer(400, 'Choisissez un format : pdf, xlsx ou csv.')
  for (const chapitre of pret.chapitres) {
    const demande = demandeOf(chapitre, lue.demande.periode)
    const opened = await inTransaction(viewer, (tx) => openExport({ actor: viewer, now: at, tx }, demande))
    if (!opened.ok) return answer(403, phrasesRefusExport[opened.reason])
  }
  const livre = await readLivre(viewer, pret, lue.demande.periode, at)
  if (!livre) return answer(403, phrasesRefusExport.INTERDIT)
  return new Response(await bodyOf(livre, format, (sealed) => seal(viewer, livre, sealed, at)), {
    headers: {
      'Content-Type': contentTypes[format],
      'Content-Disposition': `attachment; filename="${livreFileName(livre, format)}"`,
      'Cache-Control': 'no-store',
    },
  })
}

async function bodyOf(
  livre: Livre,
  format: FormatLivre,
  sealed: (sealed: Sealed) => Promise<void>,
): Promise<BodyInit> {
  if (format === 'csv') return streamCsv(livreRecords(livre), sealed)
  const bytes = format === 'pdf' ? await makePdf(printLivre(livre)) : await workbookOf(livre)
  const lignes = livre.chapitres.flatMap(({ sections }) =>
    sections.flatMap(({ lignes: each }) => each),
  ).length
  await sealed({ empreinte: createHash('sha256').update(bytes).digest('hex'), lignes })
  return new Blob([bytes])
}

async function workbookOf(livre: Livre): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await makeWorkbook(sheetsOf(livre), `${livre.pret.nom} · ${livre.periode.libelle}`))
}

/** Chapter by chapter, so that a later file is compared with each. */
function seal(viewer: Viewer, livre: Livre, sealed: Sealed, at: Date): Promise<void> {
  return inTransaction(viewer, async (tx) => {
    for (const { demande, sections } of livre.chapitres) {
      const rapport = { ...livre, sections, avant: null }
      await sealExport({ actor: viewer, now: at, tx }, { demande, rapport, ...sealed })
    }
  })
}

function answer(status: number, message: string): Response {
  return new Response(message, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
