import Link from 'next/link'
import { formatNumber, plural } from '@/domain/commun/format'
import { libellesRegleRecherche, phraseRegle } from '@/domain/places/recherche'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { Disclosure } from '@/ui/disclosure'
import type { Obstacle } from '../queries'

type ObstaclesProps = { obstacles: readonly Obstacle[]; adresse: Readonly<Record<string, string>>; now: Date }

/** Why the rest does not answer: one line per rule, its count, then device by device with the hour when one is known. */
export function Obstacles({ obstacles, adresse, now }: ObstaclesProps) {
  return (
    <div className="flex flex-col gap-2">
      {obstacles.map(({ regle, nombre, dispositifs }) => (
        <Disclosure
          key={regle}
          title={
            <span className="flex flex-1 flex-wrap justify-between gap-x-4">
              {libellesRegleRecherche[regle]}
              <span className="font-normal text-soft tabular-nums">{plural(nombre, 'place', 'places')}</span>
            </span>
          }
        >
          <ul className="grid gap-x-8 gap-y-2 xl:grid-cols-2">
            {dispositifs.map(({ id, slug, nom, structure, nombre: count, jusqua }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4">
                <Link href={{ pathname: `/places/${slug}`, query: adresse }}>
                  {nameDispositif(structure, nom)}
                </Link>
                <span className="text-sm text-soft">
                  {formatNumber(count)}
                  {jusqua !== null &&
                    ` · ${count > 1 ? 'la première : ' : ''}${phraseRegle(regle, jusqua, now)}`}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </div>
  )
}
