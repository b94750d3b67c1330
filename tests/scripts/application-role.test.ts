import { describe, expect, it } from 'vitest'
import { applicationPassword, scramVerifier } from '../../scripts/steps/application-role.mjs'

describe('le mot de passe du rôle de l’application', () => {
  it('est le même sur chaque machine qui partage AUTH_SECRET, et sur elles seules', () => {
    expect(applicationPassword('secret')).toBe(applicationPassword('secret'))
    expect(applicationPassword('secret')).not.toBe(applicationPassword('autre'))
  })

  it('part vers PostgreSQL sous la forme que décrit la RFC 7677, jamais en clair', () => {
    const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64')
    expect(scramVerifier('pencil', salt)).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$' +
        'WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    )
  })
})
