import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireViewer } from '@/auth/require-viewer'
import { slugStructureSchema } from '@/domain/structures/filtres'
import { Fiche } from '@/features/structures/components/fiche-structure'
import { findStructure } from '@/features/structures/queries'
import { now } from '@/lib/clock'

type StructurePageProps = PageProps<'/structures/[slug]'>

// Once per request: the title and the page ask for the same sheet.
const readFiche = cache(async (text: string) => {
  const viewer = await requireViewer()
  const slug = slugStructureSchema.safeParse(text)
  return slug.success ? findStructure(viewer, slug.data, now()) : null
})

export async function generateMetadata({ params }: StructurePageProps): Promise<Metadata> {
  const fiche = await readFiche((await params).slug)
  return { title: fiche?.nom ?? 'Structure introuvable' }
}

export default async function StructurePage({ params }: StructurePageProps) {
  const fiche = await readFiche((await params).slug)
  if (fiche === null) notFound()
  return <Fiche fiche={fiche} />
}
