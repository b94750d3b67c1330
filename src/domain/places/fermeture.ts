import { z } from 'zod'
import { civilDateSchema } from '../commun/civil-date'
import { screenText } from '../commun/texte-libre'
import { causeFermetureSchema } from './place'

const vide = (value: unknown) => (value === '' || value === undefined ? null : value)

const note = z.preprocess(
  vide,
  z
    .string()
    .trim()
    .max(200, 'Deux cents signes au plus')
    .refine(
      (text) => screenText(text).length === 0,
      'La note ne doit désigner personne : ôtez noms et numéros',
    )
    .nullable(),
)

/** Days of a closure: from now when `du` is null; `finPrevue` is the day one hopes to open again, at noon. */
const jours = {
  cause: causeFermetureSchema,
  du: z.preprocess(vide, civilDateSchema.nullable()),
  finPrevue: z.preprocess(vide, civilDateSchema.nullable()),
  note,
}
type Jours = { du: string | null; finPrevue: string | null }
const enOrdre = ({ du, finPrevue }: Jours) => du === null || finPrevue === null || finPrevue > du
const desordre = { path: ['finPrevue'], message: 'La réouverture est après la fermeture' }

/** A place closed. */
export const fermeturePlaceSchema = z.object({ placeId: z.uuid(), ...jours }).refine(enOrdre, desordre)
export type FermeturePlace = z.infer<typeof fermeturePlaceSchema>

/** A whole device closed. */
export const fermetureDispositifSchema = z
  .object({ dispositifId: z.uuid(), ...jours })
  .refine(enOrdre, desordre)
export type FermetureDispositif = z.infer<typeof fermetureDispositifSchema>

/** A closure, as the screen lists it. */
export const fermetureVueSchema = z.object({ fermetureId: z.uuid() })
export type FermetureVue = z.infer<typeof fermetureVueSchema>
