import { formatShortDateTime } from '@/domain/commun/format'
import { Card } from '@/ui/card'
import type { Consultation } from '../queries'

/** Who came to this request in an emergency, and why: the two structures are told. */
export function ConsultationsCard({ consultations }: { consultations: readonly Consultation[] }) {
  if (consultations.length === 0) return null
  return (
    <Card title="Ouverte en urgence">
      <ul className="divide-y divide-line">
        {consultations.map(({ id, organisation, ouvertLe, motif }) => (
          <li key={id} className="py-2.5">
            <span className="font-semibold">{organisation}</span>, le {formatShortDateTime(ouvertLe)}
            <span className="block text-soft">« {motif} »</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
