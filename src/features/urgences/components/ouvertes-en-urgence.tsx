import { formatShortDateTime } from '@/domain/commun/format'
import { Banner } from '@/ui/banner'
import { TextLink } from '@/ui/text-link'
import type { Consultation } from '../queries'

type Ouverte = Consultation & { orientationId: string }

/** Told to whoever answers for a request: somebody else has opened it in an emergency. */
export function OuvertesEnUrgence({ ouvertes }: { ouvertes: readonly Ouverte[] }) {
  if (ouvertes.length === 0) return null
  return (
    <Banner
      tone="warning"
      title="Ouvert en urgence par une autre association"
      kept={
        <ul>
          {ouvertes.map(({ id, orientationId, organisation, ouvertLe, motif }) => (
            <li key={id}>
              {organisation}, le {formatShortDateTime(ouvertLe)} : « {motif} »{' '}
              <TextLink href={`/orientations/${orientationId}`}>Voir la demande</TextLink>
            </li>
          ))}
        </ul>
      }
    />
  )
}
