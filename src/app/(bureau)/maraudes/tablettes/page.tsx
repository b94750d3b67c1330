import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { etatAppareil } from '@/domain/appareils/etat'
import { plural } from '@/domain/commun/format'
import { ongletsDe } from '@/domain/maraudes/onglets'
import { AppareilsTable } from '@/features/appareils/components/appareils-table'
import { EnrolTablet } from '@/features/appareils/components/enrol-tablet'
import { ImportRescue } from '@/features/appareils/components/import-rescue'
import { listAppareils } from '@/features/appareils/queries'
import { MaraudesHeader } from '@/features/maraudes/components/maraudes-header'
import { now } from '@/lib/clock'
import { Banner } from '@/ui/banner'

export const metadata: Metadata = { title: 'Tablettes' }

export default async function TablettesPage() {
  const viewer = await requireViewer()
  const appareils = await listAppareils(viewer)
  if (appareils === null) notFound()
  const instant = now()
  const enAlerte = appareils.filter((appareil) =>
    ['MANQUE', 'RETARD'].includes(etatAppareil(appareil, instant)),
  )
  return (
    <>
      <MaraudesHeader
        current="tablettes"
        onglets={ongletsDe(viewer)}
        lead="Ce que chaque tablette a noté, ce qui est arrivé, ce qu’elle garde encore."
        actions={
          <>
            <EnrolTablet />
            <ImportRescue />
          </>
        }
      />
      <div className="flex flex-col gap-5">
        {enAlerte.length > 0 && (
          <Banner
            tone="warning"
            title={`${plural(enAlerte.length, 'tablette demande', 'tablettes demandent')} quelqu’un`}
            kept="Ce qui n’est pas arrivé est encore sur la tablette, tant qu’elle n’est ni effacée ni perdue."
            nextStep="Allumez-la près d’un réseau et ouvrez Maillage : l’envoi part tout seul."
          />
        )}
        <AppareilsTable appareils={appareils} now={instant} />
      </div>
    </>
  )
}
