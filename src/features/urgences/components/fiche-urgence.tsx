import { formatShortDateTime } from '@/domain/commun/format'
import { libellesStatutOrientation } from '@/domain/orientations/statuts'
import { Card } from '@/ui/card'
import { DescriptionList } from '@/ui/description-list'
import { TextLink } from '@/ui/text-link'
import type { FicheUrgence, Interlocuteur } from '../queries'

/** Whom to call, first; then where the request stands. */
export function FicheUrgenceCard({ fiche }: { fiche: FicheUrgence }) {
  const { suivi, suiviFiniLe, prescripteur, receveur } = fiche
  const others = [
    { role: 'L’a adressée', qui: prescripteur },
    ...(receveur === null ? [] : [{ role: 'L’attend ou l’accueille', qui: receveur }]),
  ].filter(({ qui }) => qui.slug !== suivi.slug)
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <Card title="Qui appeler" note={`Visible jusqu’au ${formatShortDateTime(fiche.expireLe)}`}>
        <ul className="divide-y divide-line">
          <Contact role={suiviFiniLe === null ? 'Porte son suivi' : 'A porté son suivi'} qui={suivi} />
          {others.map(({ role, qui }) => (
            <Contact key={role} role={role} qui={qui} />
          ))}
        </ul>
      </Card>
      <Card title="Sa demande">
        <DescriptionList
          items={[
            { term: 'Code', detail: fiche.code },
            { term: 'État', detail: libellesStatutOrientation[fiche.statut] },
            ...(fiche.demandeeLe === null
              ? []
              : [{ term: 'Envoyée', detail: formatShortDateTime(fiche.demandeeLe) }]),
            ...(suiviFiniLe === null
              ? []
              : [{ term: 'Suivi fini', detail: formatShortDateTime(suiviFiniLe) }]),
          ]}
        />
      </Card>
    </div>
  )
}

function Contact({ role, qui: { nom, slug, telephone } }: { role: string; qui: Interlocuteur }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-3 py-2.5">
      <span>
        <span className="block text-sm text-soft">{role}</span>
        <TextLink href={`/structures/${slug}`}>{nom}</TextLink>
      </span>
      {telephone === null ? (
        <span className="text-soft">Numéro inconnu ici</span>
      ) : (
        <a className="font-semibold underline" href={`tel:${telephone.replaceAll(/[^+\d]/g, '')}`}>
          {telephone}
        </a>
      )}
    </li>
  )
}
