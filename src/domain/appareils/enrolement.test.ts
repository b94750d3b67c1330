import { describe, expect, it } from 'vitest'
import { codeEnrolementSchema, formatCode } from './enrolement'

describe('un code d’enrôlement', () => {
  it.each([
    ['comme il s’affiche', '4KX-7PD-2QR'],
    ['en minuscules', '4kx7pd2qr'],
    ['avec des espaces', ' 4KX 7PD 2QR '],
  ])('se lit %s', (_, text) => {
    expect(codeEnrolementSchema.parse(text)).toBe('4KX7PD2QR')
  })

  it.each([
    ['trop court', '4KX-7PD'],
    ['trop long', '4KX-7PD-2QRT'],
    ['avec un zéro', '4KX-7PD-2Q0'],
    ['avec un I', '4KX-7PD-2QI'],
    ['vide', ''],
  ])('est refusé %s, avec un exemple', (_, text) => {
    expect(codeEnrolementSchema.safeParse(text).error?.issues[0]?.message).toContain('4KX-7PD-2QR')
  })

  it('se lit par groupes de trois', () => {
    expect(formatCode('4KX7PD2QR')).toBe('4KX-7PD-2QR')
  })
})
