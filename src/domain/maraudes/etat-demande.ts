import { formatTime } from '../commun/format'
import { libelleMotif, libellesSuite, suiteSchema } from '../orientations/motifs'
import { libellesStatutOrientation, type StatutOrientation } from '../orientations/statuts'
import type { DemandeSuivie } from '../sync/paquet'
import type { Verdict } from '../sync/verdict'

/** What the tablet knows of a request: still in its queue, how it was received, where the server says it stands. */
export type SuiviDemande = {
  isQueued: boolean
  verdict: Verdict | null
  motif: string | null
  suivie: DemandeSuivie | null
}

/** How a request reads. `isSettled`: nothing more will happen by itself. */
export type EtatDemande = {
  ton: 'neutral' | 'info' | 'success' | 'warning' | 'danger'
  titre: string
  detail: string
  isSettled: boolean
}

/** Said of every request until somebody has accepted it: no place is held before that. */
export const PAS_RESERVEE = 'Demandée, pas réservée'

/** Where a request stands, in words that promise nothing. */
export function describeDemande({ isQueued, verdict, motif, suivie }: SuiviDemande): EtatDemande {
  if (suivie !== null) return describeSuivie(suivie)
  if (isQueued)
    return open(
      'warning',
      PAS_RESERVEE,
      'Encore sur cette tablette : elle partira dès qu’il y aura du réseau.',
    )
  if (verdict === 'quarantaine' || verdict === 'conflit')
    return {
      ton: 'danger',
      titre: 'Non transmise',
      detail: motif ?? 'À corriger au bureau.',
      isSettled: true,
    }
  if (verdict === 'en-attente')
    return open('warning', PAS_RESERVEE, motif ?? 'Attend l’arrivée de son arrêt.')
  return open('info', PAS_RESERVEE, 'Reçue par le serveur. Personne n’a encore répondu.')
}

function open(ton: EtatDemande['ton'], titre: string, detail: string): EtatDemande {
  return { ton, titre, detail, isSettled: false }
}

const waiting: Partial<Record<StatutOrientation, string>> = {
  ENVOYEE: 'Envoyée. Personne n’a encore répondu.',
  RECUE: 'Vue par la structure, sans réponse encore.',
  A_L_ETUDE: 'La structure l’étudie.',
  EN_ATTENTE: 'En liste d’attente : aucune place pour l’instant.',
}

function describeSuivie(suivie: DemandeSuivie): EtatDemande {
  const { statut } = suivie
  const where = [suivie.structure, suivie.dispositif].filter((name) => name !== null).join(', ')
  const pending = waiting[statut]
  if (pending !== undefined)
    return open('info', PAS_RESERVEE, where === '' ? pending : `${pending} ${where}.`)
  if (statut === 'ACCEPTEE') return describeAccepted(suivie, where)
  if (statut === 'ARRIVEE' || statut === 'CLOSE') return settled('success', 'Arrivée', where)
  if (statut === 'REFUSEE')
    return settled('danger', 'Refusée', [reason(suivie), nextStep(suivie), where].filter(Boolean).join('. '))
  if (statut === 'EXPIREE')
    return settled('danger', 'Sans réponse à temps', 'Demandez ailleurs, ou appelez le 115.')
  return settled('neutral', libellesStatutOrientation[statut], reason(suivie))
}

function describeAccepted({ tenueJusqua }: DemandeSuivie, where: string): EtatDemande {
  const until = tenueJusqua === null ? 'Acceptée' : `Acceptée jusqu’à ${formatTime(new Date(tenueJusqua))}`
  return open('success', until, where)
}

function settled(ton: EtatDemande['ton'], titre: string, detail: string): EtatDemande {
  return { ton, titre, detail, isSettled: true }
}

function reason({ motif }: DemandeSuivie): string {
  return motif === null ? '' : libelleMotif(motif)
}

function nextStep({ suite }: DemandeSuivie): string {
  const known = suiteSchema.safeParse(suite)
  return known.success ? libellesSuite[known.data] : ''
}
