import { type KindBesoin, libellesBesoin, libellesCause } from '@/domain/maraudes/listes'
import { colonne, type Fait } from '../fait'

const natures = Object.entries(libellesBesoin)
const causes = Object.entries(libellesCause)
const deSante: ReadonlySet<string> = new Set<KindBesoin>(['SOINS', 'SEVRAGE', 'PSY'])
const croisements = natures.flatMap(([nature]) => causes.map(([cause]) => ({ nature, cause })))

/** Needs of the register, in persons. The same total splits by kind and by cause. */
export const registre: Fait = {
  nom: 'registre',
  fonction: 'registre',
  axe: 'DEPARTEMENT',
  colonnes: () => [
    colonne('registre', 'Sans réponse', { seuil: 'SIMPLE', atomes: atomesWhere(() => true), poids: 3 }),
    ...natures.map(([nature, libelle]) =>
      colonne(`registre/${nature}`, libelle, {
        seuil: deSante.has(nature) ? 'SANTE' : 'SIMPLE',
        atomes: atomesWhere((each) => each.nature === nature),
        profondeur: 1,
      }),
    ),
    ...causes.map(([cause, libelle]) =>
      colonne(`cause/${cause}`, libelle, {
        seuil: 'SIMPLE',
        atomes: atomesWhere((each) => each.cause === cause),
        profondeur: 1,
      }),
    ),
  ],
}

function atomesWhere(isKept: (croisement: { nature: string; cause: string }) => boolean): readonly string[] {
  return croisements.filter(isKept).map(({ nature, cause }) => `${nature}/${cause}`)
}
