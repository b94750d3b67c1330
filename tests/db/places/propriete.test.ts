import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { addDays, fromParis } from '@/domain/commun/civil-date'
import { nightServed, NOON } from '@/domain/places/sejour'
import { owner } from '../support/connections'
import { type Lit, Modele } from './modele'
import { createMoteur, type Moteur } from './moteur-reel'
import { SOIR } from './soiree'

const LITS = 3
const MINUTE = 60_000
const TENUE_MS = 120 * MINUTE

const gestes = [
  'tenir',
  'admettre',
  'déplacer',
  'prolonger',
  'fermer',
  'rouvrir',
  'préparer',
  'annuler',
  'finir',
] as const
// What must have come before, for the rest to be possible at all.
const frequents = [
  'tenir',
  'tenir',
  'tenir',
  'admettre',
  'admettre',
  'admettre',
  'déplacer',
  'déplacer',
  'rouvrir',
] as const
/** One act: on which bed, towards which other, for how many days, in how many days, after how many minutes (the clock only goes on). */
const pas = fc.record({
  geste: fc.constantFrom(...gestes, ...frequents),
  lit: fc.nat(LITS - 1),
  autre: fc.nat(LITS - 1),
  dans: fc.constantFrom(0, 0, 0, 1, 2),
  jours: fc.integer({ min: 1, max: 3 }),
  minutes: fc.constantFrom(1, 7, 20, 45, 119, 180, 700),
})
type Pas = {
  geste: (typeof gestes)[number]
  lit: number
  autre: number
  dans: number
  jours: number
  minutes: number
}

/** One act, the beds it touches, and the clock. */
type Coup = { moteur: Moteur; modele: Modele; p: Pas; now: number; bed: Lit; other: Lit }
type Reponse = Promise<[engine: boolean, model: boolean]>

const noon = (now: number, days: number) =>
  fromParis(addDays(nightServed(new Date(now)), days), NOON).getTime()

/** Each act on both sides: what the engine answered, what the model answered. */
const jouer: Record<Pas['geste'], (coup: Coup) => Reponse> = {
  tenir: async ({ moteur, modele, p, now, bed }) => {
    const debut = p.dans === 0 ? now : Math.max(noon(now, p.dans), now)
    const tenue = { debut, fin: noon(now, p.dans + p.jours), expire: debut + TENUE_MS }
    return [await moteur.tenir(p.lit, p, now), modele.tenir(bed, tenue)]
  },
  admettre: async ({ moteur, modele, p, now, bed }) => {
    const [held] = bed.tenues
    return held ? [await moteur.admettre(p.lit, held.fin, now), modele.admettre(bed, held)] : [false, false]
  },
  annuler: async ({ moteur, p, now, bed }) => {
    const [held] = bed.tenues
    if (held) bed.tenues = bed.tenues.filter((tenue) => tenue !== held)
    return held ? [await moteur.annuler(p.lit, held.fin, now), true] : [false, false]
  },
  déplacer: async ({ moteur, modele, p, now, bed, other }) => [
    await moteur.deplacer(p.lit, p.autre, now),
    modele.deplacer(bed, other),
  ],
  prolonger: async ({ moteur, modele, p, now, bed }) => [
    await moteur.prolonger(p.lit, p, now),
    modele.prolonger(bed, noon(now, p.jours)),
  ],
  finir: async ({ moteur, modele, p, now, bed }) => [await moteur.finir(p.lit, now), modele.finir(bed)],
  fermer: async ({ moteur, p, now, bed }) => {
    const open = !bed.ferme
    bed.ferme = true
    return [await moteur.fermer(p.lit, now), open]
  },
  rouvrir: async ({ moteur, p, now, bed }) => {
    const closed = bed.ferme
    bed.ferme = false
    return [await moteur.rouvrir(p.lit, now), closed]
  },
  préparer: async ({ moteur, p, now, bed }) => {
    bed.aPreparer = false
    return [await moteur.preparer(p.lit, now), true]
  },
}

/** The acts that were done at least once: a property that is always refused proves nothing. */
const faits = new Set<Pas['geste']>()

/** Both sides, act after act: the same answers, the same beds; then the past, instant by instant, as it was shown. */
async function sameAsModel(suite: readonly Pas[], fautif = false): Promise<void> {
  const moteur = await createMoteur(LITS)
  const modele = new Modele(LITS, fautif)
  const shown: { now: number; etats: string[] }[] = []
  let now = SOIR.getTime()
  for (const p of suite) {
    now += p.minutes * MINUTE
    modele.avancer(now)
    const [bed, other] = [modele.lits[p.lit], modele.lits[p.autre]]
    if (!bed || !other) throw new Error('lit')
    const [engine, model] = await jouer[p.geste]({ moteur, modele, p, now, bed, other })
    if (engine) faits.add(p.geste)
    const etats = await moteur.etats(now)
    expect({ geste: p.geste, fait: engine, etats }).toEqual({
      geste: p.geste,
      fait: model,
      etats: modele.lits.map((lit) => modele.etat(lit)),
    })
    shown.push({ now, etats })
  }
  for (const { now: instant, etats } of shown) expect(await moteur.etats(instant)).toEqual(etats)
}

const suites = fc.array(pas, { minLength: 12, maxLength: 30 })

/** Runs the property and answers whether it found a difference. */
async function findsFault(fautif: boolean): Promise<boolean> {
  const property = fc.asyncProperty(suites, (suite) => sameAsModel(suite, fautif))
  const { failed } = await fc.check(property, { numRuns: 40, endOnFailure: true, seed: 93 })
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
    await fc.assert(
      fc.asyncProperty(suites, (suite) => sameAsModel(suite)),
      { numRuns: 40 },
    )
    expect([...faits].toSorted()).toEqual(gestes.toSorted())
  }, 120_000)

  it('est trouvé en faute quand le modèle ignore les fermetures', async () => {
    expect(await findsFault(true)).toBe(true)
  }, 60_000)

  it.each([
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
      expect(await findsFault(false)).toBe(true)
    },
    60_000,
  )
})
