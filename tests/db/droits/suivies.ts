import { uuidv7 } from 'uuidv7'
import { civilDate } from '@/domain/commun/civil-date'
import { missRendezVous, planRendezVous } from '@/features/rendez-vous/commands'
import { openPlan } from '@/features/sorties/commands'
import { act, arrive, ask, avecPersonne, plusTard, SOIR, viewerOf } from '../places/soiree'
import { insertOccupation, insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'

/** Somebody whom Paris follows: her code. */
export async function suivie(monde: Monde): Promise<string> {
  return (await ask(monde, avecPersonne)).code ?? ''
}

/** Somebody whom Paris follows and Seine shelters: her stay. */
export async function hebergee(monde: Monde): Promise<string> {
  return (await arrive(monde)).sejour.id
}

/** The hour of every appointment here. */
export const dansUneHeure = plusTard(60)

/** An appointment at 23 h that evening. */
export async function rendezVous(monde: Monde): Promise<string> {
  const code = await suivie(monde)
  const planned = await act(viewerOf(monde.paris, 'COORDINATEUR'), SOIR, (context) =>
    planRendezVous(context, { code, kind: 'CSAPA', structureId: null, accompagne: false, le: dansUneHeure }),
  )
  if (!planned.ok) throw new Error(planned.reason)
  return planned.value.id
}

/** The day of the evening. */
export const AUJOURDHUI = civilDate('2026-11-23')

/** The same, missed: what the team has to do about it. */
export async function relance(monde: Monde): Promise<string> {
  const id = await rendezVous(monde)
  const missed = await act(viewerOf(monde.paris, 'COORDINATEUR'), plusTard(70), (context) =>
    missRendezVous(context, { id, version: 1, moyen: 'RAPPELER', pourLe: AUJOURDHUI }),
  )
  if (!missed.ok) throw new Error(missed.reason)
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM relances WHERE rendez_vous_id = $1', [
    id,
  ])
  return rows[0]?.id ?? ''
}

/** An exit plan of somebody whom Paris follows. */
export async function planOuvert(monde: Monde): Promise<string> {
  const code = await suivie(monde)
  const opened = await act(viewerOf(monde.paris, 'COORDINATEUR'), SOIR, (context) =>
    openPlan(context, { code, vise: 'ACT', pourLe: null }),
  )
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value.id
}

/** A destination tried. */
export async function piste(monde: Monde): Promise<string> {
  const planId = await planOuvert(monde)
  return insertRow(owner, 'pistes_sortie', {
    id: uuidv7(),
    plan_id: planId,
    organisation_id: monde.paris.organisation,
    destination: 'ACT',
    demandee_le: SOIR,
    statut_le: SOIR,
  })
}

/** Something that blocks. */
export async function blocage(monde: Monde): Promise<string> {
  const planId = await planOuvert(monde)
  return insertRow(owner, 'blocages_sortie', {
    id: uuidv7(),
    plan_id: planId,
    organisation_id: monde.paris.organisation,
    kind: 'PAPIERS',
    depuis: SOIR,
  })
}

/** An exit of a hundred days ago of somebody whom Paris follows and Seine sheltered. */
export async function sortieAncienne(monde: Monde): Promise<string> {
  const code = await suivie(monde)
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM personnes WHERE code = $1', [code])
  const le = plusTard(-100 * 24 * 60)
  const occupation = await insertOccupation(owner, monde.seine, {
    etat: 'TERMINEE',
    debut: plusTard(-150 * 24 * 60),
    fin: le,
    personne_id: rows[0]?.id,
    prescripteur_id: monde.paris.organisation,
  })
  return insertRow(owner, 'sorties', {
    id: uuidv7(),
    occupation_id: occupation,
    destination: 'HOTEL',
    motif: 'PASSAGE',
    le,
  })
}
