import { describe, expect, it } from 'vitest'
import { describeDemande, PAS_RESERVEE, type SuiviDemande } from './etat-demande'

const rien: SuiviDemande = { isQueued: false, verdict: null, motif: null, suivie: null }
const suivie = {
  id: 'd',
  statut: 'ENVOYEE',
  dispositif: 'Urgence',
  structure: 'Sleep-In',
  tenueJusqua: null,
  motif: null,
  suite: null,
} as const

const cases: [string, SuiviDemande, titre: string, detail: string, isSettled: boolean][] = [
  ['dans la file', { ...rien, isQueued: true }, PAS_RESERVEE, 'Encore sur cette tablette', false],
  ['reçue', { ...rien, verdict: 'applique' }, PAS_RESERVEE, 'Reçue par le serveur', false],
  [
    'reçue avant son arrêt',
    { ...rien, verdict: 'en-attente' },
    PAS_RESERVEE,
    'Attend l’arrivée de son arrêt',
    false,
  ],
  [
    'en quarantaine',
    { ...rien, verdict: 'quarantaine', motif: 'Dispositif fermé' },
    'Non transmise',
    'Dispositif fermé',
    true,
  ],
  ['sans réponse', { ...rien, suivie }, PAS_RESERVEE, 'Sleep-In, Urgence', false],
  ['vue', { ...rien, suivie: { ...suivie, statut: 'RECUE' } }, PAS_RESERVEE, 'Vue par la structure', false],
  [
    'en liste d’attente',
    { ...rien, suivie: { ...suivie, statut: 'EN_ATTENTE' } },
    PAS_RESERVEE,
    'liste d’attente',
    false,
  ],
  [
    'acceptée avec une place tenue',
    { ...rien, suivie: { ...suivie, statut: 'ACCEPTEE', tenueJusqua: '2026-11-23T21:30:00Z' } },
    'Acceptée jusqu’à 22\u00A0h\u00A030',
    'Sleep-In',
    false,
  ],
  [
    'refusée',
    { ...rien, suivie: { ...suivie, statut: 'REFUSEE', motif: 'PLUS_DE_PLACE', suite: 'SIAO_115' } },
    'Refusée',
    'Plus de place. Appeler le 115. Sleep-In',
    true,
  ],
  ['expirée', { ...rien, suivie: { ...suivie, statut: 'EXPIREE' } }, 'Sans réponse à temps', '115', true],
  ['arrivée', { ...rien, suivie: { ...suivie, statut: 'ARRIVEE' } }, 'Arrivée', 'Sleep-In', true],
]

describe('une demande de place se lit', () => {
  it.each(cases)('%s', (_, suivi, titre, detail, isSettled) => {
    const etat = describeDemande(suivi)
    expect(etat).toMatchObject({ titre, isSettled })
    expect(etat.detail).toContain(detail)
  })

  it('ne dit jamais « réservée » avant une acceptation', () => {
    const sures = cases.filter(
      ([, suivi]) => suivi.suivie?.statut !== 'ACCEPTEE' && suivi.suivie?.statut !== 'ARRIVEE',
    )
    for (const [, suivi] of sures)
      expect(describeDemande(suivi).titre.replace(PAS_RESERVEE, '')).not.toMatch(/réservée/i)
  })
})
