import type { Genre, Situation, TrancheAge } from '../commun/profil'
import { demandeSchema, type PorteeConsentement } from '../orientations/demande'
import type { CorpsOf } from '../sync/operation'

/** A request for a place being written on the tablet. `souhaitLe` is when its screen opened: the wish was just said. */
export type DemandeBrouillon = {
  id: string
  arretId: string
  souhaitLe: string
  genre: Genre | null
  trancheAge: TrancheAge | null
  couple: boolean
  animaux: boolean
  mobilite: boolean
  femmesSeulement: boolean
  echeance: 'CE_SOIR' | 'A_DATE'
  pourLe: string
  receveurDispositifId: string | null
  prescripteurStructureId: string | null
  /** a code is made for the person, with her agreement; without it the request works as well */
  withCode: boolean
  situation: Situation
  portee: PorteeConsentement | null
}

/** An empty request, for tonight, to whoever has a place. */
export function startDemande(
  start: Pick<DemandeBrouillon, 'id' | 'arretId' | 'souhaitLe'> & Partial<DemandeBrouillon>,
): DemandeBrouillon {
  return {
    genre: null,
    trancheAge: null,
    couple: false,
    animaux: false,
    mobilite: false,
    femmesSeulement: false,
    echeance: 'CE_SOIR',
    pourLe: '',
    receveurDispositifId: null,
    prescripteurStructureId: null,
    withCode: false,
    situation: 'ISOLEE',
    portee: null,
    ...start,
  }
}

/** A body ready to be saved, or the sentence to show. */
export function readDemande(
  draft: DemandeBrouillon,
): { ok: true; corps: CorpsOf<'place.demander'> } | { ok: false; message: string } {
  const { genre, trancheAge } = draft
  if (genre === null || trancheAge === null)
    return { ok: false, message: 'Dites le genre et la tranche d’âge' }
  if (draft.withCode && draft.portee === null)
    return { ok: false, message: 'Dites ce que la personne accepte de transmettre' }
  const corps = toCorps(draft, { genre, trancheAge })
  const read = demandeSchema.safeParse({ ...corps, id: draft.id })
  return read.success
    ? { ok: true, corps }
    : { ok: false, message: read.error.issues[0]?.message ?? 'Demande incomplète' }
}

function toCorps(
  draft: DemandeBrouillon,
  who: { genre: Genre; trancheAge: TrancheAge },
): CorpsOf<'place.demander'> {
  const { id: _id, withCode, situation, portee, pourLe, ...same } = draft
  const person =
    withCode && portee !== null ? { personne: { ...who, situation }, consentement: { portee } } : {}
  const date = draft.echeance === 'A_DATE' ? { pourLe } : {}
  return { ...same, ...who, personnes: same.couple ? 2 : 1, ...date, ...person }
}
