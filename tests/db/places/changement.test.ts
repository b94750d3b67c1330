import { describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { civilDate, type CivilDate } from '@/domain/commun/civil-date'
import { moveStay, prolongStay } from '@/features/changements/commands'
import { endStay } from '@/features/sejours/commands'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import {
  accept,
  act,
  addPlace,
  arrive,
  ask,
  countRows,
  createSoiree,
  MIDI,
  plusTard,
  receveurDe,
  rowOf,
  viewerOf,
} from './soiree'

function move(monde: Monde, occupationId: string, placeId: string, version = 1, instant = plusTard(90)) {
  return act(receveurDe(monde), instant, (context) => moveStay(context, { occupationId, version, placeId }))
}

function prolong(monde: Monde, occupationId: string, fin: CivilDate, version = 1, instant = plusTard(90)) {
  return act(receveurDe(monde), instant, (context) => prolongStay(context, { occupationId, version, fin }))
}

/** A device where one stays `dureeMax` days at most. */
async function createSejourLong(places: number, dureeMax: number | null): Promise<Monde> {
  const monde = await createSoiree(places)
  await owner.query('UPDATE regles_sejour SET duree_max = $2 WHERE dispositif_id = $1', [
    monde.seine.dispositif,
    dureeMax,
  ])
  return monde
}

describe('un déplacement', () => {
  it('finit l’occupation et en commence une autre, liées, pour la même demande et la même fin', async () => {
    const monde = await createSoiree(2)
    const { id, sejour } = await arrive(monde)
    const autre = await autrePlace(monde)
    const moved = await move(monde, sejour.id, autre)
    if (!moved.ok) throw new Error(moved.reason)
    expect(moved.value).toMatchObject({ libelle: 'Lit 2', fin: MIDI })
    const [avant, apres] = [await rowOf('occupations', sejour.id), await rowOf('occupations', moved.value.id)]
    expect(avant).toMatchObject({ etat: 'TERMINEE', fin: plusTard(90) })
    expect(apres).toMatchObject({
      etat: 'EN_COURS',
      place_id: autre,
      debut: plusTard(90),
      suite_de_id: sejour.id,
      orientation_id: id,
      personne_id: avant['personne_id'],
      prescripteur_id: monde.paris.organisation,
      fin_maximale: MIDI,
    })
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'ARRIVEE' })
    expect(await countRows('sorties', 'occupation_id = $1', [sejour.id])).toBe(0)
  })

  it('se termine ensuite comme un séjour, et clôt la demande', async () => {
    const monde = await createSoiree(2)
    const { id, sejour } = await arrive(monde)
    const moved = await move(monde, sejour.id, await autrePlace(monde))
    if (!moved.ok) throw new Error(moved.reason)
    const depart = {
      occupationId: moved.value.id,
      version: 1,
      destination: 'RUE',
      issue: 'FIN_PREVUE',
      acquis: [],
    } as const
    const ended = await act(receveurDe(monde), MIDI, (context) => endStay(context, { ...depart, acquis: [] }))
    expect(ended.ok).toBe(true)
    expect(await rowOf('orientations', id)).toMatchObject({ statut: 'CLOSE' })
  })

  it('est refusé vers une place prise, qu’il nomme, et rien n’est modifié', async () => {
    const monde = await createSoiree(2)
    const { sejour } = await arrive(monde)
    const { sejour: voisin } = await arrive(monde)
    const place = String((await rowOf('occupations', voisin.id))['place_id'])
    expect(await move(monde, sejour.id, place)).toMatchObject({
      ok: false,
      reason: 'PLACE_TAKEN',
      conflit: { place: 'Lit 2', jusqua: MIDI },
    })
    expect(await rowOf('occupations', sejour.id)).toMatchObject({ etat: 'EN_COURS', version: 1 })
  })

  it.each([
    ['la place où l’on est', 'SAME_PLACE', async (monde: Monde) => monde.seine.place],
    ['une place fermée', 'PLACE_CLOSED', fermee],
    ['une place rendue avant la fin du séjour', 'PLACE_CLOSED', rendueTot],
    ['une place d’une autre organisation', 'NOT_FOUND', async (monde: Monde) => monde.paris.place],
    ['une place qui n’existe pas', 'NOT_FOUND', async () => uuidv7()],
  ])('est refusé vers %s', async (_, reason, target) => {
    const monde = await createSoiree(1)
    const { sejour } = await arrive(monde)
    expect(await move(monde, sejour.id, await target(monde))).toEqual({ ok: false, reason })
  })

  it('est refusé vers un lit seul pour un couple', async () => {
    const monde = await createSoiree(1)
    await owner.query('UPDATE places SET couchages = 2, couple = true WHERE id = $1', [monde.seine.place])
    const { id } = await ask(monde, { personnes: 2, couple: true })
    await accept(monde, id)
    const { admit } = await import('@/features/sejours/commands')
    const admis = await act(receveurDe(monde), plusTard(60), (context) => admit(context, { id, version: 2 }))
    if (!admis.ok) throw new Error(admis.reason)
    const seul = await addPlace(monde.seine, 'Lit seul')
    expect(await move(monde, admis.value.id, seul)).toEqual({ ok: false, reason: 'PLACE_TOO_SMALL' })
  })

  it('est refusé quand l’écran est vieux, quand le séjour est fini ou dépassé', async () => {
    const monde = await createSoiree(2)
    const { sejour } = await arrive(monde)
    const autre = await autrePlace(monde)
    expect(await move(monde, sejour.id, autre, 7)).toEqual({ ok: false, reason: 'STALE_VERSION' })
    const apres = new Date(MIDI.getTime() + 60_000)
    expect(await move(monde, sejour.id, autre, 1, apres)).toEqual({ ok: false, reason: 'STAY_OVERRUN' })
    await move(monde, sejour.id, autre)
    expect(await move(monde, sejour.id, autre, 2)).toEqual({ ok: false, reason: 'STAY_OVER' })
  })

  it('de deux personnes qui échangent leurs places en même temps ne bloque personne', async () => {
    const monde = await createSoiree(3)
    const [un, deux] = [await arrive(monde), await arrive(monde)]
    const libre = await placeNommee(monde, 'Lit 3')
    const results = await Promise.all([move(monde, un.sejour.id, libre), move(monde, deux.sejour.id, libre)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.reason === 'PLACE_TAKEN')).toHaveLength(1)
  })
})

