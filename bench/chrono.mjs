// Times, in milliseconds, of works measured in turn: what slows the machine for a moment slows both sides of a ratio.

/** The middle value. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Runs each work `rounds` times, one after the other, the order turning at each round; `warmups` rounds first, not counted.
 * A work receives the number of its round. Answers the median of each, in the order given.
 */
export async function timeInTurn(works, { rounds = 41, warmups = 8 } = {}) {
  const times = works.map(() => [])
  for (let round = -warmups; round < rounds; round++) {
    for (const index of turned(works.length, round)) {
      const start = performance.now()
      await works[index](round + warmups)
      if (round >= 0) times[index].push(performance.now() - start)
    }
  }
  return times.map(median)
}

function turned(length, round) {
  const order = Array.from({ length }, (_, index) => index)
  return round % 2 === 0 ? order : order.toReversed()
}

/** Two decimals: more would say nothing. */
export function rounded(value) {
  return Math.round(value * 100) / 100
}
