import { uuidv7 } from 'uuidv7'
import { mintViewer } from '@/auth/mint-viewer'
import type { Viewer } from '@/domain/comptes/viewer'
import type { Livre } from '@/domain/rapports/livre'
import { parsePeriode } from '@/domain/rapports/periode'
import type { RapportPret } from '@/domain/rapports/prets'
import { readLivre } from '@/features/prets/queries'
import { insertDonnees } from '../rapports/donnees'
import type { Donnees } from '../rapports/types'
import { owner } from '../support/connections'

/** Rows to count, and somebody of the MMPCR to read them. */
export async function prepareReader(): Promise<{ viewer: Viewer; donnees: Donnees }> {
  const donnees = await insertDonnees(owner)
  const compteId = uuidv7()
  await owner.query(`INSERT INTO comptes (id, courriel, fonction) VALUES ($1, $2, 'essai')`, [
    compteId,
    `${compteId}@exemple.fr`,
  ])
  const viewer = mintViewer({
    compteId,
    sessionId: uuidv7(),
    organisationId: null,
    fonction: 'essai',
    attributions: [{ role: 'MMPCR', structureId: null }],
  })
  return { viewer, donnees }
}

/** A ready report of the quarter that the rows are in. */
export async function readQuarter(viewer: Viewer, pret: RapportPret, now: Date): Promise<Livre> {
  const periode = parsePeriode('2026-T3')
  const livre = periode && (await readLivre(viewer, pret, periode, now))
  if (!livre) throw new Error('aucun rapport')
  return livre
}
