/** When a job of the server runs, and how it is tried again. `cron` is read in Europe/Paris, summer time included. */
export type Tache = {
  cron: string
  /** tries after the first */
  essais: number
  /** seconds before the second try, doubled at each one */
  attente: number
}

/**
 * Every job of the server, by the name of its queue. Read by the scripts that prepare the base with the owner's account: the
 * application may run jobs, not make queues. A job must bear being run twice, by two nodes at once, or not at all for hours.
 */
export const taches = {
  'couvertures-anciennes': { cron: '20 4 * * *', essais: 2, attente: 60 },
  'delais-des-orientations': { cron: '* * * * *', essais: 2, attente: 20 },
  'essais-de-connexion': { cron: '7 * * * *', essais: 2, attente: 30 },
  'exports-de-lignes': { cron: '* * * * *', essais: 2, attente: 30 },
  'rapports-programmes': { cron: '* * * * *', essais: 2, attente: 30 },
} as const satisfies Record<string, Tache>
export type NomTache = keyof typeof taches
