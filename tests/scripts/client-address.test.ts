import { describe, expect, it } from 'vitest'
import { clientAddress } from '../../scripts/steps/client-address.mjs'

describe('l’adresse d’un visiteur', () => {
  it.each([
    ['sans mandataire, vient de la connexion', 0, undefined, '10.0.0.9'],
    ['sans mandataire, ignore ce que le visiteur écrit', 0, '6.6.6.6', '10.0.0.9'],
    ['derrière un mandataire, est la dernière de la liste', 1, '203.0.113.7', '203.0.113.7'],
    [
      'derrière un mandataire, ignore ce que le visiteur a mis avant',
      1,
      '6.6.6.6, 203.0.113.7',
      '203.0.113.7',
    ],
    ['derrière deux, est l’avant-dernière', 2, '6.6.6.6, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['n’est pas crue d’une liste trop courte', 2, '6.6.6.6', '10.0.0.9'],
    ['n’est pas crue d’une liste absente', 1, undefined, '10.0.0.9'],
    ['n’est pas crue d’une liste vide', 1, ' , ', '10.0.0.9'],
  ])('%s', (_, trustedProxies, forwardedFor, expected) => {
    expect(clientAddress({ remoteAddress: '10.0.0.9', forwardedFor, trustedProxies })).toBe(expected)
  })
})
