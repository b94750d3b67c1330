import { uuidv7 } from 'uuidv7'
import { motifRefusSchema } from '@/domain/orientations/motifs'
import type { Cote, Monde } from '../socle/monde'
import type { Dice } from './des'

export type Orientation = {
  from: Cote
  /** null: asked of any device that fits */
  to: Cote | null
  envoyee: Date | null
  statut: string
  motif: string | null
  personnes: number
  row: Readonly<Record<string, unknown>>
}
export type Sejour = {
  side: Cote
  debut: Date
  fin: Date
  personnes: number
  row: Readonly<Record<string, unknown>>
}

const statuts = [
  'ENVOYEE',
  'ACCEPTEE',
  'ARRIVEE',
  'CLOSE',
  'NON_VENUE',
  'REFUSEE',
  'RENONCEE',
  'RETIREE',
  'EXPIREE',
  'BROUILLON',
]
const cotes: Readonly<Record<string, string>> = {
  REFUSEE: 'STRUCTURE',
  RENONCEE: 'PERSONNE',
  RETIREE: 'PRESCRIPTEUR',
  NON_VENUE: 'STRUCTURE',
}

/** Orientations inside and across both departments, in every state; some drafts, some to any device, some for two. */
export function makeOrientations(dice: Dice, monde: Monde): Orientation[] {
  return Array.from({ length: 160 }, () => makeOrientation(dice, monde))
}

function makeOrientation(dice: Dice, { paris, seine }: Monde): Orientation {
  const from = dice.among([paris, seine])
  const statut = dice.among(statuts)
  const anywhere = ['ENVOYEE', 'REFUSEE', 'RENONCEE'].includes(statut) && dice.upTo(5) === 0
  const to = anywhere ? null : dice.among([paris, seine, seine])
  const sent = new Date(Date.UTC(2026, 6, 1) + dice.upTo(184 * 24 * 60) * 60_000)
  const facts = {
    from,
    to,
    statut,
    envoyee: statut === 'BROUILLON' ? null : sent,
    motif: motifOf(statut, dice),
    personnes: dice.among([1, 1, 2]),
  }
  return { ...facts, row: orientationRow(facts, sent) }
}

function orientationRow(
  { from, to, statut, envoyee, motif, personnes }: Omit<Orientation, 'row'>,
  souhait: Date,
): Readonly<Record<string, unknown>> {
  return {
    id: uuidv7(),
    prescripteur_structure_id: from.structure,
    prescripteur_organisation_id: from.organisation,
    // filled by the base, from the structure
    prescripteur_departement: '',
    auteur_id: from.compte,
    receveur_dispositif_id: to?.dispositif ?? null,
    receveur_organisation_id: to?.organisation ?? null,
    responsable_id: from.structure,
    statut,
    genre: 'FEMME',
    tranche_age: 'DE_30_39',
    personnes,
    couple: personnes === 2,
    animaux: false,
    mobilite: false,
    femmes_seulement: false,
    echeance: 'CE_SOIR',
    souhait_le: souhait.toISOString(),
    envoyee_le: envoyee,
    motif,
    motif_cote: cotes[statut] ?? null,
    creee_le: souhait.toISOString(),
    version: 1,
  }
}

/** Stays that follow one another on each side's place, across midnight, 4 in the morning and both clock changes. */
export function makeStays(dice: Dice, { paris, seine }: Monde): Sejour[] {
  return [paris, seine].flatMap((side) => {
    const stays: Sejour[] = []
    let at = Date.UTC(2026, 6, 3, 18)
    while (at < Date.UTC(2026, 11, 20)) {
      const debut = new Date(at)
      const fin = new Date(at + (2 + dice.upTo(30 * 24)) * 3_600_000)
      stays.push({ side, debut, fin, personnes: 1, row: stayRow(side, debut, fin) })
      at = fin.getTime() + dice.upTo(6 * 24) * 3_600_000
    }
    return stays
  })
}

function motifOf(statut: string, dice: Dice): string | null {
  if (statut === 'REFUSEE') return dice.among(motifRefusSchema.options.slice(0, 3))
  return cotes[statut] === undefined ? null : 'AUTRE_SOLUTION'
}

function stayRow(side: Cote, debut: Date, fin: Date): Readonly<Record<string, unknown>> {
  return {
    id: uuidv7(),
    place_id: side.place,
    organisation_id: side.organisation,
    departement: '',
    kind: 'SEJOUR',
    etat: 'TERMINEE',
    debut: debut.toISOString(),
    fin: fin.toISOString(),
    personnes: 1,
    cree_le: debut.toISOString(),
    version: 1,
  }
}
