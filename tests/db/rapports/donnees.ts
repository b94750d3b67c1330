import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { civilDate, fromParis } from '@/domain/commun/civil-date'
import { workDayOf } from '@/domain/commun/jour-de-travail'
import { findCommune } from '@/domain/territoire/territoire'
import { type Cote, createMonde, insertRow, type Monde } from '../socle/monde'
import { makeDice, type Dice } from './des'
import { noteActs, noteTests } from './donnees-actes'
import { makePersonnes } from './donnees-personnes'
import { makeOrientations, makeStays } from './donnees-places'
import { makeEntrees, makeRegistre } from './donnees-repos'
import { makeObjectifs, makeRelances } from './donnees-suivi'
import { insertAll } from './insertion'
import type { Arret, Donnees, Maraude } from './types'

const minutes = (count: number) => count * 60_000
// A tablet that still knows Pierrefitte writes Saint-Denis.
const communes = [
  '93066',
  '93059',
  '93055',
  '93001',
  '93008',
  '93014',
  '93015',
  '75118',
  '75119',
  '75110',
].map((code) => findCommune(code)?.code ?? code)
const articles = [
  { article: 'seringue-1cc', groupe: 'INJECTION' },
  { article: 'pipe-droite', groupe: 'INHALATION' },
  { article: 'embout', groupe: 'INHALATION' },
  { article: 'naloxone-nasale', groupe: 'NALOXONE' },
  { article: 'seringue-usagee', groupe: 'DECHETS' },
]

/** Rounds of two organisations from July to December 2026, with every case where a report can go wrong; inserts them all. */
export async function insertDonnees(owner: Pool): Promise<Donnees> {
  const monde = await createMonde(owner)
  const dice = makeDice(20_261_123)
  const later = makeDice(20_261_126)
  const tests = makeDice(20_261_127)
  const seconde = await insertClosedStructure(owner, monde.seine)
  const personnes = makePersonnes(dice, monde)
  const donnees: Donnees = {
    monde,
    maraudes: [],
    arrets: [],
    rencontres: [],
    remises: [],
    besoins: [],
    incidents: [],
    messages: [],
    personnes,
    seconde,
    fermetures: makeFermetures(monde),
    entrees: makeEntrees(later, monde),
    registre: makeRegistre(later, monde),
    relances: makeRelances(later, monde, personnes),
    objectifs: makeObjectifs(later, personnes),
    orientations: makeOrientations(dice, monde, personnes, seconde),
    sejours: makeStays(dice, monde, personnes),
    places: [monde.paris, monde.seine],
  }
  makeEdgeRounds(donnees)
  for (let round = 0; round < 150; round++) makeRandomRound(donnees, dice)
  for (const arret of donnees.arrets) {
    fillStop(donnees, arret, dice)
    noteActs(donnees, arret, dice)
    noteTests(donnees, arret, tests)
  }
  await insertAll(owner, donnees)
  return donnees
}

const at = (text: string) => new Date(text)

/** One place alone, then its whole device before it opens again, and a device for three nights around the end of summer time. */
function makeFermetures({ paris, seine }: Monde): Donnees['fermetures'] {
  return [
    { side: paris, sur: 'place', du: at('2026-08-03T10:00:00Z'), au: at('2026-08-12T02:00:00Z') },
    { side: paris, sur: 'dispositif', du: at('2026-08-10T02:00:00Z'), au: at('2026-08-15T02:00:01Z') },
    { side: seine, sur: 'dispositif', du: at('2026-10-23T10:00:00Z'), au: at('2026-10-26T03:00:00Z') },
  ]
}

/** Midnight, noon, both clock changes, ends of quarter, rounds without stop. */
function makeEdgeRounds(donnees: Donnees) {
  const { paris, seine } = donnees.monde
  const round = (side: Cote, date: string, minute: number, length: number | null, secteur: string | null) =>
    addRound(donnees, side, fromParis(civilDate(date), minute), length, secteur)
  stops(donnees, round(paris, '2026-09-30', 22 * 60, 240, '75118'), [10, 60, 130])
  stops(donnees, round(seine, '2026-10-01', 2 * 60, 90, '93066'), [5])
  stops(donnees, round(seine, '2026-10-01', 12 * 60, 60, '93066'), [5, 20])
  stops(donnees, round(seine, '2026-12-31', 23 * 60, 200, '93055'), [30, 100])
  stops(donnees, round(paris, '2026-10-24', 22 * 60, 7 * 60, null), [60, 250, 400])
  stops(donnees, round(paris, '2027-03-27', 22 * 60, 5 * 60, null), [60, 200])
  round(paris, '2026-08-12', 20 * 60, 95, '75110')
  round(paris, '2026-08-13', 20 * 60, 33, null)
  round(seine, '2026-08-14', 20 * 60, null, '93014')
  const replaced = round(seine, '2026-08-15', 20 * 60, 60, '93015')
  donnees.arrets.push({ ...stopAt(replaced, '93001', 10, 20), statut: 'REMPLACE' })
  const corrected = round(seine, '2026-08-16', 20 * 60, 61, '93015')
  donnees.arrets.push(
    { ...stopAt(corrected, '93001', 10, 20), statut: 'REMPLACE' },
    { ...stopAt(corrected, '93008', 11, 20), statut: 'EN_CONFLIT' },
    stopAt(corrected, '93055', 12, 7),
  )
  donnees.arrets.push(stopAt(round(paris, '2026-08-17', 21 * 60, 61, null), '75119', 30, 0))
}

