import { SECRET_STATISTIQUE } from '@/domain/rapports/chiffre'
import { type Flux, fluxOf, type LienFlux } from '@/domain/rapports/flux'
import { drawFlux, LABEL_GAP } from '@/domain/rapports/flux-dessin'
import type { Section } from '@/domain/rapports/section'
import { Figure } from '@/features/rapports/components/figure'
import { Card } from '@/ui/card'
import { DataTable } from '@/ui/data-table'

const WIDTH = 800
const HEIGHT = 320
/** At 14 pixels, and a little more than most. */
const LETTER = 7.3

/** What flows from one step to the next, drawn on the server; its figures in the table beside, for those who do not see it. */
export function FlowDiagram({ section }: { section: Section }) {
  const flux = fluxOf(section)
  if (flux === null) return null
  return (
    <Card title={flux.titre} className="print:break-inside-avoid">
      <div className="flex flex-col gap-6">
        <Drawing flux={flux} />
        <DataTable<LienFlux>
          caption={`Flux : ${flux.titre}`}
          isCaptionHidden
          columns={[
            { key: 'de', header: 'De', renderCell: ({ de }) => nameOf(flux, de) },
            { key: 'vers', header: 'À', renderCell: ({ vers }) => nameOf(flux, vers) },
            {
              key: 'valeur',
              header: 'Nombre',
              isNumeric: true,
              renderCell: ({ valeur }) => <Figure cellule={valeur} decimales={0} />,
            },
          ]}
          rows={flux.liens}
          keyOf={({ de, vers }) => `${de} ${vers}`}
        />
      </div>
    </Card>
  )
}

function nameOf({ noeuds }: Flux, cle: string): string {
  return noeuds.find((noeud) => noeud.cle === cle)?.libelle ?? ''
}

function Drawing({ flux }: { flux: Flux }) {
  const { noeuds, liens } = drawFlux(flux, { largeur: WIDTH, hauteur: HEIGHT, lettre: LETTER })
  return (
    <figure
      aria-label={`Diagramme de flux : ${flux.titre}. Les mêmes chiffres sont dans le tableau.`}
      className="flex min-w-0 flex-col gap-2"
    >
      <svg aria-hidden viewBox={`0 -6 ${WIDTH} ${HEIGHT + 12}`} className="h-auto w-full max-w-[50rem]">
        {liens.map(({ de, vers, valeur, trace, epaisseur }) =>
          typeof valeur === 'number' ? (
            <path
              key={`${de} ${vers}`}
              d={trace}
              fill="none"
              strokeWidth={epaisseur}
              className="stroke-accent opacity-30"
            />
          ) : (
            <path
              key={`${de} ${vers}`}
              d={trace}
              fill="none"
              strokeWidth="1.5"
              strokeDasharray="4 4"
              className="stroke-soft"
            />
          ),
        )}
        {noeuds.map(({ cle, texte, x, y, largeur, hauteur }) => (
          <g key={cle}>
            <rect x={x} y={y} width={largeur} height={Math.max(hauteur, 1)} className="fill-accent" />
            <text
              x={x + largeur + LABEL_GAP}
              y={y + hauteur / 2}
              dominantBaseline="middle"
              strokeWidth="5"
              strokeLinejoin="round"
              paintOrder="stroke"
              className="fill-ink stroke-surface text-[14px]"
            >
              {texte}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="text-xs text-soft">
        Un trait pointillé est un flux couvert par le {SECRET_STATISTIQUE} : son épaisseur, toujours la même,
        ne dit rien.
      </figcaption>
    </figure>
  )
}
