import { uuidv7 } from 'uuidv7'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { drawEnrolementCode, enrolDevice, orderWipe, requireDevice } from '@/auth/device'
import { prisma } from '@/db/client'
import { openEnrolement, revokeAppareil } from '@/features/appareils/commands'
import { listAppareils } from '@/features/appareils/queries'
import { applyOperations } from '@/features/sync/apply-operations'
import { horloge } from '../droits/navigateur'
import { act, plusTard, rowOf, SOIR, viewerOf } from '../places/soiree'
import { asViewer, createMonde, type Monde } from '../socle/monde'
import { app, owner } from '../support/connections'
import { act as fait, envelope, opening } from '../sync/terrain-scene'

vi.mock('@/lib/clock', async () => (await import('../droits/navigateur')).clock())

let monde: Monde
beforeEach(async () => {
  monde = await createMonde(owner)
  horloge.instant = SOIR
})

async function makeCode(at = SOIR): Promise<string> {
  const { code, empreinte } = drawEnrolementCode()
  const opened = await act(viewerOf(monde.paris, 'COORDINATEUR'), at, (context) =>
    openEnrolement(context, { libelle: 'Tablette 3', empreinte }),
  )
  if (!opened.ok) throw new Error(opened.reason)
  return code
}

async function enrol(): Promise<{ id: string; request: Request }> {
  const result = await enrolDevice(await makeCode(), plusTard(1))
  if (!result.ok) throw new Error(result.reason)
  const [pair = ''] = result.value.cookie.split(';')
  return {
    id: result.value.appareil.appareilId,
    request: new Request('http://localhost/', { headers: { cookie: `autre=1; ${pair}` } }),
  }
}

describe('un code d’enrôlement', () => {
  it('fait d’un navigateur une tablette de l’organisation, que son cookie fait reconnaître', async () => {
    const { id, request } = await enrol()
    expect(await requireDevice(request)).toEqual({
      id,
      organisationId: monde.paris.organisation,
      nom: 'Tablette 3',
    })
    const lines = await prisma.journal.findMany({ where: { objetId: id } })
    expect(lines).toEqual([
      expect.objectContaining({ action: 'appareils.enrol', compteId: monde.paris.compte }),
    ])
  })

  it('ne laisse en base ni le code ni le jeton', async () => {
    const code = await makeCode()
    const result = await enrolDevice(code, plusTard(1))
    const cookie = result.ok ? result.value.cookie : ''
    const token = /=([^;]+)/.exec(cookie)?.[1] ?? ''
    expect(cookie).toMatch(/; Path=\/api; .*HttpOnly; SameSite=Strict/)
    const { rows } = await owner.query<{ tout: string }>(
      `SELECT (SELECT json_agg(e) FROM enrolements e)::text || (SELECT json_agg(a) FROM appareils a)::text AS tout`,
    )
    expect(token).toHaveLength(43)
    expect(rows[0]?.tout).not.toContain(code)
    expect(rows[0]?.tout).not.toContain(token)
  })

  it('ne sert qu’une fois, même donné par dix tablettes ensemble', async () => {
    const code = await makeCode()
    const results = await Promise.all(Array.from({ length: 10 }, () => enrolDevice(code, plusTard(1))))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const where = { organisationId: monde.paris.organisation, enroleLe: { not: null } }
    const { rows } = await owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM appareils WHERE organisation_id = $1 AND enrole_le IS NOT NULL',
      [where.organisationId],
    )
    expect(rows[0]?.n).toBe(1)
  })

  it('ne vaut plus rien après quinze minutes', async () => {
    const code = await makeCode()
    expect(await enrolDevice(code, plusTard(15))).toEqual({ ok: false, reason: 'CODE_REFUSE' })
    expect((await enrolDevice(code, plusTard(14))).ok).toBe(true)
  })

  it('inventé ne dit rien de plus et n’écrit rien au journal', async () => {
    const before = await prisma.journal.count()
    expect(await enrolDevice('222222222', SOIR)).toEqual({ ok: false, reason: 'CODE_REFUSE' })
    expect(await prisma.journal.count()).toBe(before)
  })
})

