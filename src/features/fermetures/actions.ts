'use server'

import { answerForm } from '@/auth/form-action'
import type { EtatAction } from '@/domain/commun/etat-action'
import { plural } from '@/domain/commun/format'
import {
  fermetureDispositifSchema,
  fermeturePlaceSchema,
  fermetureVueSchema,
} from '@/domain/places/fermeture'
import { phraseRefusPlace } from '@/domain/places/refus'
import { closeDispositif, closePlace, type Fermee, reopen } from './commands'

function phraseFermee({ aReloger }: Fermee): string {
  return aReloger.length === 0
    ? 'Fermeture notée : personne à reloger.'
    : `Fermeture notée : ${plural(aReloger.length, 'séjour ou réservation', 'séjours et réservations')} à reloger.`
}

/** One place is closed. */
export async function close(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: fermeturePlaceSchema,
    command: closePlace,
    fait: phraseFermee,
    phrase: phraseRefusPlace,
  })
}

/** A whole device is closed. */
export async function closeAll(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: fermetureDispositifSchema,
    command: closeDispositif,
    fait: phraseFermee,
    phrase: phraseRefusPlace,
  })
}

/** A closure ends. */
export async function openAgain(_previous: EtatAction, form: FormData): Promise<EtatAction> {
  return answerForm(Object.fromEntries(form), {
    schema: fermetureVueSchema,
    command: reopen,
    fait: 'Réouverture notée.',
    phrase: phraseRefusPlace,
  })
}
