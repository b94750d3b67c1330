import { createHash } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSession } from '@/auth/session'
import { encodeSession } from '@/auth/session-cookie'
import { prisma } from '@/db/client'
import { inTransaction, withoutViewer } from '@/db/transaction'
import { CHUNK_BYTES } from '@/domain/exports/etats'
import type { Viewer } from '@/domain/comptes/viewer'
import { sealFile } from '@/features/exports/commands'
import { findReadyExport, readMorceau } from '@/features/exports/queries'
import { keepBytes, releaseFile } from '@/jobs/export-store'
import { writeExports } from '@/jobs/exports'
import { horloge, jar } from '../droits/navigateur'
import { insertDonnees } from '../rapports/donnees'
import type { Donnees } from '../rapports/types'
import { owner } from '../support/connections'
import { account, ask, bytesOf, lineOf, NOW } from './scene'

vi.mock('next/headers', async () => (await import('../droits/navigateur')).nextHeaders())
vi.mock('@/lib/clock', async () => (await import('../droits/navigateur')).clock())

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MANY = 12_000
let donnees: Donnees
let viewer: Viewer

beforeAll(async () => {
  horloge.instant = NOW
  donnees = await insertDonnees(owner)
  const { seine } = donnees.monde
  viewer = await account('RESPONSABLE', seine.organisation)
  await owner.query(
    `INSERT INTO arrets (id, maraude_id, commune_code, arrivee)
     SELECT gen_random_uuid(), m.id, '93055', m.debut + interval '1 minute'
     FROM (SELECT id, debut FROM maraudes WHERE organisation_id = $1 AND nuit BETWEEN '2026-07-01' AND '2026-09-30' LIMIT 1) m,
       generate_series(1, $2)`,
    [seine.organisation, MANY],
  )
})

afterEach(async () => {
  horloge.instant = NOW
  jar.clear()
  await owner.query(
    `UPDATE exports_lignes SET etat = 'ECHOUE', faute = 'INTERROMPU' WHERE etat IN ('DEMANDE', 'EN_COURS')`,
  )
})

async function take(instant: Date) {
  const { rows } = await owner.query<{ export_id: string; essai: number }>(
    'SELECT * FROM prendre_export($1)',
    [instant],
  )
  return rows.map(({ export_id: id, essai }) => ({ id, essai }))[0]
}

async function* portions(count: number) {
  for (let portion = 0; portion < count; portion++)
    yield { octets: new Uint8Array(CHUNK_BYTES / 2).fill(portion), lignes: 1 }
}

const ignore = () => undefined

