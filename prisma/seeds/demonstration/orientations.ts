import type { CoteMotif, Echeance, StatutOrientation } from '@/db/generated/enums'
import { type CivilDate, toDatabaseDate } from '@/domain/commun/civil-date'
import type { PorteeConsentement } from '@/domain/orientations/demande'
import { answers } from '@/domain/orientations/transitions'
import type { Annuaire } from './annuaire'
import type { Auteurs, Bureau } from './comptes'
import { accueils, type DispositifDemonstration } from './chambres'
import type { Hasard, Poids } from './hasard'
import type { Lignes } from './lignes'
import type { Demandeur } from './demandeurs'

/** One passage of an orientation. The account is the receiver's, the prescriber's, or nobody's when the clock speaks. */
export type Etape = { vers: StatutOrientation; le: Date; cote: CoteMotif; motif?: string; details?: object }

/** A request, from the wish to where it stands. */
export type DemandeFaite = {
  prescripteur: Bureau
  /** null: « toute place qui convient » */
  dispositif: DispositifDemonstration | null
  demandeur: Demandeur
  personneId: string | null
  echeance: Echeance
  pourLe: CivilDate | null
  souhaitLe: Date
  auteurId: string
  /** the stop where the wish was said, on a round */
  arretId: string | null
  etapes: readonly Etape[]
  suite: string | null
  rang: number | null
}

const portees: Poids<PorteeConsentement> = { ORIENTATION: 55, ORIENTATION_ET_SEJOUR: 45 }

/** Everything that writing an orientation needs. */
export type Atelier = { lignes: Lignes; annuaire: Annuaire; auteurs: Auteurs; hasard: Hasard }

/** Adds an orientation, its events, and the agreement of the personne who goes with it. Gives its id. */
export function addOrientation(atelier: Atelier, demande: DemandeFaite): string {
  const { lignes, annuaire, hasard } = atelier
  const { etapes, demandeur, personneId, auteurId, arretId, echeance, pourLe, souhaitLe, suite, rang } =
    demande
  const first = etapes.at(0)
  const last = etapes.at(-1)
  if (!first || !last) throw new Error('Orientation sans événement')
  const id = hasard.id(first.le)
  const { id: prescripteurStructureId, organisationId } = annuaire.structure(demande.prescripteur)
  lignes.orientations.push({
    ...demandeur,
    id,
    prescripteurStructureId,
    prescripteurOrganisationId: organisationId,
    responsableId: prescripteurStructureId,
    auteurId,
    ...receiverOf(annuaire, demande.dispositif),
    suiviFiniLe: null,
    statut: last.vers,
    personneId,
    echeance,
    pourLe: pourLe === null ? null : toDatabaseDate(pourLe),
    arretId,
    souhaitLe,
    ...milestones(etapes),
    suite,
    rang,
    creeeLe: first.le,
    version: etapes.length,
  })
  addEvenements(atelier, id, demande)
  if (personneId !== null)
    addConsentement(atelier, { orientationId: id, recueilliPar: auteurId }, first, last)
  return id
}

function receiverOf(annuaire: Annuaire, dispositif: DispositifDemonstration | null) {
  if (dispositif === null) return { receveurDispositifId: null, receveurOrganisationId: null, regles: null }
  const { id, organisationId, regle } = annuaire.dispositif(dispositif)
  return { receveurDispositifId: id, receveurOrganisationId: organisationId, regles: regle }
}

/** What the row keeps of its events: the clocks of indicator 1, and the last reason given. */
function milestones(etapes: readonly Etape[]) {
  const reached = (statut: StatutOrientation) => etapes.find(({ vers }) => vers === statut)?.le ?? null
  const spoken = etapes.findLast(({ motif }) => motif !== undefined)
  return {
    envoyeeLe: reached('ENVOYEE'),
    premiereReponseLe: etapes.find(({ vers }) => answers(vers))?.le ?? null,
    placeeLe: reached('ARRIVEE'),
    motif: spoken?.motif ?? null,
    motifCote: spoken?.cote ?? null,
  }
}

function addConsentement(
  { lignes, hasard }: Atelier,
  whose: { orientationId: string; recueilliPar: string },
  { le }: Etape,
  last: Etape,
): void {
  const retireLe = last.motif === 'ACCORD_RETIRE' ? last.le : null
  lignes.consentements.push({ id: hasard.id(le), ...whose, portee: hasard.weighted(portees), le, retireLe })
}

function addEvenements(
  { lignes, auteurs, hasard }: Atelier,
  orientationId: string,
  demande: DemandeFaite,
): void {
  const { auteurId, etapes } = demande
  const receiver = demande.dispositif === null ? null : auteurs.bureau(accueils[demande.dispositif])
  const accounts: Record<CoteMotif, string | null> = {
    STRUCTURE: receiver,
    PERSONNE: auteurId,
    PRESCRIPTEUR: auteurId,
    HORLOGE: null,
  }
  for (const [index, { vers, le, cote, motif, details }] of etapes.entries()) {
    lignes.orientation_evenements.push({
      id: hasard.id(le),
      orientationId,
      de: etapes[index - 1]?.vers ?? null,
      vers,
      le,
      compteId: accounts[cote],
      cote,
      motif: motif ?? null,
      details: details ?? null,
    })
  }
}
