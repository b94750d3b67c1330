import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import type { Viewer } from '@/domain/comptes/viewer'
import { perimetresOf } from '@/domain/exports/perimetres'
import {
  blankDemande,
  type Demande,
  parseDemande,
  questionOf,
  type Parametres,
} from '@/domain/rapports/demande'
import { isUnfinished } from '@/domain/rapports/nuits'
import { KeepReport } from '@/features/enregistres/components/keep-report'
import { rowsWithin } from '@/features/lignes/components/lignes-query'
import { CatalogueScreen } from '@/features/rapports/components/catalogue-screen'
import { ReportScreen } from '@/features/rapports/components/report-screen'
import { readRapport } from '@/features/rapports/queries'
import { now } from '@/lib/clock'

export const metadata: Metadata = { title: 'Rapports' }

export default async function RapportsPage({ searchParams }: { searchParams: Promise<Parametres> }) {
  const viewer = await requireViewer()
  if (!can(viewer, 'rapports.read')) notFound()
  const at = now()
  const today = workDayOf(at)
  const parametres = await searchParams
  const hasRows = can(viewer, 'rapports.export')
  const lue = parseDemande(parametres, today)
  if (!lue.ok)
    return (
      <CatalogueScreen
        today={today}
        demande={blankDemande(today)}
        fautes={lue.fautes}
        isSubmitted
        hasRows={hasRows}
      />
    )
  const { demande } = lue
  if (demande.indicateurs.length === 0) {
    return (
      <CatalogueScreen
        today={today}
        demande={demande}
        fautes={[]}
        isSubmitted={'periode' in parametres}
        hasRows={hasRows}
      />
    )
  }
  const rapport = await readRapport(viewer, demande, at)
  if (!rapport) notFound()
  return (
    <ReportScreen
      today={today}
      demande={demande}
      rapport={rapport}
      canExport={can(viewer, 'rapports.export')}
      rowsOf={rowsFor(demande, viewer)}
      save={
        can(viewer, 'rapports.keep') && (
          <KeepReport question={questionOf(demande).toString()} nom={demande.indicateurs[0]?.nom ?? ''} />
        )
      }
      isUnfinished={isUnfinished(demande.periode, at)}
    />
  )
}

/** Undefined: nothing of this report leads to rows for this viewer. */
function rowsFor(demande: Demande, viewer: Viewer) {
  const listed = perimetresOf(viewer).filter((perimetre) => perimetre !== 'STRUCTURES')
  return listed.length === 0 ? undefined : rowsWithin(demande, listed)
}
