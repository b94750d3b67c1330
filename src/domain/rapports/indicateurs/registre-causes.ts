import { registre as fait } from '../faits/registre'
import type { Indicateur } from '../indicateur'

/** Why needs of the register stayed without an answer. */
export const registreCauses: Indicateur = {
  id: 'registre-causes',
  version: 1,
  theme: 'Besoins',
  nom: 'Registre des besoins sans réponse, par cause',
  definition:
    'Besoins inscrits au registre pendant la période, par ce qui a manqué. Une cause ne parle jamais de la personne.',
  unite: 'personnes × besoins',
  decimales: 0,
  source: 'Registre des besoins sans réponse, au département où l’on cherchait',
  limites: [
    'Seuls les besoins qu’une équipe a inscrits au registre ; ceux notés à un arrêt de maraude sont dans « Besoins sans réponse ».',
    'Le registre n’a que le département : ni commune, ni dispositif.',
  ],
  dimensions: ['departement'],
  fait,
  shows: ({ cle }) => cle === 'registre' || cle.startsWith('cause/'),
}
