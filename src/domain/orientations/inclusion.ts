import type { Genre, TrancheAge } from '../commun/profil'
import { codePersonneSchema } from '../personnes/code'

/** Lines read at once: an opening of seventy places, and its errors. */
export const LIGNES_MAX = 200

/** What one line says of somebody: a code already followed, or a declared profile. */
export type LigneInclusion = {
  /** from 1, as the person who typed counts */
  numero: number
  texte: string
  code: string | null
  genre: Genre | null
  trancheAge: TrancheAge | null
  couple: boolean
  animaux: boolean
  mobilite: boolean
  femmesSeulement: boolean
}

/** A line that could not be read, with what to do. */
export type LigneFautive = { numero: number; texte: string; faute: string }

const genres: Readonly<Record<string, Genre>> = {
  f: 'FEMME',
  femme: 'FEMME',
  h: 'HOMME',
  homme: 'HOMME',
  ft: 'FEMME_TRANS',
  ht: 'HOMME_TRANS',
  nb: 'NON_BINAIRE',
}
const tranches: Readonly<Record<string, TrancheAge>> = {
  '18-24': 'DE_18_24',
  '25-29': 'DE_25_29',
  '30-39': 'DE_30_39',
  '40-49': 'DE_40_49',
  '50-59': 'DE_50_59',
  '60+': 'PLUS_60',
  '?': 'INCONNUE',
}
const besoins: Readonly<Record<string, 'couple' | 'animaux' | 'mobilite' | 'femmesSeulement'>> = {
  couple: 'couple',
  animal: 'animaux',
  chien: 'animaux',
  'plain-pied': 'mobilite',
  femmes: 'femmesSeulement',
}

/**
 * Reads one person (or one couple) a line: `K7-PQ3`, or `F 30-39`, then `couple`, `animal`, `plain-pied`, `femmes` as needed, apart by
 * spaces or semicolons. A line not understood keeps its text and says why; a code twice is kept once.
 */
export function lireInclusion(texte: string): { lignes: LigneInclusion[]; fautes: LigneFautive[] } {
  const lignes: LigneInclusion[] = []
  const fautes: LigneFautive[] = []
  for (const [index, brut] of texte.split('\n').entries()) {
    const ligne = { numero: index + 1, texte: brut.trim() }
    if (ligne.texte === '') continue
    const lue = lireLigne(ligne)
    const faute = 'faute' in lue ? lue.faute : fauteDe(lue, lignes)
    if ('faute' in lue || faute !== null) fautes.push({ ...ligne, faute: faute ?? '' })
    else lignes.push(lue)
  }
  return { lignes, fautes }
}

function fauteDe(ligne: LigneInclusion, before: readonly LigneInclusion[]): string | null {
  if (before.length >= LIGNES_MAX) return `Au-delà de ${LIGNES_MAX} lignes : à envoyer ensuite`
  const twin = ligne.code === null ? undefined : before.find(({ code }) => code === ligne.code)
  return twin === undefined ? null : `Même code qu’à la ligne ${twin.numero}`
}

function lireLigne({ numero, texte }: { numero: number; texte: string }): LigneInclusion | { faute: string } {
  const ligne: LigneInclusion = { numero, texte, code: null, genre: null, trancheAge: null, ...sansBesoin }
  for (const mot of texte
    .toLowerCase()
    .split(/[\s;,]+/)
    .filter(Boolean)) {
    if (!lireMot(ligne, mot)) return { faute: `« ${mot} » n’est pas compris` }
  }
  if (ligne.code !== null) {
    const both = ligne.genre !== null || ligne.trancheAge !== null
    return both ? { faute: 'Un code, ou un genre et un âge : pas les deux' } : ligne
  }
  if (ligne.genre === null) return { faute: 'Il manque un code, ou un genre (F, H, FT, HT, NB)' }
  if (ligne.trancheAge === null) return { faute: 'Il manque une tranche d’âge (18-24 … 60+, ou ?)' }
  return ligne
}

const sansBesoin = { couple: false, animaux: false, mobilite: false, femmesSeulement: false }

function lireMot(ligne: LigneInclusion, mot: string): boolean {
  const besoin = besoins[mot]
  const genre = genres[mot]
  const tranche = tranches[mot]
  const code = codePersonneSchema.safeParse(mot)
  if (besoin !== undefined) ligne[besoin] = true
  else if (genre !== undefined) ligne.genre = genre
  else if (tranche !== undefined) ligne.trancheAge = tranche
  else if (code.success) ligne.code = code.data
  else return false
  return true
}
