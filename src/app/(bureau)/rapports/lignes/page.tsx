import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { type Parametres, parseDemande } from '@/domain/rapports/demande'
import { readCurseurLigne } from '@/domain/rapports/lignes'
import { LignesFautes } from '@/features/lignes/components/lignes-fautes'
import { LignesScreen } from '@/features/lignes/components/lignes-screen'
import { readLignes } from '@/features/lignes/queries'
import { now } from '@/lib/clock'

export const metadata: Metadata = { title: 'Lignes d’un chiffre' }

export default async function LignesPage({ searchParams }: { searchParams: Promise<Parametres> }) {
  const viewer = await requireViewer()
  if (!can(viewer, 'rapports.export')) notFound()
  const at = now()
  const parametres = await searchParams
  const [ligne, colonne, apres] = [parametres['ligne'], parametres['colonne'], parametres['apres']].map(
    (each) => (typeof each === 'string' ? each : ''),
  )
  const lue = parseDemande(parametres, workDayOf(at))
  if (!lue.ok) return <LignesFautes fautes={lue.fautes} />
  const asked = { demande: lue.demande, ligne: ligne ?? '', colonne: colonne ?? '' }
  if (lue.demande.indicateurs.length !== 1) {
    return <LignesFautes fautes={['Les lignes sont celles d’un seul chiffre.']} />
  }
  const after = readCurseurLigne(apres ?? '')
  const lues = await readLignes(viewer, asked, after, at)
  if (!lues)
    return (
      <LignesFautes
        fautes={['Ce chiffre n’est pas dans ce rapport, ou aucune ligne ne se montre derrière lui.']}
      />
    )
  return <LignesScreen asked={asked} lues={lues} isFirst={after === null} />
}
