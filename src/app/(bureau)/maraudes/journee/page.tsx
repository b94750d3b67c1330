import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { addDays, civilDateSchema } from '@/domain/commun/civil-date'
import { formatDate } from '@/domain/commun/format'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { ongletsDe } from '@/domain/maraudes/onglets'
import { JourneeScreen } from '@/features/journees/components/journee-screen'
import { readJournee } from '@/features/journees/queries'
import { MaraudesHeader } from '@/features/maraudes/components/maraudes-header'
import { now } from '@/lib/clock'
import { Pagination } from '@/ui/pagination'
import { PrintButton } from '@/ui/print-button'

export const metadata: Metadata = { title: 'Rapport de la journée' }

type Question = { jour?: string | string[] }

export default async function JourneePage({ searchParams }: { searchParams: Promise<Question> }) {
  const viewer = await requireViewer()
  const instant = now()
  const today = workDayOf(instant)
  const asked = civilDateSchema.safeParse((await searchParams).jour)
  const jour = asked.success ? asked.data : today
  const journee = await readJournee(viewer, jour, instant)
  if (journee === null) notFound()
  const day = (days: number) => ({ pathname: '/maraudes/journee', query: { jour: addDays(jour, days) } })
  return (
    <>
      <MaraudesHeader
        current="journee"
        onglets={ongletsDe(viewer)}
        lead={`Du ${formatDate(jour)} à midi au lendemain midi.`}
        actions={<PrintButton />}
      />
      <JourneeScreen journee={journee} />
      <Pagination label="Jours" previous={day(-1)} next={jour < today ? day(1) : undefined} />
    </>
  )
}
