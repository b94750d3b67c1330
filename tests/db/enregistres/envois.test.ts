import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '@/db/transaction'
import type { Viewer } from '@/domain/comptes/viewer'
import type { RythmeRapport } from '@/domain/enregistres/echeance'
import { changeRapport, subscribeRapport } from '@/features/enregistres/commands'
import { listEnregistres } from '@/features/enregistres/queries'
import { sendDue } from '@/jobs/rapports-programmes'
import { makeSend, type Send } from '@/lib/mailer'
import { createMonde, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { account, keepFor } from './scene'

const received: Email[] = []
let answer: Error | null = null
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, callback) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (answer !== null) return callback(answer)
      void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
        received.push(mail)
        callback()
      })
    })
  },
})
let send: Send
let monde: Monde

beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('Le serveur de courriel n’écoute pas.')
  send = makeSend(`smtp://127.0.0.1:${address.port}`, 'maillage@exemple.fr')
  monde = await createMonde(owner)
})
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
beforeEach(async () => {
  received.length = 0
  answer = null
  await owner.query('DELETE FROM rapports_enregistres')
})

async function subscribed(rythme: RythmeRapport, depuis: Date): Promise<{ viewer: Viewer; id: string }> {
  const viewer = await account('RESPONSABLE', monde.seine.organisation)
  const id = await keepFor(viewer, 'Comité des deux départements')
  await subscribeAt(viewer, id, rythme, depuis)
  return { viewer, id }
}

function subscribeAt(viewer: Viewer, id: string, rythme: RythmeRapport | null, now: Date) {
  return inTransaction(viewer, (tx) => subscribeRapport({ actor: viewer, now, tx }, { id, rythme }))
}

async function stateOf(viewer: Viewer) {
  return (await listEnregistres(viewer))?.[0]?.dernier
}

const automne = new Date('2026-09-15T12:00:00Z')

