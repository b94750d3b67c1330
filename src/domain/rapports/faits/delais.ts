import { type Colonne, colonne, type Fait, mesure } from '../fait'

/**
 * From the expressed wish to the first answer, and to the place. The counts guard the medians; what is not answered yet is
 * implied by what is, and protected with it.
 */
export const delaisReponse: Fait = delais('reponse', 'Premières réponses')

/** From the expressed wish to an effective place. */
export const delaisPlace: Fait = delais('place', 'Entrées dans une place')

function delais(cle: 'reponse' | 'place', libelle: string): Fait {
  return {
    nom: `delais-${cle}`,
    fonction: 'delais',
    axe: 'TRAJET',
    colonnes: (): readonly Colonne[] => [
      colonne(cle, libelle, { seuil: 'SIMPLE', decimales: 0, unite: 'orientations' }),
      mesure(`${cle}/q1`, 'Premier quart', { gardes: [cle], profondeur: 1 }),
      mesure(`${cle}/mediane`, 'Médiane', { gardes: [cle], profondeur: 1 }),
      mesure(`${cle}/q3`, 'Dernier quart', { gardes: [cle], profondeur: 1 }),
      colonne(`${cle}/pas-encore`, 'Pas encore', { seuil: 'SIMPLE', publie: false }),
      // Never shown here, but « orientations » shows it: what is left hidden must stand against that.
      colonne(`${cle}/toutes`, 'Envoyées', { seuil: 'SIMPLE', atomes: [cle, `${cle}/pas-encore`], poids: 3 }),
    ],
  }
}
