import { z } from 'zod'
import { civilDateSchema } from '../commun/civil-date'
import { occupationVueSchema } from './depart'

/** Somebody changes place: the stay as the screen showed it, and where it goes on. */
export const deplacementSchema = occupationVueSchema.extend({ placeId: z.uuid('Choisissez une place') })
export type Deplacement = z.infer<typeof deplacementSchema>

/** A new day of departure for a stay, later or earlier. */
export const nouvelleFinSchema = occupationVueSchema.extend({ fin: civilDateSchema })
export type NouvelleFin = z.infer<typeof nouvelleFinSchema>
