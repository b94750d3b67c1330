import type {
  MotifNonVenue,
  MotifRefus,
  MotifRenoncement,
  MotifRetrait,
  Suite,
} from '@/domain/orientations/motifs'
import { endOfNightServed } from '@/domain/places/sejour'
import type { Demandeur } from './demandeurs'
import { minutesBetween, plusMinutes } from './fenetre'
import type { Hasard, Poids } from './hasard'
import type { Tenue } from './occupations'
import type { Etape } from './orientations'

/** The ways a request ends without a stay. */
type Issue = 'REFUSEE' | 'EXPIREE' | 'RENONCEE' | 'RETIREE' | 'NON_VENUE'
const issues: Poids<Issue> = { REFUSEE: 38, EXPIREE: 13, RENONCEE: 14, RETIREE: 10, NON_VENUE: 13 }
const issuesSansPlace: Poids<Issue> = { ...issues, REFUSEE: 63, NON_VENUE: 0 }

/** What decides the end: passages so far, when an answer came, until when a place would be held, whether one was free. */
export type Cas = {
  ouverture: readonly Etape[]
  reponseLe: Date
  expireLe: Date
  demandeur: Demandeur
  placeLibre: boolean
  ceSoir: boolean
}

/** The end: its passages, what the receiver proposes next, the hold it leaves. */
export type FinSansSejour = { etapes: readonly Etape[]; suite: Suite | null; tenue: Tenue | null }

const renoncements: Poids<MotifRenoncement> = {
  AUTRE_SOLUTION: 30,
  RESTER: 20,
  TROP_LOIN: 14,
  NON_DIT: 12,
  REGLES: 10,
  SEPARATION: 9,
  SECURITE: 5,
}
const retraits: Poids<MotifRetrait> = {
  PERDUE_DE_VUE: 42,
  PLACE_TROUVEE: 30,
  BESOIN_CHANGE: 18,
  ERREUR: 6,
  ACCORD_RETIRE: 4,
}
const nonVenues: Poids<MotifNonVenue> = { PAS_RETROUVEE: 55, AILLEURS: 25, REFUS_PORTE: 12, TRANSPORT: 8 }
const suites: Poids<Suite> = {
  RAPPELER_DEMAIN: 34,
  SIAO_115: 22,
  AUTRE_DISPOSITIF: 18,
  LISTE_ATTENTE: 12,
  ACCUEIL_JOUR: 10,
  ECHANGER: 4,
}
const JOURS_AVANT_EXPIRATION = 14

const fins: Readonly<Record<Issue, (hasard: Hasard, cas: Cas) => FinSansSejour>> = {
  REFUSEE: (hasard, { ouverture, reponseLe, ...cas }) => ({
    etapes: [
      ...ouverture,
      { vers: 'REFUSEE', le: reponseLe, cote: 'STRUCTURE', motif: drawRefus(hasard, cas) },
    ],
    suite: hasard.weighted(suites),
    tenue: null,
  }),
  EXPIREE: (hasard, { ouverture, ceSoir }) => {
    const seen = ouverture.slice(0, hasard.between(1, 2))
    return { etapes: [...seen, expiry(seen, ceSoir)], suite: null, tenue: null }
  },
  RETIREE: (hasard, { ouverture, reponseLe }) => ({
    etapes: [
      ...ouverture,
      { vers: 'RETIREE', le: reponseLe, cote: 'PRESCRIPTEUR', motif: hasard.weighted(retraits) },
    ],
    suite: null,
    tenue: null,
  }),
  RENONCEE: (hasard, { ouverture, reponseLe, expireLe, placeLibre }) => {
    const motif = hasard.weighted(renoncements)
    if (!placeLibre || hasard.chance(0.6)) {
      return {
        etapes: [...ouverture, { vers: 'RENONCEE', le: reponseLe, cote: 'PERSONNE', motif }],
        suite: null,
        tenue: null,
      }
    }
    const le = plusMinutes(reponseLe, Math.floor(minutesBetween(reponseLe, expireLe) * 0.4))
    return {
      etapes: [...ouverture, acceptance(reponseLe), { vers: 'RENONCEE', le, cote: 'PERSONNE', motif }],
      suite: null,
      tenue: { le: reponseLe, pourLe: null, etat: 'LIBEREE' },
    }
  },
  NON_VENUE: (hasard, { ouverture, reponseLe, expireLe }) => {
    const byClock = hasard.chance(0.65)
    const cote = byClock ? 'HORLOGE' : 'STRUCTURE'
    return {
      etapes: [
        ...ouverture,
        acceptance(reponseLe),
        { vers: 'NON_VENUE', le: expireLe, cote, motif: hasard.weighted(nonVenues) },
      ],
      suite: null,
      tenue: { le: reponseLe, pourLe: null, etat: byClock ? 'EXPIREE' : 'LIBEREE' },
    }
  },
}

/** Draws how a request ends, and the passages that follow its opening. */
export function drawFinSansSejour(hasard: Hasard, cas: Cas): FinSansSejour {
  return fins[hasard.weighted(cas.placeLibre ? issues : issuesSansPlace)](hasard, cas)
}

const acceptance = (le: Date): Etape => ({ vers: 'ACCEPTEE', le, cote: 'STRUCTURE' })

/** A request for tonight dies at noon; one for a date, two weeks after. Nobody answered: the receiver was late. */
function expiry(seen: readonly Etape[], ceSoir: boolean): Etape {
  const sent = seen[0]?.le ?? new Date(0)
  const le = ceSoir ? endOfNightServed(sent) : plusMinutes(sent, JOURS_AVANT_EXPIRATION * 24 * 60)
  return { vers: 'EXPIREE', le, cote: 'HORLOGE', details: { retard: 'STRUCTURE' } }
}

/** Most often there is no room left; otherwise what the request needs and the place has not. */
function drawRefus(
  hasard: Hasard,
  { demandeur, placeLibre, ceSoir }: Pick<Cas, 'demandeur' | 'placeLibre' | 'ceSoir'>,
): MotifRefus {
  const needs: Poids<MotifRefus> = {
    COUPLE: demandeur.couple ? 60 : 0,
    ANIMAL: demandeur.animaux ? 60 : 0,
    ACCESSIBILITE: demandeur.mobilite ? 60 : 0,
    PLUS_DE_PLACE: placeLibre ? 36 : 75,
    PUBLIC: 4,
    SOINS: 4,
    EFFECTIF: 6,
    TERRITOIRE: ceSoir ? 0 : 5,
    DELAI: ceSoir ? 1 : 9,
  }
  return hasard.weighted(needs)
}
