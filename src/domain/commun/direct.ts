/** What a screen may follow live. A signal says « something changed », never what: the screen then asks, with its own rights. */
export const sujetsDirect = ['places', 'orientations', 'exports'] as const
export type SujetDirect = (typeof sujetsDirect)[number]

/** Whether this word, received from a channel, is a subject. */
export function isSujetDirect(word: string | undefined): word is SujetDirect {
  return sujetsDirect.some((sujet) => sujet === word)
}
