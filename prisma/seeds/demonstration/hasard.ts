import { generateMersenne53Randomizer, type Randomizer } from '@faker-js/faker'

/** Weights of a choice; they need not add up to 1. */
export type Poids<Cle extends string> = Readonly<Partial<Record<Cle, number>>>

const hexadecimal = (value: number, length: number) => value.toString(16).padStart(length, '0')

/**
 * A stream of chance that always gives the same draws for the same seed and subject. Each subject has its own stream, so a
 * draw added to the rounds does not change the stays.
 */
export class Hasard {
  readonly #tirage: Randomizer

  constructor(graine: number, sujet: string) {
    this.#tirage = generateMersenne53Randomizer()
    this.#tirage.seed([graine, ...Buffer.from(sujet)])
  }

  /** From `min` to `max`, both included, whole. */
  between(min: number, max: number): number {
    return min + Math.floor(this.#tirage.next() * (max - min + 1))
  }

  chance(probability: number): boolean {
    return this.#tirage.next() < probability
  }

  one<Item>(items: readonly Item[]): Item {
    const item = items[this.between(0, items.length - 1)]
    if (item === undefined) throw new Error('Choix dans une liste vide')
    return item
  }

  /** Up to `count` different items, in the order of the list. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const kept = new Set<number>()
    while (kept.size < Math.min(count, items.length)) kept.add(this.between(0, items.length - 1))
    return items.filter((_, index) => kept.has(index))
  }

  weighted<Cle extends string>(poids: Poids<Cle>): Cle {
    let total = 0
    for (const key in poids) total += poids[key] ?? 0
    let left = this.#tirage.next() * total
    let chosen: Cle | undefined
    for (const key in poids) {
      chosen = key
      left -= poids[key] ?? 0
      if (left < 0) break
    }
    if (chosen === undefined) throw new Error('Choix sans poids')
    return chosen
  }

  /** A count of rare events (Poisson). */
  count(mean: number): number {
    const limit = Math.exp(-mean)
    let product = this.#tirage.next()
    let events = 0
    while (product > limit) {
      product *= this.#tirage.next()
      events += 1
    }
    return events
  }

  /** An identifier shaped as UUIDv7: the instant, then chance. */
  id(at: Date): string {
    const time = hexadecimal(at.getTime(), 12)
    const variant = hexadecimal(0x8000 + this.between(0, 0x3fff), 4)
    const tail = hexadecimal(this.between(0, 0xffffff), 6) + hexadecimal(this.between(0, 0xffffff), 6)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hexadecimal(this.between(0, 0xfff), 3)}-${variant}-${tail}`
  }
}
