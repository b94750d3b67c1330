import Link from 'next/link'
import { libellesChamp, libellesKind } from '@/domain/structures/libelles'
import type { ResumeStructure } from '@/domain/structures/resume'
import { Tag } from '@/ui/tag'
import { Lieu } from './lieu'
import { BadgeFraicheur, BadgeOuverture, BadgePlaces } from './etats-structure'

/** One structure in the directory: four columns at a desk, one under a finger. */
export function LigneStructure({ structure }: { structure: ResumeStructure }) {
  const { slug, nom, kind, organisation, aVerifier, places } = structure
  return (
    <li className="grid gap-x-6 gap-y-2 border-t border-line px-4 py-3 first:border-t-0 hover:bg-accent-soft/40 bureau:grid-cols-[minmax(0,4fr)_minmax(0,2fr)_minmax(0,3fr)_minmax(0,4fr)] bureau:items-start print:break-inside-avoid print:px-0">
      <div className="min-w-0">
        <h2 className="text-base font-semibold">
          <Link href={`/structures/${slug}`} className="inline-block py-0.5">
            {nom}
          </Link>
        </h2>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-soft">
          <Tag>{libellesKind[kind]}</Tag>
          {organisation}
        </p>
      </div>
      <p className="min-w-0">
        <Lieu structure={structure} />
      </p>
      <div className="flex min-w-0 flex-col items-start gap-1">
        <BadgeOuverture {...structure} />
        {structure.semaine !== '' && <span className="text-sm text-soft">{structure.semaine}</span>}
      </div>
      <div className="flex min-w-0 flex-col items-start gap-1">
        {places !== null && <BadgePlaces places={places} />}
        <BadgeFraicheur fraicheur={structure.fraicheur} />
        {aVerifier.length > 0 && (
          <span className="text-sm text-soft">
            À vérifier : {aVerifier.map((champ) => libellesChamp[champ]).join(', ')}
          </span>
        )}
      </div>
    </li>
  )
}
