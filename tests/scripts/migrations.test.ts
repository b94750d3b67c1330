import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { compareCatalogs } from '../../scripts/steps/catalog.mjs'
import { compareMigrations } from '../../scripts/steps/migrations-state.mjs'

const files = [
  { name: '0001_socle', sql: 'CREATE TABLE a ();' },
  { name: '0002_places', sql: 'CREATE TABLE b ();' },
]

function row(name: string, changes: object = {}) {
  const sql = files.find((file) => file.name === name)?.sql ?? ''
  const checksum = createHash('sha256').update(sql).digest('hex')
  return { migration_name: name, checksum, finished_at: new Date(0), rolled_back_at: null, ...changes }
}

describe('les migrations d’une base', () => {
  it('manquent toutes à une base vide', () => {
    expect(compareMigrations([], files)).toEqual({ missing: ['0001_socle', '0002_places'], faults: [] })
  })

  it('ne manquent pas à une base à jour', () => {
    expect(compareMigrations([row('0001_socle'), row('0002_places')], files)).toEqual({
      missing: [],
      faults: [],
    })
  })

  it.each([
    ['inconnue de cette version', row('0009_demain')],
    ['commencée, jamais finie', row('0001_socle', { finished_at: null })],
    ['modifiée depuis qu’elle a été appliquée', row('0001_socle', { checksum: 'autre' })],
  ])('arrêtent le démarrage quand l’une est %s', (fault, found) => {
    expect(compareMigrations([found], files).faults).toEqual([`${found.migration_name} : ${fault}`])
  })

  it('s’appliquent de nouveau quand elles ont été déclarées annulées', () => {
    const undone = row('0001_socle', { finished_at: null, rolled_back_at: new Date(0) })
    expect(compareMigrations([undone], files)).toEqual({ missing: ['0001_socle', '0002_places'], faults: [] })
  })
})

describe('la dérive d’une base', () => {
  it('nomme ce qui manque, ce qui est en trop et ce qui a changé', () => {
    const wanted = new Map([
      ['index a', 'CREATE INDEX a'],
      ['vue b', 'SELECT 1'],
    ])
    const found = new Map([
      ['vue b', 'SELECT 2'],
      ['déclencheur c', 'CREATE TRIGGER c'],
    ])
    expect(compareCatalogs(wanted, found)).toEqual([
      'index a : manque',
      'déclencheur c : en trop',
      'vue b : « SELECT 2 » au lieu de « SELECT 1 »',
    ])
  })
})
