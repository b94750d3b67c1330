import { CODE_BYTES, makeCodePersonne } from '@/domain/personnes/code'
import type { Hasard } from './hasard'
import type { Lignes } from './lignes'
import type { Profil } from './profils'

type Periode = { du: Date; au: Date }
type Connue = {
  personne: Lignes['personnes'][number] & { id: string; creeeLe: Date; dernierContactLe: Date }
  prise: Periode[]
}

const PART_CONNUE = 0.55

/** Codes held by the organisations. Somebody known comes back more often than not, but is never in two places at once. */
export class Personnes {
  readonly #lignes: Lignes
  readonly #hasard: Hasard
  readonly #codes = new Set<string>()
  readonly #connues = new Map<string, Connue[]>()

  constructor(lignes: Lignes, hasard: Hasard) {
    this.#lignes = lignes
    this.#hasard = hasard
  }

  /** The id of a personne of this organisation with this profile, whom a request occupies over this period. */
  meet(organisationId: string, profil: Profil, du: Date, au: Date): string {
    const key = `${organisationId} ${profil.genre} ${profil.trancheAge}`
    const connues = this.#connues.get(key) ?? []
    this.#connues.set(key, connues)
    const { personne, prise } =
      this.#findFree(connues, { du, au }) ?? this.#make(connues, organisationId, profil, du)
    prise.push({ du, au })
    if (du < personne.creeeLe) personne.creeeLe = du
    if (du > personne.dernierContactLe) personne.dernierContactLe = du
    return personne.id
  }

  #findFree(connues: readonly Connue[], { du, au }: Periode): Connue | undefined {
    if (connues.length === 0 || !this.#hasard.chance(PART_CONNUE)) return undefined
    const chosen = this.#hasard.one(connues)
    return chosen.prise.some((periode) => periode.du < au && periode.au > du) ? undefined : chosen
  }

  #make(
    connues: Connue[],
    organisationId: string,
    { genre, trancheAge, situation }: Profil,
    le: Date,
  ): Connue {
    const personne = {
      id: this.#hasard.id(le),
      organisationId,
      code: this.#newCode(),
      genre,
      trancheAge,
      situation,
      creeeLe: le,
      dernierContactLe: le,
    }
    this.#lignes.personnes.push(personne)
    const connue = { personne, prise: [] }
    connues.push(connue)
    return connue
  }

  #newCode(): string {
    for (;;) {
      const code = makeCodePersonne(
        Uint8Array.from({ length: CODE_BYTES }, () => this.#hasard.between(0, 255)),
      )
      if (this.#codes.has(code)) continue
      this.#codes.add(code)
      return code
    }
  }
}
