import type { Viewer } from '@/domain/comptes/viewer'
import { arrive, createSoiree, viewerOf } from '../places/soiree'
import type { Monde } from '../socle/monde'
import { owner } from '../support/connections'

/** A hotel whose stays last a fortnight, and somebody in it. */
export async function createHotel() {
  const monde = await createSoiree(1, { kind: 'HOTEL' })
  await owner.query('UPDATE regles_sejour SET duree_max = 14 WHERE dispositif_id = $1', [
    monde.seine.dispositif,
  ])
  const { code, sejour } = await arrive(monde)
  return { monde, code: code ?? '', sejour }
}

/** Who keeps the follow-up. */
export const caarud = (monde: Monde): Viewer => viewerOf(monde.paris, 'COORDINATEUR')