describe('le lien d’un rapport programmé', () => {
  it('part une fois par échéance, le premier à 8 heures de Paris, sans un chiffre', async () => {
    const { viewer, id } = await subscribed('TRIMESTRE', automne)
    await sendDue(new Date('2026-10-01T05:59:00Z'), send)
    expect(received).toEqual([])
    await sendDue(new Date('2026-10-01T06:00:00Z'), send)
    await sendDue(new Date('2026-10-01T06:01:00Z'), send)
    await sendDue(new Date('2026-12-31T12:00:00Z'), send)
    expect(received).toHaveLength(1)
    const [mail] = received
    expect(mail?.from?.address).toBe('maillage@exemple.fr')
    expect(mail?.to?.map(({ address }) => address)).toEqual([`${viewer.compteId}@exemple.fr`])
    expect(mail?.subject).toBe('Maillage : « Comité des deux départements », 3e trimestre 2026')
    expect(mail?.text).toContain(`http://localhost:3000/rapports/enregistres/${id}?periode=2026-T3`)
    const outside = mail?.text?.replaceAll(/https?:\S+/g, '').replace('3e trimestre 2026', '')
    expect(outside).not.toMatch(/\d/)
    expect(mail?.html).toBeUndefined()
    expect(await stateOf(viewer)).toMatchObject({
      etat: 'ENVOYE',
      essais: 1,
      echeance: '2026-10-01',
      faute: null,
    })
    await sendDue(new Date('2027-01-01T07:00:00Z'), send)
    expect(received.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('3e trimestre 2026'),
      expect.stringContaining('4e trimestre 2026'),
    ])
  })

  it.each([
    ['l’heure d’été', '2026-03-15T12:00:00Z', '2026-04-01T05:59:00Z', '2026-04-01T06:00:00Z'],
    ['l’heure d’hiver', '2026-10-15T12:00:00Z', '2026-11-01T06:59:00Z', '2026-11-01T07:00:00Z'],
  ])('attend 8 heures même au passage à %s', async (_, depuis, before, due) => {
    await subscribed('MOIS', new Date(depuis))
    await sendDue(new Date(before), send)
    expect(received).toEqual([])
    await sendDue(new Date(due), send)
    expect(received).toHaveLength(1)
  })

  it('part une fois quand deux serveurs s’y mettent ensemble', async () => {
    await subscribed('MOIS', automne)
    const due = new Date('2026-10-01T06:00:00Z')
    await Promise.all([sendDue(due, send), sendDue(due, send), sendDue(due, send)])
    expect(received).toHaveLength(1)
  })

  it('ne parle pas d’une échéance d’avant la demande, ni de toutes celles d’une longue panne', async () => {
    await subscribed('MOIS', automne)
    await sendDue(new Date('2026-09-15T12:01:00Z'), send)
    expect(received).toEqual([])
    await sendDue(new Date('2027-02-10T12:00:00Z'), send)
    expect(received.map(({ subject }) => subject)).toEqual([expect.stringContaining('Janvier 2027')])
  })

  it('est repris quand le serveur refuse, l’écran dit pourquoi, puis il part', async () => {
    const { viewer } = await subscribed('MOIS', automne)
    answer = Object.assign(new Error('boîte pleine'), { responseCode: 452 })
    await sendDue(new Date('2026-10-01T06:00:00Z'), send)
    expect(await stateOf(viewer)).toMatchObject({ etat: 'A_ENVOYER', essais: 1, faute: 'REFUSE' })
    await sendDue(new Date('2026-10-01T06:04:00Z'), send)
    expect(await stateOf(viewer)).toMatchObject({ essais: 1 })
    answer = null
    await sendDue(new Date('2026-10-01T06:05:00Z'), send)
    expect(await stateOf(viewer)).toMatchObject({ etat: 'ENVOYE', essais: 2, faute: null })
    expect(received).toHaveLength(1)
  })

  it('s’arrête après huit essais, et le dit', async () => {
    const { viewer } = await subscribed('MOIS', automne)
    const away = makeSend('smtp://127.0.0.1:1', 'maillage@exemple.fr')
    for (let minutes = 0; minutes < 24 * 60; minutes += 15) {
      await sendDue(new Date(Date.parse('2026-10-01T06:00:00Z') + minutes * 60_000), away)
    }
    expect(await stateOf(viewer)).toMatchObject({ etat: 'ECHOUE', essais: 8, faute: 'INJOIGNABLE' })
    await sendDue(new Date('2026-10-03T06:00:00Z'), send)
    expect(received).toEqual([])
  })

  it('est repris d’un serveur mort en l’envoyant, et reste le même message', async () => {
    const { viewer } = await subscribed('MOIS', automne)
    const due = Date.parse('2026-10-01T06:00:00Z')
    await owner.query('SELECT programmer_envois($1)', [new Date(due)])
    const { rows } = await owner.query<{ envoi: string }>('SELECT envoi FROM prendre_envoi($1)', [
      new Date(due),
    ])
    await sendDue(new Date(due + 4 * 60_000), send)
    expect(received).toEqual([])
    await sendDue(new Date(due + 6 * 60_000), send)
    expect(received.map(({ messageId }) => messageId)).toEqual([`<${rows[0]?.envoi}@exemple.fr>`])
    expect(await stateOf(viewer)).toMatchObject({ etat: 'ENVOYE', essais: 2 })
  })

  it('ne part pas vers un compte fermé, ni pour un rapport qui n’est plus partagé', async () => {
    const author = await account('RESPONSABLE', monde.seine.organisation)
    const id = await keepFor(author, 'Partagé')
    const share = (partage: boolean) =>
      inTransaction(author, (tx) =>
        changeRapport({ actor: author, now: automne, tx }, { id, nom: 'Partagé', partage }),
      )
    await owner.query('UPDATE rapports_enregistres SET cree_le = $1, modifie_le = $1', [automne])
    await share(true)
    const [reader, gone] = [
      await account('COORDINATEUR', monde.seine.organisation),
      await account('COORDINATEUR', monde.seine.organisation),
    ]
    for (const viewer of [author, reader, gone]) {
      expect(await subscribeAt(viewer, id, 'MOIS', automne)).toMatchObject({ ok: true })
    }
    await owner.query('UPDATE comptes SET actif = false WHERE id = $1', [gone.compteId])
    await share(false)
    await sendDue(new Date('2026-10-01T06:00:00Z'), send)
    expect(received.map(({ to }) => to?.[0]?.address)).toEqual([`${author.compteId}@exemple.fr`])
    const { rows } = await owner.query<{ faute: string | null }>(
      `SELECT faute FROM rapports_envois WHERE compte_id = ANY ($1::uuid[])`,
      [[reader.compteId, gone.compteId]],
    )
    expect(rows).toEqual([{ faute: 'INTERDIT' }, { faute: 'INTERDIT' }])
  })

  it('ne part plus quand on l’arrête', async () => {
    const { viewer, id } = await subscribed('MOIS', automne)
    await subscribeAt(viewer, id, null, automne)
    await sendDue(new Date('2026-10-01T06:00:00Z'), send)
    expect(received).toEqual([])
  })

  it('n’a qu’une ligne par échéance, du premier d’un mois ou d’un trimestre : la base le dit', async () => {
    const { viewer, id } = await subscribed('TRIMESTRE', automne)
    const insert = (echeance: string) =>
      owner.query(
        `INSERT INTO rapports_envois (id, rapport_id, compte_id, rythme, echeance, prochain_essai_le)
         VALUES (gen_random_uuid(), $1, $2, 'TRIMESTRE', $3, now())`,
        [id, viewer.compteId, echeance],
      )
    await insert('2026-10-01')
    await expect(insert('2026-10-01')).rejects.toMatchObject({ code: '23505' })
    await expect(insert('2026-11-01')).rejects.toMatchObject({ code: '23514' })
  })
})
