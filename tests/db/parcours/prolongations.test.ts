import type { PoolClient } from 'pg'
import { describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { undoDeparture } from '@/features/annulations/commands'
import { moveStay } from '@/features/changements/commands'
import { askProlongation, grantProlongation, refuseProlongation } from '@/features/prolongations/commands'
import { listSejoursHeberges } from '@/features/prolongations/queries'
import { endStay } from '@/features/sejours/commands'
import { act, addPlace, countRows, plusTard, receveurDe, rowOf, SOIR } from '../places/soiree'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { caarud, createHotel } from './hotel'

const JOUR = 24 * 60

async function demande(monde: Monde, occupationId: string) {
  return act(caarud(monde), plusTard(2 * JOUR), (context) =>
    askProlongation(context, { occupationId, jours: 7, motif: 'DEMARCHE' }),
  )
}

async function pendingOf(occupationId: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM prolongations WHERE occupation_id = $1 AND statut = 'DEMANDEE'`,
    [occupationId],
  )
  return rows[0]?.id ?? ''
}

describe('une prolongation', () => {
  it('demandée par le CAARUD et accordée par l’hôtel repousse la fin d’autant', async () => {
    const { monde, sejour } = await createHotel()
    expect(await demande(monde, sejour.id)).toMatchObject({ ok: true })
    expect(await demande(monde, sejour.id)).toEqual({ ok: false, reason: 'PENDING' })
    const id = await pendingOf(sejour.id)
    expect(
      await act(caarud(monde), plusTard(3 * JOUR), (context) => grantProlongation(context, { id })),
    ).toEqual({
      ok: false,
      reason: 'NOT_FOUND',
    })
    const granted = await act(receveurDe(monde), plusTard(3 * JOUR), (context) =>
      grantProlongation(context, { id }),
    )
    expect(granted).toMatchObject({ ok: true })
    const { fin } = await rowOf('occupations', sejour.id)
    expect(fin).toEqual(plusSept(sejour.fin))
    expect(
      await act(receveurDe(monde), plusTard(3 * JOUR), (context) => grantProlongation(context, { id })),
    ).toEqual({
      ok: false,
      reason: 'DONE_ALREADY',
    })
  })

  it('accordée par deux personnes à la fois ne l’est qu’une fois', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    const grant = () =>
      act(receveurDe(monde), plusTard(3 * JOUR), (context) => grantProlongation(context, { id }))
    const results = await Promise.all([grant(), grant()])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await rowOf('occupations', sejour.id)).fin).toEqual(plusSept(sejour.fin))
  })

  it('que la place ne permet pas n’est pas accordée à moitié', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    await owner.query('UPDATE places SET au = $2 WHERE id = $1', [monde.seine.place, sejour.fin])
    const granted = await act(receveurDe(monde), plusTard(3 * JOUR), (context) =>
      grantProlongation(context, { id }),
    )
    expect(granted).toEqual({ ok: false, reason: 'NO_ROOM' })
    expect(await rowOf('prolongations', id)).toMatchObject({ statut: 'DEMANDEE' })
    expect((await rowOf('occupations', sejour.id)).fin).toEqual(sejour.fin)
  })

  it('refusée dit pourquoi et propose une suite ; une autre peut être demandée', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    await act(receveurDe(monde), plusTard(3 * JOUR), (context) =>
      refuseProlongation(context, { id, reponse: 'LISTE_ATTENTE', suite: 'AUTRE_DISPOSITIF' }),
    )
    expect(await rowOf('prolongations', id)).toMatchObject({ statut: 'REFUSEE', suite: 'AUTRE_DISPOSITIF' })
    expect(await demande(monde, sejour.id)).toMatchObject({ ok: true })
  })
})

const plusSept = (fin: Date | null) => new Date((fin?.getTime() ?? 0) + 7 * 86_400_000)

/** Requests that still wait on a stay which is over. */
function waitingBehind(monde: Monde): Promise<number> {
  return countRows(
    'prolongations d JOIN occupations o ON o.id = d.occupation_id',
    `o.organisation_id = $1 AND o.etat <> 'EN_COURS' AND d.statut = 'DEMANDEE'`,
    [monde.seine.organisation],
  )
}

async function move(monde: Monde, occupationId: string) {
  const placeId = await addPlace(monde.seine, 'Chambre d’à côté')
  return act(receveurDe(monde), plusTard(3 * JOUR), (context) =>
    moveStay(context, { occupationId, version: 1, placeId }),
  )
}

/** Until somebody waits for a row that this connection holds. */
async function waitForOneBehind(holder: PoolClient): Promise<void> {
  const { rows } = await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  while ((await countRows('pg_stat_activity', '$1 = ANY(pg_blocking_pids(pid))', [rows[0]?.pid])) === 0) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('une prolongation qui attend quand la personne change de place', () => {
  it('la suit : celui qui héberge l’y voit, l’y accorde, et une autre ne s’y ajoute pas', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const moved = await move(monde, sejour.id)
    if (!moved.ok) throw new Error(moved.reason)
    expect(await demande(monde, moved.value.id)).toEqual({ ok: false, reason: 'PENDING' })
    const { sejours } = await listSejoursHeberges(
      receveurDe(monde),
      { etat: 'a-faire' },
      50,
      plusTard(3 * JOUR),
    )
    const id = await pendingOf(moved.value.id)
    expect(sejours).toMatchObject([{ id: moved.value.id, demande: { id, jours: 7 } }])
    const granted = await act(receveurDe(monde), plusTard(4 * JOUR), (context) =>
      grantProlongation(context, { id }),
    )
    expect(granted).toEqual({ ok: true, value: { fin: plusSept(sejour.fin) } })
  })

  it('et qu’on l’accorde au même instant, est accordée là où elle est', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    const [granted] = await Promise.all([
      act(receveurDe(monde), plusTard(3 * JOUR), (context) => grantProlongation(context, { id })),
      move(monde, sejour.id),
    ])
    expect(granted).toMatchObject({ ok: true })
    const { rows } = await owner.query(
      `SELECT o.fin FROM prolongations d JOIN occupations o ON o.id = d.occupation_id WHERE d.id = $1 AND o.etat = 'EN_COURS'`,
      [id],
    )
    expect(rows).toEqual([{ fin: plusSept(sejour.fin) }])
  })

  it('ne la trouve jamais retenue par une réponse qui attend le dispositif : personne n’attend en rond', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    const mover = await owner.connect()
    await mover.query('BEGIN')
    await mover.query('SELECT FROM dispositifs WHERE id = $1 FOR UPDATE', [monde.seine.dispositif])
    const granting = act(receveurDe(monde), plusTard(3 * JOUR), (context) =>
      grantProlongation(context, { id }),
    )
    await waitForOneBehind(mover)
    const isFree = await owner
      .query('SELECT FROM prolongations WHERE id = $1 FOR UPDATE NOWAIT', [id])
      .then(() => true)
      .catch(() => false)
    await mover.query('COMMIT')
    mover.release()
    expect(isFree).toBe(true)
    expect(await granting).toMatchObject({ ok: true })
  })

  it('et qu’on la demande au même instant, la suit ou n’est pas demandée', async () => {
    const { monde, sejour } = await createHotel()
    await Promise.allSettled([demande(monde, sejour.id), move(monde, sejour.id)])
    expect(await waitingBehind(monde)).toBe(0)
  })

  it('ne se demande pas pour un séjour fini : la base elle-même le refuse', async () => {
    const { monde, sejour } = await createHotel()
    await move(monde, sejour.id)
    const row = { id: uuidv7(), occupation_id: sejour.id, jours: 7, motif: 'SOINS', demandee_le: SOIR }
    await expect(insertRow(owner, 'prolongations', row)).rejects.toMatchObject({
      constraint: 'prolongations_d_un_present',
    })
  })
})

function end(monde: Monde, occupationId: string, instant: Date) {
  return act(receveurDe(monde), instant, (context) =>
    endStay(context, { occupationId, version: 1, destination: 'RUE', issue: 'DEPART', acquis: [] }),
  )
}

describe('une prolongation qui attend quand la personne s’en va', () => {
  it('est sans objet, du jour du départ ; on n’y répond plus', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    expect(await end(monde, sejour.id, plusTard(4 * JOUR))).toMatchObject({ ok: true })
    expect(await rowOf('prolongations', id)).toMatchObject({
      statut: 'SANS_OBJET',
      reponse: null,
      repondue_le: plusTard(4 * JOUR),
    })
    const granted = await act(receveurDe(monde), plusTard(5 * JOUR), (context) =>
      grantProlongation(context, { id }),
    )
    expect(granted).toEqual({ ok: false, reason: 'DONE_ALREADY' })
  })

  it('attend de nouveau quand le départ était une erreur', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    await end(monde, sejour.id, plusTard(4 * JOUR))
    const undone = await act(receveurDe(monde), plusTard(4 * JOUR + 5), (context) =>
      undoDeparture(context, { occupationId: sejour.id, version: 2 }),
    )
    expect(undone).toMatchObject({ ok: true })
    expect(await pendingOf(sejour.id)).toBe(id)
    expect(await rowOf('prolongations', id)).toMatchObject({ repondue_le: null })
  })

  it('et qu’on l’accorde ou la demande au même instant, n’attend plus derrière elle', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    await Promise.all([
      act(receveurDe(monde), plusTard(3 * JOUR), (context) => grantProlongation(context, { id })),
      demande(monde, sejour.id),
      end(monde, sejour.id, plusTard(3 * JOUR)),
    ])
    expect(await waitingBehind(monde)).toBe(0)
  })

  it('et déjà répondue, garde sa réponse', async () => {
    const { monde, sejour } = await createHotel()
    await demande(monde, sejour.id)
    const id = await pendingOf(sejour.id)
    await act(receveurDe(monde), plusTard(3 * JOUR), (context) =>
      refuseProlongation(context, { id, reponse: 'LISTE_ATTENTE', suite: 'AUTRE_DISPOSITIF' }),
    )
    await end(monde, sejour.id, plusTard(4 * JOUR))
    expect(await rowOf('prolongations', id)).toMatchObject({ statut: 'REFUSEE' })
  })
})
