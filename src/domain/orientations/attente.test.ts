import { describe, expect, it } from 'vitest'
import { changementRangSchema, expliquerOrdre, expliquerRang } from './attente'

const lundi = new Date('2026-11-23T09:00:00Z')
const mardi = new Date('2026-11-24T09:00:00Z')
const entree = { deRang: null, versRang: 1, motif: 'ENTREE', le: lundi }

describe('le rang dans une liste d’attente', () => {
  it('s’explique par le jour d’arrivée quand rien ne l’a changé', () => {
    expect(expliquerRang({ attenteLe: lundi, mouvements: [entree] })).toMatch(
      /^à son rang d’arrivée, inscrite le/,
    )
  })

  it('s’explique par son dernier changement, avec son motif', () => {
    const mouvements = [entree, { deRang: 4, versRang: 1, motif: 'GROSSESSE', le: mardi }]
    expect(expliquerRang({ attenteLe: lundi, mouvements })).toMatch(
      /^passée du rang 4 au rang 1 le .* : grossesse$/,
    )
  })

  it('dit en une phrase pourquoi l’une est avant l’autre', () => {
    const premiere = {
      attenteLe: mardi,
      mouvements: [{ deRang: 2, versRang: 1, motif: 'DANGER', le: mardi }],
    }
    const seconde = { attenteLe: lundi, mouvements: [entree] }
    expect(expliquerOrdre(premiere, seconde)).toMatch(
      /^La première est passée du rang 2 .* ; la seconde est à son rang/,
    )
  })

  it.each([['0'], ['deux'], ['']])('refuse le rang « %s »', (versRang) => {
    const lu = changementRangSchema.safeParse({
      id: '0198c1f0-0000-7000-8000-000000000000',
      version: '1',
      versRang,
      motif: 'DANGER',
    })
    expect(lu.success).toBe(false)
  })
})
