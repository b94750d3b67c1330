import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { formatDate, formatDateTime } from '@/domain/commun/format'
import { endOfNightServed, nightServed } from '@/domain/places/sejour'
import { FeuilleDuSoir } from '@/features/places/components/feuille-du-soir'
import { findDispositif } from '@/features/places/queries'
import { now } from '@/lib/clock'
import { PageHeader } from '@/ui/page-header'
import { PrintButton } from '@/ui/print-button'

export const metadata: Metadata = { title: 'Feuille du soir' }

export default async function FeuillePage({ params }: PageProps<'/places/[dispositif]/feuille'>) {
  const viewer = await requireViewer()
  const instant = now()
  const dispositif = await findDispositif(viewer, (await params).dispositif, instant)
  if (dispositif === null || !dispositif.droits.admettre) notFound()
  const { slug, nom, structure, places } = dispositif
  return (
    <>
      <PageHeader
        back={{ href: `/places/${slug}`, label: nom }}
        title={`Feuille du soir · ${nom}`}
        lead={`${structure}, nuit du ${formatDate(nightServed(instant))}. Écrite ${formatDateTime(instant)}. Des codes, jamais de noms : à détruire le lendemain.`}
        actions={<PrintButton />}
      />
      <FeuilleDuSoir places={places} finDeNuit={endOfNightServed(instant)} now={instant} />
    </>
  )
}
