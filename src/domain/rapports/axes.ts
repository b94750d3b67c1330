import { communes, etablissementsTerritoriaux } from '@/domain/territoire/communes'
import { type Departement, libellesDepartement, territoires } from '@/domain/territoire/territoire'
import type { Noeud } from './tableau-brut'

/** What a line of a report stands for. */
export type Niveau =
  'COMMUNE' | 'EPT' | 'TERRITOIRE' | 'DEPARTEMENT' | 'TRAJET' | 'DISPOSITIF' | 'NON_LOCALISE' | 'ENSEMBLE'

/** One line of an axis: which atoms it adds up, and how it is named. `departement` is null when it crosses both. */
export type Ligne = Noeud & { libelle: string; niveau: Niveau; departement: Departement | null }

/** Where facts happen, from where to where a person is oriented, or which device is concerned. */
export type NomAxe = 'TERRITOIRE' | 'TRAJET' | 'DISPOSITIF'

/** One device of the directory, as an axis line. */
export type DispositifConnu = { slug: string; nom: string; structure: string; departement: Departement }

// A total is worth many communes: it goes last.
const POIDS = { feuille: 1, ept: 4, bassin: 6, departement: 25, ensemble: 100 } as const
const departements: readonly Departement[] = ['75', '93']
const toutes = communes.map(({ code }) => code)
const lisiere: readonly string[] = territoires.lisiere.codes

/**
 * Communes < EPT < department < whole, the named territories, and what happened nowhere in particular (a round without stop
 * nor sector, atom ''). The complement of the edge of the périphérique is implied, since it can be had by subtraction.
 */
export const axeTerritoire: readonly Ligne[] = [
  ligne('ensemble', 'Ensemble', 'ENSEMBLE', null, [...toutes, ''], POIDS.ensemble),
  ...departements.map((code) =>
    ligne(
      code,
      libellesDepartement[code],
      'DEPARTEMENT',
      code,
      codesWhere('departement', code),
      POIDS.departement,
    ),
  ),
  ...Object.entries(etablissementsTerritoriaux).map(([code, nom]) =>
    ligne(`ept:${code}`, nom, 'EPT', '93', codesWhere('ept', code), POIDS.ept),
  ),
  ...Object.entries(territoires).map(([cle, { nom, codes }]) =>
    ligne(
      cle,
      nom,
      'TERRITOIRE',
      cle === 'lisiere' ? null : '93',
      codes,
      cle === 'lisiere' ? POIDS.bassin : 0,
    ),
  ),
  {
    ...ligne(
      'hors-lisiere',
      'Hors lisière',
      'TERRITOIRE',
      null,
      toutes.filter((code) => !lisiere.includes(code)),
      0,
    ),
    publie: false,
  },
  ...communes.map(({ code, nom, departement }) =>
    ligne(code, nom, 'COMMUNE', departement, [code], POIDS.feuille),
  ),
  ligne('non-localise', 'Non localisé', 'NON_LOCALISE', null, [''], POIDS.feuille),
]

/** From the department of the prescriber to that of the device asked ('' : any that fits). */
export const axeTrajets: readonly Ligne[] = [
  ...departements.flatMap((de) => [
    ...departements.map((vers) =>
      ligne(`${de}>${vers}`, `${de} → ${vers}`, 'TRAJET', null, [`${de}>${vers}`], POIDS.feuille),
    ),
    ligne(`${de}>`, `${de} → à trouver`, 'TRAJET', null, [`${de}>`], POIDS.feuille),
  ]),
  ligne(
    'ensemble',
    'Ensemble',
    'ENSEMBLE',
    null,
    departements.flatMap((de) => [...departements, ''].map((vers) => `${de}>${vers}`)),
    POIDS.ensemble,
  ),
]

/** Devices of the directory, by department; '' gathers what was asked of none in particular. */
export function axeDispositifs(dispositifs: readonly DispositifConnu[]): readonly Ligne[] {
  return [
    ligne(
      'ensemble',
      'Ensemble',
      'ENSEMBLE',
      null,
      [...dispositifs.map(({ slug }) => slug), ''],
      POIDS.ensemble,
    ),
    ...departements.map((code) =>
      ligne(
        code,
        libellesDepartement[code],
        'DEPARTEMENT',
        code,
        dispositifs.filter(({ departement }) => departement === code).map(({ slug }) => slug),
        POIDS.departement,
      ),
    ),
    ...dispositifs.map(({ slug, nom, structure, departement }) =>
      ligne(slug, `${structure} · ${nom}`, 'DISPOSITIF', departement, [slug], POIDS.feuille),
    ),
    ligne('non-localise', 'Aucun en particulier', 'NON_LOCALISE', null, [''], POIDS.feuille),
  ]
}

function ligne(
  cle: string,
  libelle: string,
  niveau: Niveau,
  departement: Departement | null,
  atomes: readonly string[],
  poids: number,
): Ligne {
  return { cle, libelle, niveau, departement, atomes, poids, publie: true }
}

function codesWhere(attribut: 'departement' | 'ept', value: string): readonly string[] {
  return communes.filter((commune) => commune[attribut] === value).map(({ code }) => code)
}
