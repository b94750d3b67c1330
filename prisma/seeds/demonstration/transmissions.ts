import type { CivilDate } from '@/domain/commun/civil-date'
import { summer } from './fenetre'
import type { Hasard } from './hasard'

/** The evening in a word, quiet or busy. */
const calme = [
  'Peu de monde, groupes dispersés.',
  'Tournée calme, temps long avec chacun.',
  'Peu de rencontres, bon accueil.',
]
const dense = [
  'Beaucoup de monde, échanges courts.',
  'Tournée dense, un arrêt écourté.',
  'Du monde partout, bon accueil.',
]
const AFFLUENCE = 14

const suites = [
  'Stock de kits d’inhalation à compléter avant la prochaine sortie.',
  'Plusieurs demandes d’hébergement restées sans réponse.',
  'Une personne souhaite reprendre un suivi : la recevoir au CAARUD cette semaine.',
  'Pieds abîmés chez plusieurs personnes : prévoir l’infirmière.',
  'Le groupe du canal s’est déplacé de quelques rues.',
  'Demande d’eau importante.',
  'Travaux sur le parcours : passer par l’autre trottoir.',
  'Penser aux brochures en russe et en géorgien.',
]
const hiver = 'Duvets demandés, il en manque.'
const ete = 'Chaleur : prévoir le double de bouteilles d’eau.'

/** What a team that met so many people leaves to the next one, or nothing more often than not. */
export function drawTransmission(hasard: Hasard, nuit: CivilDate, personnes: number): string | null {
  if (!hasard.chance(0.4)) return null
  const season = summer(nuit) > 0.7 ? ete : hiver
  const seasonal = Math.abs(summer(nuit)) > 0.7 && hasard.chance(0.4) ? [season] : []
  return [
    hasard.one(personnes > AFFLUENCE ? dense : calme),
    ...hasard.some(suites, hasard.between(0, 2)),
    ...seasonal,
  ].join(' ')
}
