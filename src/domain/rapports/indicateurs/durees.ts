import { durees as fait } from '../faits/sejours'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Nights of ended stays: median and quartiles. */
export const dureesSejour: Indicateur = {
  id: 'durees-sejour',
  version: 1,
  theme: 'Séjours',
  nom: 'Durée des séjours finis',
  definition:
    'Nuits entre l’entrée et la sortie des séjours finis pendant la période (de midi à midi, une au moins) : médiane, premier et dernier quart.',
  unite: 'nuits',
  decimales: 1,
  source: 'Séjours finis',
  limites: [
    'Les séjours en cours n’y sont pas : un dispositif où l’on reste longtemps paraît plus court qu’il n’est.',
    'Secret quand le nombre de séjours finis l’est.',
  ],
  dimensions: dimensionsDispositif,
  fait,
  shows: ({ mesure }) => mesure !== undefined,
}
