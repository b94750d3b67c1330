import type { Ambiance } from '@/db/generated/enums'
import { addContenu } from './contenu-arret'
import { type Fenetre, minutesBetween, plusMinutes } from './fenetre'
import type { Hasard, Poids } from './hasard'
import type { Lignes } from './lignes'
import type { Depart } from './maraudes'
import { evacuationNear, expectedPeople, lieuxOf } from './secteurs'

/** A stop that took place: who logged it, and how many people it met. */
export type ArretFait = { id: string; auteurId: string; arrivee: Date; personnes: number }

const ambiances: Poids<Ambiance> = { CALME: 88, TENSIONS: 10.5, VIOLENCES: 1.5 }
const apresEvacuation: Poids<Ambiance> = { CALME: 55, TENSIONS: 38, VIOLENCES: 7 }

const notes = [
  'Groupe dispersé à notre arrivée, revenu ensuite.',
  'Demande de bouteilles d’eau supérieure au stock.',
  'Beaucoup de pipes usagées ramassées au sol.',
  'Riverains rencontrés, échange apaisé.',
  'Échange long autour d’un accès aux soins, à reprendre au CAARUD.',
  'Prévoir une interprète en russe la prochaine fois.',
]

/** What the stops of a round share. */
export type Tournee = {
  lignes: Lignes
  fenetre: Fenetre
  hasard: Hasard
  maraudeId: string
  auteurId: string
  depart: Depart
}

/** Adds the stops of a round, one after the other; where a round still is, it has not left yet. */
export function addArrets(tournee: Tournee): ArretFait[] {
  const { hasard, depart, fenetre } = tournee
  const end = depart.fin ?? fenetre.now
  const faits: ArretFait[] = []
  let arrivee = plusMinutes(depart.debut, hasard.between(10, 20))
  while (minutesBetween(arrivee, end) > 15) {
    const left = minutesBetween(arrivee, end)
    const leaves = plusMinutes(arrivee, Math.min(hasard.between(15, 45), left - 3))
    const isThere = depart.fin === null && minutesBetween(leaves, end) <= 30
    faits.push(addArret(tournee, arrivee, isThere ? null : leaves))
    if (isThere) break
    arrivee = plusMinutes(leaves, hasard.between(10, 30))
  }
  return faits
}

function addArret(
  { lignes, fenetre, hasard, maraudeId, auteurId, depart }: Tournee,
  arrivee: Date,
  leaves: Date | null,
): ArretFait {
  const { equipe, nuit } = depart
  const id = hasard.id(arrivee)
  const communeCode = hasard.weighted(equipe.communes)
  const evacuation = evacuationNear(fenetre, communeCode, nuit)
  lignes.arrets.push({
    id,
    maraudeId,
    communeCode,
    lieu: hasard.one(lieuxOf(communeCode)),
    arrivee,
    depart: leaves,
    ambiance: hasard.weighted(evacuation ? apresEvacuation : ambiances),
    presencePoliciere: hasard.chance(evacuation ? 0.7 : 0.12),
    mediations: hasard.chance(0.12) ? hasard.between(1, 3) : 0,
    note: hasard.chance(0.03) ? hasard.one(notes) : null,
  })
  const personnes = drawPersonnes(hasard, expectedPeople(fenetre, communeCode, nuit))
  addContenu(lignes, { id, arrivee, nuit, personnes, femmes: equipe.femmes }, hasard)
  return { id, auteurId, arrivee, personnes }
}

/** Crowds vary more than chance alone: some evenings are three times the others. */
function drawPersonnes(hasard: Hasard, expected: number): number {
  return hasard.count(expected * hasard.one([0.3, 0.6, 0.8, 1, 1, 1.2, 2.1]))
}
