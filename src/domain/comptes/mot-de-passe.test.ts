import { describe, expect, it } from 'vitest'
import { motDePasseSchema } from './mot-de-passe'

const schema = motDePasseSchema('alix.martin@exemple.fr')

describe('un nouveau mot de passe', () => {
  it.each([
    ['onze-caract', 'Au moins 12 caractères.'],
    ['x'.repeat(201), 'Pas plus de 200 caractères.'],
    ['Alix.Martin@exemple.fr', 'Il ne doit pas contenir l’adresse de messagerie.'],
    ['voici alix.martin 2026', 'Il ne doit pas contenir l’adresse de messagerie.'],
    ['aaaaaaaaaaaa', 'Au moins 5 caractères différents.'],
  ])('%j est refusé : %s', (text, message) => {
    expect(schema.safeParse(text).error?.issues.map((issue) => issue.message)).toContain(message)
  })

  it.each(['douze-signes', 'une phrase facile à retenir', 'éèàùç-éèàùçê'])('%j est accepté', (text) => {
    expect(schema.safeParse(text).success).toBe(true)
  })

  it('ne refuse pas un mot courant parce que l’adresse est courte', () => {
    expect(motDePasseSchema('rdr@exemple.fr').safeParse('la rdr en ville').success).toBe(true)
  })
})
