import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireViewer } from '@/auth/require-viewer'
import { can } from '@/domain/comptes/can'
import { perimetreSchema } from '@/domain/parcours/marches'
import { MarchesParcours } from '@/features/marches/components/marches-parcours'
import { readParcours } from '@/features/marches/queries'
import { OngletsParcours } from '@/features/suivies/components/onglets-parcours'
import { now } from '@/lib/clock'
import { AgeOf } from '@/ui/age-of'
import { PageHeader } from '@/ui/page-header'
import { TabLinks } from '@/ui/tab-links'

export const metadata: Metadata = { title: 'Les marches' }

export default async function MarchesPage({ searchParams }: PageProps<'/parcours/marches'>) {
  const viewer = await requireViewer()
  const instant = now()
  const perimetre = perimetreSchema.parse((await searchParams).perimetre)
  const parcours = await readParcours(viewer, perimetre, instant)
  if (parcours === null) notFound()
  return (
    <>
      <PageHeader
        title="Les marches"
        lead="De la rue au logement, au rythme de chacun : ce que chaque marche peut recevoir, et où l’on attend."
        age={<AgeOf since={instant.toISOString()} />}
      />
      <OngletsParcours viewer={viewer} current="/parcours/marches" />
      {can(viewer, 'parcours.read') && (
        <div className="mb-4" data-no-print>
          <TabLinks
            label="Dispositifs comptés"
            links={[
              {
                href: { pathname: '/parcours/marches' },
                title: 'Toutes les structures',
                isCurrent: perimetre === 'tous',
              },
              {
                href: { pathname: '/parcours/marches', query: { perimetre: 'les-miens' } },
                title: 'Mon organisation',
                isCurrent: perimetre === 'les-miens',
              },
            ]}
          />
        </div>
      )}
      <div className="flex flex-col gap-6">
        {parcours.map((each) => (
          <MarchesParcours key={each.code} parcours={each} />
        ))}
      </div>
    </>
  )
}
