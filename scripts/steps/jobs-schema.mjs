import { applicationRole } from './application-role.mjs'
import { withBaseLock } from './sql.mjs'

const schema = 'pgboss'

/** What the application may do there: take and give back jobs, note that a tick was made. Never make a queue or a table. */
const grants = `
  GRANT USAGE ON SCHEMA ${schema} TO ${applicationRole};
  GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${applicationRole};
  GRANT UPDATE ON ${schema}.version TO ${applicationRole};
  GRANT INSERT, UPDATE, DELETE ON ${schema}.job, ${schema}.archive TO ${applicationRole};`

/**
 * Makes or upgrades the tables of pg-boss, the queues and their hours, as the owner: the application's account owns nothing.
 * Outside `public`, so that Prisma's schema and its migrations know nothing of it. Does the same thing twice without harm.
 */
export function ensureJobsSchema(ownerUrl) {
  return withBaseLock(ownerUrl, 'maillage-taches', async (client) => {
    const { default: PgBoss } = await import('pg-boss')
    const { tsImport } = await import('tsx/esm/api')
    const { taches } = await tsImport('../../src/domain/commun/taches.ts', import.meta.url)
    const boss = new PgBoss({
      connectionString: ownerUrl,
      application_name: 'maillage-scripts',
      schema,
      schedule: false,
      supervise: false,
      max: 1,
    })
    boss.on('error', () => {})
    try {
      await boss.start()
      await ensureQueues(boss, taches)
    } finally {
      await boss.stop({ graceful: false })
    }
    await client.query(grants)
  })
}

async function ensureQueues(boss, taches) {
  // pg-boss's own, through which its hours pass.
  await boss.createQueue('__pgboss__send-it')
  for (const [name, { cron, essais, attente }] of Object.entries(taches)) {
    // « short »: ticks missed while nobody took jobs do not pile up.
    const queue = { name, policy: 'short', retryLimit: essais, retryDelay: attente, retryBackoff: true }
    await boss.createQueue(name, queue)
    await boss.updateQueue(name, queue)
    await boss.schedule(name, cron, null, { tz: 'Europe/Paris' })
  }
  for (const { name } of await boss.getSchedules()) {
    if (!Object.hasOwn(taches, name)) await boss.unschedule(name)
  }
}
