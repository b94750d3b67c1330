import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { ongletsDe } from '@/domain/maraudes/onglets'
import { readCurseurCas, writeCurseurCas } from '@/domain/quarantaine/curseur'
import { MaraudesHeader } from '@/features/maraudes/components/maraudes-header'
import { CasTable } from '@/features/quarantaine/components/cas-table'
import { DecisionsTable } from '@/features/quarantaine/components/decisions-table'
import { listDecisions, listQuarantaine } from '@/features/quarantaine/queries'
import { now } from '@/lib/clock'
import { Pagination } from '@/ui/pagination'

export const metadata: Metadata = { title: 'Quarantaine' }

type Question = { apres?: string | string[] }

export default async function QuarantainePage({ searchParams }: { searchParams: Promise<Question> }) {
  const viewer = await requireViewer()
  const after = readCurseurCas((await searchParams).apres)
  const page = await listQuarantaine(viewer, now(), after)
  const decisions = await listDecisions(viewer)
  if (page === null || decisions === null) notFound()
  const first = { pathname: '/maraudes/quarantaine' }
  return (
    <>
      <MaraudesHeader
        current="quarantaine"
        onglets={ongletsDe(viewer)}
        lead="Ce qui est arrivé d’une tablette et qu’une règle n’a pas laissé compter. Rien n’en sort sans une décision."
      />
      <div className="flex flex-col gap-6">
        <div>
          <CasTable cas={page.cas} />
          <Pagination
            label="Quarantaine"
            previous={after === null ? undefined : first}
            next={
              page.suite === null ? undefined : { ...first, query: { apres: writeCurseurCas(page.suite) } }
            }
          />
        </div>
        {decisions.length > 0 && <DecisionsTable decisions={decisions} />}
      </div>
    </>
  )
}
