import { endOfNightServed } from '@/domain/places/sejour'

export type Tenue = { debut: number; fin: number; expire: number }
/** `sejour`: when the stay under way should end. `tenues`: the holds still alive. */
export type Lit = { ferme: boolean; aPreparer: boolean; sejour: number | null; tenues: readonly Tenue[] }
/** On which bed, towards which other, for which hold, until when. */
export type Coup = { lit: Lit; autre: Lit; tenue: Tenue; fin: number; now: number }

const set = (lit: Lit, changes: Partial<Lit>): boolean => Object.assign(lit, changes) === lit
const without = ({ lit, tenue }: Coup) => lit.tenues.filter((other) => other !== tenue)
const isFree = ({ ferme, sejour, tenues }: Lit, { debut, fin }: Omit<Tenue, 'expire'>, now: number) =>
  !ferme &&
  (sejour === null || (sejour > now && sejour <= debut)) &&
  tenues.every((tenue) => tenue.fin <= debut || tenue.debut >= fin)

/** The whole engine, with no base, no lock, no history: an act that is possible changes its bed and answers true. */
export const modele = {
  tenir: ({ lit, tenue, now }) => isFree(lit, tenue, now) && set(lit, { tenues: [...lit.tenues, tenue] }),
  annuler: (coup) => coup.lit.tenues.includes(coup.tenue) && set(coup.lit, { tenues: without(coup) }),
  admettre: (coup) =>
    coup.lit.tenues.includes(coup.tenue) &&
    isFree({ ...coup.lit, tenues: without(coup) }, { ...coup.tenue, debut: coup.now }, coup.now) &&
    set(coup.lit, { tenues: without(coup), sejour: coup.tenue.fin }),
  déplacer: ({ lit, autre, now }) =>
    lit.sejour !== null &&
    lit.sejour > now &&
    isFree(autre, { debut: now, fin: lit.sejour }, now) &&
    set(autre, { sejour: lit.sejour }) &&
    set(lit, { sejour: null, aPreparer: true }),
  prolonger: ({ lit, fin }) =>
    lit.sejour !== null && lit.tenues.every(({ debut }) => debut >= fin) && set(lit, { sejour: fin }),
  finir: ({ lit }) => lit.sejour !== null && set(lit, { sejour: null, aPreparer: true }),
  fermer: ({ lit }) => !lit.ferme && set(lit, { ferme: true }),
  rouvrir: ({ lit }) => lit.ferme && set(lit, { ferme: false }),
  préparer: ({ lit }) => set(lit, { aPreparer: false }),
} satisfies Record<string, (coup: Coup) => boolean>

/** What one sees of a bed. */
export function etatOf({ ferme, aPreparer, sejour, tenues }: Lit, now: number): string {
  const tonight = endOfNightServed(new Date(now)).getTime()
  if (ferme) return 'FERMEE'
  if (sejour !== null) return 'OCCUPEE'
  if (tenues.some(({ debut }) => debut < tonight)) return 'RESERVEE'
  if (aPreparer) return 'A_PREPARER'
  return tenues.length > 0 ? 'RESERVEE_PLUS_TARD' : 'LIBRE'
}
