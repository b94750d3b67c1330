import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { type FiltresStructures, readFiltres, slugStructureSchema } from '@/domain/structures/filtres'
import { communes } from '@/domain/territoire/communes'
import { communesOf, empriseDes } from '@/domain/territoire/zones'
import { CartePage } from '@/features/structures/components/carte-page'
import { listStructures } from '@/features/structures/queries'
import { now } from '@/lib/clock'
import { tilesCredit } from '@/lib/tiles'

export const metadata: Metadata = { title: 'Carte' }

/** Beyond, the list beside the map is no longer read; the page says so. */
const SUR_LA_CARTE = 300

export default async function Page({ searchParams }: PageProps<'/carte'>) {
  const viewer = await requireViewer()
  const question = await searchParams
  const { filtres, ignores } = readFiltres(question)
  const page = await listStructures(viewer, filtres, { now: now(), limite: SUR_LA_CARTE })
  if (page === null) notFound()
  return (
    <CartePage
      page={page}
      filtres={filtres}
      ignores={ignores}
      emprise={empriseDes(shown(filtres))}
      backgroundCredit={tilesCredit}
      hasPassages={can(viewer, 'planning.read')}
      choisie={slugStructureSchema.safeParse(question['choix']).data ?? null}
    />
  )
}

function shown({ commune, territoire }: FiltresStructures) {
  if (commune !== undefined) return communes.filter(({ code }) => code === commune)
  return territoire === undefined ? communes : communesOf(territoire)
}
