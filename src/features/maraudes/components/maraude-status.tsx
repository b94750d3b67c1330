import { libellesStatutMaraude, type StatutMaraude } from '@/domain/maraudes/listes'
import { StatusBadge } from '@/ui/status-badge'
import type { Tone } from '@/ui/tone'

const tones: Record<StatutMaraude, Tone> = { EN_COURS: 'info', CLOSE: 'warning', VALIDEE: 'success' }

/** State of a round: closed means that somebody still has to validate it. */
export function MaraudeStatus({ statut }: { statut: StatutMaraude }) {
  return <StatusBadge tone={tones[statut]}>{libellesStatutMaraude[statut]}</StatusBadge>
}
