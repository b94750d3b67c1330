import { findViewer } from '@/auth/require-viewer'
import { inTransaction } from '@/db/transaction'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { parseDemande } from '@/domain/rapports/demande'
import { fileName, reportRecords } from '@/domain/rapports/fichier'
import { phrasesRefusExport } from '@/domain/rapports/refus-export'
import { openExport, sealExport } from '@/features/rapports/commands'
import { readRapport } from '@/features/rapports/queries'
import { now } from '@/lib/clock'
import { streamCsv } from '@/lib/csv'

export const dynamic = 'force-dynamic'

/**
 * The report of the same address, as CSV: same rows, same count, same hidden cells as the screen. 401 signed out, 400 with
 * the faults of the address, 403 for a role that may not export. Recorded (parameters, versions, SHA-256) before its last byte.
 */
export async function GET(request: Request): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer) return answer(401, 'Votre session est terminée. Reconnectez-vous, puis téléchargez à nouveau.')
  const at = now()
  const question = new URL(request.url).searchParams
  const parametres = Object.fromEntries([...question.keys()].map((name) => [name, question.getAll(name)]))
  const lue = parseDemande(parametres, workDayOf(at))
  if (!lue.ok) return answer(400, lue.fautes.join('\n'))
  const { demande } = lue
  if (demande.indicateurs.length === 0) return answer(400, 'Choisissez au moins un indicateur.')
  const opened = await inTransaction(viewer, (tx) => openExport({ actor: viewer, now: at, tx }, demande))
  if (!opened.ok) return answer(403, phrasesRefusExport[opened.reason])
  const rapport = await readRapport(viewer, demande, at)
  if (!rapport) return answer(403, phrasesRefusExport.INTERDIT)
  const body = streamCsv(reportRecords({ demande, ...rapport }), (sealed) =>
    inTransaction(viewer, (tx) =>
      sealExport({ actor: viewer, now: at, tx }, { demande, rapport, ...sealed }),
    ),
  )
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName(demande)}"`,
      'Cache-Control': 'no-store',
    },
  })
}

function answer(status: number, message: string): Response {
  return new Response(message, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
