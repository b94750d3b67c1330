import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { readCurseur, writeCurseur } from '@/domain/maraudes/curseur'
import { ongletsDe } from '@/domain/maraudes/onglets'
import { MaraudesHeader } from '@/features/maraudes/components/maraudes-header'
import { MaraudesTable } from '@/features/maraudes/components/maraudes-table'
import { listMaraudes } from '@/features/maraudes/queries'
import { Pagination } from '@/ui/pagination'

export const metadata: Metadata = { title: 'Maraudes' }

type Question = { apres?: string | string[] }

export default async function MaraudesPage({ searchParams }: { searchParams: Promise<Question> }) {
  const viewer = await requireViewer()
  const after = readCurseur((await searchParams).apres)
  const page = await listMaraudes(viewer, after)
  if (page === null && can(viewer, 'planning.read')) redirect('/maraudes/planning')
  if (page === null) notFound()
  const { maraudes, suite } = page
  return (
    <>
      <MaraudesHeader
        current="liste"
        onglets={ongletsDe(viewer)}
        lead="Ce que les tablettes ont envoyé. Une nuit va de midi à midi ; seuls les arrêts comptés entrent dans les chiffres."
      />
      <MaraudesTable maraudes={maraudes} />
      <Pagination
        label="Maraudes"
        previous={after === null ? undefined : { pathname: '/maraudes' }}
        next={suite === null ? undefined : { pathname: '/maraudes', query: { apres: writeCurseur(suite) } }}
      />
    </>
  )
}
