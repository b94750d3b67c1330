import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { EnregistresScreen } from '@/features/enregistres/components/enregistres-screen'
import { listEnregistres } from '@/features/enregistres/queries'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'

export const metadata: Metadata = { title: 'Rapports enregistrés' }

export default async function EnregistresPage() {
  const viewer = await requireViewer()
  const rapports = await listEnregistres(viewer)
  if (rapports === null) notFound()
  const at = now()
  return (
    <EnregistresScreen
      rapports={rapports}
      now={at}
      today={workDayOf(at)}
      canShare={viewer.organisationId !== null}
      canSend={env.SMTP_URL !== undefined}
    />
  )
}
