import Link from 'next/link'
import { formatDayMonth, formatTime, plural } from '@/domain/commun/format'
import type { Viewer } from '@/domain/comptes/viewer'
import type { OuvertureVisible } from '@/features/capacites/queries'
import type { PretVisible } from '@/features/contingents/queries'
import type { LigneTableau } from '@/features/places/queries'

type NotesProps = {
  viewer: Viewer
  ligne: LigneTableau
  prets: readonly PretVisible[]
  ouvertures: readonly OuvertureVisible[]
  /** how many wait in line; undefined when the line is not the viewer's to read */
  attente: number | undefined
}

/** What a count does not say of a device: places lent, places opened for a time, people in line. */
export function NotesDispositif({ viewer, ligne, prets, ouvertures, attente }: NotesProps) {
  const lines = [
    ...prets.filter(isOf(ligne)).map((pret) => loanWords(pret, counts(viewer, ligne, pret))),
    ...ouvertures
      .filter(isOf(ligne))
      .filter(({ commencee }) => commencee)
      .map(
        ({ places, au }) =>
          `dont ${plural(places, 'place', 'places')} de crise jusqu’au ${formatDayMonth(au)}`,
      ),
  ]
  return (
    <>
      {lines.map((line) => (
        <span key={line} className="text-sm font-normal text-soft">
          {line}
        </span>
      ))}
      {attente !== undefined && attente > 0 && (
        <Link href={`/orientations/attente/${ligne.slug}`} className="text-sm font-medium">
          {plural(attente, 'personne en liste d’attente', 'personnes en liste d’attente')}
        </Link>
      )}
    </>
  )
}

const isOf =
  ({ id }: LigneTableau) =>
  ({ dispositifId }: { dispositifId: string }) =>
    dispositifId === id

/** Only who lends and who borrows see the rows that make the count. */
function counts({ organisationId }: Viewer, ligne: LigneTableau, pret: PretVisible): boolean {
  return organisationId === ligne.organisationId || organisationId === pret.organisationId
}

function loanWords({ utilisees, places, organisation, rendLe }: PretVisible, isCounted: boolean): string {
  const lent = isCounted
    ? `${utilisees} sur ${places} prêtées`
    : plural(places, 'place prêtée', 'places prêtées')
  return `${lent} à ${organisation}${rendLe === null ? '' : `, retour ${formatTime(rendLe).replace(/\s00$/, '')}`}`
}
