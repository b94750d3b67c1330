import { findViewer } from '@/auth/require-viewer'
import { inTransaction } from '@/db/transaction'
import type { Viewer } from '@/domain/comptes/viewer'
import { contentTypesExport, exportFileName } from '@/domain/exports/demande'
import { CHUNK_BYTES, phrasesRefusExportLignes } from '@/domain/exports/etats'
import { isExportId } from '@/domain/exports/perimetres'
import { type Plage, readPlage } from '@/domain/exports/plage'
import { noteDownload } from '@/features/exports/commands'
import { type ExportDemande, findReadyExport, readMorceau } from '@/features/exports/queries'
import { now } from '@/lib/clock'

export const dynamic = 'force-dynamic'

/**
 * A file of rows, whole or from where a download broke (`Range`, `If-Range`): the bytes are kept, so each piece is that of the
 * same file, whichever node answers. `ETag` and `Repr-Digest` are its SHA-256. 401 signed out, 404 when it is not this account's, not
 * ready or over, 416 beyond its end, 304 when already held.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const viewer = await findViewer()
  if (!viewer)
    return answer(401, 'Votre session est terminée. Reconnectez-vous, puis reprenez le téléchargement.')
  const { id } = await params
  const at = now()
  const file = isExportId(id) ? await findReadyExport(viewer, id, at) : null
  if (file === null || file.empreinte === null) return answer(404, phrasesRefusExportLignes.INCONNU)
  const headers = headersOf(file, file.empreinte)
  if (request.headers.get('If-None-Match') === headers.ETag)
    return new Response(null, { status: 304, headers })
  const plage = readPlage(
    request.headers.get('Range'),
    request.headers.get('If-Range'),
    headers.ETag,
    file.octets,
  )
  if (plage.kind === 'HORS')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'Content-Range': `bytes */${file.octets}` },
    })
  const { empreinte } = file
  await inTransaction(viewer, (tx) => noteDownload({ actor: viewer, now: at, tx }, id, empreinte))
  return hand(viewer, file, plage, headers)
}

function headersOf(file: ExportDemande, empreinte: string) {
  const digest = Buffer.from(empreinte, 'hex').toString('base64')
  return {
    'Content-Type': contentTypesExport[file.format],
    'Content-Disposition': `attachment; filename="${exportFileName(file)}"`,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    ETag: `"${empreinte}"`,
    'Repr-Digest': `sha-256=:${digest}:`,
  }
}

function hand(
  viewer: Viewer,
  file: ExportDemande,
  plage: Exclude<Plage, { kind: 'HORS' }>,
  headers: Readonly<Record<string, string>>,
): Response {
  const { du, au } = plage.kind === 'BOUT' ? plage : { du: 0, au: file.octets - 1 }
  const range = plage.kind === 'BOUT' ? { 'Content-Range': `bytes ${du}-${au}/${file.octets}` } : {}
  return new Response(streamBytes(viewer, file.id, du, au), {
    status: plage.kind === 'BOUT' ? 206 : 200,
    headers: { ...headers, ...range, 'Content-Length': String(au - du + 1) },
  })
}

/** Piece after piece, each read when the reader has taken the one before: nothing is held for who goes slowly or leaves. */
function streamBytes(viewer: Viewer, id: string, du: number, au: number): ReadableStream<Uint8Array> {
  let at = du
  return new ReadableStream({
    async pull(controller) {
      if (at > au) return controller.close()
      const rang = Math.floor(at / CHUNK_BYTES)
      const octets = await readMorceau(viewer, id, rang)
      if (octets === null)
        return controller.error(new Error('Le fichier a expiré pendant le téléchargement.'))
      const start = rang * CHUNK_BYTES
      controller.enqueue(octets.subarray(at - start, au - start + 1))
      at = start + CHUNK_BYTES
    },
  })
}

function answer(status: number, message: string): Response {
  return new Response(message, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
