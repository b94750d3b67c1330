import { describe, expect, it } from 'vitest'
import { mineurCompteSchema, mineurReconnuSchema } from './mineurs'

describe('une personne mineure', () => {
  it('est adressée à un service de la liste, et rien d’autre n’est gardé', () => {
    expect(mineurCompteSchema.parse({ service: 'ASE_93', age: '16', prenom: 'x' })).toEqual({
      service: 'ASE_93',
    })
    expect(mineurCompteSchema.safeParse({ service: 'POLICE' }).success).toBe(false)
  })

  it('que l’on suivait est désignée par son code', () => {
    expect(mineurReconnuSchema.safeParse({ code: 'k7-pq3', service: 'UASA' }).success).toBe(true)
    expect(mineurReconnuSchema.safeParse({ code: '12', service: 'UASA' }).success).toBe(false)
  })
})
