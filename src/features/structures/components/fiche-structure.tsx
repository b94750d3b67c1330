import { Map as MapIcon } from 'lucide-react'
import { libellesKind, developpementsKind } from '@/domain/structures/libelles'
import type { FicheStructure } from '@/domain/structures/fiche'
import { Card } from '@/ui/card'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { BadgeOuverture, BadgePlaces, BadgeStatut } from './etats-structure'
import { FicheDispositifs } from './fiche-dispositifs'
import { FicheFraicheur } from './fiche-fraicheur'
import { FicheHoraires } from './fiche-horaires'
import { FicheIdentite } from './fiche-identite'

/** The sheet of one structure. */
export function Fiche({ fiche }: { fiche: FicheStructure }) {
  return (
    <>
      <PageHeader
        back={{ href: '/structures', label: 'Toutes les structures' }}
        title={fiche.nom}
        lead={
          <p>
            {libellesKind[fiche.kind]} · {fiche.organisation}
            {fiche.commune !== null && ` · ${fiche.commune}`}
            {developpementsKind[fiche.kind] !== undefined && (
              <span className="block text-sm">{developpementsKind[fiche.kind]}</span>
            )}
          </p>
        }
        actions={
          fiche.point !== null && (
            <LinkButton href={`/carte?choix=${fiche.slug}`}>
              <MapIcon aria-hidden />
              Voir sur la carte
            </LinkButton>
          )
        }
      />
      <div className="mb-5 flex flex-wrap gap-2">
        <BadgeStatut statut={fiche.statut} />
        {fiche.statut === 'OUVERTE' && <BadgeOuverture {...fiche} />}
        {fiche.places !== null && <BadgePlaces places={fiche.places} />}
      </div>
      <div className="grid gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:items-start">
        <div className="flex min-w-0 flex-col gap-5">
          {fiche.description !== null && <p className="max-w-prose text-lg">{fiche.description}</p>}
          <FicheIdentite fiche={fiche} />
          <FicheDispositifs
            dispositifs={fiche.dispositifs}
            aVerifier={fiche.aVerifier.includes('capacite')}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <FicheHoraires fiche={fiche} />
          <Card title="Confiance">
            <FicheFraicheur fiche={fiche} />
          </Card>
        </div>
      </div>
    </>
  )
}
