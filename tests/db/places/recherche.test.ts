import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '@/domain/commun/civil-date'
import { civilDate } from '@/domain/commun/civil-date'
import { rechercheBesoinSchema } from '@/domain/places/recherche'
import { endOfStay, nightServed, sansRegle, startOfStay } from '@/domain/places/sejour'
import { presetsRegleSejour } from '@/domain/structures/regles-sejour'
import { searchPlaces } from '@/features/recherche/queries'
import { createMonde, insertRow } from '../socle/monde'
import { app, owner } from '../support/connections'
import { MAINTENANT } from './echelle'
import { insertFaits } from './faits'
import { recherches } from './recherche-cas'
import { addPlace, createSoiree, SOIR, viewerOf } from './soiree'

/** Those of the demonstration, and two whose hours are written. */
const regles = {
  ...presetsRegleSejour,
  repos: { ...sansRegle, entree: 10 * 60, sortie: 18 * 60 },
  nuit19h: { ...sansRegle, entree: 19 * 60, sortie: 9 * 60, dureeMax: 1 },
}

describe('une recherche en SQL', () => {
  it.each(recherches.map((cas) => [cas.nom, cas] as const))('%s', async (_, { faits, besoin, attendu }) => {
    const monde = await createSoiree(1)
    await insertFaits(monde, monde.seine.place, faits)
    const { personnes, couple, animaux, mobilite, femmesSeulement, genre } = besoin
    const { rows } = await app.query(
      `SELECT regle, jusqua FROM places_pour($1, $2, $3, $4, $5, $6, NULL, $7, $8, NULL, NULL, $9)`,
      [
        personnes,
        couple,
        animaux,
        mobilite,
        femmesSeulement,
        genre,
        MAINTENANT,
        uuidv7(),
        monde.seine.dispositif,
      ],
    )
    expect(rows).toEqual([attendu ?? { regle: null, jusqua: null }])
  })

  it.each(
    Object.entries(regles).flatMap(([nom, regle]) =>
      [
        '2026-11-23T21:00:00Z',
        '2026-11-24T04:59:59Z',
        '2026-11-24T05:00:00Z',
        '2026-11-24T16:30:00Z',
        '2026-03-28T20:00:00Z',
        '2026-10-24T20:00:00Z',
        '2026-10-25T00:30:00Z',
      ].map((instant) => [nom, instant, regle] as const),
    ),
  )('commence et finit un séjour comme TypeScript : %s, %s', async (_, texte, regle) => {
    const instant = new Date(texte)
    for (const pourLe of [null, civilDate('2026-10-24'), civilDate('2026-12-01')] as (CivilDate | null)[]) {
      const debut = startOfStay(regle, pourLe, instant)
      const { rows } = await app.query(
        `SELECT nuit_servie($1)::text AS nuit, d AS debut, fin_sejour($2, $3, $4, d) AS fin FROM debut_sejour($2, $5, $1) d`,
        [instant, regle.entree, regle.sortie, regle.dureeMax, pourLe],
      )
      expect(rows[0]).toEqual({ nuit: nightServed(instant), debut, fin: endOfStay(regle, debut) })
    }
  })
})

const besoin = rechercheBesoinSchema.parse({ genre: 'FEMME' })

describe('chercher une place', () => {
  it('donne les dispositifs qui conviennent, et compte chaque obstacle', async () => {
    const monde = await createSoiree(4)
    await owner.query(`UPDATE places SET public = 'HOMMES' WHERE id = $1`, [monde.seine.place])
    const found = await searchPlaces(viewerOf(monde.paris, 'INTERVENANT'), besoin, SOIR)
    const ici = found?.conviennent.filter(({ id }) => id === monde.seine.dispositif)
    expect(ici).toMatchObject([{ nombre: 3, libelle: 'Lit 2', oriente: true, mayHold: false }])
    const obstacle = found?.obstacles.find(({ regle }) => regle === 'PUBLIC_HOMMES')
    expect(obstacle?.dispositifs.find(({ id }) => id === monde.seine.dispositif)?.nombre).toBe(1)
  })

  it('propose à l’équipe de tenir chez elle, même sans recevoir de demandes', async () => {
    const { seine } = await createMonde(owner)
    const found = await searchPlaces(viewerOf(seine, 'COORDINATEUR'), besoin, SOIR)
    const ici = found?.conviennent.find(({ id }) => id === seine.dispositif)
    expect(ici).toMatchObject({ mayHold: true, oriente: false, placeId: seine.place })
  })

  it('donne d’abord la place dont on gâche le moins', async () => {
    const monde = await createSoiree(2)
    await owner.query(`UPDATE places SET plain_pied = true, animaux = true WHERE id = $1`, [
      monde.seine.place,
    ])
    const simple = await searchPlaces(viewerOf(monde.seine, 'COORDINATEUR'), besoin, SOIR)
    expect(simple?.conviennent.find(({ id }) => id === monde.seine.dispositif)?.libelle).toBe('Lit 2')
  })

  it('garde au partenaire ce qui lui est prêté, et laisse le reste à tous', async () => {
    const monde = await createSoiree(3)
    await addPlace(monde.seine, 'Réservée aux hommes', { public: 'HOMMES' })
    await insertRow(owner, 'contingents', {
      id: uuidv7(),
      dispositif_id: monde.seine.dispositif,
      organisation_id: monde.paris.organisation,
      places: 2,
      du: '2026-01-01T00:00:00Z',
      retour: 23 * 60,
    })
    const autre = await createMonde(owner)
    const seen = async (cote: typeof monde.paris, now: Date) => {
      const found = await searchPlaces(viewerOf(cote, 'INTERVENANT'), besoin, now)
      return found?.conviennent.find(({ id }) => id === monde.seine.dispositif)?.nombre
    }
    expect(await seen(monde.paris, SOIR)).toBe(3)
    // Four free, two lent: two for all, the place for men among them.
    expect(await seen(autre.paris, SOIR)).toBe(2)
    expect(await seen(autre.paris, new Date('2026-11-23T22:00:00Z'))).toBe(3)
  })

  it('ne cherche que là où l’on demande', async () => {
    const monde = await createSoiree(1)
    const found = await searchPlaces(
      viewerOf(monde.paris, 'INTERVENANT'),
      { ...besoin, departement: '75' },
      SOIR,
    )
    expect(found?.conviennent.every(({ departement }) => departement === '75')).toBe(true)
    expect(await searchPlaces(viewerOf(monde.paris, 'LECTEUR'), besoin, SOIR)).toBeNull()
  })
})
