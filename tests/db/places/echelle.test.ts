import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import type { FaitsPlace, Occupation } from '@/domain/places/disponibilite'
import { endOfNightServed } from '@/domain/places/sejour'
import { createMonde, insertRow, type Cote } from '../socle/monde'
import { app, owner } from '../support/connections'
import { echelle, MAINTENANT } from './echelle'
import { addPlace, createSoiree } from './soiree'

async function insertFaits(cote: Cote, faits: FaitsPlace): Promise<void> {
  await owner.query('UPDATE etats_dispositif SET statut = $2 WHERE dispositif_id = $1', [
    cote.dispositif,
    faits.ouverte ? 'OUVERTE' : 'SUSPENDUE',
  ])
  await owner.query('UPDATE dispositifs SET remise_en_etat = $2 WHERE id = $1', [
    cote.dispositif,
    faits.occupations.some(({ aPreparer }) => aPreparer),
  ])
  for (const le of faits.pretes)
    await owner.query('UPDATE places SET prete_le = $2 WHERE id = $1', [cote.place, le])
  for (const { du, au, finPrevue } of faits.fermetures) {
    const row = { id: uuidv7(), place_id: cote.place, cause: 'TRAVAUX', du, au, fin_prevue: finPrevue }
    await insertRow(owner, 'fermetures', row)
  }
  for (const occupation of faits.occupations) await insertFait(cote, occupation)
}

/** As it was made, then as it became: the closing of a hold is dated by the base. */
async function insertFait(
  cote: Cote,
  { etat, debut, fin, expireLe, creeLe, closeLe }: Occupation,
): Promise<void> {
  await insertRow(owner, 'occupations', {
    id: uuidv7(),
    place_id: cote.place,
    organisation_id: cote.organisation,
    kind: expireLe === null ? 'SEJOUR' : 'RESERVATION',
    etat,
    debut,
    fin,
    expire_le: expireLe,
    cree_le: creeLe,
    modifiee_le: closeLe ?? creeLe,
  })
}

/** One accepts now: of a past seen from later, only the ladder of every instant has to know. */
function estPresente({ etat, creeLe, closeLe, fin }: Occupation): boolean {
  const vivante = etat === 'TENUE' || etat === 'EN_COURS'
  return creeLe <= MAINTENANT && (vivante || (closeLe ?? fin ?? MAINTENANT) <= MAINTENANT)
}

describe('l’échelle en SQL', () => {
  it.each(echelle.map((cas) => [cas.nom, cas] as const))('%s', async (_, { faits, attendu }) => {
    const { seine } = await createMonde(owner)
    await insertFaits(seine, faits)
    const { rows } = await app.query('SELECT statut, jusqua FROM etat_places_a($1, $2)', [
      MAINTENANT,
      seine.dispositif,
    ])
    expect(rows).toEqual([attendu])
  })

  it('est la même pour les places qu’aucun séjour ne gêne, là où l’on accepte', async () => {
    const montres = new Set<string>()
    const presents = echelle.filter(
      ({ faits: { ouverte, occupations, pretes } }) =>
        ouverte && occupations.every(estPresente) && pretes.every((le) => le <= MAINTENANT),
    )
    for (const { nom, faits, attendu } of presents) {
      const { seine } = await createMonde(owner)
      await insertFaits(seine, faits)
      const { rows } = await app.query<{ statut: string }>(
        `SELECT statut FROM places_sans_conflit($1, '2028-01-01T12:00:00Z', '2028-01-02T12:00:00Z', $2)`,
        [seine.dispositif, MAINTENANT],
      )
      for (const { statut } of rows) {
        montres.add(statut)
        expect([nom, statut]).toEqual([nom, attendu.statut])
      }
    }
    expect([...montres].toSorted()).toEqual([
      'A_PREPARER',
      'FERMEE',
      'LIBRE',
      'OCCUPEE',
      'RESERVEE',
      'RESERVEE_PLUS_TARD',
    ])
  })

  it('ferme toutes les places quand c’est le dispositif qui ferme', async () => {
    const { seine } = await createSoiree(3)
    const row = { id: uuidv7(), dispositif_id: seine.dispositif, cause: 'PERSONNEL', du: MAINTENANT }
    await insertRow(owner, 'fermetures', row)
    const { rows } = await app.query('SELECT DISTINCT statut FROM etat_places_a($1, $2)', [
      MAINTENANT,
      seine.dispositif,
    ])
    expect(rows).toEqual([{ statut: 'FERMEE' }])
  })

  it('ignore les places qui n’existent pas encore ou plus', async () => {
    const { seine } = await createMonde(owner)
    await addPlace(seine, 'À venir', { du: '2027-01-01T00:00:00Z' })
    await addPlace(seine, 'Rendue', { au: '2026-06-01T00:00:00Z' })
    const { rows } = await app.query('SELECT place_id FROM etat_places_a($1, $2)', [
      MAINTENANT,
      seine.dispositif,
    ])
    expect(rows).toEqual([{ place_id: seine.place }])
  })

  it.each([
    '2026-11-23T21:00:00Z',
    '2026-11-24T04:59:59Z',
    '2026-11-24T05:00:00Z',
    '2026-03-28T20:00:00Z',
    '2026-03-29T03:59:00Z',
    '2026-10-24T20:00:00Z',
    '2026-10-25T04:59:00Z',
  ])('finit la nuit à la même heure que TypeScript : %s', async (instant) => {
    const { rows } = await app.query('SELECT fin_de_nuit($1) AS fin', [instant])
    expect(rows[0]).toEqual({ fin: endOfNightServed(new Date(instant)) })
  })
})

