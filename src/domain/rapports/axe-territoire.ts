import { communes, etablissementsTerritoriaux } from '@/domain/territoire/communes'
import { type Departement, libellesDepartement, territoires } from '@/domain/territoire/territoire'
import { type Ligne, ligne } from './axes'

const toutes = communes.map(({ code }) => code)
const dansLisiere = new Set<string>(territoires.lisiere.codes)
const nomsEpt = new Map<string, string>(Object.entries(etablissementsTerritoriaux))

/**
 * Communes < EPT < department < whole, the named territories, and what happened nowhere in particular (a round without stop
 * nor sector, atom ''). The rest of the edge of the périphérique is implied, since it can be had by subtraction.
 */
export const axeTerritoire: readonly Ligne[] = [
  departement('75'),
  ...[...nomsEpt].map(([code, nom]) =>
    ligne('EPT', `ept:${code}`, nom, codesWhere('ept', code), { departement: '93' }),
  ),
  departement('93'),
  ...Object.entries(territoires).map(([cle, { nom, codes }]) =>
    // The other territories are EPT under another name: what hiding them loses is counted once, on the EPT.
    ligne('TERRITOIRE', cle, nom, codes, cle === 'lisiere' ? {} : { departement: '93', poids: 0 }),
  ),
  ligne(
    'TERRITOIRE',
    'hors-lisiere',
    'Hors lisière',
    toutes.filter((code) => !dansLisiere.has(code)),
    {
      publie: false,
    },
  ),
  ...communes.map((commune) =>
    ligne('COMMUNE', commune.code, commune.nom, [commune.code], {
      departement: commune.departement,
      ept: nomsEpt.get(commune.ept ?? '') ?? null,
    }),
  ),
  ligne('NON_LOCALISE', 'non-localise', 'Non localisé', ['']),
  ligne('ENSEMBLE', 'ensemble', 'Ensemble', [...toutes, '']),
]

function departement(code: Departement): Ligne {
  return ligne('DEPARTEMENT', code, libellesDepartement[code], codesWhere('departement', code), {
    departement: code,
  })
}

function codesWhere(attribut: 'departement' | 'ept', value: string): readonly string[] {
  return communes.filter((commune) => commune[attribut] === value).map(({ code }) => code)
}
