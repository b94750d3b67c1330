import { addDays, type CivilDate, toDatabaseDate, weekday } from '@/domain/commun/civil-date'
import { lundiDe, nuitsDe } from '@/domain/planning/semaine'
import type { Annuaire } from './annuaire'
import type { Auteurs } from './comptes'
import { type Equipe, equipes } from './equipes'
import { type Fenetre, onNight, plusMinutes } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

/** Hours wanted each week; the east of Seine-Saint-Denis is short of them every week. */
const objectifs: Readonly<Record<string, number>> = {
  '75118': 20,
  '75119': 15,
  '75110': 8,
  '93066': 10,
  '93001': 8,
  '93005': 6,
  '93008': 6,
  '93027': 4,
}

/** The rounds planned this week and the next one, by the rhythm of each team, and the hours wanted by sector. */
export function addPlanning(lignes: Lignes, annuaire: Annuaire, auteurs: Auteurs, fenetre: Fenetre): void {
  const hasard = new Hasard(fenetre.graine, 'planning')
  const lundi = lundiDe(fenetre.ceSoir)
  const active = equipes.filter(({ jusque }) => jusque === null)
  for (const nuit of [...nuitsDe(lundi), ...nuitsDe(addDays(lundi, 7))])
    for (const equipe of active)
      if (equipe.jours.includes(weekday(nuit))) plan(lignes, annuaire, auteurs, hasard, equipe, nuit)
  const [first] = active
  if (first === undefined) return
  const du = lundiDe(fenetre.depuis)
  for (const [secteurCode, heures] of Object.entries(objectifs)) {
    const creeLe = onNight(du, 9 * 60)
    const parId = auteurs.equipe(first.cle)
    lignes.objectifs.push({
      id: hasard.id(creeLe),
      secteurCode,
      heures,
      du: toDatabaseDate(du),
      parId,
      creeLe,
    })
  }
}

function plan(
  lignes: Lignes,
  annuaire: Annuaire,
  auteurs: Auteurs,
  hasard: Hasard,
  equipe: Equipe,
  nuit: CivilDate,
): void {
  const { cle, fonction, structure, mode } = equipe
  const secteurCode = hasard.weighted(equipe.communes)
  const [earliest] = equipe.debut
  const debut = onNight(nuit, earliest)
  const creeeLe = plusMinutes(debut, -7 * 24 * 60)
  lignes.tournees.push({
    id: hasard.id(creeeLe),
    organisationId: annuaire.structure(structure).organisationId,
    equipe: fonction,
    secteurCode: doneSector(lignes, auteurs.equipe(cle), nuit) ?? secteurCode,
    mode,
    debut,
    fin: plusMinutes(debut, 180),
    nuit: toDatabaseDate(nuit),
    parId: auteurs.equipe(cle),
    creeeLe,
  })
}

/** What was planned is mostly what was done. */
function doneSector(lignes: Lignes, auteurId: string, nuit: CivilDate): string | null {
  const instant = toDatabaseDate(nuit).getTime()
  const done = lignes.maraudes.findLast(
    (maraude) => maraude.auteurId === auteurId && new Date(maraude.nuit).getTime() === instant,
  )
  return done?.secteurCode ?? null
}
