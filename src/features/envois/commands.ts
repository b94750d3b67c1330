import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { type FauteEnvoi, MOST_TRIES, nextTry } from '@/domain/enregistres/envoi'

/** Which try at which link: a later try has taken it from an earlier one. */
export type PriseEnvoi = { envoi: string; essai: number }

/** The link has left. Nothing when another try has taken it. */
export async function sealEnvoi(context: Context, { envoi, essai }: PriseEnvoi): Promise<void> {
  const { now, tx } = context
  await tx.envoiRapport.updateMany({
    where: { id: envoi, essais: essai, etat: 'EN_COURS' },
    data: { etat: 'ENVOYE', envoyeLe: now, faute: null },
  })
  await writeJournal(context, { action: 'envois.parti', objet: 'envoi', objetId: envoi, details: { essai } })
}

/** The link has not left: tried again later, unless it may not be or was tried enough. */
export async function failEnvoi(
  context: Context,
  { envoi, essai }: PriseEnvoi,
  faute: FauteEnvoi,
): Promise<void> {
  const { now, tx } = context
  const isOver = faute === 'INTERDIT' || essai >= MOST_TRIES
  await tx.envoiRapport.updateMany({
    where: { id: envoi, essais: essai, etat: 'EN_COURS' },
    data: isOver
      ? { etat: 'ECHOUE', faute }
      : { etat: 'A_ENVOYER', faute, prochainEssaiLe: nextTry(essai, now) },
  })
  await writeJournal(context, {
    action: 'envois.echec',
    objet: 'envoi',
    objetId: envoi,
    refus: faute,
    details: { essai },
  })
}
