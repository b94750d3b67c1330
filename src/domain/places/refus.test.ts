import { describe, expect, it } from 'vitest'
import { phraseRefus } from '../orientations/refus'

const conflit = {
  structure: 'Sleep-In',
  dispositif: 'Urgence de nuit',
  place: 'Lit 4',
  depuis: new Date('2026-11-23T21:14:00Z'),
  jusqua: new Date('2026-11-24T11:00:00Z'),
}

describe('une place déjà prise', () => {
  it('dit quelle réservation la tient, jamais pour qui', () => {
    const phrase = phraseRefus({ ok: false, reason: 'PLACE_TAKEN', conflit }).replaceAll('\u00A0', ' ')
    expect(phrase).toBe(
      'Cette place est déjà prise. Rien n’a été réservé : choisissez-en une autre. Sleep-In, Urgence de nuit, Lit 4 : prise lun. 23 nov., 22 h 14, jusqu’à mar. 24 nov., 12 h 00.',
    )
  })

  it('s’arrête là quand la réservation n’a pas de fin, ou n’est plus là pour être nommée', () => {
    expect(phraseRefus({ ok: false, reason: 'PLACE_TAKEN', conflit: { ...conflit, jusqua: null } })).toMatch(
      /22.h.14\.$/,
    )
    expect(phraseRefus({ ok: false, reason: 'NO_PLACE_LEFT', conflit: null })).toBe(
      'Il ne reste aucune place qui convienne. Rien n’a été réservé.',
    )
  })
})