describe('un export de lignes', () => {
  it('n’est donné qu’à un serveur, et le plus ancien d’abord', async () => {
    const ids = [
      await ask(viewer, { perimetre: 'MARAUDES', format: 'CSV' }),
      await ask(viewer, { perimetre: 'MARAUDES', format: 'XLSX' }),
    ]
    const taken = await Promise.all([take(NOW), take(NOW), take(NOW)])
    expect(taken.flatMap((prise) => prise?.id ?? []).toSorted()).toEqual(ids.toSorted())
  })

  it('d’un serveur mort passe à un autre au bout de deux minutes, et le revenant n’écrit plus rien', async () => {
    const id = await ask(viewer, { perimetre: 'MARAUDES', format: 'CSV' })
    const dead = await take(NOW)
    expect(await take(new Date(NOW.getTime() + MINUTE))).toBeUndefined()
    const heir = await take(new Date(NOW.getTime() + 3 * MINUTE))
    expect([dead, heir]).toEqual([
      { id, essai: 1 },
      { id, essai: 2 },
    ])
    if (!dead || !heir) return
    await expect(keepBytes(viewer, dead, portions(2), ignore)).rejects.toThrow('')
    const sealed = { lignes: 1, empreinte: 'a'.repeat(64) }
    const late = await inTransaction(viewer, (tx) => sealFile({ actor: viewer, now: NOW, tx }, dead, sealed))
    expect(late).toEqual({ ok: false, reason: 'INCONNU' })
    await keepBytes(viewer, heir, portions(5), ignore)
    expect(await bytesOf(id)).toHaveLength(2.5 * CHUNK_BYTES)
  })

  it('échoue au quatrième essai, sans rien garder de ce qui était écrit', async () => {
    const id = await ask(viewer, { perimetre: 'MARAUDES', format: 'CSV' })
    for (let essai = 1; essai <= 3; essai++) {
      const prise = await take(NOW)
      if (!prise) throw new Error('rien à prendre')
      await keepBytes(viewer, prise, portions(3), ignore)
      await releaseFile(viewer, prise)
    }
    expect(await take(NOW)).toBeUndefined()
    expect(await lineOf(id)).toMatchObject({ etat: 'ECHOUE', faute: 'INTERROMPU', octets: '0' })
    expect(await bytesOf(id)).toHaveLength(0)
  })

  it('arrêté avec le serveur repart, et finit entier', async () => {
    const id = await ask(viewer, { perimetre: 'ARRETS', format: 'CSV' })
    globalThis.maillageClosing = true
    await expect(writeExports(NOW)).rejects.toThrow('')
    globalThis.maillageClosing = false
    expect(await lineOf(id)).toMatchObject({ etat: 'DEMANDE', essais: 1 })
    await writeExports(NOW)
    expect(await lineOf(id)).toMatchObject({ etat: 'PRET', essais: 2 })
  })

  it('demandé deux fois à la fois n’est qu’une demande ; quatre en attente sont trop', async () => {
    await ask(viewer, { perimetre: 'MARAUDES', format: 'CSV' })
    await expect(ask(viewer, { perimetre: 'MARAUDES', format: 'CSV' })).rejects.toThrow(
      'exports_lignes_en_attente',
    )
    await ask(viewer, { perimetre: 'MARAUDES', format: 'XLSX' })
    await ask(viewer, { perimetre: 'ARRETS', format: 'XLSX' })
    await expect(ask(viewer, { perimetre: 'SEJOURS', format: 'CSV' })).rejects.toThrow('TROP_DEMANDES')
  })

  it('n’est pas écrit pour qui a perdu son rôle depuis', async () => {
    const former = await account('RESPONSABLE', donnees.monde.seine.organisation)
    const id = await ask(former, { perimetre: 'MARAUDES', format: 'CSV' })
    await prisma.attribution.deleteMany({ where: { compteId: former.compteId } })
    await writeExports(NOW)
    expect(await lineOf(id)).toMatchObject({ etat: 'ECHOUE', faute: 'INTERDIT' })
    expect(await bytesOf(id)).toHaveLength(0)
  })

  it('n’est qu’à son compte : ni un collègue, ni un autre rôle, ni la base ne le donnent', async () => {
    const id = await ask(viewer, { perimetre: 'MARAUDES', format: 'CSV' })
    await writeExports(NOW)
    const others = [
      await account('RESPONSABLE', donnees.monde.seine.organisation),
      await account('RESPONSABLE', donnees.monde.paris.organisation),
      await account('MMPCR', null),
      await account('ADMIN', null),
    ]
    for (const other of others) {
      expect(await findReadyExport(other, id, NOW)).toBeNull()
      expect(await readMorceau(other, id, 0)).toBeNull()
    }
    expect((await findReadyExport(viewer, id, NOW))?.id).toBe(id)
  })

  it('s’efface au bout de sept jours, et sa ligne reste', async () => {
    const id = await ask(viewer, { perimetre: 'MARAUDES', format: 'CSV' })
    await writeExports(NOW)
    expect(await findReadyExport(viewer, id, new Date(NOW.getTime() + 6 * DAY))).not.toBeNull()
    expect(await findReadyExport(viewer, id, new Date(NOW.getTime() + 7 * DAY))).toBeNull()
    await writeExports(new Date(NOW.getTime() + 7 * DAY))
    expect(await bytesOf(id)).toHaveLength(0)
    expect(await lineOf(id)).toMatchObject({ etat: 'EXPIRE' })
  })
})

