const NO_BREAK = '\u00A0'

/** French text as it must be set: the spaces of « », ; : ? ! and % never end a line. */
export function bindPunctuation(text: string): string {
  return text.replaceAll(/ (?=[»;:?!%])/g, NO_BREAK).replaceAll('« ', `«${NO_BREAK}`)
}
