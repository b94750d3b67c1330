import { describe, expect, it } from 'vitest'
import { civilDate } from '../commun/civil-date'
import { effetSurAlerte, issueVisiteSchema, joursSansReponse, type Passage } from './visites'

/** `jour heure issue`, one passage each. */
function passages(...lines: string[]): Passage[] {
  return lines.map((line) => {
    const [jour = '', heure = '', issue = ''] = line.split(' ')
    return {
      jour: civilDate(`2026-11-${jour}`),
      le: new Date(`2026-11-${jour}T${heure}:00:00Z`),
      issue: issueVisiteSchema.parse(issue),
    }
  })
}

describe('une porte qui ne répond pas', () => {
  it.each([
    ['n’a jamais été visitée', [], 0],
    ['ne répond pas une fois', ['20 10 PAS_DE_REPONSE'], 1],
    ['ne répond pas deux fois le même jour', ['20 10 PAS_DE_REPONSE', '20 17 PAS_DE_REPONSE'], 1],
    ['répond le soir', ['20 10 PAS_DE_REPONSE', '20 17 VU'], 0],
    ['ne répond plus le soir', ['20 10 VU', '20 17 PAS_DE_REPONSE'], 1],
    [
      'ne répond pas trois jours',
      ['20 10 PAS_DE_REPONSE', '21 10 PAS_DE_REPONSE', '22 10 PAS_DE_REPONSE'],
      3,
    ],
    ['n’a pas été visitée le jour du milieu', ['20 10 PAS_DE_REPONSE', '22 10 PAS_DE_REPONSE'], 2],
    ['avait répondu la veille', ['20 10 PAS_DE_REPONSE', '21 10 REFUS', '22 10 PAS_DE_REPONSE'], 1],
    ['avait prévenu', ['20 10 PAS_DE_REPONSE', '21 10 ABSENT_PREVENU'], 0],
  ])('%s', (_, lines, days) => {
    expect(joursSansReponse(passages(...lines))).toBe(days)
    expect(joursSansReponse(passages(...lines.toReversed()))).toBe(days)
  })
})

describe('l’alerte', () => {
  const deux = passages('20 10 PAS_DE_REPONSE', '21 10 PAS_DE_REPONSE')
  it.each([
    ['s’ouvre au bout des jours réglés', deux, 2, false, 'OUVRIR'],
    ['s’ouvre tout de suite quand le réglage est d’un jour', deux.slice(0, 1), 1, false, 'OUVRIR'],
    ['attend encore', deux, 3, false, null],
    ['ne s’ouvre pas deux fois', deux, 2, true, null],
    ['se ferme quand la personne est vue', passages('20 10 PAS_DE_REPONSE', '21 10 VU'), 2, true, 'FERMER'],
    ['reste ouverte tant que rien n’a répondu', deux.slice(0, 1), 2, true, null],
  ])('%s', (_, visits, alerteApres, isOpen, effect) => {
    expect(effetSurAlerte(visits, { alerteApres, prevenir: ['CADRE'] }, isOpen)).toBe(effect)
  })
})
