import { uuidv7 } from 'uuidv7'
import { mintViewer } from '@/auth/mint-viewer'
import { inTransaction } from '@/db/transaction'
import type { Role } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { keepRapport } from '@/features/enregistres/commands'
import { prisma } from '@/db/client'
import { owner } from '../support/connections'

export const MATIN = new Date('2026-11-26T09:00:00Z')

/** An account of this organisation, with one role. */
export async function account(role: Role, organisationId: string | null): Promise<Viewer> {
  const compteId = uuidv7()
  await owner.query(
    `INSERT INTO comptes (id, organisation_id, courriel, fonction) VALUES ($1, $2, $3, 'essai')`,
    [compteId, organisationId, `${compteId}@exemple.fr`],
  )
  await prisma.attribution.create({ data: { compteId, role, structureId: null } })
  const attributions = [{ role, structureId: null }]
  return mintViewer({ compteId, sessionId: uuidv7(), organisationId, fonction: 'essai', attributions })
}

/** Keeps a report of contacts under this name; gives its id. */
export async function keepFor(viewer: Viewer, nom: string): Promise<string> {
  const question = 'indicateur=contacts&periode=trimestre-dernier&par=departement'
  const kept = await inTransaction(viewer, (tx) =>
    keepRapport({ actor: viewer, now: MATIN, tx }, { nom, question }),
  )
  if (!kept.ok) throw new Error(kept.reason)
  return kept.value.id
}
