import 'server-only'
import { readAs } from '@/db/transaction'
import { addDays, toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { ServiceMineurs } from '@/domain/parcours/mineurs'
import { protegeCompte } from '@/domain/places/tableau'
import { env } from '@/lib/env'

const PERIODE_JOURS = 90

/** How many minors the organisation led to each service over ninety days; a small count is null. Null: not the viewer's to know. */
export function countMineurs(
  viewer: Viewer,
  now: Date,
): Promise<{ service: ServiceMineurs; nombre: number | null }[] | null> {
  if (!can(viewer, 'mineurs.orient')) return Promise.resolve(null)
  const today = toParis(now).date
  const first = toDatabaseDate(addDays(today, -PERIODE_JOURS))
  return readAs(viewer, async (tx) => {
    const rows = await tx.$queryRaw<{ service: ServiceMineurs; nombre: number }[]>`
      SELECT service::text, nombre FROM mineurs_adresses(${first}::date, ${toDatabaseDate(today)}::date) ORDER BY service`
    return rows.map(({ service, nombre }) => ({
      service,
      nombre: protegeCompte(nombre, env.SMALL_NUMBERS_THRESHOLD),
    }))
  })
}
