/** Whole numbers that look drawn at random and are the same at each run. */
export type Dice = { upTo: (limit: number) => number; among: <Value>(values: readonly Value[]) => Value }

export function makeDice(seed: number): Dice {
  let state = seed >>> 0
  const upTo = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * limit)
  }
  const among = <Value>(values: readonly Value[]): Value => {
    const value = values[upTo(values.length)]
    if (value === undefined) throw new Error('Nothing to draw from')
    return value
  }
  return { upTo, among }
}
