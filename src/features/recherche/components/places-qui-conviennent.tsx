import Link from 'next/link'
import type { ReactNode } from 'react'
import { plural } from '@/domain/commun/format'
import { libellesDispositif } from '@/domain/structures/libelles'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { Tag } from '@/ui/tag'
import type { DispositifQuiConvient } from '../queries'

type ConviennentProps = {
  dispositifs: readonly DispositifQuiConvient[]
  /** The need as an address carries it, so that a request begins with it. */
  adresse: Readonly<Record<string, string>>
  mayAsk: boolean
  renderHold: (dispositif: DispositifQuiConvient) => ReactNode
}

/** Where the need is answered, the best place first: one press holds it, or begins a request. */
export function PlacesQuiConviennent({ dispositifs, adresse, mayAsk, renderHold }: ConviennentProps) {
  return (
    <ul aria-label="Ce qui convient" className="flex flex-col gap-3">
      {dispositifs.map((dispositif) => {
        const { id, slug, nom, structure, kind, departement, nombre, libelle, oriente, mayHold } = dispositif
        return (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-line bg-surface px-4 py-3 shadow-card"
          >
            <span className="flex min-w-0 flex-col gap-1">
              <Link href={{ pathname: `/places/${slug}`, query: adresse }} className="font-semibold">
                {nameDispositif(structure, nom)}
              </Link>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-soft">
                <Tag>{libellesDispositif[kind]}</Tag>
                <Tag>{departement}</Tag>
                <span>
                  <strong className="text-success">
                    {plural(nombre, 'place convient', 'places conviennent')}
                  </strong>
                  {mayHold && `, d’abord ${libelle}`}
                </span>
              </span>
            </span>
            <span className="flex flex-wrap gap-2">
              {mayHold && renderHold(dispositif)}
              {mayAsk && oriente && (
                <Link
                  href={{ pathname: '/orientations/nouvelle', query: { ...adresse, dispositif: id } }}
                  aria-label={`Demander une place : ${structure}, ${nom}`}
                  className="inline-flex min-h-control items-center rounded-control border border-edge bg-surface px-4 font-semibold text-ink no-underline hover:bg-sunken"
                >
                  Demander
                </Link>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
