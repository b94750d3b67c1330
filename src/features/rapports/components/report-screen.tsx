import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CivilDate } from '@/domain/commun/civil-date'
import { formatDateTime, formatShortDate } from '@/domain/commun/format'
import { bindPunctuation } from '@/domain/commun/typographie'
import { type Demande, questionOf } from '@/domain/rapports/demande'
import { explainSecret, tellScope } from '@/domain/rapports/fichier'
import { hasSecret, isEmpty } from '@/domain/rapports/section'
import { layTables } from '@/domain/rapports/tableaux'
import { buttonClasses } from '@/ui/button-classes'
import { Disclosure } from '@/ui/disclosure'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import type { Rapport } from '../queries'
import { PrintButton } from '@/ui/print-button'
import { ChartPatterns } from './report-chart'
import { ReportBlock } from './report-block'
import type { RowsOf } from './report-table'
import { ReportForm } from './report-form'
import { ReportNotices } from './report-notices'

type ReportScreenProps = {
  today: CivilDate
  demande: Demande
  rapport: Rapport
  canExport: boolean
  rowsOf?: RowsOf | undefined
  /** the button that keeps it, for who may */
  save?: ReactNode
  /** nights of the period are still to come */
  isUnfinished: boolean
}

/** A report: its tables, then each figure with its bars and its definition. Printed, it stands by itself. */
export function ReportScreen({
  today,
  demande,
  rapport,
  canExport,
  rowsOf,
  save,
  isUnfinished,
}: ReportScreenProps) {
  const { periode } = demande
  const faces = demande.comparer === 'departements' ? 'DEPARTEMENTS' : null
  const isAllEmpty = rapport.sections.every(isEmpty)
  return (
    <>
      <ChartPatterns />
      <PageHeader
        title={`Rapport · ${periode.libelle}`}
        lead={
          <>
            <span className="block">{bindPunctuation(tellScope(rapport.organisation))}</span>
            <span className="block text-sm">
              Nuits du {formatShortDate(periode.du)} au {formatShortDate(periode.au)}, de midi à midi. Calculé
              le {formatDateTime(rapport.calculeLe)}.
            </span>
            {rapport.avant && (
              <span className="block text-sm">
                À côté de la période d’avant : {rapport.avant.libelle}, nuits du{' '}
                {formatShortDate(rapport.avant.du)} au {formatShortDate(rapport.avant.au)}.
              </span>
            )}
          </>
        }
        back={{ href: '/rapports', label: 'Catalogue' }}
        actions={
          <>
            {canExport && (
              <a
                href={`/api/exports/rapports?${questionOf(demande).toString()}`}
                download
                className={buttonClasses('primary')}
              >
                <Download aria-hidden />
                Télécharger (CSV)
              </a>
            )}
            {save}
            <PrintButton variant="secondary" />
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <div data-no-print>
          <Disclosure title="Changer ce rapport">
            <ReportForm today={today} demande={demande} hasDefinitions={false} />
          </Disclosure>
        </div>
        <ReportNotices
          open={rapport.maraudesOuvertes}
          isUnfinished={isUnfinished}
          isCompared={rapport.avant !== null}
        />
        {rowsOf && !isAllEmpty && (
          <p data-no-print className="text-sm text-soft">
            Un chiffre souligné mène à ses lignes, celles de votre organisation.
          </p>
        )}
        {isAllEmpty && (
          <EmptyState title="Rien n’a été noté sur cette période">
            Tous les chiffres demandés sont à zéro, du {formatShortDate(periode.du)} au{' '}
            {formatShortDate(periode.au)}. Choisissez une autre période, ou vérifiez que les maraudes ont bien
            été envoyées par les tablettes.
          </EmptyState>
        )}
        {layTables(rapport.sections, faces).map((bloc) => (
          <ReportBlock
            key={bloc.titre}
            bloc={bloc}
            hasTables={!isAllEmpty}
            demande={demande}
            rowsOf={rowsOf}
          />
        ))}
        {rapport.sections.some(hasSecret) && (
          <p className="text-sm text-soft">{bindPunctuation(explainSecret(rapport.seuils))}</p>
        )}
      </div>
    </>
  )
}
