'use client'

import { plural } from '@/domain/commun/format'
import { deviceNow } from '@/offline/device-clock'
import { readComptes } from '@/offline/queue'
import type { Sender } from '@/offline/sender'
import { useLive } from '@/offline/use-live'
import { Banner } from '@/ui/banner'
import { SignInLink } from './sign-in-link'
import { useEnvoi } from './sync-strip'

const LATE_MS = 24 * 3_600_000

/** What somebody must know of this tablet before going on: a session that is over, acts that have waited for a day. */
export function DeviceBanners({ sender }: { sender: Sender }) {
  const comptes = useLive(readComptes)
  const { isSignedIn, motif } = useEnvoi(sender)
  if (comptes === undefined) return null
  const { file, plusAncien, nom } = comptes
  const isLate = plusAncien !== null && deviceNow().getTime() - Date.parse(plusAncien) > LATE_MS
  const kept =
    file === 0
      ? 'Tout ce qui a été noté est déjà reçu.'
      : `${plural(file, 'fait gardé', 'faits gardés')} sur la tablette. Vous pouvez continuer à noter.`
  return (
    <>
      {isLate && (
        <div>
          <Banner
            tone="danger"
            title="Des faits attendent depuis plus d’un jour"
            kept={`${plural(file, 'fait est scellé', 'faits sont scellés')} sur cette tablette, rien n’est perdu.`}
            nextStep="Rapprochez-la d’un réseau, ou emportez le fichier de secours depuis l’écran Envois."
          />
        </div>
      )}
      {isSignedIn === false && nom === null && (
        <div>
          <Banner
            tone="warning"
            title="Session terminée"
            kept={kept}
            nextStep={motif ?? 'Reconnectez-vous quand vous pourrez : l’envoi reprendra tout seul.'}
            actions={<SignInLink variant="primary">Se reconnecter</SignInLink>}
          />
        </div>
      )}
    </>
  )
}
