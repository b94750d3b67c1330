import { formatDateTime, formatShortDateTime, plural } from '@/domain/commun/format'
import { libellesRythme, nextEcheance, periodeOfEcheance } from '@/domain/enregistres/echeance'
import { type EtatEnvoi, libellesEtatEnvoi, tellFauteEnvoi } from '@/domain/enregistres/envoi'
import { StatusBadge } from '@/ui/status-badge'
import type { Tone } from '@/ui/tone'
import type { DernierEnvoi, RapportGarde } from '../queries'

const tones: Record<EtatEnvoi, Tone> = {
  A_ENVOYER: 'warning',
  EN_COURS: 'info',
  ENVOYE: 'success',
  ECHOUE: 'danger',
}

type SendingStateProps = { rapport: RapportGarde; now: Date; canSend: boolean }

/** When the next link leaves, and what became of the last one. */
export function SendingState({ rapport: { rythme, dernier }, now, canSend }: SendingStateProps) {
  if (rythme === null) return <span className="text-soft">Jamais</span>
  return (
    <span className="flex min-w-52 flex-col items-start gap-1">
      <span className="font-medium">{libellesRythme[rythme]}</span>
      <span className="text-sm text-soft">
        {canSend
          ? `Prochain : ${formatDateTime(nextEcheance(rythme, now))}`
          : 'Ne partira pas : la messagerie n’est pas réglée'}
      </span>
      {dernier && <LastSending dernier={dernier} />}
    </span>
  )
}

function LastSending({ dernier }: { dernier: DernierEnvoi }) {
  const { etat, rythme, echeance, envoyeLe, essais, faute, prochainEssaiLe } = dernier
  return (
    <>
      <StatusBadge tone={tones[etat]}>
        {libellesEtatEnvoi[etat]} : {periodeOfEcheance(rythme, echeance).libelle}
      </StatusBadge>
      <span className="text-sm text-soft">
        {envoyeLe && formatShortDateTime(envoyeLe)}
        {envoyeLe === null && faute !== null && (
          <>
            {tellFauteEnvoi(faute)} {plural(essais, 'essai', 'essais')}.
            {etat === 'A_ENVOYER' && ` Prochain essai : ${formatShortDateTime(prochainEssaiLe)}.`}
          </>
        )}
      </span>
    </>
  )
}
