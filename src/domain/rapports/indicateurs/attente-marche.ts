import { attentes as fait } from '../faits/marches'
import { dimensionsDispositif, type Indicateur } from '../indicateur'

/** Days from the wish to the place entered, step by step. */
export const attenteMarche: Indicateur = {
  id: 'attente-marche',
  version: 1,
  theme: 'Séjours',
  nom: 'Attente avant l’entrée',
  definition:
    'Jours écoulés entre le souhait de la personne et son entrée, pour les entrées par orientation pendant la période : médiane, premier et dernier quart. Par nature de dispositif, c’est l’attente avant chaque marche du parcours.',
  unite: 'jours',
  decimales: 1,
  source: 'Orientations dont la personne est entrée dans la place pendant la période',
  limites: [
    'Qui attend encore n’y est pas : une file qui n’avance plus paraît courte.',
    'Les entrées sans orientation n’y sont pas.',
    'Secrète quand le nombre d’entrées l’est.',
  ],
  dimensions: dimensionsDispositif,
  fait,
  shows: () => true,
}
