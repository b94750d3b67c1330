import { type Colonne, colonne, type Fait } from '../fait'
import { type KindBesoin, libellesBesoin, libellesCause } from '@/domain/maraudes/listes'

const natures = Object.entries(libellesBesoin)
const causes = Object.entries(libellesCause)
const deSante: ReadonlySet<string> = new Set<KindBesoin>(['SOINS', 'SEVRAGE', 'PSY'])

/**
 * Needs expressed, in persons, by kind and answer, and those left without answer by cause; kinds and causes from the EPT up. What was answered is implied: it is what is
 * expressed less what stays without answer.
 */
export const besoins: Fait = {
  nom: 'besoins',
  fonction: 'besoins',
  axe: 'TERRITOIRE',
  colonnes: () => [
    ...colonnesOf('besoins', 'Besoins exprimés', ['sans-reponse', 'repondus']),
    ...colonnesOf('sans-reponse', 'Sans réponse', ['sans-reponse']),
    ...causes.map(([cause, libelle]) =>
      colonne(`cause/${cause}`, libelle, {
        seuil: 'SIMPLE',
        atomes: natures.map(([nature]) => `sans-reponse/${nature}/${cause}`),
        profondeur: 1,
        niveaux: ['EPT', 'TERRITOIRE', 'DEPARTEMENT', 'ENSEMBLE'],
      }),
    ),
    ...colonnesOf('repondus', 'Répondus ou orientés', ['repondus']).map((each) => ({
      ...each,
      publie: false,
    })),
  ],
}

function colonnesOf(cle: string, libelle: string, reponses: readonly string[]): readonly Colonne[] {
  const atomesOf = (nature: string) =>
    reponses.flatMap((reponse) =>
      reponse === 'sans-reponse'
        ? causes.map(([cause]) => `${reponse}/${nature}/${cause}`)
        : [`${reponse}/${nature}`],
    )
  return [
    colonne(cle, libelle, {
      seuil: 'SIMPLE',
      atomes: natures.flatMap(([nature]) => atomesOf(nature)),
      poids: 3,
    }),
    ...natures.map(([nature, nom]) =>
      colonne(`${cle}/${nature}`, nom, {
        seuil: deSante.has(nature) ? 'SANTE' : 'SIMPLE',
        atomes: atomesOf(nature),
        profondeur: 1,
        niveaux: ['EPT', 'TERRITOIRE', 'DEPARTEMENT', 'ENSEMBLE'],
      }),
    ),
  ]
}
