import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { readCurseur, writeCurseur } from '@/domain/maraudes/curseur'
import { readFiltresMaraudes, writeFiltresMaraudes } from '@/domain/maraudes/filtres'
import { ongletsDe } from '@/domain/maraudes/onglets'
import { MaraudesFilters } from '@/features/maraudes/components/maraudes-filters'
import { MaraudesHeader } from '@/features/maraudes/components/maraudes-header'
import { MaraudesTable } from '@/features/maraudes/components/maraudes-table'
import { listMaraudes } from '@/features/maraudes/queries'
import { Pagination } from '@/ui/pagination'

export const metadata: Metadata = { title: 'Maraudes' }

type Question = Record<string, string | string[] | undefined>

export default async function MaraudesPage({ searchParams }: { searchParams: Promise<Question> }) {
  const viewer = await requireViewer()
  const question = await searchParams
  const after = readCurseur(question['apres'])
  const filtres = readFiltresMaraudes(question)
  const page = await listMaraudes(viewer, after, filtres)
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
      <MaraudesFilters filtres={filtres} />
      <MaraudesTable maraudes={maraudes} />
      <Pagination
        label="Maraudes"
        previous={
          after === null ? undefined : { pathname: '/maraudes', query: writeFiltresMaraudes(filtres) }
        }
        next={
          suite === null
            ? undefined
            : {
                pathname: '/maraudes',
                query: { ...writeFiltresMaraudes(filtres), apres: writeCurseur(suite) },
              }
        }
      />
    </>
  )
}
