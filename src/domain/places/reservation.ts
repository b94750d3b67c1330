import { z } from 'zod'
import { civilDateSchema } from '../commun/civil-date'
import { genreSchema } from '../commun/profil'

const cochee = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())
const vide = (value: unknown) => (value === '' || value === undefined ? null : value)

/**
 * A place promised without any request (a phone call, a partner's message), tonight or from a day on, behind a present stay if need
 * be. `placeId` null: the first that fits. `fin` null: as long as the rule of the device says.
 */
export const reservationSchema = z
  .object({
    dispositifId: z.uuid(),
    placeId: z.preprocess(vide, z.uuid().nullable()),
    /** the partner that calls, to take the place on its loan */
    partenaireId: z.preprocess(vide, z.uuid().nullable()),
    pourLe: z.preprocess(vide, civilDateSchema.nullable()),
    fin: z.preprocess(vide, civilDateSchema.nullable()),
    personnes: z.coerce
      .number()
      .int()
      .min(1, 'Une personne au moins')
      .max(2, 'Deux personnes au plus par place'),
    couple: cochee,
    animaux: cochee,
    mobilite: cochee,
    femmesSeulement: cochee,
    genre: genreSchema.default('NON_RENSEIGNE'),
  })
  .refine(({ couple, personnes }) => !couple || personnes === 2, {
    path: ['personnes'],
    message: 'Un couple, ce sont deux personnes',
  })
  .refine(({ pourLe, fin }) => pourLe === null || fin === null || fin > pourLe, {
    path: ['fin'],
    message: 'Le départ est après l’arrivée',
  })
export type Reservation = z.infer<typeof reservationSchema>
