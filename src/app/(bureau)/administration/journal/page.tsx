import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import {
  libelleActionDuJournal,
  readJournalCursor,
  writeJournalCursor,
} from '@/domain/comptes/actions-du-journal'
import { can } from '@/domain/comptes/can'
import { AdministrationHeader } from '@/features/comptes/components/administration-header'
import { JournalTable } from '@/features/comptes/components/journal-table'
import { listJournal, listJournalActions } from '@/features/comptes/queries'
import { FilterBar } from '@/ui/filters/filter-bar'
import { FilterSelect } from '@/ui/filters/filter-select'
import { Pagination } from '@/ui/pagination'

export const metadata: Metadata = { title: 'Journal' }

type Question = { action?: string; avant?: string }

export default async function JournalPage({ searchParams }: { searchParams: Promise<Question> }) {
  const viewer = await requireViewer()
  if (!can(viewer, 'journal.read')) notFound()
  const question = await searchParams
  const action = question.action || undefined
  const avant = readJournalCursor(question.avant)
  const [{ lignes, suivant }, actions] = await Promise.all([
    listJournal(viewer, { action, avant }),
    listJournalActions(viewer),
  ])
  const filtered = { pathname: '/administration/journal', query: action === undefined ? {} : { action } }
  return (
    <>
      <AdministrationHeader current="journal" showsJournal />
      <FilterBar
        action="/administration/journal"
        label="Filtrer le journal"
        isFiltered={action !== undefined}
      >
        <FilterSelect
          name="action"
          label="Action"
          allLabel="Toutes"
          value={action}
          options={actions.map((value) => ({ value, label: libelleActionDuJournal(value) }))}
        />
      </FilterBar>
      <JournalTable lignes={lignes} />
      <Pagination
        label="Journal"
        previous={avant === undefined ? undefined : filtered}
        next={
          suivant === null
            ? undefined
            : { ...filtered, query: { ...filtered.query, avant: writeJournalCursor(suivant) } }
        }
      />
    </>
  )
}
