import type { Role } from '@/domain/comptes/roles'
import type { Annuaire } from './annuaire'
import { equipes } from './equipes'
import { type Fenetre, onNight } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

export type CompteDemonstration = {
  courriel: string
  role: Role
  fonction: string
  /** slug of the organisation, null for nobody's */
  organisation: string | null
  /** slug of the structure the role is held on, null for the whole organisation */
  structure: string | null
}

/** At least one per role. The worker and the Sleep-In belong to two organisations, so that an orientation crosses. */
export const comptesDemonstration: readonly CompteDemonstration[] = [
  held('intervenante', 'INTERVENANT', 'Intervenante de rue', 'gaia', 'gaia-caarud'),
  held('coordination.caarud', 'COORDINATEUR', 'Coordinatrice du CAARUD', 'gaia', 'gaia-caarud'),
  held('coordination.sleep-in', 'COORDINATEUR', 'Coordinateur du Sleep-In', 'groupe-sos', 'sleep-in'),
  held('coordination.assore', 'COORDINATEUR', 'Coordinatrice d’Assore', 'aurore', 'assore'),
  held('coordination.pavillon', 'COORDINATEUR', 'Coordinateur du Pavillon', 'proses', 'le-pavillon'),
  held('mediation', 'MEDIATEUR', 'Médiatrice UASA', 'ville-de-paris', 'uasa'),
  held('responsable', 'RESPONSABLE', 'Responsable des actions de rue', 'gaia', null),
  held('mmpcr', 'MMPCR', 'Chargée de mission', 'mmpcr', null),
  held('lecture', 'LECTEUR', 'Lecture des rapports', 'ville-de-paris', null),
  held('admin', 'ADMIN', 'Administration de la plateforme', null, null),
]

/** Teams and desks whose activity a shared account signs, so that whoever signs in finds rows of their own. */
const signatures: Readonly<Record<string, string>> = {
  'gaia-chapelle': 'intervenante@exemple.fr',
  'gaia-caarud': 'coordination.caarud@exemple.fr',
  'sleep-in': 'coordination.sleep-in@exemple.fr',
  assore: 'coordination.assore@exemple.fr',
  'le-pavillon': 'coordination.pavillon@exemple.fr',
}

/** Ids of the accounts that sign the activity. The silent ones, one per team and per desk, have no password. */
export type Auteurs = { equipe: (cle: string) => string; bureau: (structure: Bureau) => string }

/** Sites whose desk sends or answers orientations, by slug. */
const bureaux = [
  'gaia-caarud',
  'espace-repos-porte-de-la-chapelle',
  'hsa-paris',
  'caarud-ego',
  'csapa-ego',
  'caarud-aurore-93',
  'assore',
  'phase',
  'sleep-in',
  'csapa-110-les-halles',
  'caarud-proses-saint-denis',
  'caarud-proses-montreuil',
  'le-pavillon',
  'equipe-de-rue-charonne',
  'espace-femmes-charonne',
] as const
export type Bureau = (typeof bureaux)[number]

/** Adds every account and its role; `motDePasse` is the hash of the shared password. */
export function addComptes(
  lignes: Lignes,
  annuaire: Annuaire,
  fenetre: Fenetre,
  motDePasse: string,
): Auteurs {
  const hasard = new Hasard(fenetre.graine, 'comptes')
  const creeLe = onNight(fenetre.depuis, 9 * 60)
  const ids = new Map<string, string>()

  const add = (
    { courriel, role, fonction, organisation, structure }: CompteDemonstration,
    password: string | null,
  ) => {
    const id = hasard.id(creeLe)
    ids.set(courriel, id)
    const site = structure === null ? null : annuaire.structure(structure)
    const organisationId =
      organisation === null ? (site?.organisationId ?? null) : annuaire.organisation(organisation)
    lignes.comptes.push({
      id,
      organisationId,
      courriel,
      fonction,
      motDePasse: password,
      demonstration: true,
      creeLe,
    })
    lignes.attributions.push({ id: hasard.id(creeLe), compteId: id, role, structureId: site?.id ?? null })
    return id
  }
  const sign = (cle: string, role: Role, fonction: string, structure: string): [string, string] => {
    const courriel = signatures[cle] ?? `equipe.${cle}@exemple.fr`
    return [cle, ids.get(courriel) ?? add({ courriel, role, fonction, organisation: null, structure }, null)]
  }

  for (const compte of comptesDemonstration) add(compte, motDePasse)
  return {
    equipe: found(
      equipes.map(({ cle, fonction, structure }) => sign(cle, 'INTERVENANT', fonction, structure)),
    ),
    bureau: found(bureaux.map((structure) => sign(structure, 'COORDINATEUR', 'Accueil', structure))),
  }
}

function found(entries: [string, string][]): (cle: string) => string {
  const ids = new Map(entries)
  return (cle) => ids.get(cle) ?? ''
}

function held(
  nom: string,
  role: Role,
  fonction: string,
  organisation: string | null,
  structure: string | null,
): CompteDemonstration {
  return { courriel: `${nom}@exemple.fr`, role, fonction, organisation, structure }
}
