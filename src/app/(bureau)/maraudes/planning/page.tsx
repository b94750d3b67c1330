import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { addDays } from '@/domain/commun/civil-date'
import { formatDate } from '@/domain/commun/format'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { can } from '@/domain/comptes/can'
import { ongletsDe } from '@/domain/maraudes/onglets'
import { readSemaine } from '@/domain/planning/semaine'
import { MaraudesHeader } from '@/features/maraudes/components/maraudes-header'
import { PlanTournee } from '@/features/planning/components/plan-tournee'
import { SemaineTable } from '@/features/planning/components/semaine-table'
import { SetObjectif } from '@/features/planning/components/set-objectif'
import { readSemainePrevue } from '@/features/planning/queries'
import { now } from '@/lib/clock'
import { Pagination } from '@/ui/pagination'

export const metadata: Metadata = { title: 'Planning des maraudes' }

type Question = { semaine?: string | string[] }

export default async function PlanningPage({ searchParams }: { searchParams: Promise<Question> }) {
  const viewer = await requireViewer()
  const instant = now()
  const lundi = readSemaine((await searchParams).semaine, workDayOf(instant))
  const semaine = await readSemainePrevue(viewer, lundi)
  if (semaine === null) notFound()
  const { organisationId } = viewer
  const canWrite = organisationId !== null && can(viewer, 'planning.write', { organisationId })
  const week = (days: number) => ({
    pathname: '/maraudes/planning',
    query: { semaine: addDays(lundi, days) },
  })
  return (
    <>
      <MaraudesHeader
        current="planning"
        onglets={ongletsDe(viewer)}
        lead={`Du ${formatDate(lundi)} au ${formatDate(addDays(lundi, 6))}. Vos équipes en toutes lettres ; celles des autres, le secteur et l’heure.`}
        actions={
          <div className="flex flex-wrap items-end gap-3">
            {canWrite && <PlanTournee semaine={lundi} equipes={semaine.equipes} />}
            {can(viewer, 'objectifs.write') && <SetObjectif semaine={lundi} />}
          </div>
        }
      />
      <SemaineTable semaine={semaine} canWrite={canWrite} now={instant} />
      <Pagination label="Semaines" previous={week(-7)} next={week(7)} />
      {semaine.sansRien.length > 0 && (
        <p className="mt-4 max-w-prose text-sm text-soft">
          Rien de prévu, aucun objectif : {semaine.sansRien.join(', ')}.
        </p>
      )}
    </>
  )
}
