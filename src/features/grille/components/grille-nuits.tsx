import type { AdresseDeGrille } from '@/domain/places/grille'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatDayMonth, plural } from '@/domain/commun/format'
import type { Nuit } from '@/domain/places/grille'
import { BarreDeNuit, type Segment } from './barre-de-nuit'
import { GrilleClavier } from './grille-clavier'

/** One row: a place, what it is now, and what each night of the window holds. */
export type LigneGrille = {
  id: string
  libelle: string
  chambre: string | null
  etat: ReactNode
  /** by night, in the order of the window */
  segments: readonly (readonly Segment[])[]
  /** by night, in words: « K7-PQ3, séjour jusqu’à… » */
  mots: readonly string[]
}

type GrilleNuitsProps = {
  titre: string
  nuits: readonly Nuit[]
  ceSoir: string
  lignes: readonly LigneGrille[]
  /** how many places there are, on every page */
  total: number
  /** where a place opens: the address with `place` */
  hrefOf: (placeId: string) => AdresseDeGrille
  ouverte: string | null
}

/** A table one moves in: the pattern of the grid (WAI-ARIA), on the element that also prints and copies as a table. */
const asGrid = { role: 'grid' }

/** Places by nights, noon to noon. Arrow keys move, Enter opens the place; everything a bar shows is also said in words. */
export function GrilleNuits({ titre, nuits, ceSoir, lignes, total, hrefOf, ouverte }: GrilleNuitsProps) {
  return (
    <GrilleClavier>
      <table
        {...asGrid}
        aria-label={titre}
        aria-rowcount={lignes.length + 1}
        className="w-full min-w-[60rem] table-fixed border-separate border-spacing-0 text-left text-sm"
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-30 w-52 border-b border-line bg-sunken px-3 py-2 text-soft"
            >
              {plural(total, 'place', 'places')}
            </th>
            {nuits.map(({ nuit }) => (
              <th
                key={nuit}
                scope="col"
                aria-current={nuit === ceSoir ? 'date' : undefined}
                className="sticky top-0 z-20 border-b border-l border-line bg-sunken px-1 py-2 text-center text-xs font-semibold text-soft aria-[current]:border-b-3 aria-[current]:border-b-accent aria-[current]:text-accent"
              >
                {formatDayMonth(nuit)}
                {nuit === ceSoir && <span className="block">ce soir</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {total === 0 && (
            <tr>
              <td colSpan={nuits.length + 1} className="px-3 py-6 text-center text-soft">
                Aucune place ne répond à ces filtres.
              </td>
            </tr>
          )}
          {lignes.map((ligne, index) => (
            <Ligne
              key={ligne.id}
              ligne={ligne}
              nuits={nuits}
              ceSoir={ceSoir}
              href={hrefOf(ligne.id)}
              isFirst={index === 0}
              isOpen={ligne.id === ouverte}
            />
          ))}
        </tbody>
      </table>
    </GrilleClavier>
  )
}

type LigneProps = {
  ligne: LigneGrille
  nuits: readonly Nuit[]
  ceSoir: string
  href: AdresseDeGrille
  isFirst: boolean
  isOpen: boolean
}

function Ligne({
  ligne: { id, libelle, chambre, etat, segments, mots },
  nuits,
  ceSoir,
  href,
  isFirst,
  isOpen,
}: LigneProps) {
  return (
    <tr data-place={id} aria-selected={isOpen} className="group">
      <th
        scope="row"
        className="sticky left-0 z-10 h-11 border-b border-line bg-surface px-3 py-1 font-normal group-aria-selected:bg-accent-soft"
      >
        <span className="flex items-center justify-between gap-2">
          <Link
            href={href}
            scroll={false}
            data-ouvre
            tabIndex={-1}
            className="flex min-w-0 flex-col leading-tight"
          >
            <span className="truncate font-semibold">{libelle}</span>
            {chambre !== null && <span className="truncate text-xs text-soft">{chambre}</span>}
          </Link>
          {etat}
        </span>
      </th>
      {nuits.map(({ nuit }, index) => (
        <td
          key={nuit}
          data-nuit={index}
          tabIndex={isFirst && index === 0 ? 0 : -1}
          aria-label={`${libelle}, nuit du ${formatDayMonth(nuit)} : ${mots[index] ?? ''}`}
          className={`relative h-11 cursor-pointer border-b border-l border-line outline-offset-[-3px] ${nuit === ceSoir ? 'bg-accent-soft/30' : ''}`}
        >
          {segments[index]?.map((segment) => (
            <BarreDeNuit key={segment.cle} segment={segment} />
          ))}
        </td>
      ))}
    </tr>
  )
}