describe('les comptes d’un dispositif', () => {
  it('s’additionnent, et ne montrent ni personne ni demande', async () => {
    const { seine } = await createSoiree(5)
    const [, , prise, tenue, fermee] = (
      await owner.query<{ id: string }>('SELECT id FROM places WHERE dispositif_id = $1 ORDER BY libelle', [
        seine.dispositif,
      ])
    ).rows.map(({ id }) => id)
    const occupation = {
      organisation_id: seine.organisation,
      debut: '2026-11-23T19:00:00Z',
      fin: '2026-11-24T11:00:00Z',
      cree_le: '2026-11-23T19:00:00Z',
      modifiee_le: '2026-11-23T19:00:00Z',
    }
    await insertRow(owner, 'occupations', {
      ...occupation,
      id: uuidv7(),
      place_id: prise,
      kind: 'SEJOUR',
      etat: 'EN_COURS',
    })
    const expire = '2026-11-23T22:00:00Z'
    await insertRow(owner, 'occupations', {
      ...occupation,
      id: uuidv7(),
      place_id: tenue,
      kind: 'RESERVATION',
      etat: 'TENUE',
      expire_le: expire,
      modifiee_le: '2026-11-23T20:55:00Z',
    })
    await insertRow(owner, 'fermetures', {
      id: uuidv7(),
      place_id: fermee,
      cause: 'DEGAT',
      du: '2026-11-20T00:00:00Z',
    })
    await insertRow(owner, 'capacites', {
      id: uuidv7(),
      dispositif_id: seine.dispositif,
      mode: 'NUIT',
      places: 6,
      du: '2026-01-01',
    })
    const { rows } = await app.query('SELECT * FROM disponibilites_a($1) WHERE dispositif_id = $2', [
      MAINTENANT,
      seine.dispositif,
    ])
    expect(rows).toEqual([
      {
        dispositif_id: seine.dispositif,
        structure_id: seine.structure,
        organisation_id: seine.organisation,
        departement: '93',
        places: 5,
        libres: 2,
        reservees: 1,
        occupees: 1,
        a_preparer: 0,
        fermees: 1,
        reservees_plus_tard: 0,
        depassees: 0,
        premiere_expiration: new Date(expire),
        capacite: 6,
        change_le: new Date('2026-11-23T20:55:00Z'),
      },
    ])
    const views = await app.query(
      `SELECT column_name FROM information_schema.columns WHERE table_name IN ('etat_places', 'disponibilites')`,
    )
    const names = views.rows.map(({ column_name: name }: { column_name: string }) => name)
    expect(names).toContain('statut')
    expect(names.filter((name) => /personne|orientation|compte/.test(name))).toEqual([])
  })
})
