import { mintViewer } from '@/auth/mint-viewer'
import { prisma } from '@/db/client'
import type { Context } from '@/db/journal'
import { inTransaction } from '@/db/transaction'
import type { OrientationVue } from '@/domain/orientations/reponse'
import type { Deplacement } from '@/domain/places/changement'
import type { Depart } from '@/domain/places/depart'
import type { Reservation } from '@/domain/places/reservation'
import { moveStay } from '@/features/changements/commands'
import { acceptOrientation } from '@/features/passages/commands'
import { bookPlace } from '@/features/reservations/commands'
import { admit, endStay } from '@/features/sejours/commands'

/** One act asked of another application process, by name. */
export type Acte =
  | { nom: 'reserver'; saisie: Reservation }
  | { nom: 'accepter'; saisie: OrientationVue }
  | { nom: 'admettre'; saisie: OrientationVue }
  | { nom: 'deplacer'; saisie: Deplacement }
  | { nom: 'terminer'; saisie: Depart }

/** What a process is given: who acts (as `mintViewer` takes it), when, and acts to be done all at once. */
export type Travail = { viewer: Parameters<typeof mintViewer>[0]; now: string; actes: readonly Acte[] }

function perform(context: Context, acte: Acte): Promise<{ ok: boolean; reason?: string }> {
  switch (acte.nom) {
    case 'reserver':
      return bookPlace(context, acte.saisie)
    case 'accepter':
      return acceptOrientation(context, { ...acte.saisie, dispositifId: null, placeId: null })
    case 'admettre':
      return admit(context, acte.saisie)
    case 'deplacer':
      return moveStay(context, acte.saisie)
    case 'terminer':
      return endStay(context, acte.saisie)
  }
}

/** `OK`, the reason of a refusal, or what was thrown. */
async function outcome(viewer: ReturnType<typeof mintViewer>, now: Date, acte: Acte): Promise<string> {
  try {
    const result = await inTransaction(viewer, (tx) => perform({ actor: viewer, now, tx }, acte))
    return result.ok ? 'OK' : String(result.reason)
  } catch (error) {
    return String(error)
  }
}

async function work({ viewer, now, actes }: Travail): Promise<void> {
  const actor = mintViewer(viewer)
  process.send?.(await Promise.all(actes.map((acte) => outcome(actor, new Date(now), acte))))
}

process.on('message', (travail: Travail) => void work(travail))

// The first question opens the pool: the act that follows starts at once.
await prisma.$queryRaw`SELECT 1`
process.send?.('prêt')