describe('une tablette', () => {
  it('sans cookie, au cookie inventé ou trop vieux n’est personne', async () => {
    const { request } = await enrol()
    const forged = new Request('http://localhost/', { headers: { cookie: 'maillage_appareil=inventé' } })
    expect(await requireDevice(new Request('http://localhost/'))).toBeNull()
    expect(await requireDevice(forged)).toBeNull()
    horloge.instant = new Date(SOIR.getTime() + 181 * 86_400_000)
    expect(await requireDevice(request)).toBeNull()
  })

  it('retirée reçoit l’ordre de s’effacer, et le bureau sait qu’elle l’a reçu', async () => {
    const { id, request } = await enrol()
    const revoked = await act(viewerOf(monde.paris, 'RESPONSABLE'), plusTard(5), (context) =>
      revokeAppareil(context, { id, motif: 'PERDUE' }),
    )
    expect(revoked).toEqual({ ok: true, value: { enAttente: 0 } })
    horloge.instant = plusTard(5)
    expect(await requireDevice(request)).toBe('REVOKED')
    expect(await rowOf('appareils', id)).toMatchObject({ effacement_le: plusTard(5), revocation: 'PERDUE' })
    const order = orderWipe()
    expect(order.status).toBe(410)
    expect(await order.json()).toMatchObject({ ordre: 'EFFACER' })
  })

  it('retirée deux fois ne l’est qu’une, et le second le sait', async () => {
    const { id } = await enrol()
    const revokeBy = (role: 'COORDINATEUR' | 'RESPONSABLE') =>
      act(viewerOf(monde.paris, role), plusTard(5), (context) =>
        revokeAppareil(context, { id, motif: 'PERDUE' }),
      )
    const results = await Promise.all([revokeBy('COORDINATEUR'), revokeBy('RESPONSABLE')])
    expect(results.map((result) => (result.ok ? 'FAIT' : result.reason)).toSorted()).toEqual([
      'DEJA_REVOQUE',
      'FAIT',
    ])
  })

  it('dit ce qu’elle a fait, ce qu’elle garde, et les numéros qui ne sont nulle part', async () => {
    const worker = viewerOf(monde.paris, 'INTERVENANT')
    const first = opening(worker)
    const acts = [1, 2, 5].map((sequence) =>
      fait(
        worker,
        'maraude.ouvrir',
        { ...first.corps, mode: 'A_PIED', equipe: 2, debut: '2026-11-23T18:00:00.000Z' },
        { sequence, id: uuidv7() },
      ),
    )
    const sent = envelope(acts)
    const result = await applyOperations(worker, SOIR, { ...sent, sequenceMax: 8, enAttente: 4 })
    expect(result.ok && result.value.recus).toBe(3)
    const [tablette] = (await listAppareils(viewerOf(monde.paris, 'COORDINATEUR'))) ?? []
    expect(tablette).toMatchObject({ id: sent.appareilId, recus: 3, sequenceMax: 8, enAttente: 1 })
    expect(tablette?.trous).toEqual([
      [3, 4],
      [6, 8],
    ])
  })

  it('n’est vue d’aucune autre organisation, ni sans lecteur', async () => {
    const { id } = await enrol()
    const seen = (viewer: { organisation: string; roles: string[] } | null) =>
      asViewer(app, viewer, async (client) => {
        const { rowCount } = await client.query('SELECT FROM appareils WHERE id = $1', [id])
        return rowCount
      })
    expect(await seen({ organisation: monde.paris.organisation, roles: ['COORDINATEUR'] })).toBe(1)
    expect(await seen({ organisation: monde.seine.organisation, roles: ['COORDINATEUR'] })).toBe(0)
    expect(await seen(null)).toBe(0)
  })

  it('d’une autre organisation n’est pas touchée par un envoi qui prend son nom', async () => {
    const { id } = await enrol()
    const stranger = viewerOf(monde.seine, 'INTERVENANT')
    await applyOperations(stranger, plusTard(9), { ...envelope([opening(stranger)], id), sequenceMax: 900 })
    expect(await rowOf('appareils', id)).toMatchObject({
      sequence_max: 0,
      organisation_id: monde.paris.organisation,
    })
  })
})
