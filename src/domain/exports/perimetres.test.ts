import { describe, expect, it } from 'vitest'
import { mintViewer } from '@/auth/mint-viewer'
import { type Role, roleSchema } from '@/domain/comptes/roles'
import { colonnesExport } from './colonnes'
import { demandeExportSchema, exportFileName } from './demande'
import { perimetreExportSchema, perimetresOf } from './perimetres'

const id = '019ac0de-0000-7000-8000-000000000000'

function held(role: Role) {
  const attributions = [{ role, structureId: null }]
  return perimetresOf(
    mintViewer({ compteId: id, sessionId: id, organisationId: id, fonction: 'essai', attributions }),
  )
}

describe('les lignes qu’un rôle peut demander', () => {
  it.each(roleSchema.options)('%s', (role) => {
    const all = perimetreExportSchema.options
    const expected = { COORDINATEUR: all, RESPONSABLE: all, MMPCR: ['STRUCTURES'] }
    expect(held(role)).toEqual(Object.entries(expected).find(([name]) => name === role)?.[1] ?? [])
  })
})

describe('les colonnes d’un export de lignes', () => {
  it.each(perimetreExportSchema.options)('%s ne nomme ni personne, ni code, ni texte libre', (perimetre) => {
    const cles = colonnesExport[perimetre].map(({ cle }) => cle)
    expect(
      cles.filter((cle) => /personne_|note|transmission|cellule|auteur|compte|^code$/.test(cle)),
    ).toEqual([])
    expect(new Set(cles).size).toBe(cles.length)
  })
})

describe('la demande d’un export', () => {
  const asked = { perimetre: 'ARRETS', format: 'CSV', du: '2026-07-01', au: '2026-09-30' }

  it('a un fichier au nom clair', () => {
    expect(exportFileName(demandeExportSchema.parse(asked))).toBe('maillage-arrets-2026-07-01-2026-09-30.csv')
    const structures = demandeExportSchema.parse({ ...asked, perimetre: 'STRUCTURES', format: 'GEOJSON' })
    expect(exportFileName(structures)).toBe('maillage-structures.geojson')
  })

  it.each([
    ['des nuits à l’envers', { au: '2026-06-30' }],
    ['plus de cinq ans', { du: '2020-01-01', au: '2026-09-30' }],
    ['avant Maillage', { du: '2019-12-31' }],
    ['une carte de séjours', { perimetre: 'SEJOURS', format: 'GEOJSON' }],
    ['un jour qui n’existe pas', { du: '2026-02-30' }],
    ['d’autres lignes', { perimetre: 'PERSONNES' }],
  ])('refuse %s', (_, given) => {
    expect(demandeExportSchema.safeParse({ ...asked, ...given }).success).toBe(false)
  })
})
