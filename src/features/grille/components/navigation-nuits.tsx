import type { AdresseDeGrille } from '@/domain/places/grille'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Disclosure } from '@/ui/disclosure'
import { LinkButton } from '@/ui/link-button'

type NavigationNuitsProps = {
  avant: AdresseDeGrille
  ceSoir: AdresseDeGrille
  apres: AdresseDeGrille
  children: ReactNode
}

/** The window moves by two weeks; filters stand beside. */
export function NavigationNuits({ avant, ceSoir, apres, children }: NavigationNuitsProps) {
  return (
    <div data-no-print className="flex flex-wrap items-end justify-between gap-3">
      {children}
      <div className="mb-4 flex gap-2">
        <LinkButton href={avant} iconOnly aria-label="Deux semaines avant">
          <ChevronLeft aria-hidden />
        </LinkButton>
        <LinkButton href={ceSoir}>Ce soir</LinkButton>
        <LinkButton href={apres} iconOnly aria-label="Deux semaines après">
          <ChevronRight aria-hidden />
        </LinkButton>
      </div>
    </div>
  )
}

/** How the grid is read and driven. */
export function AideGrille() {
  return (
    <div data-no-print className="mt-4">
      <Disclosure title="Lire la grille, raccourcis du clavier">
        <ul className="grid gap-1 text-sm sm:grid-cols-2">
          <li>
            Trait plein, lit : un séjour. Tirets, sablier : une réservation. Hachures, porte : une fermeture.
          </li>
          <li>Une nuit va de midi à midi. Un séjour passé est plus pâle.</li>
          <li>Flèches : d’une nuit ou d’une place à l’autre. Début, Fin : première et dernière nuit.</li>
          <li>Page haut, page bas : de dix places en dix places.</li>
          <li>Entrée : ouvrir la place. Échap : refermer, et revenir à sa ligne.</li>
        </ul>
      </Disclosure>
    </div>
  )
}
