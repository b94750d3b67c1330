import type { StatutMaraude } from '@/db/generated/enums'
import { addDays, type CivilDate, toDatabaseDate, weekday } from '@/domain/commun/civil-date'
import type { Annuaire } from './annuaire'
import { addArrets, type ArretFait } from './arrets'
import type { Auteurs } from './comptes'
import { type Equipe, equipes } from './equipes'
import { type Fenetre, isEvening, onNight, plusMinutes } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'
import { drawTransmission } from './transmissions'

const SCHEMA_VERSION = 1
const JOURS_AVANT_VALIDATION = 7

/** One round to be: `fin` is null when it is still out. */
export type Depart = { equipe: Equipe; nuit: CivilDate; debut: Date; fin: Date | null }

/** Stops of an organisation's rounds, by night, so that a request for a place can start from one of them. */
export type Tournees = (organisationId: string, nuit: CivilDate) => readonly ArretFait[]

/** Adds the rounds of the period, stop by stop, and one under way when it is evening. */
export function addMaraudes(
  lignes: Lignes,
  annuaire: Annuaire,
  auteurs: Auteurs,
  appareils: ReadonlyMap<string, string>,
  fenetre: Fenetre,
): Tournees {
  const hasard = new Hasard(fenetre.graine, 'maraudes')
  const parNuit = new Map<string, ArretFait[]>()
  for (const depart of departs(hasard, fenetre)) {
    const { cle, structure } = depart.equipe
    const { organisationId } = annuaire.structure(structure)
    const auteurId = auteurs.equipe(cle)
    const whose = { organisationId, auteurId, appareilId: appareils.get(cle) ?? null }
    const id = hasard.id(depart.debut)
    const arrets = addArrets({ lignes, fenetre, hasard, maraudeId: id, auteurId, depart })
    lignes.maraudes.push({ id, ...whose, ...describeMaraude(depart, arrets, fenetre, hasard) })
    const key = `${organisationId} ${depart.nuit}`
    parNuit.set(key, [...(parNuit.get(key) ?? []), ...arrets])
  }
  return (organisationId, nuit) => parNuit.get(`${organisationId} ${nuit}`) ?? []
}

function departs(hasard: Hasard, fenetre: Fenetre): Depart[] {
  const done = fenetre.nuits.flatMap((nuit) =>
    equipes
      .filter((equipe) => goesOut(equipe, nuit) && hasard.chance(equipe.regularite))
      .map((equipe) => {
        const debut = onNight(nuit, hasard.between(...equipe.debut))
        return { equipe, nuit, debut, fin: plusMinutes(debut, hasard.between(...equipe.duree)) }
      })
      .filter(({ fin }) => fin < fenetre.now),
  )
  const [first] = equipes
  if (!first || !isEvening(fenetre.now)) return done
  const debut = plusMinutes(fenetre.now, -hasard.between(55, 80))
  return [...done, { equipe: first, nuit: fenetre.ceSoir, debut, fin: null }]
}

function goesOut({ jours, jusque }: Equipe, nuit: CivilDate): boolean {
  return jours.includes(weekday(nuit)) && (jusque === null || nuit < jusque)
}

function describeMaraude(
  { equipe, nuit, debut, fin }: Depart,
  arrets: readonly ArretFait[],
  fenetre: Fenetre,
  hasard: Hasard,
) {
  const met = arrets.reduce((total, { personnes }) => total + personnes, 0)
  return {
    partenaires: hasard.chance(0.3) ? [...equipe.partenaires] : [],
    equipe: hasard.between(...equipe.effectif),
    mode: equipe.mode,
    secteurCode: hasard.weighted(equipe.communes),
    debut,
    fin,
    nuit: toDatabaseDate(nuit),
    statut: statutOf(nuit, fin, fenetre),
    transmission: fin === null ? null : drawTransmission(hasard, nuit, met),
    schemaVersion: SCHEMA_VERSION,
    recueLe: plusMinutes(debut, 1),
  }
}

function statutOf(nuit: CivilDate, fin: Date | null, { ceSoir }: Fenetre): StatutMaraude {
  if (fin === null) return 'EN_COURS'
  return nuit < addDays(ceSoir, -JOURS_AVANT_VALIDATION) ? 'VALIDEE' : 'CLOSE'
}
