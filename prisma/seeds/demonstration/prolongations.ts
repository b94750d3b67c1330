import { addDays, daysBetween, fromParis, toParis } from '@/domain/commun/civil-date'
import type { MotifProlongation } from '@/domain/parcours/prolongations'
import type { RegleSejour } from '@/domain/places/sejour'
import { type Fenetre, plusMinutes } from './fenetre'
import type { Hasard } from './hasard'
import type { Lignes } from './lignes'

const MIDI = 12 * 60
const JOUR = 24 * 60
/** Shorter rules are nights, renewed by a new stay. Days. */
const DUREE_PROLONGEABLE = 7
const PART_REFUSEE = 0.12

const motifs: readonly MotifProlongation[] = ['DEMARCHE', 'PLACE_ATTENDUE', 'SOINS']

/** How long a stay lasted or has lasted so far, in whole days. */
function lasted(debut: Date, end: Date): number {
  return daysBetween(toParis(debut).date, toParis(end).date)
}

/**
 * Adds the request that a stay longer than its rule needed, or that a stay about to end is making; some ended stays had asked
 * in vain. Gives the new planned end when one was granted.
 */
export function addProlongation(
  lignes: Lignes,
  hasard: Hasard,
  { now }: Fenetre,
  { id, debut, fin }: { id: string; debut: Date; fin: Date | null },
  { dureeMax }: RegleSejour,
): Date | null {
  if (dureeMax === null || dureeMax < DUREE_PROLONGEABLE) return null
  const days = lasted(debut, fin ?? now)
  const asked = plusMinutes(debut, (dureeMax - 3) * JOUR)
  const ligne = {
    id: hasard.id(asked),
    occupationId: id,
    jours: 14,
    motif: hasard.one(motifs),
    demandeeLe: asked,
  }
  if (days >= dureeMax) {
    lignes.prolongations.push({
      ...ligne,
      statut: 'ACCORDEE',
      reponse: 'ACCORDEE',
      suite: null,
      repondueLe: plusMinutes(asked, JOUR),
    })
    return fromParis(addDays(toParis(debut).date, dureeMax + ligne.jours), MIDI)
  }
  if (days < dureeMax - 2) return null
  if (fin === null)
    lignes.prolongations.push({ ...ligne, statut: 'DEMANDEE', reponse: null, suite: null, repondueLe: null })
  else if (hasard.chance(PART_REFUSEE)) {
    lignes.prolongations.push({
      ...ligne,
      statut: 'REFUSEE',
      reponse: 'LISTE_ATTENTE',
      suite: 'AUTRE_DISPOSITIF',
      repondueLe: plusMinutes(asked, JOUR),
    })
  }
  return null
}
