import { type AdresseDeGrille, PLACES_PAR_PAGE } from '@/domain/places/grille'
import { LinkButton } from '@/ui/link-button'

type PagesProps = { count: number; page: number; address: (page: number) => AdresseDeGrille }

/** The pages of a device with many places, and where one is among them. */
export function PagesDePlaces({ count, page, address }: PagesProps) {
  const last = Math.ceil(count / PLACES_PAR_PAGE)
  if (last < 2) return null
  return (
    <nav aria-label="Pages de la grille" className="mt-3 flex flex-wrap items-center gap-3">
      {page > 1 && <LinkButton href={address(page - 1)}>Places précédentes</LinkButton>}
      <span className="text-sm text-soft">
        {(page - 1) * PLACES_PAR_PAGE + 1} à {Math.min(count, page * PLACES_PAR_PAGE)} sur {count}
      </span>
      {page < last && <LinkButton href={address(page + 1)}>Places suivantes</LinkButton>}
    </nav>
  )
}
