import { groupesArticle } from '@/domain/maraudes/articles'
import { type Colonne, colonne, type Fait, type Referentiel } from '../fait'

/** Units given, by heading and item. What is given says how people use: threshold of health. */
export const materielDonne: Fait = materiel('DONNE')

/** Units recovered, by heading and item. */
export const materielRecupere: Fait = materiel('RECUPERE')

function materiel(sens: 'DONNE' | 'RECUPERE'): Fait {
  return {
    nom: `materiel-${sens.toLowerCase()}`,
    fonction: 'materiel',
    axe: 'TERRITOIRE',
    colonnes: (referentiel) => colonnesOf(sens, referentiel),
  }
}

function colonnesOf(sens: string, { articles }: Referentiel): readonly Colonne[] {
  const libelles = new Map<string, string>(Object.entries(groupesArticle))
  const groupes = [...new Set([...libelles.keys(), ...articles.map(({ groupe }) => groupe)])]
  const feuille = ({ groupe, code }: { groupe: string; code: string }) => `${sens}/${groupe}/${code}`
  const colonnesGroupe = groupes.flatMap((groupe) => {
    const siens = articles.filter((article) => article.groupe === groupe)
    if (siens.length === 0) return []
    return [
      colonne(`${sens}/${groupe}`, libelles.get(groupe) ?? groupe, {
        seuil: 'SANTE',
        atomes: siens.map(feuille),
        poids: 2,
        profondeur: 1,
      }),
      ...siens.map((article) =>
        colonne(feuille(article), article.libelle, {
          seuil: 'SANTE',
          profondeur: 2,
          niveaux: ['EPT', 'TERRITOIRE', 'DEPARTEMENT', 'ENSEMBLE'],
        }),
      ),
    ]
  })
  const toutes = colonne(sens, 'Toutes unités', { seuil: 'SANTE', atomes: articles.map(feuille), poids: 4 })
  return [toutes, ...colonnesGroupe]
}
