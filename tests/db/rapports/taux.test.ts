import { beforeAll, describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import type { Viewer } from '@/domain/comptes/viewer'
import { axeTerritoire } from '@/domain/rapports/axe-territoire'
import { findIndicateur } from '@/domain/rapports/catalogue'
import type { Periode } from '@/domain/rapports/periode'
import type { Section } from '@/domain/rapports/section'
import { readRapport } from '@/features/rapports/queries'
import { prepareReader } from '../prets/lecteur'
import type { Attendu } from './mesures'
import { countNaively } from './naif'
import type { Donnees } from './types'

const now = new Date('2027-06-01T10:00:00Z')
const annee: Periode = {
  code: '2026',
  libelle: '2026',
  du: civilDate('2026-01-01'),
  au: civilDate('2026-12-31'),
}
const quinzaine: Periode = { ...annee, du: civilDate('2026-08-10'), au: civilDate('2026-08-24') }
let donnees: Donnees
let viewer: Viewer
beforeAll(async () => {
  ;({ donnees, viewer } = await prepareReader())
})

async function sectionOf(id: string, par: 'departement' | 'ept', periode = annee): Promise<Section> {
  const indicateur = findIndicateur(id)
  if (!indicateur) throw new Error(id)
  const demande = { indicateurs: [indicateur], periode, par, departement: null, comparer: null }
  const section = (await readRapport(viewer, demande, now))?.sections[0]
  if (!section) throw new Error('aucune section')
  return section
}

function countMaterial(): Attendu {
  return countNaively('materiel', donnees, annee, axeTerritoire)
}

function cellsOf({ lignes, colonnes, cellules }: Section) {
  return lignes.flatMap(({ cle: ligne }, line) =>
    colonnes.map(({ cle: colonne }, column) => ({ ligne, colonne, cellule: cellules[line]?.[column] })),
  )
}

describe('le taux de récupération des seringues', () => {
  it.each(['departement', 'ept'] as const)('se recompte ligne à ligne, par %s', async (par) => {
    const counted = countMaterial()
    const cells = cellsOf(await sectionOf('taux-recuperation', par))
    const shown = cells.filter(({ cellule }) => typeof cellule === 'number')
    expect(shown.length).toBeGreaterThan(1)
    for (const { ligne, cellule } of shown) {
      const recuperees = counted.get(`${ligne} RECUPERE/DECHETS/seringue-usagee`)?.valeur ?? 0
      const donnee = counted.get(`${ligne} DONNE/INJECTION/seringue-1cc`)?.valeur ?? 0
      expect(cellule).toBeCloseTo((100 * recuperees) / donnee, 9)
    }
  })

  it('est secret dès que l’un de ses comptes l’est', async () => {
    const [taux, donne, recupere] = await Promise.all(
      ['taux-recuperation', 'materiel-donne', 'materiel-recupere'].map(async (id) =>
        cellsOf(await sectionOf(id, 'ept', quinzaine)),
      ),
    )
    const hidden = [...(donne ?? []), ...(recupere ?? [])]
      .filter(({ colonne, cellule }) => colonne.includes('/seringue-') && cellule === 'SECRET')
      .map(({ ligne }) => ligne)
    expect(hidden).not.toEqual([])
    const secret = (taux ?? []).filter(({ cellule }) => cellule === 'SECRET').map(({ ligne }) => ligne)
    expect(secret).toEqual(expect.arrayContaining(hidden))
  })
})

describe('les TROD réalisés', () => {
  it('se recomptent ligne à ligne, et le matériel donné n’en compte aucun', async () => {
    const counted = countMaterial()
    const tests = cellsOf(await sectionOf('trod-realises', 'departement'))
    expect(tests.map(({ colonne }) => colonne)).toContain('REALISE/DEPISTAGE/trod-syphilis')
    const donne = cellsOf(await sectionOf('materiel-donne', 'departement'))
    const shown = [...tests, ...donne].filter(({ cellule }) => typeof cellule === 'number' && cellule > 0)
    expect(shown.length).toBeGreaterThan(6)
    for (const { ligne, colonne, cellule } of shown) {
      expect({ ligne, colonne, cellule }).toEqual({
        ligne,
        colonne,
        cellule: counted.get(`${ligne} ${colonne}`)?.valeur,
      })
    }
  })
})
