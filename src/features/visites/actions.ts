'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { phraseRefusParcours } from '@/domain/parcours/refus'
import { alertePrevenueSchema, regleVisiteSaisieSchema, visiteSaisieSchema } from '@/domain/parcours/visites'
import { logVisite, setRegleVisite, tellAlerte } from './commands'

const faits = {
  OUVRIR: 'Noté. Alerte ouverte : prévenez maintenant.',
  FERMER: 'Noté. L’alerte est fermée.',
} as const

/** A knock on a door. */
export async function visit(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: visiteSaisieSchema,
    command: logVisite,
    constraints: { visites_pendant_sejour: 'STAY_OVER' },
    fait: ({ alerte }) => (alerte === null ? 'Noté.' : faits[alerte]),
    phrase: phraseRefusParcours,
  })
}

/** Somebody was told. */
export async function tell(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: alertePrevenueSchema,
    command: tellAlerte,
    fait: 'Noté.',
    phrase: phraseRefusParcours,
  })
}

/** After how many days, and who is told. */
export async function configure(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  const fields = { ...Object.fromEntries(form), prevenir: form.getAll('prevenir') }
  return answerForm(fields, {
    schema: regleVisiteSaisieSchema,
    command: setRegleVisite,
    fait: 'Réglage enregistré.',
    phrase: phraseRefusParcours,
  })
}
