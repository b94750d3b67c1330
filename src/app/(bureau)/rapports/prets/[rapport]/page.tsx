import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { type Parametres, parseDemande } from '@/domain/rapports/demande'
import { isUnfinished } from '@/domain/rapports/nuits'
import { findPret, usualPeriode } from '@/domain/rapports/prets'
import { LivreScreen } from '@/features/prets/components/livre-screen'
import { PretFautes } from '@/features/prets/components/pret-fautes'
import { readLivre } from '@/features/prets/queries'
import { now } from '@/lib/clock'

type PretPageProps = { params: Promise<{ rapport: string }>; searchParams: Promise<Parametres> }

export async function generateMetadata({ params }: PretPageProps): Promise<Metadata> {
  return { title: findPret((await params).rapport)?.nom ?? 'Rapports' }
}

export default async function PretPage({ params, searchParams }: PretPageProps) {
  const viewer = await requireViewer()
  if (!can(viewer, 'rapports.read')) notFound()
  const pret = findPret((await params).rapport)
  if (!pret) notFound()
  const at = now()
  const today = workDayOf(at)
  const parametres = await searchParams
  const lue = parseDemande(parametres, today)
  if (!lue.ok) return <PretFautes pret={pret} fautes={lue.fautes} today={today} />
  const periode = 'periode' in parametres ? lue.demande.periode : usualPeriode(pret, today)
  const livre = await readLivre(viewer, pret, periode, at)
  if (!livre) notFound()
  return (
    <LivreScreen
      livre={livre}
      today={today}
      canExport={can(viewer, 'rapports.export')}
      isUnfinished={isUnfinished(periode, at)}
    />
  )
}
