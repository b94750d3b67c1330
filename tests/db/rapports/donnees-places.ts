import { uuidv7 } from 'uuidv7'
import { acquisSchema } from '@/domain/places/place'
import { motifRefusSchema } from '@/domain/orientations/motifs'
import type { Monde } from '../socle/monde'
import type { Dice } from './des'
import { findPersonne } from './donnees-personnes'
import type { Orientation, Personne, Sejour } from './types'

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
export function makeOrientations(
  dice: Dice,
  monde: Monde,
  personnes: readonly Personne[],
  seconde: string,
): Orientation[] {
  return Array.from({ length: 220 }, () => makeOrientation(dice, monde, personnes, seconde))
}

function makeOrientation(
  dice: Dice,
  { paris, seine }: Monde,
  personnes: readonly Personne[],
  seconde: string,
): Orientation {
  const from = dice.among([paris, seine])
  const statut = dice.among(statuts)
  const anywhere = ['ENVOYEE', 'REFUSEE', 'RENONCEE'].includes(statut) && dice.upTo(5) === 0
  const to = anywhere ? null : dice.among([paris, seine, seine])
  const sent = new Date(Date.UTC(2026, 6, 1) + dice.upTo(184 * 24 * 60) * 60_000)
  const answered = !['BROUILLON', 'ENVOYEE', 'RETIREE'].includes(statut)
  const after = (start: Date) => new Date(start.getTime() + dice.upTo(9 * 24 * 60) * 60_000)
  const souhait = new Date(sent.getTime() - dice.upTo(36 * 60) * 60_000)
  const reponse = answered ? after(sent) : null
  const facts = {
    from,
    to,
    structure: from === seine && dice.upTo(3) === 0 ? seconde : from.structure,
    statut,
    souhait,
    envoyee: statut === 'BROUILLON' ? null : sent,
    reponse,
    placee: reponse && ['ARRIVEE', 'CLOSE'].includes(statut) ? after(reponse) : null,
    personne: findPersonne(dice, personnes, from),
    motif: motifOf(statut, dice),
    personnes: dice.among([1, 1, 2]),
  }
  return { ...facts, row: orientationRow(facts) }
}

function orientationRow(facts: Omit<Orientation, 'row'>): Readonly<Record<string, unknown>> {
  const { from, to, structure, statut, souhait, envoyee, motif, personnes, personne } = facts
  return {
    id: uuidv7(),
    prescripteur_structure_id: structure,
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
    premiere_reponse_le: facts.reponse,
    placee_le: facts.placee,
    personne_id: personne?.id ?? null,
    motif,
    motif_cote: cotes[statut] ?? null,
    creee_le: souhait.toISOString(),
    version: 1,
  }
}

/** Stays that follow one another on each side's place, across midnight, 4 in the morning and both clock changes. */
export function makeStays(dice: Dice, { paris, seine }: Monde, personnes: readonly Personne[]): Sejour[] {
  return [paris, seine].flatMap((side) => {
    const stays: Sejour[] = []
    let at = Date.UTC(2026, 6, 3, 18)
    while (at < Date.UTC(2026, 11, 20)) {
      const debut = new Date(at)
      const fin = new Date(at + (2 + dice.upTo(9 * 24)) * 3_600_000)
      const facts = {
        side,
        debut,
        fin,
        personnes: side === paris ? dice.among([1, 1, 2]) : 1,
        personne: findPersonne(dice, personnes, side),
        destination: dice.among([null, 'RUE', 'LOGEMENT', 'SOIN', 'INCONNUE']),
        acquis: acquisSchema.options.filter(() => dice.upTo(3) === 0),
      }
      stays.push({ ...facts, row: stayRow(facts) })
      at = fin.getTime() + dice.upTo(3 * 24) * 3_600_000
    }
    return stays
  })
}

function motifOf(statut: string, dice: Dice): string | null {
  if (statut === 'REFUSEE') return dice.among(motifRefusSchema.options.slice(0, 3))
  return cotes[statut] === undefined ? null : 'AUTRE_SOLUTION'
}

function stayRow({ side, debut, fin, personnes, personne }: Omit<Sejour, 'row'>) {
  return {
    id: uuidv7(),
    place_id: side.place,
    organisation_id: side.organisation,
    departement: '',
    kind: 'SEJOUR',
    etat: 'TERMINEE',
    debut: debut.toISOString(),
    fin: fin.toISOString(),
    personnes,
    personne_id: personne?.id ?? null,
    cree_le: debut.toISOString(),
    version: 1,
  }
}
