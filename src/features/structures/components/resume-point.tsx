'use client'

import { libellesKind } from '@/domain/structures/libelles'
import type { ResumeStructure } from '@/domain/structures/resume'
import { Button } from '@/ui/button'
import { LinkButton } from '@/ui/link-button'
import { BadgeOuverture, BadgePlaces } from './etats-structure'

type ResumePointProps = { structure: ResumeStructure; onShowInList: () => void }

/** What the map says of the structure chosen. */
export function ResumePoint({ structure, onShowInList }: ResumePointProps) {
  const { slug, nom, kind, organisation, commune, point, places } = structure
  return (
    <>
      <div>
        <p className="text-lg leading-6 font-bold">{nom}</p>
        <p className="text-sm text-soft">
          {libellesKind[kind]} · {organisation}
        </p>
      </div>
      <p className="text-sm">
        {commune}
        {point?.precision === 'COMMUNE' && (
          <span className="block text-soft">
            {structure.confidentiel ? 'adresse confidentielle' : 'position approchée : commune'}
          </span>
        )}
      </p>
      <div className="flex flex-col items-start gap-1">
        <BadgeOuverture {...structure} />
        {places !== null && <BadgePlaces places={places} />}
      </div>
      <div className="flex flex-wrap gap-2 pt-1">
        <LinkButton href={`/structures/${slug}`}>Ouvrir la fiche</LinkButton>
        <Button variant="quiet" onPress={onShowInList}>
          Dans la liste
        </Button>
      </div>
    </>
  )
}
