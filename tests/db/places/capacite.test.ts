import { describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { type CivilDate, civilDate } from '@/domain/commun/civil-date'
import { changeOpening, openPlaces, setUnits } from '@/features/capacites/commands'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { accept, act, ask, createSoiree, plusTard, receveurDe, rowOf, SOIR } from './soiree'

function units(monde: Monde, nombre: number, minutes = 0) {
  return act(receveurDe(monde), plusTard(minutes), (context) =>
    setUnits(context, { dispositifId: monde.seine.dispositif, nombre }),
  )
}

async function existing({ seine }: Monde, instant: Date): Promise<number> {
  const { rows } = await owner.query('SELECT FROM etat_places_a($1, $2)', [instant, seine.dispositif])
  return rows.length
}

describe('des places sans numéro', () => {
  it('s’ajoutent et se retirent, datées : le passé garde son nombre', async () => {
    const monde = await createSoiree(1)
    expect(await units(monde, 5)).toEqual({ ok: true, value: { unites: 5 } })
    expect(await units(monde, 2, 60)).toEqual({ ok: true, value: { unites: 2 } })
    expect([await existing(monde, plusTard(30)), await existing(monde, plusTard(61))]).toEqual([6, 3])
    await units(monde, 3, 120)
    const { rows } = await owner.query(
      'SELECT libelle FROM places WHERE dispositif_id = $1 AND anonyme AND au IS NULL ORDER BY libelle',
      [monde.seine.dispositif],
    )
    expect(rows.map(({ libelle }: { libelle: string }) => libelle)).toEqual(['Place 1', 'Place 2', 'Place 6'])
  })

  it('ne se retirent que libres : personne n’est mis dehors', async () => {
    const monde = await createSoiree(1)
    await units(monde, 2)
    for (let demande = 0; demande < 2; demande++) await accept(monde, (await ask(monde)).id)
    expect(await units(monde, 0, 20)).toEqual({ ok: false, reason: 'UNITS_BUSY' })
    expect(await existing(monde, plusTard(21))).toBe(3)
  })
})

const grandFroid = { places: 70, du: civilDate('2026-11-23'), au: civilDate('2026-12-01') }

function open(monde: Monde, change: Partial<{ places: number; du: CivilDate; au: CivilDate }> = {}) {
  const asked = { ...grandFroid, ...change }
  return act(receveurDe(monde), SOIR, (context) =>
    openPlaces(context, {
      dispositifId: monde.seine.dispositif,
      ...asked,
      dureeMax: 13,
      motif: 'Grand froid',
    }),
  )
}

async function createAvecCapacite(): Promise<Monde> {
  const monde = await createSoiree(1)
  await insertRow(owner, 'capacites', {
    id: uuidv7(),
    dispositif_id: monde.seine.dispositif,
    mode: 'NUIT',
    places: 1,
    du: '2026-01-01',
  })
  return monde
}

async function changeEnd(monde: Monde, au: string) {
  const opened = await open(monde)
  if (!opened.ok) throw new Error(opened.reason)
  const { id: ouvertureId } = opened.value
  return {
    ouvertureId,
    change: (jour = au) =>
      act(receveurDe(monde), plusTard(60), (context) =>
        changeOpening(context, { ouvertureId, au: civilDate(jour) }),
      ),
  }
}

async function factsOf(monde: Monde) {
  const { rows: capacites } = await owner.query(
    'SELECT places, du::text, au::text FROM capacites WHERE dispositif_id = $1 ORDER BY du',
    [monde.seine.dispositif],
  )
  const { rows: regles } = await owner.query(
    'SELECT duree_max, du::text, au::text FROM regles_sejour WHERE dispositif_id = $1 ORDER BY du',
    [monde.seine.dispositif],
  )
  return { capacites, regles }
}

describe('une ouverture en nombre', () => {
  it('ajoute ses places, sa capacité et sa règle de séjour de date à date, sans rien récrire', async () => {
    const monde = await createAvecCapacite()
    expect(await open(monde)).toMatchObject({
      ok: true,
      value: { places: 70, fin: new Date('2026-12-01T11:00:00Z') },
    })
    const { rows: capacites } = await owner.query(
      'SELECT places, du::text, au::text FROM capacites WHERE dispositif_id = $1 ORDER BY du',
      [monde.seine.dispositif],
    )
    expect(capacites).toEqual([
      { places: 1, du: '2026-01-01', au: '2026-11-23' },
      { places: 71, du: '2026-11-23', au: '2026-12-01' },
      { places: 1, du: '2026-12-01', au: null },
    ])
    const { rows: regles } = await owner.query(
      'SELECT duree_max, du::text, au::text FROM regles_sejour WHERE dispositif_id = $1 ORDER BY du',
      [monde.seine.dispositif],
    )
    expect(regles).toEqual([
      { duree_max: 1, du: '2026-01-01', au: '2026-11-23' },
      { duree_max: 13, du: '2026-11-23', au: '2026-12-01' },
      { duree_max: 1, du: '2026-12-01', au: null },
    ])
    expect(await existing(monde, plusTard(1))).toBe(71)
    expect(await existing(monde, new Date('2026-12-01T11:00:00Z'))).toBe(1)
  })

  it('raccourcit les séjours à sa fin, et n’en prend plus ensuite', async () => {
    const monde = await createAvecCapacite()
    await open(monde)
    await owner.query(`UPDATE places SET au = $2 WHERE id = $1`, [monde.seine.place, plusTard(1)])
    const { id } = await ask(monde, { echeance: 'A_DATE', pourLe: '2026-11-28' })
    const tenue = await accept(monde, id)
    expect(tenue).toMatchObject({ fin: new Date('2026-12-01T11:00:00Z') })
    const tard = await ask(monde, { echeance: 'A_DATE', pourLe: '2026-12-01' })
    await expect(accept(monde, tard.id)).rejects.toThrow('NO_PLACE_LEFT')
  })

  it('montre encore qui n’est pas parti à sa fin', async () => {
    const monde = await createAvecCapacite()
    const fin = plusTard(600)
    await owner.query('UPDATE places SET au = $2 WHERE id = $1', [monde.seine.place, fin])
    await insertRow(owner, 'occupations', {
      id: uuidv7(),
      place_id: monde.seine.place,
      organisation_id: monde.seine.organisation,
      kind: 'SEJOUR',
      etat: 'EN_COURS',
      debut: SOIR,
      fin,
      cree_le: SOIR,
    })
    const { rows } = await owner.query('SELECT statut FROM etat_places_a($1, $2)', [
      plusTard(700),
      monde.seine.dispositif,
    ])
    expect(rows).toEqual([{ statut: 'OCCUPEE' }])
  })

  it.each([
    ['qui commence dans le passé', { du: civilDate('2026-11-20') }, 'START_PAST'],
    ['par-dessus une autre', { du: civilDate('2026-11-25') }, 'ALREADY_OPENED'],
  ])('%s est refusée', async (_, change, reason) => {
    const monde = await createAvecCapacite()
    await open(monde)
    expect(await open(monde, change)).toEqual({ ok: false, reason })
  })

  it('dure plus longtemps : places, capacité et règle suivent jusqu’au nouveau jour', async () => {
    const monde = await createAvecCapacite()
    const { change } = await changeEnd(monde, '2026-12-10')
    expect(await change()).toEqual({
      ok: true,
      value: { fin: new Date('2026-12-10T11:00:00Z'), avances: 0 },
    })
    expect(await existing(monde, new Date('2026-12-09T11:00:00Z'))).toBe(71)
    expect(await existing(monde, new Date('2026-12-10T11:00:00Z'))).toBe(1)
    const { capacites, regles } = await factsOf(monde)
    expect(capacites.filter(({ places }) => places === 71).at(-1)).toMatchObject({ au: '2026-12-10' })
    expect(capacites.at(-1)).toEqual({ places: 1, du: '2026-12-10', au: null })
    expect(regles.filter(({ duree_max: days }) => days === 13).at(-1)).toMatchObject({ au: '2026-12-10' })
    expect(regles.at(-1)).toEqual({ duree_max: 1, du: '2026-12-10', au: null })
  })

  it('finit plus tôt : nul n’est mis dehors, les séjours finissent ce jour-là, et le reste redevient ce qu’il était', async () => {
    const monde = await createAvecCapacite()
    const { change, ouvertureId } = await changeEnd(monde, '2026-11-27')
    await owner.query(`UPDATE places SET au = $2 WHERE id = $1`, [monde.seine.place, plusTard(1)])
    const tenue = await accept(monde, (await ask(monde, { echeance: 'A_DATE', pourLe: '2026-11-25' })).id)
    expect(await change()).toEqual({
      ok: true,
      value: { fin: new Date('2026-11-27T11:00:00Z'), avances: 1 },
    })
    expect(await rowOf('occupations', tenue.id)).toMatchObject({
      etat: 'TENUE',
      fin: new Date('2026-11-27T11:00:00Z'),
    })
    expect(await rowOf('ouvertures_crise', ouvertureId)).toMatchObject({ places: 70 })
    expect(await existing(monde, new Date('2026-11-27T11:00:00Z'))).toBe(0)
    const { capacites, regles } = await factsOf(monde)
    expect(capacites.find(({ places }) => places === 71)).toMatchObject({ au: '2026-11-27' })
    expect(capacites.filter(({ du }) => du >= '2026-11-27').map(({ places }) => places)).not.toContain(71)
    expect(regles.find(({ duree_max: days }) => days === 13)).toMatchObject({ au: '2026-11-27' })
  })

  it('ne finit ni dans le passé, ni avant une réservation qui commence après', async () => {
    const monde = await createAvecCapacite()
    const { change } = await changeEnd(monde, '2026-11-23')
    expect(await change()).toEqual({ ok: false, reason: 'END_PAST' })
    await owner.query(`UPDATE places SET au = $2 WHERE id = $1`, [monde.seine.place, plusTard(1)])
    await accept(monde, (await ask(monde, { echeance: 'A_DATE', pourLe: '2026-11-28' })).id)
    expect(await change('2026-11-27')).toEqual({ ok: false, reason: 'OPENING_BUSY' })
  })

  it('laisse compter la nuit qui vient de passer', async () => {
    const monde = await createAvecCapacite()
    await open(monde)
    const tenue = await accept(monde, (await ask(monde)).id)
    expect(await rowOf('occupations', tenue.id)).toMatchObject({ etat: 'TENUE' })
    await owner.query(
      `UPDATE occupations SET etat = 'TERMINEE', kind = 'SEJOUR', expire_le = NULL, fin = $2 WHERE id = $1`,
      [tenue.id, new Date('2026-11-24T08:00:00Z')],
    )
    const { rows } = await owner.query(
      `SELECT ouvertes, occupees, personnes FROM nuitees_de('2026-11-23', $1)`,
      [monde.seine.dispositif],
    )
    expect(rows).toEqual([{ ouvertes: 71, occupees: 1, personnes: 1 }])
  })
})
