import { z } from 'zod'
import { communes, type Commune, type etablissementsTerritoriaux } from './communes'

/** The two departments, equal everywhere. */
export const departementSchema = z.enum(['75', '93'])
export type Departement = z.infer<typeof departementSchema>
export const libellesDepartement: Record<Departement, string> = { '75': 'Paris', '93': 'Seine-Saint-Denis' }

const parCode = new Map(communes.map((commune) => [commune.code, commune]))

// Pierrefitte-sur-Seine has been a commune déléguée of Saint-Denis since 2025: accepted on input, stored as Saint-Denis.
const absorbees = new Map([['93059', '93066']])

/** The commune or arrondissement of this code, 93059 read as 93066; undefined outside the territory. */
export function findCommune(code: string): Commune | undefined {
  return parCode.get(absorbees.get(code) ?? code)
}

/** An INSEE code of the territory; gives the code to store. */
export const communeCodeSchema = z.string().transform((code, context) => {
  const commune = findCommune(code)
  if (commune) return commune.code
  context.addIssue({ code: 'custom', message: 'Commune inconnue à Paris et en Seine-Saint-Denis' })
  return z.NEVER
})

/** Named groups of communes that cross or cut the administrative lines; the seed's own « bassin de vie ». */
export const territoires = {
  'est-93': { nom: 'Est du 93', codes: ofEpt('200058790') },
  lisiere: {
    nom: 'Lisière du périphérique',
    codes: [
      '93066',
      '93070',
      '93001',
      '93055',
      '93061',
      '93045',
      '93006',
      '93048',
      '75117',
      '75118',
      '75119',
      '75120',
    ],
  },
  'plaine-commune': { nom: 'Plaine Commune', codes: ofEpt('200057867') },
  'est-ensemble': { nom: 'Est Ensemble', codes: ofEpt('200057875') },
  'terres-envol': { nom: 'Paris Terres d’Envol', codes: ofEpt('200058097') },
} as const satisfies Record<string, { nom: string; codes: readonly string[] }>

function ofEpt(code: keyof typeof etablissementsTerritoriaux): readonly string[] {
  return communes.filter(({ ept }) => ept === code).map((commune) => commune.code)
}
