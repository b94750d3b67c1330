import type { Annuaire } from './annuaire'
import { equipes } from './equipes'
import { type Fenetre, onNight, plusMinutes } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

const JOUR = 24 * 60
/** A tablet forgotten in a bag: it still holds what it noted two days ago. */
const OUBLIEE = 'gaia-bus'
/** A tablet whose clock runs ahead. */
const EN_AVANCE = 'ego-rue'

/** One tablet per team, enrolled at the start; the teams that stopped gave theirs back. Answers their ids by team. */
export function addAppareils(
  lignes: Lignes,
  annuaire: Annuaire,
  { graine, depuis, now }: Fenetre,
): Map<string, string> {
  const hasard = new Hasard(graine, 'appareils')
  const enroleLe = onNight(depuis, 9 * 60)
  return new Map(
    equipes.map(({ cle, structure, fonction, jusque }) => {
      const id = hasard.id(enroleLe)
      const isForgotten = cle === OUBLIEE
      const contact = jusque === null ? plusMinutes(now, -hasard.between(20, 2000)) : onNight(jusque, 0)
      const seen = isForgotten ? plusMinutes(now, -2 * JOUR) : contact
      lignes.appareils.push({
        id,
        organisationId: annuaire.structure(structure).organisationId,
        libelle: `Tablette, ${fonction.toLowerCase()}`,
        premierContactLe: enroleLe,
        dernierContactLe: seen > enroleLe ? seen : enroleLe,
        sequenceMax: isForgotten ? 7 : 0,
        enAttente: isForgotten ? 7 : 0,
        plusAncienLe: isForgotten ? plusMinutes(now, -2 * JOUR - 90) : null,
        decalage: cle === EN_AVANCE ? 3 * 3600 : 0,
        enroleLe,
        revoqueLe: jusque === null ? null : onNight(jusque, 12 * 60),
        revocation: jusque === null ? null : 'REMPLACEE',
      })
      return [cle, id]
    }),
  )
}