function makeRandomRound(donnees: Donnees, dice: Dice) {
  const { paris, seine } = donnees.monde
  const debut = new Date(Date.UTC(2026, 6, 1, 12) + minutes(dice.upTo(184 * 24 * 60)))
  const length = dice.upTo(12) === 0 ? null : 30 + dice.upTo(300)
  const maraude = addRound(donnees, dice.upTo(3) === 0 ? paris : seine, debut, length, dice.among(communes))
  const count = dice.upTo(5)
  stops(
    donnees,
    maraude,
    Array.from({ length: count }, () => dice.upTo(length ?? 100)),
    dice,
  )
}

function addRound(
  donnees: Donnees,
  { organisation }: Cote,
  debut: Date,
  length: number | null,
  secteur: string | null,
): Maraude {
  const fin = length === null ? null : new Date(debut.getTime() + minutes(length))
  const maraude = { id: uuidv7(), organisation, secteur, debut, fin, nuit: workDayOf(debut) }
  donnees.maraudes.push(maraude)
  return maraude
}

/** Stops at these minutes; some without departure, some replaced, some of no length. */
function stops(donnees: Donnees, maraude: Maraude, after: readonly number[], dice = makeDice(after.length)) {
  for (const minute of after) {
    const stay = dice.among([null, 0, 3, 25, 40])
    const arret = stopAt(maraude, dice.among(communes), minute, stay)
    donnees.arrets.push({ ...arret, statut: dice.upTo(8) === 0 ? 'REMPLACE' : 'ACTIF' })
  }
}

function stopAt(maraude: Maraude, commune: string, minute: number, stay: number | null): Arret {
  const arrivee = new Date(maraude.debut.getTime() + minutes(minute))
  const depart = stay === null ? null : new Date(arrivee.getTime() + minutes(stay))
  return { id: uuidv7(), maraude, commune, arrivee, depart, statut: 'ACTIF', mediations: minute % 3 }
}

function fillStop(donnees: Donnees, arret: Arret, dice: Dice) {
  for (const genre of ['FEMME', 'HOMME', 'FEMME_TRANS', 'NON_RENSEIGNE']) {
    if (dice.upTo(3) === 0) continue
    const tranche = dice.among(['DE_18_24', 'DE_30_39', 'PLUS_60', 'MOINS_18'])
    donnees.rencontres.push({ arret, genre, tranche, connus: dice.upTo(6), nouveaux: 1 + dice.upTo(3) })
  }
  for (const { article, groupe } of articles) {
    if (dice.upTo(3) > 0) continue
    const sens = dice.among(['DONNE', 'RECUPERE'] as const)
    donnees.remises.push({ arret, article, groupe, sens, quantite: 1 + dice.upTo(12) })
  }
  for (const kind of ['DORMIR', 'SOINS', 'PSY']) {
    if (dice.upTo(4) > 0) continue
    const reponse = dice.among(['REPONDU', 'ORIENTE', 'SANS_REPONSE'])
    const cause = reponse === 'SANS_REPONSE' ? dice.among(['FERME', 'PAS_DE_PLACE', 'TROP_LOIN']) : null
    donnees.besoins.push({ arret, kind, personnes: 1 + dice.upTo(3), reponse, cause })
  }
}

async function insertClosedStructure(owner: Pool, { organisation }: Cote): Promise<string> {
  const id = uuidv7()
  return insertRow(owner, 'structures', {
    id,
    slug: id,
    organisation_id: organisation,
    nom: 'Fermée depuis',
    kind: 'CAARUD',
    statut: 'FERMEE',
    commune_code: '93001',
    departement: '93',
  })
}
