import { formatDayMonth, formatDuration, formatTime, plural } from '../commun/format'
import { libellesKind } from '../structures/libelles'
import type { CorpsOf } from '../sync/operation'
import type { StructureDuPaquet } from '../sync/paquet'
import { communes } from '../territoire/communes'
import type { ArretCorps } from './arret'
import { type Compte, totalOf } from './totaux'

/** « Paris 18e »; without a sector, says so. */
export function nameSecteur(code: string | null | undefined): string {
  return communes.find((commune) => commune.code === code)?.nom ?? 'Secteur non précisé'
}

/** A saved stop with the lists it may leave out. */
export function completeArret({ rencontres = [], materiel = [], besoins = [] }: ArretCorps): Compte {
  return { rencontres, materiel, besoins }
}

/** « 3 personnes · 5 donnés · 2 récupérés ». */
export function describeArret(corps: ArretCorps): string {
  const { personnes, donnes, recuperes } = totalOf([completeArret(corps)])
  const met = personnes > 0 ? plural(personnes, 'personne', 'personnes') : 'personne sur place'
  const given = donnes > 0 ? [plural(donnes, 'donné', 'donnés')] : []
  const collected = recuperes > 0 ? [plural(recuperes, 'récupéré', 'récupérés')] : []
  return [met, ...given, ...collected].join(' · ')
}

/** « 22 h 30, 25 min ». */
export function describeHeures({ arrivee, depart }: Pick<ArretCorps, 'arrivee' | 'depart'>): string {
  const from = new Date(arrivee)
  if (depart == null) return formatTime(from)
  return `${formatTime(from)}, ${formatDuration((Date.parse(depart) - from.getTime()) / 60_000)}`
}

/** « CAARUD, Paris 18e »; says when it is only drawn at the centre of its commune. */
export function describeStructure({ kind, communeCode, point }: StructureDuPaquet): string {
  const parts = [
    ...(kind === undefined ? [] : [libellesKind[kind]]),
    nameSecteur(communeCode),
    ...(point?.precision === 'COMMUNE' ? ['position approchée : commune'] : []),
  ]
  return parts.join(', ')
}

/** « ce soir · en couple · avec animal ». */
export function describeSouhait(corps: CorpsOf<'place.demander'>): string {
  const when =
    corps.echeance === 'CE_SOIR' || corps.pourLe == null
      ? 'ce soir'
      : `pour le ${formatDayMonth(corps.pourLe)}`
  const needs = [
    [corps.couple, 'en couple'],
    [corps.animaux, 'avec animal'],
    [corps.mobilite, 'accès de plain-pied'],
    [corps.femmesSeulement, 'femmes seulement'],
  ] as const
  return [when, ...needs.flatMap(([isWanted, words]) => (isWanted ? [words] : []))].join(' · ')
}
