import { z } from 'zod'
import { civilDateSchema } from '../commun/civil-date'
import { screenText } from '../commun/texte-libre'

const vide = (value: unknown) => (value === '' || value === undefined ? null : value)

/** How many anonymous units a device without numbered beds has. */
export const unitesSchema = z.object({
  dispositifId: z.uuid(),
  nombre: z.coerce.number().int().min(0).max(1000, 'Mille places au plus'),
})
export type Unites = z.infer<typeof unitesSchema>

/**
 * Places opened at once, from a day to another: `au` is the first day they are gone, left at noon. `dureeMax`: days one may stay
 * there; null: the usual rule of the device goes on.
 */
export const ouvertureSchema = z
  .object({
    dispositifId: z.uuid(),
    places: z.coerce.number().int().min(1, 'Une place au moins').max(1000, 'Mille places au plus'),
    du: civilDateSchema,
    au: civilDateSchema,
    dureeMax: z.preprocess(vide, z.coerce.number().int().min(1).max(1000).nullable()),
    motif: z
      .string()
      .trim()
      .min(1, 'Dites pourquoi')
      .max(200, 'Deux cents signes au plus')
      .refine(
        (text) => screenText(text).length === 0,
        'Le motif ne doit désigner personne : ôtez noms et numéros',
      ),
  })
  .refine(({ du, au }) => au > du, { path: ['au'], message: 'La fin est après le début' })
export type Ouverture = z.infer<typeof ouvertureSchema>

/** Another last day for places opened at once, as the screen shows the opening. */
export const ouvertureChangeeSchema = z.object({ ouvertureId: z.uuid(), au: civilDateSchema })
export type OuvertureChangee = z.infer<typeof ouvertureChangeeSchema>
