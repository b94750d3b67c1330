import { addDays } from '@/domain/commun/civil-date'
import type { Compte } from './lecture'
import type { Nuits } from './nuits'
import { cellKey, type Croisement, type Noeud, type TableauBrut } from './tableau-brut'

/** What files handed over showed of a fact over some nights, as keys of cells: its figures, and what it hid. */
export type Ancien = { nuits: Nuits; montrees: ReadonlySet<string>; secretes: ReadonlySet<string> }

/** Nights, and what the fact counts in them now. */
export type Fenetre = { nuits: Nuits; comptes: readonly Compte[] }

/**
 * What a report must not give back together with earlier files: `nuits`, its own nights; `anciens`, files whose nights overlap
 * them; `restes`, nights that nobody published but that a subtraction gives (a quarter less its first month).
 */
export type Recoupement = {
  nuits: Nuits
  anciens: readonly (Ancien & Fenetre)[]
  restes: readonly Fenetre[]
  /** nights shown beside the report's own, on the same screen: hidden together with it; absent: none */
  cote?: Fenetre
}

/** The key, in a table made of several runs of nights, of a line of `cote`. */
export function besideKey(ligne: string): string {
  return `cote ${ligne}`
}

/** Beyond, only the shortest runs are worked out: what twelve months give two by two would take minutes. */
const FEW_CUTS = 8

/** Every run of nights whose figures are a sum or difference of those published, without being one of them. */
export function windowsLeft(published: readonly Nuits[]): readonly Nuits[] {
  const cuts = cutsOf(published)
  const known = published.map((nuits) => piecesOf(cuts, nuits))
  const rank = rankOf(known)
  const seen = new Set(known.map((pieces) => pieces.join()))
  const longest = cuts.length <= FEW_CUTS ? cuts.length : 1
  return cuts.slice(0, -1).flatMap((du, start) =>
    cuts.slice(start + 1, start + 1 + longest).flatMap((end) => {
      const nuits = { du, au: addDays(end, -1) }
      const pieces = piecesOf(cuts, nuits)
      return !seen.has(pieces.join()) && rankOf([...known, pieces]) === rank ? [nuits] : []
    }),
  )
}

/**
 * The table of a report and of the earlier files, as one: an atom is a place and a run of nights. What a file showed cannot
 * change any more; what it hid stays unknown, and hides for free. The lines of the report keep their keys.
 */
export function besideEarlier(
  tableau: TableauBrut,
  { nuits, anciens, restes, cote }: Recoupement,
): TableauBrut {
  const cuts = cutsOf([nuits, ...(cote ? [cote.nuits] : []), ...anciens.map((ancien) => ancien.nuits)])
  const origins = new Map<string, Origin>()
  const spread = (prefix: string, window: Nuits, publie: boolean, origin: Omit<Origin, 'ligne'>) =>
    tableau.lignes.map((ligne): Noeud => {
      const cle = `${prefix}${ligne.cle}`
      origins.set(cle, { ...origin, ligne: ligne.cle })
      const atomes = ligne.atomes.flatMap((atome) =>
        piecesOf(cuts, window).flatMap((isIn, piece) => (isIn ? [`${piece}\u0000${atome}`] : [])),
      )
      return { cle, atomes, publie: publie && ligne.publie, poids: ligne.poids }
    })
  const lignes = [
    ...spread('', nuits, true, { read: tableau.read, ancien: null }),
    ...(cote ? spread(besideKey(''), cote.nuits, true, { read: readerOf(cote), ancien: null }) : []),
    ...anciens.flatMap((ancien, rank) =>
      spread(`avant ${rank} `, ancien.nuits, true, { read: readerOf(ancien), ancien }),
    ),
    ...restes.flatMap((reste, rank) =>
      spread(`reste ${rank} `, reste.nuits, false, { read: readerOf(reste), ancien: null }),
    ),
  ]
  const holds = (which: 'montrees' | 'secretes') => (ligne: string, colonne: string) => {
    const origin = origins.get(ligne)
    return origin?.ancien?.[which].has(cellKey(origin.ligne, colonne)) ?? false
  }
  const [isFixed, isKept] = [holds('montrees'), holds('secretes')]
  return {
    lignes,
    colonnes: tableau.colonnes,
    isFixed,
    isKept,
    read: (ligne, colonne) => {
      const origin = origins.get(ligne)
      return origin ? origin.read(origin.ligne, colonne) : nothing
    },
    covers: (ligne, colonne) => {
      const origin = origins.get(ligne)
      if (origin?.ancien) return isFixed(ligne, colonne) || isKept(ligne, colonne)
      return tableau.covers?.(origin?.ligne ?? ligne, colonne) ?? true
    },
    mayMove: (to, from) => {
      const [[piece, place], [otherPiece, otherPlace]] = [to.split('\u0000'), from.split('\u0000')]
      return piece === otherPiece || place === otherPlace
    },
  }
}

type Origin = { ligne: string; read: TableauBrut['read']; ancien: Ancien | null }

const nothing: Croisement = { valeur: 0, effectif: 0 }

function readerOf({ comptes }: Fenetre): TableauBrut['read'] {
  const known = new Map(comptes.map((compte) => [cellKey(compte.ligne, compte.colonne), compte]))
  return (ligne, colonne) => known.get(cellKey(ligne, colonne)) ?? nothing
}

/** First nights of the shortest runs that make all these up, and the night after the last. */
function cutsOf(windows: readonly Nuits[]) {
  return [...new Set(windows.flatMap(({ du, au }) => [du, addDays(au, 1)]))].toSorted()
}

/** Which of these runs a window is made of. */
function piecesOf(cuts: ReturnType<typeof cutsOf>, { du, au }: Nuits): readonly boolean[] {
  return cuts.slice(0, -1).map((start) => start >= du && start <= au)
}

/** How many of these windows none of the others gives by sum and difference. */
function rankOf(windows: readonly (readonly boolean[])[]): number {
  let rows = windows.map((pieces) => pieces.map(Number))
  let rank = 0
  for (let column = 0; column < (windows[0]?.length ?? 0); column++) {
    const pivot = rows.find((row) => Math.abs(row[column] ?? 0) > 1e-9)
    if (!pivot) continue
    rank++
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => {
        const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
        return row.map((value, index) => value - factor * (pivot[index] ?? 0))
      })
  }
  return rank
}
