'use client'

import { useState } from 'react'
import {
  type Article,
  articles as startingArticles,
  type GroupeArticle,
  groupesArticle,
} from '@/domain/maraudes/articles'
import { libellesSens, type SensMateriel, sensMaterielSchema } from '@/domain/maraudes/listes'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Stepper } from '@/ui/fields/stepper'
import { useTerrain } from './terrain-context'
import type { ArretEnCours } from './use-arret-brouillon'

const senses = sensMaterielSchema.options.map((value) => ({ value, label: libellesSens[value] }))
const materiel: readonly GroupeArticle[] = [
  'INHALATION',
  'INJECTION',
  'SNIFF',
  'NALOXONE',
  'SANTE_SEXUELLE',
  'DECHETS',
  'AIDES',
]
const groupesOf: Record<SensMateriel, readonly GroupeArticle[]> = {
  DONNE: materiel,
  RECUPERE: materiel,
  REALISE: ['DEPISTAGE'],
}
const firstGroupeOf: Record<SensMateriel, GroupeArticle> = {
  DONNE: 'INHALATION',
  RECUPERE: 'DECHETS',
  REALISE: 'DEPISTAGE',
}

/**
 * Material given, then collected, then tests done, a group at a time; a kit counts as one here and as its items in the figures. Of a
 * test nothing is asked but that it was done.
 */
export function StopMaterial({ enCours: { draft, change } }: { enCours: ArretEnCours }) {
  const { paquet } = useTerrain()
  const [sens, setSens] = useState<SensMateriel>('DONNE')
  const [groupe, setGroupe] = useState<GroupeArticle>('INHALATION')
  const catalogue: readonly Article[] = paquet?.articles.filter(({ actif }) => actif) ?? startingArticles
  const lines = draft.materiel.filter((line) => line.sens === sens)
  const shown = catalogue.filter((article) => article.groupe === groupe).toSorted(kitsFirst)

  function countOf(code: string): number {
    return lines.find(({ article }) => article === code)?.quantite ?? 0
  }

  function set(code: string, quantite: number) {
    const others = draft.materiel.filter((line) => line.article !== code || line.sens !== sens)
    change({ materiel: quantite === 0 ? others : [...others, { article: code, sens, quantite }] })
  }

  function labelOf(name: GroupeArticle): string {
    const total = catalogue.reduce(
      (sum, article) => sum + (article.groupe === name ? countOf(article.code) : 0),
      0,
    )
    return total === 0 ? groupesArticle[name] : `${groupesArticle[name]} · ${total}`
  }

  return (
    <>
      <SegmentedControl
        label="Sens"
        options={senses}
        value={sens}
        onChange={(next) => {
          setSens(next)
          setGroupe(firstGroupeOf[next])
        }}
      />
      <SegmentedControl
        label="Groupe"
        {...(sens === 'REALISE' && { description: 'Le nombre de tests faits. Jamais un résultat.' })}
        options={groupesOf[sens].map((value) => ({ value, label: labelOf(value) }))}
        value={groupe}
        onChange={setGroupe}
      />
      <div className="flex flex-col divide-y divide-line *:py-2">
        {shown.map((article) => (
          <Stepper
            key={`${sens} ${article.code}`}
            label={article.libelle}
            {...(article.contenu === undefined
              ? {}
              : { description: describeKit(article.contenu, catalogue) })}
            value={countOf(article.code)}
            maxValue={999}
            onChange={(quantite) => set(article.code, quantite)}
          />
        ))}
      </div>
    </>
  )
}

function kitsFirst(one: Article, other: Article): number {
  return Number(other.contenu !== undefined) - Number(one.contenu !== undefined)
}

function describeKit(contenu: Readonly<Record<string, number>>, catalogue: readonly Article[]): string {
  const items = Object.entries(contenu).map(([code, count]) => {
    const libelle = catalogue.find((article) => article.code === code)?.libelle ?? code
    return `${count} × ${libelle.toLocaleLowerCase('fr')}`
  })
  return `compte : ${items.join(', ')}`
}
