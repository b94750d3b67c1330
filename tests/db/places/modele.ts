import { endOfNightServed } from '@/domain/places/sejour'

type Intervalle = { debut: number; fin: number }
export type Tenue = Intervalle & { expire: number }
export type Lit = { ferme: boolean; aPreparer: boolean; sejour: Intervalle | null; tenues: Tenue[] }

/** The whole engine in thirty lines, with no base, no lock, no history: what each bed is, and whether an act is possible. */
export class Modele {
  lits: Lit[]
  constructor(
    nombre: number,
    readonly fautif = false,
  ) {
    this.lits = Array.from({ length: nombre }, () => ({
      ferme: false,
      aPreparer: false,
      sejour: null,
      tenues: [],
    }))
  }

  private libre({ ferme, sejour, tenues }: Lit, { debut, fin }: Intervalle, now: number): boolean {
    const jusqua = sejour && (sejour.fin <= now ? Infinity : sejour.fin)
    const prise = tenues.some((t) => t.expire > now && t.debut < fin && debut < t.fin)
    return (this.fautif || !ferme) && !prise && (jusqua === null || debut >= jusqua)
  }
  tenir(lit: Lit, tenue: Tenue, now: number): boolean {
    if (!this.libre(lit, tenue, now)) return false
    lit.tenues.push(tenue)
    return true
  }
  admettre(lit: Lit, tenue: Tenue, now: number): boolean {
    const autres = lit.tenues.filter((t) => t !== tenue)
    if (lit.ferme || lit.sejour || autres.some((t) => t.expire > now && t.debut < tenue.fin)) return false
    Object.assign(lit, { tenues: autres, sejour: { debut: now, fin: tenue.fin } })
    return true
  }
  finir(lit: Lit, now: number): void {
    lit.tenues = lit.tenues
      .filter((t) => t.expire > now)
      .map((t) => ({ ...t, debut: Math.max(t.debut, now) }))
    lit.sejour = null
    lit.aPreparer = true
  }
  deplacer(de: Lit, vers: Lit, now: number): boolean {
    const { sejour } = de
    if (!sejour || sejour.fin <= now || !this.libre(vers, { debut: now, fin: sejour.fin }, now)) return false
    this.finir(de, now)
    vers.sejour = { debut: now, fin: sejour.fin }
    return true
  }
  prolonger(lit: Lit, fin: number, now: number): boolean {
    const { sejour } = lit
    if (!sejour || fin <= now || lit.tenues.some((t) => t.expire > now && t.debut < fin)) return false
    sejour.fin = fin
    return true
  }
  etat({ ferme, aPreparer, sejour, tenues }: Lit, now: number): string {
    const tenue = tenues.filter((t) => t.expire > now && t.fin > now).toSorted((a, b) => a.debut - b.debut)[0]
    if (ferme && !this.fautif) return 'FERMEE'
    if (sejour) return 'OCCUPEE'
    if (tenue && tenue.debut < endOfNightServed(new Date(now)).getTime()) return 'RESERVEE'
    if (aPreparer) return 'A_PREPARER'
    return tenue ? 'RESERVEE_PLUS_TARD' : 'LIBRE'
  }
}
