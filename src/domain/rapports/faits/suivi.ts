import { libellesObjectif } from '@/domain/parcours/objectifs'
import { colonne, type Fait, mesure } from '../fait'

const objectifs = Object.entries(libellesObjectif)

/** Searches for somebody who missed an appointment, once they are over: found again or not. */
export const reprises: Fait = {
  nom: 'reprises',
  fonction: 'reprises',
  axe: 'ORGANISATION',
  colonnes: () => [
    colonne('relances', 'Relances closes', {
      seuil: 'SIMPLE',
      atomes: ['reprises', 'sans-contact'],
      poids: 3,
    }),
    colonne('reprises', 'Contact repris', { seuil: 'SIMPLE', profondeur: 1 }),
    colonne('sans-contact', 'Sans contact', { seuil: 'SIMPLE', profondeur: 1 }),
    mesure('taux-reprise', 'Reprises pour 100 relances', {
      gardes: ['relances', 'reprises'],
      taux: { part: ['reprises'], tout: ['relances'] },
      decimales: 1,
      unite: '%',
    }),
  ],
}

/** Goals reached with the persons followed. What somebody obtained says what was missing: threshold of health. */
export const demarches: Fait = {
  nom: 'demarches',
  fonction: 'demarches',
  axe: 'ORGANISATION',
  colonnes: () => [
    colonne('demarches', 'Démarches abouties', {
      seuil: 'SIMPLE',
      atomes: objectifs.map(([kind]) => `demarches/${kind}`),
      poids: 3,
    }),
    ...objectifs.map(([kind, libelle]) =>
      colonne(`demarches/${kind}`, libelle, { seuil: 'SANTE', profondeur: 1 }),
    ),
  ],
}
