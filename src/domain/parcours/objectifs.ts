import { z } from 'zod'
import { codePersonneSchema } from '../personnes/code'

/** Closed list, equal to PostgreSQL's `kind_objectif`: what a team works on with somebody. Never a result, never a diagnosis. */
export const kindObjectifSchema = z.enum(
  [
    'MEDECIN_TRAITANT',
    'CSAPA_REFERENT',
    'COUVERTURE_SANTE',
    'DOMICILIATION',
    'DEPISTAGE',
    'DROITS',
    'PAPIERS',
    'RESSOURCES',
    'LOGEMENT',
    'ACTIVITE',
    'CITOYENNETE',
    'LIENS',
  ],
  'Objectif hors de la liste',
)
export type KindObjectif = z.infer<typeof kindObjectifSchema>
export const libellesObjectif: Record<KindObjectif, string> = {
  MEDECIN_TRAITANT: 'Médecin traitant',
  CSAPA_REFERENT: 'CSAPA référent',
  COUVERTURE_SANTE: 'Couverture santé',
  DOMICILIATION: 'Domiciliation',
  DEPISTAGE: 'Dépistage proposé',
  DROITS: 'Droits ouverts',
  PAPIERS: 'Papiers',
  RESSOURCES: 'Ressources',
  LOGEMENT: 'Demande de logement',
  ACTIVITE: 'Activité, formation, travail',
  CITOYENNETE: 'Vie locale et citoyenneté',
  LIENS: 'Liens avec les proches',
}

/** What the first months are about, in the words of the Pavillon: care first, then rights. */
export const objectifsDeDepart: readonly KindObjectif[] = [
  'MEDECIN_TRAITANT',
  'CSAPA_REFERENT',
  'COUVERTURE_SANTE',
  'DOMICILIATION',
  'DEPISTAGE',
  'DROITS',
]

/** Closed list, equal to PostgreSQL's `statut_objectif`. */
export const statutObjectifSchema = z.enum(
  ['A_FAIRE', 'EN_COURS', 'ATTEINT', 'SANS_OBJET'],
  'État hors de la liste',
)
export type StatutObjectif = z.infer<typeof statutObjectifSchema>
export const libellesStatutObjectif: Record<StatutObjectif, string> = {
  A_FAIRE: 'À faire',
  EN_COURS: 'En cours',
  ATTEINT: 'Atteint',
  SANS_OBJET: 'Sans objet',
}

/** One goal of one person set to a state; not there yet, it is added. `version` 0: the screen showed none. */
export const objectifSaisiSchema = z.object({
  code: codePersonneSchema,
  kind: kindObjectifSchema,
  statut: statutObjectifSchema,
  version: z.coerce.number().int().min(0),
})
export type ObjectifSaisi = z.infer<typeof objectifSaisiSchema>

/** A person, by her code, and nothing else. */
export const personneVueSchema = z.object({ code: codePersonneSchema })
export type PersonneVue = z.infer<typeof personneVueSchema>
