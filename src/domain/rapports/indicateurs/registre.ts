import { registre as fait } from '../faits/registre'
import type { Indicateur } from '../indicateur'

/** Needs of the register nobody could answer, by kind. */
export const registreSansReponse: Indicateur = {
  id: 'registre',
  version: 1,
  theme: 'Besoins',
  nom: 'Registre des besoins sans réponse',
  definition:
    'Besoins inscrits au registre pendant la période, que personne n’a pu satisfaire, par nature, en personnes concernées.',
  unite: 'personnes × besoins',
  decimales: 0,
  source: 'Registre des besoins sans réponse, au département où l’on cherchait',
  limites: [
    'Seuls les besoins qu’une équipe a inscrits au registre ; ceux notés à un arrêt de maraude sont dans « Besoins sans réponse ».',
    'Le registre n’a que le département : ni commune, ni dispositif.',
  ],
  dimensions: ['departement'],
  fait,
  shows: ({ cle }) => cle.startsWith('registre'),
}
