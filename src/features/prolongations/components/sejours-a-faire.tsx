import { formatNumber } from '@/domain/commun/format'
import { Card } from '@/ui/card'
import { TextLink } from '@/ui/text-link'
import type { PageSejours } from '../queries'
import { CeQuiPresse } from './ce-qui-presse'

/** What the long stays ask for today, the most urgent first, and the way to all of them. Nothing where nobody stays long. */
export function SejoursAFaire({ sejours, total: { tous, aFaire } }: Pick<PageSejours, 'sejours' | 'total'>) {
  if (tous === 0) return null
  return (
    <Card title="Séjours à suivre" note="Prolongations, fins à annoncer, points d’étape">
      {aFaire === 0 ? (
        <p className="text-soft">Aucun séjour ne demande rien aujourd’hui.</p>
      ) : (
        <ul className="divide-y divide-line">
          {sejours.map((sejour) => (
            <li
              key={sejour.id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5"
            >
              <span className="min-w-0">
                {sejour.libelle}
                <span className="block text-sm text-soft">
                  {sejour.code === null ? sejour.dispositif : `${sejour.dispositif} · ${sejour.code}`}
                </span>
              </span>
              <CeQuiPresse sejour={sejour} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <TextLink href="/parcours/sejours?etat=a-faire">
          {aFaire > sejours.length ? `Voir les ${formatNumber(aFaire)} séjours à suivre` : 'Voir les séjours'}
        </TextLink>
      </p>
    </Card>
  )
}
