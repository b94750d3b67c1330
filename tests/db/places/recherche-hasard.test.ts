import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { expect, it } from 'vitest'
import { type Besoin, besoinSimple } from '@/domain/places/convient'
import { type FaitsRecherche, regleRecherche, regleRechercheSchema } from '@/domain/places/recherche'
import { app, owner } from '../support/connections'
import { MAINTENANT } from './echelle'
import { insertFaits } from './faits'
import { SEJOUR } from './recherche-cas'
import { addPlace, createSoiree } from './soiree'

const heures = (decalage: number) => new Date(MAINTENANT.getTime() + decalage * 3_600_000)
const heure = fc.integer({ min: -30, max: 60 })

/** Up to two closures, possibly at once: the longest is the one that is told. */
const fermetures = fc.array(
  fc
    .record({ du: heure, duree: fc.option(fc.integer({ min: 1, max: 30 })), prevue: fc.boolean() })
    .map(({ du, duree, prevue }) => ({
      du: heures(du),
      au: duree === null ? null : heures(du + duree),
      finPrevue: prevue ? heures(du + 40) : null,
    })),
  { maxLength: 2 },
)

/** A stay under way, then holds to come, one after the other: living ones never overlap on one place. */
const occupations = fc
  .record({
    present: fc.option(fc.record({ depuis: fc.integer({ min: 1, max: 40 }), fin: heure })),
    tenues: fc.array(
      fc.record({
        ecart: fc.integer({ min: 1, max: 9 }),
        duree: fc.integer({ min: 1, max: 12 }),
        expire: heure,
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ present, tenues }) => {
    const stay = present && { debut: -present.depuis, fin: Math.max(present.fin, 1 - present.depuis) }
    const living = { creeLe: heures(-50), closeLe: null, aPreparer: false }
    const starts = tenues.map(({ ecart }, index) => Math.max(stay?.fin ?? 0, 0) + ecart + index * 24)
    return [
      ...(stay
        ? [
            {
              ...living,
              etat: 'EN_COURS' as const,
              debut: heures(stay.debut),
              fin: heures(stay.fin),
              expireLe: null,
            },
          ]
        : []),
      ...tenues.map(({ duree, expire }, index) => {
        const debut = starts[index] ?? 0
        return {
          ...living,
          etat: 'TENUE' as const,
          debut: heures(debut),
          fin: heures(debut + duree),
          expireLe: heures(expire),
        }
      }),
    ]
  })

const lits = fc.constantFrom(
  { couchages: 1, couple: false },
  { couchages: 2, couple: false },
  { couchages: 2, couple: true },
)

const place: fc.Arbitrary<FaitsRecherche> = fc
  .record({
    lits,
    public: fc.constantFrom('MIXTE', 'FEMMES', 'HOMMES'),
    animaux: fc.boolean(),
    plainPied: fc.boolean(),
    recoit: fc.constant(true),
    ouvert: fc.constant(true),
    du: fc.constant(heures(-1_000)),
    au: fc.option(fc.integer({ min: 1, max: 40 }).map(heures), { freq: 6 }),
    fermetureDispositif: fc.constant(null),
    fermetures,
    occupations,
    pretee: fc.constant(null),
  })
  .map(({ lits: offer, ...rest }) => ({ ...rest, ...offer }))

const besoins: Besoin[] = [
  besoinSimple,
  { ...besoinSimple, genre: 'HOMME' },
  { ...besoinSimple, genre: 'FEMME', femmesSeulement: true },
  { ...besoinSimple, animaux: true, mobilite: true },
  { ...besoinSimple, personnes: 2, couple: true },
]

type Place = { id: string; faits: FaitsRecherche }

/** What TypeScript says of each place in turn, gathered as a search answers: by rule, how many, until when the first; which fit. */
function judgeEach(places: readonly Place[], besoin: Besoin) {
  const verdicts = places.map(({ id, faits }) => {
    const stopped = regleRecherche(faits, besoin, SEJOUR, MAINTENANT)
    return { id, regle: stopped?.regle ?? null, jusqua: stopped?.jusqua ?? null }
  })
  return [...new Set(verdicts.map(({ regle }) => regle))].map((regle) => {
    const those = verdicts.filter((verdict) => verdict.regle === regle)
    const [first] = those.flatMap(({ jusqua }) => jusqua ?? []).toSorted((a, b) => a.getTime() - b.getTime())
    const fitting = regle === null ? those.map(({ id }) => id).toSorted() : null
    return { regle, nombre: those.length, jusqua: first ?? null, places: fitting }
  })
}

async function searchIn(dispositif: string, { personnes, couple, animaux, mobilite, ...besoin }: Besoin) {
  const { rows } = await app.query<{
    regle: string | null
    nombre: number
    jusqua: Date | null
    places: string[] | null
  }>(
    `SELECT regle, nombre, jusqua, places FROM places_pour($1, $2, $3, $4, $5, $6, NULL, $7, $8, NULL, NULL, $9)`,
    [
      personnes,
      couple,
      animaux,
      mobilite,
      besoin.femmesSeulement,
      besoin.genre,
      MAINTENANT,
      uuidv7(),
      dispositif,
    ],
  )
  return rows.map((row) => ({ ...row, places: row.places?.toSorted() ?? null }))
}

it('juge cent places au hasard d’un coup comme TypeScript les juge une à une', async () => {
  const monde = await createSoiree(1)
  const places: Place[] = []
  for (const [index, faits] of fc.sample(place, { numRuns: 100, seed: 93 }).entries()) {
    const id = await addPlace(monde.seine, `Au hasard ${index}`)
    await insertFaits(monde, id, faits)
    places.push({ id, faits })
  }
  await owner.query('DELETE FROM places WHERE id = $1', [monde.seine.place])
  const told = new Set<string | null>()
  for (const besoin of besoins) {
    const found = await searchIn(monde.seine.dispositif, besoin)
    expect(new Set(found)).toEqual(new Set(judgeEach(places, besoin)))
    for (const { regle } of found) told.add(regle)
  }
  // A rule that no place met would prove nothing: all but those of a whole device.
  const untold = regleRechercheSchema.options.filter((regle) => !told.has(regle))
  expect(untold).toEqual(['SANS_DEMANDE', 'DISPOSITIF_FERME', 'PRETEE'])
})