describe('une prolongation', () => {
  it('repousse la fin jusqu’à la limite de la règle, pas au-delà', async () => {
    const monde = await createSejourLong(1, 5)
    const { sejour } = await arrive(monde)
    await owner.query('UPDATE occupations SET fin = $2 WHERE id = $1', [sejour.id, MIDI])
    expect(await prolong(monde, sejour.id, civilDate('2026-11-28'))).toEqual({
      ok: true,
      value: { fin: new Date('2026-11-28T11:00:00Z') },
    })
    expect(await prolong(monde, sejour.id, civilDate('2026-11-29'), 2)).toEqual({
      ok: false,
      reason: 'STAY_TOO_LONG',
      limite: new Date('2026-11-28T11:00:00Z'),
    })
  })

  it('accordée par l’équipe repousse la limite d’autant, même si la personne a changé de place depuis', async () => {
    const monde = await createSejourLong(2, 5)
    const { sejour } = await arrive(monde)
    const prolongation = await insertRow(owner, 'prolongations', {
      id: uuidv7(),
      occupation_id: sejour.id,
      jours: 7,
      motif: 'Soins à terminer',
      demandee_le: plusTard(70),
    })
    const moved = await move(monde, sejour.id, await autrePlace(monde))
    if (!moved.ok) throw new Error(moved.reason)
    await owner.query(`UPDATE prolongations SET statut = 'ACCORDEE', repondue_le = $2 WHERE id = $1`, [
      prolongation,
      plusTard(95),
    ])
    expect(await rowOf('occupations', moved.value.id)).toMatchObject({
      fin_maximale: new Date('2026-12-05T11:00:00Z'),
    })
    expect(await prolong(monde, moved.value.id, civilDate('2026-12-05'), 1, plusTard(100))).toMatchObject({
      ok: true,
    })
  })

  it('au-delà de la limite est refusée par la base elle-même', async () => {
    const monde = await createSejourLong(1, 5)
    const { sejour } = await arrive(monde)
    await expect(
      owner.query(`UPDATE occupations SET fin = fin + interval '30 days' WHERE id = $1`, [sejour.id]),
    ).rejects.toMatchObject({ constraint: 'occupations_fin_maximale' })
  })

  it('est refusée quand une réservation suit, qu’elle nomme', async () => {
    const monde = await createSejourLong(1, null)
    const { sejour } = await arrive(monde)
    await owner.query('UPDATE occupations SET fin = $2 WHERE id = $1', [sejour.id, MIDI])
    const demain = await ask(monde, { echeance: 'A_DATE', pourLe: '2026-11-24' })
    await accept(monde, demain.id)
    expect(await prolong(monde, sejour.id, civilDate('2026-11-26'))).toMatchObject({
      ok: false,
      reason: 'PLACE_TAKEN',
      conflit: { place: 'Lit 1' },
    })
  })

  it.each([
    ['une date passée', '2026-11-23', 'END_PAST'],
    ['une fermeture prévue', '2026-11-30', 'PLACE_CLOSED'],
  ])('est refusée jusqu’à %s', async (_, fin, reason) => {
    const monde = await createSejourLong(1, null)
    const { sejour } = await arrive(monde)
    await insertRow(owner, 'fermetures', {
      id: uuidv7(),
      place_id: monde.seine.place,
      cause: 'TRAVAUX',
      du: '2026-11-27T11:00:00Z',
    })
    expect(await prolong(monde, sejour.id, civilDate(fin))).toEqual({ ok: false, reason })
  })

  it('d’une nuit de changement d’heure garde l’heure de sortie', async () => {
    const monde = await createSejourLong(1, null)
    const { sejour } = await arrive(monde)
    expect(await prolong(monde, sejour.id, civilDate('2027-03-28'))).toEqual({
      ok: true,
      value: { fin: new Date('2027-03-28T10:00:00Z') },
    })
  })

  it('n’est pas au prescripteur', async () => {
    const monde = await createSejourLong(1, null)
    const { sejour } = await arrive(monde)
    const refused = await act(viewerOf(monde.paris, 'COORDINATEUR'), plusTard(90), (context) =>
      prolongStay(context, { occupationId: sejour.id, version: 1, fin: civilDate('2026-11-27') }),
    )
    expect(refused).toEqual({ ok: false, reason: 'NOT_FOUND' })
  })
})

function autrePlace(monde: Monde): Promise<string> {
  return placeNommee(monde, 'Lit 2')
}

async function placeNommee({ seine }: Monde, libelle: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    'SELECT id FROM places WHERE dispositif_id = $1 AND libelle = $2',
    [seine.dispositif, libelle],
  )
  return rows[0]?.id ?? ''
}

async function fermee(monde: Monde): Promise<string> {
  const place = await addPlace(monde.seine, 'Lit fermé')
  const row = { id: uuidv7(), place_id: place, cause: 'NUISIBLES', du: '2026-11-20T11:00:00Z' }
  await insertRow(owner, 'fermetures', row)
  return place
}

function rendueTot(monde: Monde): Promise<string> {
  return addPlace(monde.seine, 'Lit rendu', { au: '2026-11-24T05:00:00Z' })
}
