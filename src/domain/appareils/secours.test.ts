import { describe, expect, it } from 'vitest'
import type { ReponseActe } from '../sync/verdict'
import { bilanOf } from './secours'

const NOTHING = { recus: 0, dejaRecus: 0, quarantaine: 0, illisibles: 0, restants: 0, total: 1 }

describe('le bilan d’un fichier de secours', () => {
  it.each<[string, Omit<ReponseActe, 'id'>, Partial<typeof NOTHING>]>([
    ['un fait compté est nouveau', { verdict: 'applique' }, { recus: 1 }],
    ['un fait qui attend la suite est reçu', { verdict: 'en-attente' }, { recus: 1 }],
    ['un fait connu est déjà reçu', { verdict: 'doublon', etat: 'applique' }, { dejaRecus: 1 }],
    [
      'un fait refusé est en quarantaine',
      { verdict: 'quarantaine', motif: 'Hors secteur' },
      { quarantaine: 1 },
    ],
    ['un autre texte sous un numéro connu est en quarantaine', { verdict: 'conflit' }, { quarantaine: 1 }],
    [
      'un fait que personne ne lit est gardé tel quel',
      { verdict: 'quarantaine', motif: 'Illisible : gardé tel quel, à voir au bureau' },
      { illisibles: 1 },
    ],
    ['un fait redemandé n’est pas reçu', { verdict: 'recommencer' }, { restants: 1 }],
    [
      'un fait d’une version plus récente n’est pas reçu',
      { verdict: 'version-plus-recente' },
      { restants: 1 },
    ],
  ])('%s', (_name, answer, expected) => {
    expect(bilanOf(1, [{ id: 'a', ...answer }])).toEqual({ ...NOTHING, ...expected })
  })

  it('un fait sans réponse du serveur reste à apporter', () => {
    expect(bilanOf(3, [{ id: 'a', verdict: 'applique' }])).toMatchObject({ recus: 1, restants: 2, total: 3 })
  })
})
