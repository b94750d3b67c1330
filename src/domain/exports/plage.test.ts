import { describe, expect, it } from 'vitest'
import { readPlage } from './plage'

const etag = '"abc"'

describe('ce qu’un téléchargement demande d’un fichier de 1 000 octets', () => {
  it.each([
    ['rien', null, null, { kind: 'TOUT' }],
    ['la suite', 'bytes=400-', null, { kind: 'BOUT', du: 400, au: 999 }],
    ['la suite du même fichier', 'bytes=400-', etag, { kind: 'BOUT', du: 400, au: 999 }],
    ['la suite d’un autre fichier', 'bytes=400-', '"xyz"', { kind: 'TOUT' }],
    ['un bout', 'bytes=0-0', null, { kind: 'BOUT', du: 0, au: 0 }],
    ['un bout trop long', 'bytes=990-5000', null, { kind: 'BOUT', du: 990, au: 999 }],
    ['la fin', 'bytes=-100', null, { kind: 'BOUT', du: 900, au: 999 }],
    ['plus que tout', 'bytes=-5000', null, { kind: 'BOUT', du: 0, au: 999 }],
    ['au-delà de la fin', 'bytes=1000-', null, { kind: 'HORS' }],
    ['zéro octet de la fin', 'bytes=-0', null, { kind: 'HORS' }],
    ['à l’envers', 'bytes=10-5', null, { kind: 'TOUT' }],
    ['plusieurs bouts', 'bytes=0-1,5-6', null, { kind: 'TOUT' }],
    ['une autre unité', 'lignes=0-5', null, { kind: 'TOUT' }],
    ['n’importe quoi', 'bytes=-', null, { kind: 'TOUT' }],
  ])('%s', (_, range, ifRange, expected) => {
    expect(readPlage(range, ifRange, etag, 1000)).toEqual(expected)
  })
})
