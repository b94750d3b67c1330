import { describe, expect, it } from 'vitest'
import { type Demande, demandeSchema, MINEUR_REORIENTE } from './demande'

const demande = {
  id: '01936f2e-0000-7000-8000-000000000001',
  receveurDispositifId: null,
  echeance: 'CE_SOIR',
  genre: 'FEMME',
  trancheAge: 'DE_25_29',
  personnes: 1,
  couple: false,
  animaux: false,
  mobilite: false,
  femmesSeulement: true,
  souhaitLe: '2026-11-23T21:00:00Z',
}
const personne = { genre: 'FEMME', trancheAge: 'DE_25_29', situation: 'ISOLEE' }

function firstMessage(change: object): string | undefined {
  return demandeSchema.safeParse({ ...demande, ...change }).error?.issues[0]?.message
}

describe('une demande de place', () => {
  it('se fait sans aucune personne', () => {
    const lue: Demande = demandeSchema.parse(demande)
    expect(lue.souhaitLe).toEqual(new Date('2026-11-23T21:00:00Z'))
    expect(lue.personne).toBeUndefined()
  })

  it.each([
    ['un souhait de 1970', { souhaitLe: 0 }, 'Date du souhait trop ancienne'],
    ['un souhait absent', { souhaitLe: null }, 'Date du souhait trop ancienne'],
    ['trois personnes', { personnes: 3 }, 'Deux personnes au plus par demande'],
    ['personne', { personnes: 0 }, 'Une personne au moins'],
    ['un couple d’une personne', { couple: true }, 'Un couple, ce sont deux personnes'],
    ['une date sans jour', { echeance: 'A_DATE' }, 'Indiquer la date souhaitée'],
    ['un mineur', { trancheAge: 'MOINS_18' }, MINEUR_REORIENTE],
    ['un mineur dans le code', { personne: { ...personne, trancheAge: 'MOINS_18' } }, MINEUR_REORIENTE],
    ['un mineur isolé', { personne: { ...personne, situation: 'MINEUR_ISOLE' } }, MINEUR_REORIENTE],
    ['un code sans accord', { personne }, 'L’accord de la personne est nécessaire pour transmettre son code'],
    [
      'un code connu sans accord',
      { personneCode: 'K7-PQ3' },
      'L’accord de la personne est nécessaire pour transmettre son code',
    ],
    [
      'deux codes',
      { personne, personneCode: 'K7-PQ3', consentement: { portee: 'ORIENTATION' } },
      'Soit un code existant, soit un nouveau code',
    ],
  ])('refuse %s', (_, change, message) => {
    expect(firstMessage(change)).toBe(message)
  })

  it('accepte un nouveau code avec l’accord de la personne', () => {
    expect(firstMessage({ personne, consentement: { portee: 'ORIENTATION' } })).toBeUndefined()
    expect(
      firstMessage({ personneCode: 'k7-pq3', consentement: { portee: 'ORIENTATION_ET_SEJOUR' } }),
    ).toBeUndefined()
  })
})
