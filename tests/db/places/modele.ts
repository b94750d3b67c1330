import { endOfNightServed } from '@/domain/places/sejour'

export type Tenue = { debut: number; fin: number; expire: number }
/** `finSejour`: when the stay under way should end. `tenues`: the holds still alive, the earliest first. */
export type Lit = { ferme: boolean; aPreparer: boolean; finSejour: number | null; tenues: Tenue[] }

const change = (lit: Lit, faits: Partial<Lit>): boolean => Object.assign(lit, faits) === lit

/** The whole engine, with no base, no lock, no history: an act that is possible changes its bed and answers true. */
export class Modele {
  now = 0
  readonly lits: Lit[]
  constructor(
    nombre: number,
    readonly fautif = false,
  ) {
    const libre = { ferme: false, aPreparer: false, finSejour: null }
    this.lits = Array.from({ length: nombre }, () => ({ ...libre, tenues: [] }))
  }

  avancer(now: number): void {
    this.now = now
    for (const lit of this.lits) lit.tenues = lit.tenues.filter(({ expire }) => expire > now)
  }
  private libre({ ferme, finSejour, tenues }: Lit, debut: number, fin: number): boolean {
    const rendu = finSejour === null || (finSejour > this.now && finSejour <= debut)
    return (this.fautif || !ferme) && rendu && !tenues.some((t) => t.debut < fin && debut < t.fin)
  }
  tenir(lit: Lit, tenue: Tenue): boolean {
    const tenues = [...lit.tenues, tenue].toSorted((a, b) => a.debut - b.debut)
    return this.libre(lit, tenue.debut, tenue.fin) && change(lit, { tenues })
  }
  admettre(lit: Lit, tenue: Tenue): boolean {
    const tenues = lit.tenues.filter((autre) => autre !== tenue)
    const possible = !lit.ferme && lit.finSejour === null && tenues.every(({ debut }) => debut >= tenue.fin)
    return possible && change(lit, { tenues, finSejour: tenue.fin })
  }
  finir(lit: Lit): boolean {
    const tenues = lit.tenues.map((t) => ({ ...t, debut: Math.max(t.debut, this.now) }))
    return lit.finSejour !== null && change(lit, { tenues, finSejour: null, aPreparer: true })
  }
  deplacer(de: Lit, vers: Lit): boolean {
    const { finSejour } = de
    if (finSejour === null || finSejour <= this.now || !this.libre(vers, this.now, finSejour)) return false
    return this.finir(de) && change(vers, { finSejour })
  }
  prolonger(lit: Lit, fin: number): boolean {
    const possible = lit.finSejour !== null && fin > this.now && lit.tenues.every(({ debut }) => debut >= fin)
    return possible && change(lit, { finSejour: fin })
  }
  etat({ ferme, aPreparer, finSejour, tenues }: Lit): string {
    const tenue = tenues.find(({ fin }) => fin > this.now)
    if (ferme && !this.fautif) return 'FERMEE'
    if (finSejour !== null) return 'OCCUPEE'
    if (tenue && tenue.debut < endOfNightServed(new Date(this.now)).getTime()) return 'RESERVEE'
    if (aPreparer) return 'A_PREPARER'
    return tenue ? 'RESERVEE_PLUS_TARD' : 'LIBRE'
  }
}
