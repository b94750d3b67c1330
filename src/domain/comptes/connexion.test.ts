import { describe, expect, it } from 'vitest'
import { codeSchema, courrielSchema, messageFournisseur, messageRefus } from './connexion'

const now = new Date('2026-11-23T20:00:00Z')

describe('les identifiants', () => {
  it('gardent l’adresse en minuscules et sans espaces autour', () => {
    expect(courrielSchema.parse('  Alix@Exemple.FR ')).toBe('alix@exemple.fr')
  })

  it.each(['', 'alix', 'alix@', `${'a'.repeat(250)}@exemple.fr`])('refusent l’adresse %j', (text) => {
    expect(courrielSchema.safeParse(text).success).toBe(false)
  })

  it.each([
    ['123 456', '123456'],
    ['000000', '000000'],
  ])('lisent le code %j', (text, code) => {
    expect(codeSchema.parse(text)).toBe(code)
  })

  it.each(['12345', '1234567', 'abcdef', '१२३४५६'])('refusent le code %j', (text) => {
    expect(codeSchema.safeParse(text).success).toBe(false)
  })
})

describe('un refus de connexion', () => {
  it.each([
    [20 * 1000, 'dans 1\u00A0min, à 21\u00A0h\u00A000.'],
    [12 * 60_000, 'dans 12\u00A0min, à 21\u00A0h\u00A012.'],
    [60 * 60_000, 'dans 1\u00A0h, à 22\u00A0h\u00A000.'],
  ])('dit quand réessayer (%i ms)', (wait, end) => {
    const refus = { ok: false, reason: 'TROP_D_ESSAIS', reessayerLe: new Date(now.getTime() + wait) } as const
    expect(messageRefus(refus, now)).toBe(`Trop d’essais. Réessayez ${end}`)
  })

  it.each(['IDENTIFIANTS_REFUSES', 'CODE_REFUSE', 'DELAI_PASSE'] as const)(
    'a une phrase pour %s',
    (reason) => {
      expect(messageRefus({ ok: false, reason }, now)).toMatch(/\.$/)
    },
  )

  it('du fournisseur d’identité ne répète jamais ce qu’on lui passe', () => {
    expect(messageFournisseur(undefined)).toBeNull()
    expect(messageFournisseur('AccessDenied')).toContain('Aucun compte actif')
    expect(messageFournisseur('<script>')).not.toContain('<')
  })
})
