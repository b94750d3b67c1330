import { communes, etablissementsTerritoriaux } from '@/domain/territoire/communes'
import { type Departement, libellesDepartement, territoires } from '@/domain/territoire/territoire'
import { departements, type Ligne, ligne } from './axes'

type Zone = { cle: string; nom: string; codes: readonly string[] }

const toutes = communes.map(({ code }) => code)
const presets: readonly Zone[] = Object.entries(territoires).map(([cle, zone]) => ({ cle, ...zone }))
const epts: readonly Zone[] = Object.entries(etablissementsTerritoriaux).map(([code, nom]) => {
  const codes = codesWhere('ept', code)
  const preset = presets.find((zone) => isSame(zone.codes, codes))?.nom ?? nom
  return { cle: `ept:${code}`, nom: preset === nom ? nom : `${nom} (${preset})`, codes }
})

/**
 * Communes < EPT < department < whole, the named territories that are not EPT under another name, and what happened nowhere
 * in particular (a round without stop nor sector, atom ''). What is outside a territory is implied: subtraction gives it.
 */
export const axeTerritoire: readonly Ligne[] = [
  departement('75'),
  ...epts.map(({ cle, nom, codes }) => ligne('EPT', cle, nom, codes, { departement: '93' })),
  departement('93'),
  ...presets
    .filter(({ codes }) => !epts.some((ept) => isSame(ept.codes, codes)))
    .flatMap(({ cle, nom, codes }) => [
      ligne('TERRITOIRE', cle, nom, codes),
      ligne(
        'TERRITOIRE',
        `hors-${cle}`,
        `Hors ${nom}`,
        toutes.filter((code) => !codes.includes(code)),
        { publie: false },
      ),
    ]),
  ...communes.map(({ code, nom, departement: ou }) =>
    ligne('COMMUNE', code, nom, [code], {
      departement: ou,
      ept: epts.find(({ codes }) => codes.includes(code))?.nom ?? null,
    }),
  ),
  ligne('NON_LOCALISE', 'non-localise', 'Non localisé', ['']),
  ligne('ENSEMBLE', 'ensemble', 'Ensemble', [...toutes, '']),
]

/** The two departments and both, for what is known no finer. */
export const axeDepartements: readonly Ligne[] = [
  ...departements.map((code) =>
    ligne('DEPARTEMENT', code, libellesDepartement[code], [code], { departement: code }),
  ),
  ligne('ENSEMBLE', 'ensemble', 'Ensemble', departements),
]

function departement(code: Departement): Ligne {
  return ligne('DEPARTEMENT', code, libellesDepartement[code], codesWhere('departement', code), {
    departement: code,
  })
}

function codesWhere(attribut: 'departement' | 'ept', value: string): readonly string[] {
  return communes.filter((commune) => commune[attribut] === value).map(({ code }) => code)
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((code) => others.includes(code))
}
