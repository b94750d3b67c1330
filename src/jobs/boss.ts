import 'server-only'
import PgBoss from 'pg-boss'
import { postgresFault } from '@/db/constraint'
import type { NomTache } from '@/domain/commun/taches'
import { now } from '@/lib/clock'
import { isClosing, onClosing } from '@/lib/closing'
import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { type Job, jobs } from './jobs'

const POLL_SECONDS = 5
const RETRY_MS = 15_000
/** Less than what `scripts/serve.mjs` waits for. A job cut short is run again by the next tick. */
const PATIENCE_MS = 3_000

declare global {
  var maillageJobs: boolean | undefined
}

/**
 * Starts taking jobs in this process, once. Any number of nodes may: PostgreSQL hands each job to one of them. A base out of
 * reach does not stop the server: it is tried again until the server is asked to stop.
 */
export function startJobs(): void {
  if (globalThis.maillageJobs) return
  globalThis.maillageJobs = true
  void keepTrying()
}

async function keepTrying(): Promise<void> {
  if (isClosing()) return
  const boss = makeBoss()
  try {
    await takeJobs(boss)
    onClosing(() => boss.stop({ timeout: PATIENCE_MS }))
  } catch (error) {
    logger.error({ faute: causeOf(error) }, 'tâches : pas encore de base')
    await boss.stop({ graceful: false }).catch(() => {})
    setTimeout(() => void keepTrying(), RETRY_MS).unref()
  }
}

/** The owner's account has made the schema and the queues: this one only takes jobs. */
export function makeBoss(): PgBoss {
  const boss = new PgBoss({
    connectionString: env.DATABASE_APP_URL,
    application_name: 'maillage-taches',
    schema: 'pgboss',
    migrate: false,
    max: 3,
  })
  boss.on('error', (error) => logger.error({ faute: causeOf(error) }, 'tâches'))
  return boss
}

/** Starts `boss` and one worker for each job. */
export async function takeJobs(
  boss: PgBoss,
  registered: Readonly<Partial<Record<NomTache, Job>>> = jobs,
): Promise<void> {
  await boss.start()
  for (const [name, job] of Object.entries(registered)) {
    await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS }, () => runJob(name, job))
  }
}

/** pg-boss keeps what a failed job throws in its tables: only a code may go there, never the row PostgreSQL shows. */
async function runJob(name: string, job: Job): Promise<void> {
  const faute = await tryJob(job)
  if (faute === null) return
  logger.error({ tache: name, faute }, 'tâche échouée, elle sera reprise')
  throw new Error(faute)
}

async function tryJob(job: Job): Promise<string | null> {
  try {
    await job(now())
    return null
  } catch (error) {
    return causeOf(error)
  }
}

function causeOf(error: unknown): string {
  const fault = postgresFault(error)
  if (fault !== null) return [fault.code, fault.constraint].filter((part) => part !== null).join(' ')
  return error instanceof Error ? error.name : 'inconnue'
}
