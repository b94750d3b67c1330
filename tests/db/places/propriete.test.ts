import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { addDays, fromParis } from '@/domain/commun/civil-date'
import { nightServed, NOON } from '@/domain/places/sejour'
import { owner } from '../support/connections'
import { etatOf, type Lit, modele, type Tenue } from './modele'
import { createMoteur, type Moteur } from './moteur-reel'
import { SOIR } from './soiree'

const LITS = 2
const RUNS = 40
const MINUTE = 60_000
const TENUE_MS = 120 * MINUTE

type Geste = keyof typeof modele
/** How often each act is drawn: more, what must come before others can be possible, and what asks for most. */
const tirages: readonly [Geste, number][] = [
  ['tenir', 3],
  ['admettre', 5],
  ['déplacer', 3],
  ['prolonger', 2],
  ['finir', 2],
  ['fermer', 1],
  ['rouvrir', 3],
  ['préparer', 1],
  ['annuler', 1],
]
/** One act: on which bed, towards which other, for how many days, in how many days, after how many minutes (the clock only goes on). */
const pas = fc.record({
  geste: fc.oneof(...tirages.map(([geste, weight]) => ({ weight, arbitrary: fc.constant(geste) }))),
  lit: fc.nat(LITS - 1),
  autre: fc.nat(LITS - 1),
  dans: fc.constantFrom(0, 0, 0, 1, 2),
  jours: fc.integer({ min: 1, max: 3 }),
  minutes: fc.constantFrom(1, 7, 7, 20, 45, 119, 180, 700),
})
type Pas = { geste: Geste; lit: number; autre: number; dans: number; jours: number; minutes: number }

const noon = (now: number, days: number) =>
  fromParis(addDays(nightServed(new Date(now)), days), NOON).getTime()

/** The hold that an act makes, or the oldest of its bed; one that never was when there is none. */
function tenueOf({ geste, dans, jours }: Pas, { tenues }: Lit, now: number): Tenue {
  if (geste !== 'tenir') return tenues[0] ?? { debut: 0, fin: 0, expire: 0 }
  const debut = dans === 0 ? now : Math.max(noon(now, dans), now)
  return { debut, fin: noon(now, dans + jours), expire: debut + TENUE_MS }
}

/** Each act on the engine itself. */
const jouer: Record<Geste, (moteur: Moteur, p: Pas, now: number, fin: number) => Promise<boolean>> = {
  tenir: (moteur, p, now) => moteur.tenir(p.lit, p, now),
  admettre: (moteur, p, now, fin) => moteur.admettre(p.lit, fin, now),
  annuler: (moteur, p, now, fin) => moteur.annuler(p.lit, fin, now),
  déplacer: (moteur, p, now) => moteur.deplacer(p.lit, p.autre, now),
  prolonger: (moteur, p, now) => moteur.prolonger(p.lit, p, now),
  finir: (moteur, p, now) => moteur.finir(p.lit, now),
  fermer: (moteur, p, now) => moteur.fermer(p.lit, now),
  rouvrir: (moteur, p, now) => moteur.rouvrir(p.lit, now),
  préparer: (moteur, p, now) => moteur.preparer(p.lit, now),
}

/** Each act on the model, and what it leaves: whether it was possible, and what one then sees of the beds. */
function* playModel(suite: readonly Pas[]) {
  const lits = Array.from({ length: LITS }, (): Lit => ({
    ferme: false,
    aPreparer: false,
    sejour: null,
    tenues: [],
  }))
  let now = SOIR.getTime()
  for (const p of suite) {
    now += p.minutes * MINUTE
    const instant = now
    for (const lit of lits) lit.tenues = lit.tenues.filter(({ expire }) => expire > instant)
    const [lit, autre] = [lits[p.lit], lits[p.autre]]
    if (!lit || !autre) throw new Error('lit')
    const tenue = tenueOf(p, lit, now)
    const fait = modele[p.geste]({ lit, autre, tenue, fin: noon(now, p.jours), now })
    yield { p, now, tenue, fait, etats: lits.map((each) => etatOf(each, instant)) }
  }
}

/** Both sides, act after act: the same answers, the same beds; then the past, instant by instant, as it was shown. */
async function sameAsModel(suite: readonly Pas[]): Promise<void> {
  const moteur = await createMoteur(LITS)
  const shown: { now: number; etats: string[] }[] = []
  for (const { p, now, tenue, fait, etats } of playModel(suite)) {
    const { geste } = p
    const seen = {
      geste,
      fait: await jouer[geste](moteur, p, now, tenue.fin),
      etats: await moteur.etats(now),
    }
    expect(seen).toEqual({ geste, fait, etats })
    shown.push({ now, etats: seen.etats })
  }
  for (const { now, etats } of shown) expect(await moteur.etats(now)).toEqual(etats)
}

const suites = fc.array(pas, { minLength: 12, maxLength: 40, size: 'max' })

/** Runs the property and answers whether it found a difference. */
async function findsFault(): Promise<boolean> {
  const { failed } = await fc.check(fc.asyncProperty(suites, sameAsModel), {
    numRuns: RUNS,
    endOnFailure: true,
    seed: 93,
  })
  return failed
}

/** Rewrites a function of the base with one fault, and gives back what sets it right. */
async function plant(signature: string, right: string, wrong: string): Promise<() => Promise<void>> {
  const { rows } = await owner.query<{ source: string }>(
    `SELECT pg_get_functiondef('${signature}'::regprocedure) AS source`,
  )
  const source = rows[0]?.source ?? ''
  if (!source.includes(right)) throw new Error(`${signature} ne contient plus « ${right} »`)
  await owner.query(source.replace(right, wrong))
  return async () => void (await owner.query(source))
}

let repair = async () => {}
afterEach(() => repair())

describe('le moteur des places', () => {
  it('répond et montre la même chose que son modèle, et le passé ne change pas', async () => {
    await fc.assert(fc.asyncProperty(suites, sameAsModel), {
      numRuns: RUNS,
      // A difference is said even when there is no time left to make it small.
      interruptAfterTimeLimit: 100_000,
      markInterruptAsFailure: true,
    })
  }, 120_000)

  it('ne lui fait pas que des refus : en quarante suites, chaque geste est possible plus d’une fois', () => {
    const faits = fc
      .sample(suites, { numRuns: RUNS, seed: 93 })
      .flatMap((suite) => [...playModel(suite)].filter(({ fait }) => fait).map(({ p }) => p.geste))
    const times = tirages.map(([geste]) => faits.filter((fait) => fait === geste).length)
    expect(Math.min(...times)).toBeGreaterThan(1)
  })

  it.each([
    [
      'montre une place fermée comme si elle ne l’était pas',
      'etat_places_a(timestamptz, uuid)',
      'WHERE f.du <= instant AND',
      'WHERE false AND',
    ],
    ['oublie l’heure d’une place tenue', 'etat_places_a(timestamptz, uuid)', 'o.expire_le > instant AND', ''],
    [
      'oublie qu’une place rendue est à préparer',
      'occupation_dans_place()',
      'la_place.remise_en_etat;',
      'false;',
    ],
    [
      'donne deux fois une place réservée plus tard',
      'places_sans_conflit(uuid, timestamptz, timestamptz, timestamptz)',
      'OR x.expire_le > instant) AND x.debut',
      ') AND x.debut',
    ],
  ])(
    'est trouvé en faute quand la base %s',
    async (_, signature, right, wrong) => {
      repair = await plant(signature, right, wrong)
      expect(await findsFault()).toBe(true)
    },
    60_000,
  )
})
