import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { prisma } from '@/db/client'
import { taches } from '@/domain/commun/taches'
import { jobs } from '@/jobs/jobs'
import { makeBoss, takeJobs } from '@/jobs/boss'
import { app, owner } from '../support/connections'

const queue = 'essais-de-connexion'

async function statesOf(id: string | null) {
  const { rows } = await owner.query<{ state: string; retry_count: number; output: unknown }>(
    'SELECT state, retry_count, output FROM pgboss.job WHERE id = $1',
    [id],
  )
  return rows[0]
}

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await wait(100)
}

describe('les tâches du serveur', () => {
  afterAll(() => prisma.$disconnect())

  it('ont chacune leur file et leur heure, lue à Paris, posées par le compte propriétaire', async () => {
    const { rows } = await app.query('SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name')
    expect(rows).toEqual(
      Object.entries(taches)
        .map(([name, { cron }]) => ({ name, cron, timezone: 'Europe/Paris' }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    )
    expect(Object.keys(jobs).toSorted()).toEqual(Object.keys(taches).toSorted())
  })

  it.each([
    ['une file', `SELECT pgboss.create_queue('pirate', '{}')`],
    ['une heure', `UPDATE pgboss.schedule SET cron = '* * * * *'`],
    ['une table', 'CREATE TABLE pgboss.pirate ()'],
    ['la suppression d’une file', `SELECT pgboss.delete_queue('${queue}')`],
  ])('ne laissent pas l’application changer %s', async (_, sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' })
  })

  it('se partagent entre deux serveurs : chaque tâche est faite une fois, reprise si elle échoue', async () => {
    const done: string[] = []
    let failures = 0
    const nodes = [makeBoss(), makeBoss()]
    for (const [node, boss] of nodes.entries()) {
      await takeJobs(boss, {
        [queue]: async () => {
          if (failures++ === 0) throw new Error('une donnée de la ligne : K7-PQ3')
          done.push(`serveur ${node}`)
        },
      })
    }
    try {
      const id = (await nodes[0]?.send(queue, {}, { retryDelay: 0, retryBackoff: false })) ?? null
      await until(async () => (await statesOf(id))?.state === 'completed')
      expect(done).toHaveLength(1)
      expect((await statesOf(id))?.retry_count).toBe(1)
    } finally {
      await Promise.all(nodes.map((boss) => boss.stop({ timeout: 1000 })))
    }
  })

  it('ne gardent d’un échec qu’un code, jamais ce que dit l’erreur', async () => {
    const boss = makeBoss()
    await takeJobs(boss, {
      [queue]: () => Promise.reject(new Error('une donnée de la ligne : K7-PQ3')),
    })
    try {
      const id = await boss.send(queue, {}, { retryLimit: 0 })
      await until(async () => (await statesOf(id))?.state === 'failed')
      expect(JSON.stringify((await statesOf(id))?.output)).not.toContain('K7-PQ3')
    } finally {
      await boss.stop({ timeout: 1000 })
    }
  })

  it('effacent les essais de connexion au bout d’une heure, même si personne ne se connecte', async () => {
    const now = new Date('2026-11-26T12:00:00Z')
    const attempt = (minutes: number) => ({
      compte: 'a',
      adresse: 'b',
      reussie: false,
      le: new Date(now.getTime() - minutes * 60_000),
    })
    await prisma.tentative.createMany({ data: [attempt(61), attempt(59)] })
    await jobs[queue](now)
    await jobs[queue](now)
    expect(await prisma.tentative.count()).toBe(1)
  })
})
