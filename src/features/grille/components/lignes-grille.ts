import { formatDatedTime } from '@/domain/commun/format'
import { type Duree, type Nuit, partDeNuit } from '@/domain/places/grille'
import type { Segment } from './barre-de-nuit'

/** What takes a place, already said in words. */
export type Trace = Duree & {
  cle: string
  nature: Segment['nature']
  passee: boolean
  /** written on the bar: a code, a cause */
  texte: string
}

const words: Record<Segment['nature'], string> = {
  SEJOUR: 'séjour',
  RESERVATION: 'réservation',
  FERMETURE: 'fermée',
}

/** What each night of the window shows of what takes one place, and the same in words. */
export function nightsOf(
  traces: readonly Trace[],
  nuits: readonly Nuit[],
): { segments: Segment[][]; mots: string[] } {
  const segments = nuits.map((nuit, index) =>
    traces.flatMap((trace) => segmentOf(trace, nuit, index === 0) ?? []),
  )
  const mots = nuits.map((nuit) => {
    const present = traces.filter((trace) => partDeNuit(trace, nuit) !== null)
    return present.length === 0 ? 'rien' : present.map(wordsOf).join(' ; ')
  })
  return { segments, mots }
}

function segmentOf(trace: Trace, nuit: Nuit, isFirstNight: boolean): Segment | null {
  const part = partDeNuit(trace, nuit)
  if (part === null) return null
  const commence = trace.debut >= nuit.de
  const { cle, nature, passee, texte, fin } = trace
  return {
    ...part,
    cle,
    nature,
    passee,
    commence,
    finit: fin !== null && fin <= nuit.a,
    texte: commence || isFirstNight ? texte : null,
  }
}

function wordsOf({ nature, texte, debut, fin }: Trace): string {
  const end = fin === null ? 'sans fin prévue' : `jusqu’à ${formatDatedTime(fin)}`
  return `${[words[nature], texte].filter(Boolean).join(' ')}, depuis ${formatDatedTime(debut)}, ${end}`
}