async function get(id: string, headers: Record<string, string> = {}): Promise<Response> {
  const session = await withoutViewer((tx) => openSession(tx, viewer.compteId, NOW))
  jar.set('maillage-session', await encodeSession(session))
  const { GET } = await import('@/app/api/exports/lignes/[id]/route')
  return GET(new Request('http://localhost:3000/', { headers }), { params: Promise.resolve({ id }) })
}

async function readyFile(): Promise<string> {
  const id = await ask(viewer, { perimetre: 'ARRETS', format: 'CSV' })
  await writeExports(NOW)
  return id
}

describe('le téléchargement d’un export', () => {
  it('coupé au milieu reprend là où il en était, jusqu’à la même empreinte', async () => {
    const id = await readyFile()
    const { empreinte, octets } = await lineOf(id)
    expect(Number(octets)).toBeGreaterThan(2 * CHUNK_BYTES)
    const first = await get(id)
    const reader = first.body?.getReader()
    const received: Uint8Array[] = []
    for (let piece = 0; piece < 2; piece++) {
      const { value } = (await reader?.read()) ?? {}
      if (value) received.push(value)
    }
    await reader?.cancel()
    const etag = first.headers.get('ETag') ?? ''
    const at = received.reduce((sum, { length }) => sum + length, 0) - 1000
    const kept = Buffer.concat(received).subarray(0, at)
    const rest = await get(id, { Range: `bytes=${at}-`, 'If-Range': etag })
    expect(rest.status).toBe(206)
    expect(rest.headers.get('Content-Range')).toBe(`bytes ${at}-${Number(octets) - 1}/${octets}`)
    const whole = Buffer.concat([kept, Buffer.from(await rest.arrayBuffer())])
    expect(createHash('sha256').update(whole).digest('hex')).toBe(empreinte)
    expect(etag).toBe(`"${empreinte}"`)
    expect(rest.headers.get('Repr-Digest')).toBe(
      `sha-256=:${Buffer.from(empreinte ?? '', 'hex').toString('base64')}:`,
    )
    expect(await lineOf(id)).toMatchObject({ etat: 'PRET' })
  })

  it.each([
    ['un octet', 'bytes=0-0', 206, 1],
    ['les derniers', 'bytes=-7', 206, 7],
    ['à cheval sur deux morceaux', `bytes=${CHUNK_BYTES - 2}-${CHUNK_BYTES + 1}`, 206, 4],
    ['au-delà de la fin', 'bytes=999999999-', 416, 0],
  ])('donne %s', async (_, range, status, length) => {
    const id = await readyFile()
    const answer = await get(id, { Range: range })
    expect(answer.status).toBe(status)
    const whole = await bytesOf(id)
    const given = Buffer.from(await answer.arrayBuffer())
    expect(given).toHaveLength(length)
    expect(whole.includes(given)).toBe(true)
  })

  it('ne redonne pas ce qu’on a déjà, ni ce qui n’existe pas, et laisse sa trace', async () => {
    const id = await readyFile()
    const { empreinte } = await lineOf(id)
    expect((await get(id, { 'If-None-Match': `"${empreinte}"` })).status).toBe(304)
    await (await get(id)).body?.cancel()
    expect((await get('pas-un-identifiant')).status).toBe(404)
    expect((await get(crypto.randomUUID())).status).toBe(404)
    const { rows } = await owner.query<{ action: string }>(
      `SELECT action FROM journal WHERE objet_id = $1 ORDER BY id`,
      [id],
    )
    expect(rows.map(({ action }) => action)).toEqual(['exports.demande', 'exports.pret', 'exports.remis'])
  })
})
