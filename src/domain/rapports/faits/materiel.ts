import { groupesArticle, isTest } from '@/domain/maraudes/articles'
import { type Colonne, colonne, type Fait, mesure, type Referentiel } from '../fait'

type Articles = Referentiel['articles']
type Sens = 'DONNE' | 'RECUPERE'

// One article in one commune is one stop: articles are shown from the EPT up.
const niveaux = ['EPT', 'TERRITOIRE', 'DEPARTEMENT', 'ENSEMBLE'] as const

/**
 * Units given and recovered, by heading and item, and what one is to the other. What is given says how people use: threshold of
 * health. Given and recovered are protected together, for their rate is shown where both are.
 */
export const materiel: Fait = {
  nom: 'materiel',
  fonction: 'materiel',
  axe: 'TERRITOIRE',
  colonnes: ({ articles }) => {
    const units = articles.filter(({ code }) => !isTest(code))
    return [...colonnesOf('DONNE', units), ...colonnesOf('RECUPERE', units), tauxRecuperation(units)]
  },
}

/** Tests done, by infection. They are neither given nor recovered, and no result is known. */
export const depistages: Fait = {
  nom: 'depistages',
  fonction: 'materiel',
  axe: 'TERRITOIRE',
  colonnes: ({ articles }) => {
    const tests = articles.filter(({ code }) => isTest(code))
    const feuilles = tests.map((test) =>
      colonne(cleOf('REALISE', test), test.libelle, { seuil: 'SANTE', profondeur: 1, niveaux }),
    )
    const atomes = feuilles.map(({ cle }) => cle)
    return [colonne('REALISE', 'Tous les tests', { seuil: 'SANTE', atomes, poids: 4 }), ...feuilles]
  },
}

function cleOf(sens: string, { groupe, code }: Articles[number]): string {
  return `${sens}/${groupe}/${code}`
}

function colonnesOf(sens: Sens, articles: Articles): readonly Colonne[] {
  const libelles = new Map<string, string>(Object.entries(groupesArticle))
  const groupes = [...new Set([...libelles.keys(), ...articles.map(({ groupe }) => groupe)])]
  const colonnesGroupe = groupes.flatMap((groupe) => {
    const siens = articles.filter((article) => article.groupe === groupe)
    if (siens.length === 0) return []
    return [
      colonne(`${sens}/${groupe}`, libelles.get(groupe) ?? groupe, {
        seuil: 'SANTE',
        atomes: siens.map((article) => cleOf(sens, article)),
        poids: 2,
        profondeur: 1,
      }),
      ...siens.map((article) =>
        colonne(cleOf(sens, article), article.libelle, { seuil: 'SANTE', profondeur: 2, niveaux }),
      ),
    ]
  })
  const atomes = articles.map((article) => cleOf(sens, article))
  return [colonne(sens, 'Toutes unités', { seuil: 'SANTE', atomes, poids: 4 }), ...colonnesGroupe]
}

function tauxRecuperation(articles: Articles): Colonne {
  const seringues = articles.filter(({ code }) => code.startsWith('seringue-'))
  const cles = (sens: Sens, groupe: string) =>
    seringues.filter((article) => article.groupe === groupe).map((article) => cleOf(sens, article))
  const taux = { part: cles('RECUPERE', 'DECHETS'), tout: cles('DONNE', 'INJECTION') }
  return mesure('taux-recuperation', 'Récupérées pour 100 données', {
    gardes: [...taux.part, ...taux.tout],
    taux,
    niveaux,
  })
}
