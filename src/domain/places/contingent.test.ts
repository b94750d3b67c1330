import { describe, expect, it } from 'vitest'
import { civilDate } from '../commun/civil-date'
import { type PretEnCours, returnOf, shareOut } from './contingent'

const SOIR = new Date('2026-11-23T16:00:00Z')
const RETOUR = new Date('2026-11-23T17:00:00Z')
const gaia: PretEnCours = {
  id: 'gaia',
  organisationId: 'org-gaia',
  organisation: 'Gaïa Paris',
  places: 3,
  utilisees: 1,
  rendLe: RETOUR,
}
const proses: PretEnCours = { ...gaia, id: 'proses', organisationId: 'org-proses', organisation: 'Proses' }

describe('les places prêtées', () => {
  it.each<[string, PretEnCours[], { libres: number; organisationId: string | null; now?: Date }, unknown]>([
    ['sans prêt, vont à tous', [], { libres: 1, organisationId: null }, null],
    ['sont consommées d’abord par qui les a', [gaia], { libres: 9, organisationId: 'org-gaia' }, 'gaia'],
    ['laissent aux autres le reste', [gaia], { libres: 3, organisationId: 'org-ego' }, null],
    ['ne sont pas à d’autres', [gaia], { libres: 2, organisationId: 'org-ego' }, 'LENT_TO_PARTNER'],
    ['reviennent à tous à l’heure dite', [gaia], { libres: 2, organisationId: null, now: RETOUR }, null],
    [
      'ne reviennent jamais quand aucune heure n’est dite',
      [{ ...gaia, rendLe: null }],
      { libres: 2, organisationId: null, now: RETOUR },
      'LENT_TO_PARTNER',
    ],
    [
      'épuisées, renvoient leur partenaire au pot commun',
      [{ ...gaia, utilisees: 3 }],
      { libres: 1, organisationId: 'org-gaia' },
      null,
    ],
    [
      'épuisées, le disent à leur partenaire quand le reste est prêté',
      [{ ...gaia, utilisees: 3 }, proses],
      { libres: 2, organisationId: 'org-gaia' },
      'CONTINGENT_FULL',
    ],
    [
      'de plusieurs partenaires s’additionnent',
      [gaia, proses],
      { libres: 4, organisationId: null },
      'LENT_TO_PARTNER',
    ],
    [
      'dépassées par un ancien nombre ne comptent pas pour moins que rien',
      [{ ...gaia, utilisees: 5 }, proses],
      { libres: 3, organisationId: null },
      null,
    ],
  ])('%s', (_, prets, { now = SOIR, ...demande }, attendu) => {
    const result = shareOut(prets, { ...demande, now })
    expect(result.ok ? result.value : result.reason).toBe(attendu)
  })

  it('nomment le partenaire et l’heure', () => {
    expect(shareOut([gaia], { libres: 1, organisationId: null, now: SOIR })).toMatchObject({
      reason: 'LENT_TO_PARTNER',
      pret: { organisation: 'Gaïa Paris', places: 3, rendLe: RETOUR },
    })
  })

  it.each([
    ['un soir d’hiver', '2026-11-23', '2026-11-23T17:00:00Z'],
    ['le soir du passage à l’heure d’été', '2026-03-29', '2026-03-29T16:00:00Z'],
    ['le soir du passage à l’heure d’hiver', '2026-10-25', '2026-10-25T17:00:00Z'],
  ])('reviennent à 18 h de Paris %s', (_, nuit, instant) => {
    expect(returnOf(18 * 60, civilDate(nuit))).toEqual(new Date(instant))
  })
})
