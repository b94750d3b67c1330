import { fileActive as fait } from '../faits/file-active'
import type { Indicateur } from '../indicateur'

/** Distinct persons of each structure. */
export const fileActive: Indicateur = {
  id: 'file-active',
  version: 1,
  theme: 'Rencontres',
  nom: 'File active par structure',
  definition:
    'Personnes distinctes, par leur code, qui ont séjourné dans un dispositif de la structure pendant la période ou pour qui elle a envoyé une orientation. Nouvelle : la structure ne l’avait jamais vue.',
  unite: 'personnes',
  decimales: 0,
  source: 'Séjours et orientations qui portent un code de personne',
  limites: [
    'Elle ne s’additionne ni d’une structure à l’autre, ni d’un trimestre à l’autre : une personne vue deux fois compte une fois.',
    'Qui est servi sans code n’y est pas ; les maraudes n’en ont jamais.',
  ],
  dimensions: ['structure'],
  fait,
  shows: () => true,
}
