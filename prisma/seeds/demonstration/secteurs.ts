import { addDays, type CivilDate, daysBetween } from '@/domain/commun/civil-date'
import { type Fenetre, summer } from './fenetre'

/** People met at an ordinary stop, by commune; the others are quieter. */
const affluence: Readonly<Record<string, number>> = {
  '75118': 6.5,
  '75119': 6,
  '75110': 4.8,
  '75111': 2.6,
  '75112': 2.4,
  '75120': 2.2,
  '75101': 2.2,
  '75102': 2,
  '75109': 1.8,
  '93066': 4.6,
  '93001': 3.6,
  '93055': 3.4,
  '93070': 2.8,
  '93027': 2,
  '93048': 2.2,
  '93006': 2.2,
  '93008': 1.7,
  '93005': 2.4,
  '93071': 1.9,
}
const AFFLUENCE_AILLEURS = 1.1

/** Stations and gates where a stop can be said without pointing at anybody. */
const lieux: Readonly<Record<string, readonly string[]>> = {
  '75101': ['Les Halles', 'Châtelet'],
  '75102': ['Sentier', 'Réaumur'],
  '75103': ['République'],
  '75109': ['Barbès, côté 9e'],
  '75110': ['Gare du Nord', 'Gare de l’Est', 'La Chapelle, côté 10e', 'République'],
  '75111': ['Charonne', 'Bastille', 'Père-Lachaise'],
  '75112': ['Cours de Vincennes', 'Gare de Lyon', 'Bercy'],
  '75118': ['Porte de la Chapelle', 'Marx-Dormoy', 'Barbès', 'Porte de Clignancourt', 'Château-Rouge'],
  '75119': ['Stalingrad', 'Rosa-Parks', 'Porte de la Villette', 'Canal de l’Ourcq', 'Jaurès'],
  '75120': ['Porte de Bagnolet', 'Nation, côté 20e', 'Gambetta'],
  '93001': ['Quatre-Chemins', 'Front populaire', 'Fort d’Aubervilliers'],
  '93005': ['Gare d’Aulnay', 'Hôpital Robert-Ballanger'],
  '93006': ['Gallieni'],
  '93008': ['Pablo-Picasso'],
  '93027': ['8-Mai-1945'],
  '93048': ['Croix-de-Chavaux', 'Mairie de Montreuil'],
  '93051': ['Mont-d’Est'],
  '93053': ['Gare de Noisy-le-Sec'],
  '93055': ['Hoche', 'Église de Pantin', 'Gare de Pantin'],
  '93066': ['Gare de Saint-Denis', 'Basilique', 'Porte de Paris', 'Pleyel'],
  '93070': ['Mairie de Saint-Ouen', 'Garibaldi'],
  '93071': ['Sevran-Beaudottes'],
}

/** An evacuation moves people over the périphérique; part of them comes back within months. */
type Deplacement = { ilYA: number; depuis: string; vers: Readonly<Record<string, number>>; retour: number }

const deplacements: readonly Deplacement[] = [
  { ilYA: 500, depuis: '75118', vers: { '93066': 1.7, '93070': 1.5, '75119': 1.25 }, retour: 120 },
  {
    ilYA: 190,
    depuis: '75119',
    vers: { '93055': 2.3, '93001': 1.8, '93061': 1.6, '75118': 1.15 },
    retour: 150,
  },
  { ilYA: 40, depuis: '75110', vers: { '75118': 1.2, '93066': 1.15 }, retour: 90 },
]
const PART_CHASSEE = 0.55

/** Mean number of people met at a stop of this commune, that night. */
export function expectedPeople(fenetre: Fenetre, commune: string, nuit: CivilDate): number {
  const ordinary = affluence[commune] ?? AFFLUENCE_AILLEURS
  const moved = deplacements.map((deplacement) => displacement(fenetre, deplacement, commune, nuit))
  return ordinary * (1 + 0.16 * summer(nuit)) * moved.reduce((product, factor) => product * factor, 1)
}

/** Nights when the street was being evacuated, with the commune. */
export function evacuationNear(fenetre: Fenetre, commune: string, nuit: CivilDate): boolean {
  return deplacements.some(({ ilYA, depuis }) => {
    const since = daysBetween(addDays(fenetre.ceSoir, -ilYA), nuit)
    return depuis === commune && since >= -1 && since <= 10
  })
}

export const lieuxOf = (commune: string): readonly string[] => lieux[commune] ?? ['Centre-ville', 'Gare']

function displacement(
  fenetre: Fenetre,
  { ilYA, depuis, vers, retour }: Deplacement,
  commune: string,
  nuit: CivilDate,
): number {
  const since = daysBetween(addDays(fenetre.ceSoir, -ilYA), nuit)
  if (since < 0) return 1
  const left = Math.exp(-since / retour)
  if (commune === depuis) return 1 - PART_CHASSEE * left
  return 1 + ((vers[commune] ?? 1) - 1) * left
}
