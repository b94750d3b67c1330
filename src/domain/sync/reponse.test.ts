import { describe, expect, it } from 'vitest'
import { readRefus, readReponse } from './reponse'

const whole = {
  recu: 1,
  recus: 12,
  maxSequence: 14,
  serveurLe: '2026-11-23T21:00:00.000Z',
  effacer: [],
  scellement: { kid: 'a', cle: 'b' },
  appareil: { appareilId: 'c', nom: 'Tablette 3' },
  verdicts: [{ id: 'x', verdict: 'doublon', etat: 'applique' }],
}

describe('la réponse du serveur', () => {
  it('est lue en entier', () => {
    expect(readReponse(whole)).toEqual(whole)
  })

  it.each([
    ['rien', null],
    ['un texte', 'OK'],
    ['sans verdicts', { ...whole, verdicts: undefined }],
    ['un verdict inconnu', { ...whole, verdicts: [{ id: 'x', verdict: 'parti' }] }],
    ['un verdict sans fait', { ...whole, verdicts: [{ verdict: 'applique' }] }],
    ['un compte qui n’en est pas un', { ...whole, recus: '12' }],
  ])('ne compte pas quand elle est incomplète : %s', (_, body) => {
    expect(readReponse(body)).toBeNull()
  })

  it('qui refuse dit pourquoi, fait par fait', () => {
    const refus = { erreur: 'Illisible', operations: [{ index: 0, id: null, motif: 'Numéro' }] }
    expect(readRefus(refus)).toEqual(refus)
    expect(readRefus({ erreur: 'Session terminée' })).toEqual({ erreur: 'Session terminée', operations: [] })
    expect(readRefus('<html>')).toBeNull()
  })
})
