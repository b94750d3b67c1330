import type { Demande } from '@/domain/rapports/demande'
import { findIndicateur } from '@/domain/rapports/catalogue'
import { libellesDimension } from '@/domain/rapports/indicateur'
import type { Section } from '@/domain/rapports/section'
import type { BlocLu, TableauLu } from '@/domain/rapports/tableaux'
import { IndicatorSheet } from './indicator-sheet'
import { ReportTable, type RowsOf } from './report-table'

type ReportBlockProps = {
  bloc: BlocLu
  hasTables: boolean
  /** what was asked, so that a figure cut otherwise says it */
  demande?: Demande
  rowsOf?: RowsOf | undefined
  /** in a report of several chapters: which, its blocks standing one heading below */
  chapitre?: number
}

/** Tables that are read together, then what each of their figures counts. */
export function ReportBlock({ bloc, hasTables, demande, rowsOf, chapitre }: ReportBlockProps) {
  const { titre, sections, tableaux } = bloc
  const id = idOf(titre, chapitre)
  const Heading = chapitre === undefined ? 'h2' : 'h3'
  const isAlone = sections.length === 1
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <Heading id={id} className="text-xl font-bold">
        {titre}
      </Heading>
      {hasTables && (
        <div
          className={`grid items-start gap-4 ${canFace(tableaux) ? 'xl:grid-cols-2 print:grid-cols-2' : ''}`}
        >
          {tableaux.map((tableau) => (
            <ReportTable
              key={tableau.titre}
              tableau={tableau}
              isTitled={tableaux.length > 1}
              rowsOf={rowsOf}
            />
          ))}
        </div>
      )}
      <div className={isAlone ? '' : 'grid items-start gap-4 xl:grid-cols-2'}>
        {sections.map((section) => {
          const indicateur = findIndicateur(section.indicateur)
          return (
            indicateur && (
              <IndicatorSheet
                key={indicateur.id}
                indicateur={indicateur}
                section={section}
                isAlone={isAlone}
                coupe={demande && tellCoupe(section, demande)}
              />
            )
          )
        })}
      </div>
    </section>
  )
}

/** A figure that cannot be cut as asked is shown by its usual cut, and says so. */
function tellCoupe({ dimension }: Section, { par, comparer }: Demande): string | undefined {
  if (dimension === par) return undefined
  const shown = `il est montré par ${libellesDimension[dimension].toLowerCase()}.`
  return comparer === 'departements'
    ? `Ce chiffre n’est pas celui d’un département : ${shown}`
    : `Ce chiffre ne se coupe pas par ${libellesDimension[par].toLowerCase()} : ${shown}`
}

function idOf(titre: string, chapitre = 0): string {
  return `bloc-${chapitre}-${titre.toLowerCase().replaceAll(/[^a-zà-ÿ0-9]+/g, '-')}`
}

/** Narrow enough for 75 and 93 to stand side by side. */
function canFace(tableaux: readonly TableauLu[]): boolean {
  return tableaux.length > 1 && tableaux.every(({ entetes }) => entetes.length <= 3)
}
