import { z } from 'zod'
import { codePersonneSchema } from '../personnes/code'

/** Closed list, equal to PostgreSQL's `service_mineurs`: to whom a minor is led. */
export const serviceMineursSchema = z.enum(
  ['ASE_75', 'ASE_93', 'ALLO_119', 'UASA', 'HORS_LA_RUE'],
  'Service hors de la liste',
)
export type ServiceMineurs = z.infer<typeof serviceMineursSchema>
export const libellesServiceMineurs: Record<ServiceMineurs, string> = {
  ASE_75: 'Aide sociale à l’enfance de Paris',
  ASE_93: 'Aide sociale à l’enfance de la Seine-Saint-Denis',
  ALLO_119: '119, Allô enfance en danger',
  UASA: 'UASA',
  HORS_LA_RUE: 'Hors la rue',
}
/** When to turn to each. */
export const usagesServiceMineurs: Record<ServiceMineurs, string> = {
  ASE_75: 'Rencontre à Paris : c’est le premier appel.',
  ASE_93: 'Rencontre en Seine-Saint-Denis : c’est le premier appel.',
  ALLO_119: 'À toute heure, quand l’ASE ne répond pas. Le numéro est à vérifier par votre équipe.',
  UASA: 'Dans la rue : des unités ont des liens avec l’ASE.',
  HORS_LA_RUE: 'Jeune venu d’un autre pays, seul et en errance.',
}

/** One minor led to a service: a count, nothing else. */
export const mineurCompteSchema = z.object({ service: serviceMineursSchema })
export type MineurCompte = z.infer<typeof mineurCompteSchema>

/** Somebody followed turns out to be a minor: her requests close, her file ends, a service takes over. */
export const mineurReconnuSchema = z.object({
  code: codePersonneSchema,
  service: serviceMineursSchema,
})
export type MineurReconnu = z.infer<typeof mineurReconnuSchema>
