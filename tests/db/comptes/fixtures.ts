import { randomUUID } from 'node:crypto'
import type { Origin } from '@/auth/attempts'
import { mintViewer } from '@/auth/mint-viewer'
import { hashPassword } from '@/auth/password'
import { prisma } from '@/db/client'
import type { Role } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'

export const PASSWORD = 'une phrase facile à retenir'

const hashed = hashPassword(PASSWORD)

/** An organisation of the test's own. */
export async function createOrganisation(nom = 'Association'): Promise<string> {
  const { id } = await prisma.organisation.create({
    data: { slug: `asso-${randomUUID()}`, nom, nature: 'ASSOCIATION' },
  })
  return id
}

type CompteFacts = {
  organisationId?: string | null
  roles?: readonly Role[]
  actif?: boolean
  motDePasse?: string | null
  totp?: string | null
}

/** An account that signs in with PASSWORD, unless told otherwise. */
export async function createCompte({
  organisationId = null,
  roles = ['INTERVENANT'],
  ...facts
}: CompteFacts = {}) {
  return prisma.compte.create({
    data: {
      courriel: `compte-${randomUUID()}@exemple.fr`,
      fonction: 'Équipe de rue',
      organisationId,
      motDePasse: await hashed,
      attributions: { create: roles.map((role) => ({ role })) },
      ...facts,
    },
  })
}

/** Tests mint a Viewer here and nowhere else: the facts are those of an account the test has just written. */
export function viewerOf(
  compte: { id: string; organisationId: string | null; fonction: string },
  roles: readonly Role[],
): Viewer {
  return mintViewer({
    compteId: compte.id,
    sessionId: randomUUID(),
    organisationId: compte.organisationId,
    fonction: compte.fonction,
    attributions: roles.map((role) => ({ role, structureId: null })),
  })
}

/** A place on the network nobody else uses. */
export function anywhere(): Origin {
  return { address: `test-${randomUUID()}`, deviceCookie: undefined }
}
