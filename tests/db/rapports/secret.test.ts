import { beforeAll, describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { axeTerritoire } from '@/domain/rapports/axe-territoire'
import { axeTrajets } from '@/domain/rapports/axe-trajets'
import type { Ligne } from '@/domain/rapports/axes'
import type { Fait } from '@/domain/rapports/fait'
import { besoins } from '@/domain/rapports/faits/besoins'
import { contacts } from '@/domain/rapports/faits/contacts'
import { orientations } from '@/domain/rapports/faits/orientations'
import { tableauOf } from '@/domain/rapports/lecture'
import { primarySecrets, protect } from '@/domain/rapports/petits-effectifs'
import type { TableauBrut } from '@/domain/rapports/tableau-brut'
import { findPinned } from '../../rapports/attaque'
import { asViewer } from '../socle/monde'
import { app, owner } from '../support/connections'
import { readComptes } from './comptes'
import { insertDonnees } from './donnees'

beforeAll(async () => {
  await insertDonnees(owner)
})

/** The very table that a report of two weeks protects, read from the base. */
async function tableOf(fait: Fait, axe: readonly Ligne[]): Promise<TableauBrut> {
  const nuits = { du: civilDate('2026-08-10'), au: civilDate('2026-08-24') }
  const comptes = await asViewer(app, { organisation: null, roles: ['MMPCR'] }, (client) =>
    readComptes(client, fait.fonction, nuits, axe),
  )
  const colonnes = fait.colonnes({ articles: [], dispositifs: [], structures: [], organisations: [] })
  return tableauOf(axe, colonnes, comptes, { simple: 5, sante: 11 })
}

describe('les tableaux de la base', () => {
  it.each([
    ['contacts', contacts, axeTerritoire],
    ['besoins', besoins, axeTerritoire],
    ['orientations', orientations, axeTrajets],
  ] as const)(
    '(%s) ne rendent aucune case secrète au solveur linéaire',
    async (_, fait, axe) => {
      const tableau = shrink(await tableOf(fait, axe))
      expect(findPinned(tableau, primarySecrets(tableau))).not.toEqual([])
      expect(findPinned(tableau, protect(tableau))).toEqual([])
    },
    120_000,
  )
})

/** Without the lines where nothing happened: they are all shown zeros, and the solver needs no help to know it. */
function shrink(tableau: TableauBrut): TableauBrut {
  const isNothing = ({ cle }: { cle: string }) =>
    tableau.colonnes.every(({ cle: colonne }) => tableau.read(cle, colonne).valeur === 0)
  const empty = new Set(tableau.lignes.filter(isNothing).flatMap(({ atomes }) => atomes))
  const lignes = tableau.lignes
    .filter((ligne) => !isNothing(ligne))
    .map((ligne) => ({ ...ligne, atomes: ligne.atomes.filter((atome) => !empty.has(atome)) }))
  return { ...tableau, lignes }
}
