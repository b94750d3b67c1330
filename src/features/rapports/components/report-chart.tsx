import { SANS_OBJET, SECRET_STATISTIQUE, writeFigure } from '@/domain/rapports/chiffre'
import type { Graphique } from '@/domain/rapports/graphique'
import type { Cellule } from '@/domain/rapports/lecture'

type ReportChartProps = { titre: string; unite: string; decimales: 0 | 1; graphique: Graphique }

/** Filled, hatched, outlined: told apart without colour, on screen and on paper. */
const fills = ['fill-accent', 'fill-[url(#hachures)]', 'fill-surface'] as const

/** Bars drawn on the server. The figures are in the table beside it, so that a screen reader is told where, not read twice. */
export function ReportChart({ titre, unite, decimales, graphique }: ReportChartProps) {
  const { series, rangees, max, coupe } = graphique
  return (
    <figure
      aria-label={`Barres : ${titre}. Les mêmes chiffres sont dans le tableau.`}
      className="flex flex-col gap-2"
    >
      {series.length > 1 && <Legend series={series} />}
      <div
        aria-hidden
        className="grid items-center gap-x-3 gap-y-1.5 text-sm sm:grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)] print:grid-cols-[minmax(6rem,max-content)_minmax(0,1fr)]"
      >
        {rangees.map(({ cle, libelle, valeurs }) => (
          <div key={cle} className="contents">
            <span className="max-w-56 leading-tight sm:text-right print:text-right">{libelle}</span>
            <div className="flex flex-col gap-0.5">
              {valeurs.map((valeur, rang) => (
                <Bar
                  key={series[rang]}
                  valeur={valeur}
                  max={max}
                  decimales={decimales}
                  fill={fills[rang] ?? fills[0]}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
      <figcaption className="text-xs text-soft">
        En {unite}.{coupe > 0 && ` Les ${rangees.length} plus grands ; ${coupe} autres dans le tableau.`}
      </figcaption>
    </figure>
  )
}

function Bar({
  valeur,
  max,
  decimales,
  fill,
}: {
  valeur: Cellule
  max: number
  decimales: 0 | 1
  fill: string
}) {
  if (valeur === 'SANS_OBJET') return <span className="text-xs text-soft">{SANS_OBJET}</span>
  if (valeur === 'SECRET') return <span className="text-xs text-soft">{SECRET_STATISTIQUE}</span>
  // Room is kept on the right for the figure of the longest bar.
  const share = max === 0 ? 0 : (valeur / max) * 80
  return (
    <span className="flex items-center gap-2">
      <svg className="h-3.5 shrink-0 overflow-visible" style={{ width: `${share}%` }}>
        <rect width="100%" height="100%" rx="2" className={`${fill} stroke-accent`} strokeWidth="1" />
      </svg>
      <span className="tabular-nums">{writeFigure(valeur, decimales)}</span>
    </span>
  )
}

function Legend({ series }: { series: readonly string[] }) {
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {series.map((serie, rang) => (
        <span key={serie} className="inline-flex items-center gap-2">
          <svg aria-hidden className="h-3.5 w-6">
            <rect
              width="100%"
              height="100%"
              rx="2"
              className={`${fills[rang] ?? fills[0]} stroke-accent`}
              strokeWidth="1"
            />
          </svg>
          {serie}
        </span>
      ))}
    </p>
  )
}

/** The hatching that bars refer to; once in a page. */
export function ChartPatterns() {
  return (
    <svg aria-hidden className="absolute size-0">
      <pattern id="hachures" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-surface" />
        <rect width="3" height="6" className="fill-accent" />
      </pattern>
    </svg>
  )
}
