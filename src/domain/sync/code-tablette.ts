/** Digits of the code that opens one person's data on a tablet. */
export const CODE_CHIFFRES = 6
/** Wrong codes in a row after which the tablet forgets the key, and what it locked cannot be read any more. */
export const ESSAIS_MAX = 10

/** Why a code cannot be chosen, as a sentence; null when it can. Whoever finds a tablet tries these first. */
export function codeFault(code: string): string | null {
  if (!/^\d{6}$/.test(code)) return `Le code a ${CODE_CHIFFRES} chiffres.`
  const digits = Array.from(code, Number)
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)))
  const [step] = steps
  if (steps.size === 1 && (step === 0 || step === 1 || step === -1))
    return 'Ce code se devine tout de suite : choisissez-en un autre.'
  if (/^(\d{2})\1\1$|^(\d{3})\2$/.test(code)) return 'Ce code se répète : choisissez-en un autre.'
  return null
}
