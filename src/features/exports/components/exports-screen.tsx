import type { CivilDate } from '@/domain/commun/civil-date'
import { DAYS_KEPT } from '@/domain/exports/etats'
import { notesPerimetre, type PerimetreExport, libellesPerimetre } from '@/domain/exports/perimetres'
import { Direct } from '@/features/places/components/direct'
import { Card } from '@/ui/card'
import { DescriptionList } from '@/ui/description-list'
import { Disclosure } from '@/ui/disclosure'
import { PageHeader } from '@/ui/page-header'
import type { ExportDemande } from '../queries'
import { ExportForm } from './export-form'
import { ExportsTable } from './exports-table'

type ExportsScreenProps = {
  exports: readonly ExportDemande[]
  perimetres: readonly PerimetreExport[]
  nuits: { du: CivilDate; au: CivilDate }
  /** ISO instant */
  luA: string
}

/** Files of rows: ask for one, watch it being written, take it, check it. */
export function ExportsScreen({ exports, perimetres, nuits, luA }: ExportsScreenProps) {
  return (
    <>
      <PageHeader
        title="Exports de lignes"
        lead={`Les lignes de votre organisation, pour vos propres calculs. Le fichier s’écrit sans vous, se télécharge en plusieurs fois s’il le faut, et s’efface au bout de ${DAYS_KEPT} jours.`}
        back={{ href: '/rapports', label: 'Rapports' }}
        age={<Direct sujets={['exports']} luA={luA} />}
      />
      <div className="flex flex-col gap-6">
        <Card title="Demander un fichier">
          <div className="flex flex-col gap-4">
            <ExportForm perimetres={perimetres} nuits={nuits} />
            <Disclosure title="Ce que contient chaque fichier">
              <DescriptionList
                items={perimetres.map((perimetre) => ({
                  term: libellesPerimetre[perimetre],
                  detail: notesPerimetre[perimetre],
                }))}
              />
            </Disclosure>
          </div>
        </Card>
        <ExportsTable exports={exports} />
      </div>
    </>
  )
}
