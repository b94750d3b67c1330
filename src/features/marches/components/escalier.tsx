import { formatNumber } from '@/domain/commun/format'
import type { MarcheVue } from '../queries'

type EscalierProps = { marches: readonly MarcheVue[]; goulot: number | null }

/** The steps one above the other, each filled as it is occupied. The figures are in the table below, or written on the step. */
export function Escalier({ marches, goulot }: EscalierProps) {
  return (
    <ol className="flex flex-wrap items-end gap-2">
      {marches.map((marche) => (
        <li
          key={marche.ordre}
          className={`flex min-w-0 flex-1 basis-28 flex-col justify-end rounded-card border bg-surface px-3 pb-2 shadow-card md:basis-0 ${marche.ordre === goulot ? 'border-warning' : 'border-line'}`}
          style={{ paddingTop: `${0.5 + marche.ordre * 0.75}rem` }}
        >
          <span className="text-sm text-soft">{marche.ordre}</span>
          <span className="font-semibold">{marche.nom}</span>
          <span className="text-sm text-soft">{words(marche)}</span>
          {marche.places !== null && marche.occupees !== null && (
            <span aria-hidden className="mt-1.5 block h-1.5 rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${Math.min(100, (100 * marche.occupees) / Math.max(1, marche.places))}%` }}
              />
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}

function words({ places, occupees, capacite, dureeMin, dureeMax, dureeMoyenne }: MarcheVue): string {
  const count =
    places !== null && occupees !== null
      ? `${formatNumber(occupees)} / ${formatNumber(places)}`
      : capacite === null
        ? null
        : `${formatNumber(capacite)}\u00A0places`
  const length =
    limits(dureeMin, dureeMax) ?? (dureeMoyenne === null ? null : `${time(dureeMoyenne)} en moyenne`)
  return [count, length].filter((part) => part !== null).join(' · ')
}

function limits(min: number | null, max: number | null): string | null {
  if (min !== null && max !== null) return `${time(min)} à ${time(max)}`
  if (max !== null) return `${time(max)} au plus`
  return min === null ? null : `${time(min)} au moins`
}

const JOURS_PAR_MOIS = 30

function time(days: number): string {
  if (days === 1) return '24\u00A0h'
  return days < 60 ? `${days}\u00A0j` : `${formatNumber(days / JOURS_PAR_MOIS)}\u00A0mois`
}
