import type { CivilDate } from '@/domain/commun/civil-date'
import { libellesRythme, periodeOfEcheance, type RythmeRapport } from './echeance'

/** An e-mail to send. `id` makes its Message-ID: sent twice, it is the same message. */
export type Courriel = { id: string; to: string; subject: string; text: string }

/** What a link is about: a saved report, and the due date that closes its period. */
export type Lien = {
  envoi: string
  adresse: string
  rapport: string
  nom: string
  rythme: RythmeRapport
  echeance: CivilDate
}

/** The e-mail of a report: its link, for the period that has just ended. Never a figure: who opens it counts what its role counts. */
export function writeCourriel(
  { envoi, adresse, rapport, nom, rythme, echeance }: Lien,
  publicUrl: string,
): Courriel {
  const periode = periodeOfEcheance(rythme, echeance)
  return {
    id: envoi,
    to: adresse,
    subject: `Maillage : « ${nom} », ${periode.libelle}`,
    text: [
      'Bonjour,',
      '',
      `Le rapport « ${nom} », ${periode.libelle}, se lit à cette adresse :`,
      `${publicUrl}/rapports/enregistres/${rapport}?periode=${periode.code}`,
      '',
      'Ses chiffres sont comptés quand vous l’ouvrez, selon votre rôle. Ce courriel n’en contient aucun.',
      '',
      `${libellesRythme[rythme]}, parce que vous l’avez demandé. Pour l’arrêter :`,
      `${publicUrl}/rapports/enregistres`,
      '',
    ].join('\n'),
  }
}
