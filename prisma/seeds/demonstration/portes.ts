import { type CivilDate, toDatabaseDate } from '@/domain/commun/civil-date'
import type { Annuaire } from './annuaire'
import type { Auteurs, Bureau } from './comptes'
import { type Fenetre, onNight } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'
import type { Periode } from './places'

const OUVRE = 10 * 60
const MATINEE = 12 * 60
const REVEIL = 17 * 60
const FERME = 18 * 60

/** A rest space: its seats, and how many people come to the door on an ordinary day. */
type Porte = { dispositif: string; accueil: Bureau; places: number; parJour: number }

const portes: readonly Porte[] = [
  { dispositif: 'sleep-in-repos', accueil: 'sleep-in', places: 15, parJour: 17 },
  { dispositif: 'csapa-110-les-halles-repos', accueil: 'csapa-110-les-halles', places: 10, parJour: 8 },
]

type Passage = { kind: 'ENTREE' | 'SORTIE' | 'REFUS'; minute: number; femmes: number }

/**
 * Adds what each rest space counted at its door: nearly everybody comes before noon and stays, they are woken at five and gone at six;
 * when it is full, who comes is turned away. Nothing on the days it was closed.
 */
export function addPortes(
  lignes: Lignes,
  annuaire: Annuaire,
  auteurs: Auteurs,
  fenetre: Fenetre,
  fermetures: Readonly<Record<string, Periode>>,
): void {
  const hasard = new Hasard(fenetre.graine, 'portes')
  for (const porte of portes) {
    const { id: dispositifId, organisationId } = annuaire.dispositif(porte.dispositif)
    const ferme = fermetures[porte.dispositif]
    const creePar = auteurs.bureau(porte.accueil)
    for (const jour of fenetre.nuits) {
      if (ferme !== undefined && isWithin(jour, ferme)) continue
      for (const { kind, minute, femmes } of drawJournee(porte, hasard)) {
        const le = onNight(jour, minute)
        if (le > fenetre.now) continue
        const shared = {
          id: hasard.id(le),
          dispositifId,
          organisationId,
          creePar,
          jour: toDatabaseDate(jour),
        }
        lignes.entrees.push({ ...shared, kind, personnes: 1, femmes, le })
      }
    }
  }
}

function isWithin(jour: CivilDate, { du, au }: Periode): boolean {
  const opens = onNight(jour, OUVRE)
  return onNight(jour, FERME) > du && (au === null || opens < au)
}

function drawJournee({ places, parJour }: Porte, hasard: Hasard): Passage[] {
  const arrivees = Array.from({ length: hasard.count(parJour) }, () =>
    hasard.chance(0.85) ? hasard.between(OUVRE, MATINEE) : hasard.between(MATINEE, REVEIL - 60),
  ).toSorted((a, b) => a - b)
  const inside: Passage[] = []
  const passages: Passage[] = []
  for (const arrivee of arrivees) {
    // Half a minute later: who leaves at the same minute has made room.
    const minute = arrivee + 0.5
    const femmes = hasard.chance(0.24) ? 1 : 0
    const present = inside.filter((sortie) => sortie.minute > minute).length
    if (present >= places) {
      passages.push({ kind: 'REFUS', minute, femmes })
      continue
    }
    const leaves = hasard.chance(0.15) ? arrivee + hasard.between(60, 150) : hasard.between(REVEIL, FERME - 5)
    const sortie: Passage = { kind: 'SORTIE', minute: Math.min(leaves, FERME - 5), femmes }
    inside.push(sortie)
    passages.push({ kind: 'ENTREE', minute, femmes }, sortie)
  }
  return passages.toSorted((a, b) => a.minute - b.minute)
}
