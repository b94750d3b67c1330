import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, empreinteOf } from './empreinte'
import { OPERATIONS_MAX, readActe, readEnveloppe } from './operation'
import { upcast } from './upcast'
import { isReceived, libellesVerdict, type Verdict } from './verdict'

const id = '01931f6a-0000-7000-8000-000000000001'
const wrongVersion = '0dca5ec3-8f4c-4b5e-9d55-6ed1c3a0e0d1'
const operation = {
  id,
  sequence: 1,
  kind: 'maraude.clore',
  schemaVersion: 1,
  auteurId: id,
  creeLe: '2026-11-23T21:00:00Z',
  corps: { maraudeId: id, fin: '2026-11-23T21:00:00Z' },
}
const enveloppe = {
  appareilId: id,
  envoyeLe: '2026-11-23T21:00:00Z',
  enAttente: 1,
  sequenceMax: 1,
  operations: [operation],
}

describe('un envoi', () => {
  it('se lit, même quand le corps d’un fait ne vaut rien', () => {
    const read = readEnveloppe({ ...enveloppe, operations: [{ ...operation, corps: { quoi: 1 } }] })
    expect(read).toMatchObject({ ok: true, enveloppe: { operations: [{ id, corps: { quoi: 1 } }] } })
  })

  it.each([
    ['rien', null, 'Contenu illisible'],
    ['une tablette sans identifiant', { ...enveloppe, appareilId: 'x' }, 'Tablette : identifiant illisible'],
    ['des faits qui n’en sont pas', { ...enveloppe, operations: 'x' }, 'Faits illisibles'],
    [
      'un compte négatif',
      { ...enveloppe, enAttente: -1 },
      'Faits en attente : un nombre entier de 0 à 1000000',
    ],
    [
      'trop de faits',
      { ...enveloppe, operations: Array.from({ length: OPERATIONS_MAX + 1 }, () => operation) },
      '50 faits au plus par envoi',
    ],
  ])('est illisible avec %s', (_, json, erreur) => {
    const read = readEnveloppe(json)
    expect(read).toEqual({ ok: false, illisible: { erreur, operations: [] } })
  })

  it.each([
    ['sans identifiant', { ...operation, id: undefined }, null, 'Identifiant illisible'],
    ['d’une autre version d’UUID', { ...operation, id: wrongVersion }, wrongVersion, 'Identifiant illisible'],
    ['sans numéro', { ...operation, sequence: 0 }, id, 'Numéro : un nombre entier de 1 à 2147483647'],
    [
      'en 1970',
      { ...operation, creeLe: '1970-01-01T00:00:00Z' },
      id,
      'Heure du fait : date trop ancienne, vérifiez l’heure de la tablette',
    ],
    ['sans corps', { ...operation, corps: 3 }, id, 'Corps illisible'],
  ])('nomme le fait %s', (_, bad, named, motif) => {
    const read = readEnveloppe({ ...enveloppe, operations: [operation, bad] })
    expect(read).toMatchObject({ ok: false, illisible: { operations: [{ index: 1, id: named, motif }] } })
  })
})

describe('le corps d’un fait', () => {
  it('se lit selon sa sorte, et prend l’identifiant du fait pour une demande', () => {
    expect(readActe(operation)).toMatchObject({ etat: 'lu', acte: { kind: 'maraude.clore' } })
    const corps = {
      receveurDispositifId: null,
      echeance: 'CE_SOIR',
      genre: 'FEMME',
      trancheAge: 'DE_30_39',
      personnes: 1,
      couple: false,
      animaux: false,
      mobilite: false,
      femmesSeulement: false,
      souhaitLe: '2026-11-23T21:00:00Z',
    }
    expect(readActe({ ...operation, kind: 'place.demander', corps })).toMatchObject({
      acte: { corps: { id } },
    })
  })

  it('d’une version plus récente attend le serveur', () => {
    expect(readActe({ ...operation, schemaVersion: 2 })).toEqual({ etat: 'version-plus-recente' })
  })

  it('d’une version passée est remonté marche par marche', () => {
    const steps = {
      1: ({ kind, corps }: { kind: string; corps: Record<string, unknown> }) => ({
        kind,
        corps: { ...corps, deux: true },
      }),
      2: ({ corps }: { corps: Record<string, unknown> }) => ({
        kind: 'renomme',
        corps: { ...corps, trois: true },
      }),
    }
    expect(upcast({ kind: 'ancien', corps: { un: true }, schemaVersion: 1 }, steps, 3)).toEqual({
      kind: 'renomme',
      corps: { un: true, deux: true, trois: true },
    })
  })
})

describe('l’empreinte', () => {
  it('ne dépend ni de l’ordre des champs ni de ce qui n’est pas écrit', async () => {
    const one = await empreinteOf({ kind: 'a', corps: { x: 1, y: [{ b: 2, a: null }], z: undefined } })
    const other = await empreinteOf({ kind: 'a', corps: { y: [{ a: null, b: 2 }], x: 1 } })
    expect(one).toBe(other)
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(await empreinteOf({ kind: 'b', corps: { x: 1 } })).not.toBe(one)
  })

  it('survit à un aller-retour par JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(canonicalJson(value))
      }),
    )
  })
})

describe('les verdicts', () => {
  it('qui gardent le fait sur la tablette sont deux', () => {
    const verdicts = Object.keys(libellesVerdict).filter((name): name is Verdict => name in libellesVerdict)
    expect(verdicts.filter((verdict) => !isReceived(verdict))).toEqual([
      'recommencer',
      'version-plus-recente',
    ])
  })
})
