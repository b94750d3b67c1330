import 'server-only'
import type { NomTache } from '@/domain/commun/taches'
import { forgetOldCoverage } from './couvertures-anciennes'
import { sweepDelais } from './delais-des-orientations'
import { forgetOldAttempts } from './essais-de-connexion'
import { writeExports } from './exports'
import { sendReports } from './rapports-programmes'

/** What a job does at this instant. Run twice, it does nothing the second time; what it throws makes it tried again. */
export type Job = (now: Date) => Promise<void>

/** The job behind each queue of `domain/commun/taches.ts`. */
export const jobs: Readonly<Record<NomTache, Job>> = {
  'couvertures-anciennes': forgetOldCoverage,
  'delais-des-orientations': sweepDelais,
  'essais-de-connexion': forgetOldAttempts,
  'exports-de-lignes': writeExports,
  'rapports-programmes': sendReports,
}
