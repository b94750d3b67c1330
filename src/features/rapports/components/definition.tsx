import { bindPunctuation } from '@/domain/commun/typographie'
import type { Indicateur } from '@/domain/rapports/indicateur'
import { DescriptionList } from '@/ui/description-list'

/** What a figure counts, from what, and what it does not say. */
export function Definition({ indicateur }: { indicateur: Indicateur }) {
  const { definition, source, limites, unite, version, id } = indicateur
  return (
    <DescriptionList
      items={[
        { term: 'Définition', detail: bindPunctuation(definition) },
        { term: 'Unité', detail: unite },
        { term: 'Source', detail: bindPunctuation(source) },
        {
          term: 'Limites',
          detail: (
            <ul className="list-disc pl-4">
              {limites.map((limite) => (
                <li key={limite}>{bindPunctuation(limite)}</li>
              ))}
            </ul>
          ),
        },
        { term: 'Version', detail: `${id}, version ${version}` },
      ]}
    />
  )
}
