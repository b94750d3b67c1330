import type { CivilDate } from '@/domain/commun/civil-date'
import { type Departement, departementSchema } from '@/domain/territoire/territoire'
import { findIndicateur } from './catalogue'
import { type Dimension, dimensions, type Indicateur } from './indicateur'
import {
  CHOSEN_DATES,
  FIRST_NIGHT,
  lastQuarter,
  parsePeriode,
  type Periode,
  readDates,
  shortened,
} from './periode'
import { periodeBefore, resolveCourante } from './periodes-courantes'

/** What a report is set beside: the period just before, or Paris beside Seine-Saint-Denis, cut by department. */
export const comparaisons = ['precedente', 'departements'] as const
export type Comparaison = (typeof comparaisons)[number]

/** What a report is asked for. Its address says it whole, so that it can be shared. */
export type Demande = {
  indicateurs: readonly Indicateur[]
  periode: Periode
  par: Dimension
  departement: Departement | null
  comparer: Comparaison | null
}

/** A query string, as Next gives it. */
export type Parametres = Readonly<Record<string, string | readonly string[] | undefined>>

/** A request read, or every fault of its address at once, in French. No indicator: only the catalogue is asked. */
export type DemandeLue = { ok: true; demande: Demande } | { ok: false; fautes: readonly string[] }

/** Reads the address of a report: `indicateur` (several), `periode` or `du` and `au`, `par`, `departement`, `comparer`. */
export function parseDemande(parametres: Parametres, today: CivilDate): DemandeLue {
  const indicateurs = readIndicateurs(parametres)
  const periode = readPeriode(parametres, today)
  const par = readDimension(parametres)
  const departement = readDepartement(parametres)
  const comparer = readComparaison(parametres)
  const fautes = [indicateurs, periode, par, departement, comparer].flatMap((read) =>
    'fautes' in read ? read.fautes : [],
  )
  if (
    'fautes' in indicateurs ||
    'fautes' in periode ||
    'fautes' in par ||
    'fautes' in departement ||
    'fautes' in comparer
  ) {
    return { ok: false, fautes }
  }
  const demande: Demande = {
    indicateurs: indicateurs.value,
    periode: periode.value,
    par: comparer.value === 'departements' ? 'departement' : par.value,
    departement: departement.value,
    comparer: comparer.value,
  }
  const faute = faultOfComparaison(demande)
  return faute === null ? { ok: true, demande } : { ok: false, fautes: [faute] }
}

/** The address that asks for this report. */
export function questionOf({ indicateurs, periode, par, departement, comparer }: Demande): URLSearchParams {
  const question = new URLSearchParams(indicateurs.map(({ id }) => ['indicateur', id]))
  question.set('periode', periode.code)
  if (periode.code === CHOSEN_DATES) {
    question.set('du', periode.du)
    question.set('au', periode.au)
  }
  question.set('par', par)
  if (departement !== null) question.set('departement', departement)
  if (comparer !== null) question.set('comparer', comparer)
  return question
}

type Read<Value> = { value: Value } | { fautes: readonly string[] }

function readIndicateurs(parametres: Parametres): Read<readonly Indicateur[]> {
  const asked = [...new Set(allOf(parametres, 'indicateur'))]
  const unknown = asked.filter((id) => findIndicateur(id) === undefined)
  if (unknown.length > 0) {
    return { fautes: unknown.slice(0, 5).map((id) => `Aucun indicateur ne s’appelle « ${shortened(id)} ».`) }
  }
  return { value: asked.flatMap((id) => findIndicateur(id) ?? []) }
}

function readPeriode(parametres: Parametres, today: CivilDate): Read<Periode> {
  const code = firstOf(parametres, 'periode')
  if (code === '') return { value: lastQuarter(today) }
  if (code === CHOSEN_DATES) {
    const read = readDates(firstOf(parametres, 'du'), firstOf(parametres, 'au'))
    return read.ok ? pastOrPresent(read.periode, today) : { fautes: [read.faute] }
  }
  const periode = resolveCourante(code, today) ?? parsePeriode(code)
  if (!periode || periode.du < FIRST_NIGHT) {
    return {
      fautes: [`La période « ${shortened(code)} » n’existe pas. Par exemple : 2026-T3, 2026-09 ou 2026.`],
    }
  }
  return pastOrPresent(periode, today)
}

function pastOrPresent(periode: Periode, today: CivilDate): Read<Periode> {
  if (periode.du <= today) return { value: periode }
  return { fautes: ['Cette période n’a pas commencé : il n’y a encore rien à compter.'] }
}

function readDimension(parametres: Parametres): Read<Dimension> {
  const asked = firstOf(parametres, 'par')
  if (asked === '') return { value: 'departement' }
  const found = dimensions.find((dimension) => dimension === asked)
  return found ? { value: found } : { fautes: [`Un rapport ne se coupe pas par « ${shortened(asked)} ».`] }
}

function readDepartement(parametres: Parametres): Read<Departement | null> {
  const asked = firstOf(parametres, 'departement')
  if (asked === '') return { value: null }
  const parsed = departementSchema.safeParse(asked)
  return parsed.success
    ? { value: parsed.data }
    : { fautes: [`« ${shortened(asked)} » n’est pas un département de Maillage : 75 ou 93.`] }
}

function readComparaison(parametres: Parametres): Read<Comparaison | null> {
  const asked = firstOf(parametres, 'comparer')
  if (asked === '') return { value: null }
  const found = comparaisons.find((comparaison) => comparaison === asked)
  return found ? { value: found } : { fautes: [`Un rapport ne se compare pas à « ${shortened(asked)} ».`] }
}

function faultOfComparaison({ comparer, departement, periode }: Demande): string | null {
  if (comparer === 'departements' && departement !== null)
    return 'Pour comparer Paris et la Seine-Saint-Denis, demandez les deux départements.'
  if (comparer === 'precedente' && periodeBefore(periode).du < FIRST_NIGHT)
    return 'Il n’y a pas de période d’avant à comparer : Maillage compte à partir du 1er janvier 2020.'
  return null
}

function allOf(parametres: Parametres, name: string): readonly string[] {
  const given = parametres[name] ?? []
  return typeof given === 'string' ? [given] : given
}

function firstOf(parametres: Parametres, name: string): string {
  return allOf(parametres, name)[0] ?? ''
}

/** Nothing chosen yet: the last whole quarter, by department. */
export function blankDemande(today: CivilDate): Demande {
  return {
    indicateurs: [],
    periode: lastQuarter(today),
    par: 'departement',
    departement: null,
    comparer: null,
  }
}
