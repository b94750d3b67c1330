import { enrolDevice } from '@/auth/device'
import { demandeEnrolementSchema } from '@/domain/appareils/enrolement'
import { now } from '@/lib/clock'
import { readJson } from '@/lib/read-json'

const MAX_BYTES = 1000

/**
 * Makes an enrolled tablet of the browser that gives a code: `{ code }` → 201 `{ appareilId, nom, organisationId }` and the
 * device cookie. 400 unreadable code, 403 code refused, 415 not JSON (which a form of another site cannot send).
 */
export async function POST(request: Request): Promise<Response> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) return fault(415, 'JSON attendu')
  const json = await readJson(request, MAX_BYTES)
  const read = demandeEnrolementSchema.safeParse(json.ok ? json.value : null)
  if (!read.success) return fault(400, read.error.issues[0]?.message ?? 'Code illisible')
  const result = await enrolDevice(read.data.code, now())
  if (!result.ok)
    return fault(
      403,
      'Ce code ne sert plus : un code vaut quinze minutes et une seule tablette. Demandez-en un autre.',
    )
  const { appareil, cookie } = result.value
  return Response.json(appareil, { status: 201, headers: { ...ours, 'set-cookie': cookie } })
}

const ours = { 'x-maillage': '1', 'cache-control': 'no-store' }

function fault(status: number, erreur: string): Response {
  return Response.json({ erreur }, { status, headers: ours })
}
