import { z } from 'zod'
import { protegeCompte } from '../places/tableau'

/** One step as the base counts it. Waits and stays in days, null when nothing happened. */
export type MarcheComptee = {
  ordre: number
  dispositifs: number
  capacite: number | null
  places: number | null
  occupees: number | null
  libres: number | null
  fermees: number | null
  enAttente: number
  arrivees: number
  attente: number | null
  sorties: number
  duree: number | null
  montees: number
}

/** The same, fit to be shown: a count of people too small to be written is null, and what is drawn from it too. */
export type MarcheMontree = Omit<MarcheComptee, 'enAttente' | 'arrivees' | 'sorties' | 'montees'> & {
  enAttente: number | null
  arrivees: number | null
  sorties: number | null
  montees: number | null
}

/**
 * Withholds small counts. How many went up among those who left is withheld as well when those who did not are few: the rest
 * is had by subtraction.
 */
export function protegeMarche(marche: MarcheComptee, seuil: number): MarcheMontree {
  const arrivees = protegeCompte(marche.arrivees, seuil)
  const sorties = protegeCompte(marche.sorties, seuil)
  const others = protegeCompte(marche.sorties - marche.montees, seuil)
  return {
    ...marche,
    enAttente: protegeCompte(marche.enAttente, seuil),
    arrivees,
    attente: arrivees === null ? null : marche.attente,
    sorties,
    duree: sorties === null ? null : marche.duree,
    montees: sorties === null || others === null ? null : protegeCompte(marche.montees, seuil),
  }
}

/** The step where one waits longest, null when no wait is known. */
export function goulot(marches: readonly Pick<MarcheMontree, 'ordre' | 'attente'>[]): number | null {
  const waits = marches.filter(({ attente }) => attente !== null && attente > 0)
  return waits.toSorted((a, b) => (b.attente ?? 0) - (a.attente ?? 0))[0]?.ordre ?? null
}

/** Which devices are counted: all, with small counts withheld, or the viewer's own organisation's, as they are. */
export const perimetreSchema = z.enum(['tous', 'les-miens']).catch('tous')
export type Perimetre = z.infer<typeof perimetreSchema>
