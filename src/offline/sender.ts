import type { IssueFlush } from './flush'

const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 300_000
/** What opens belongs to the screen first; what waits has waited already. */
const OPENING_MS = 1000

// The code that sends could not be loaded, or the device's base did not answer: nothing left, everything is still here.
const UNREACHABLE: IssueFlush = {
  etat: 'panne',
  motif: 'Pas de réseau pour l’instant',
  lot: 1,
  effacer: [],
  partis: 0,
}

/** What the sending is doing, for the strip and the queue screen. */
export type EtatEnvoi = {
  isSending: boolean
  /** false once the server said the session is over, true once it took something, null before any answer */
  isSignedIn: boolean | null
  /** why the last sending stopped */
  motif: string | null
}

/** Sends what waits on this device for as long as the page lives, unlocked or not. */
export type Sender = {
  /** Sends now; `insist` also starts the waiting times again from the shortest. */
  wake: (insist?: boolean) => void
  /** Sends once the screen that opens has had its second. */
  wakeLater: () => void
  /** Notes what another request learnt of the session. */
  noteSession: (isSignedIn: boolean) => void
  subscribe: (listener: () => void) => () => void
  read: () => EtatEnvoi
  stop: () => void
}

/** What the server may order: forget these accounts here, or everything ('tout': the tablet was revoked). */
export type Ordre = readonly string[] | 'tout'

/**
 * One sender per page, one sending per device: the Web Lock makes the other tabs wait. It wakes after a save, at start, when
 * the network seems back, when the page is seen again, and by itself after a failure (2 s doubling to 5 min).
 */
export function startSender(readCompteId: () => string, obey: (ordre: Ordre) => void): Sender {
  let etat: EtatEnvoi = { isSending: false, isSignedIn: null, motif: null }
  let wait = FIRST_WAIT_MS
  let lot: number | undefined
  let timer: number | undefined
  let isAwaited = false
  const listeners = new Set<() => void>()

  function set(change: Partial<EtatEnvoi>): void {
    etat = { ...etat, ...change }
    for (const listener of listeners) listener()
  }

  async function run(): Promise<void> {
    if (etat.isSending) {
      isAwaited = true
      return
    }
    window.clearTimeout(timer)
    set({ isSending: true })
    const issue = await flushAlone(readCompteId(), lot).catch(() => UNREACHABLE)
    if (issue !== null) note(issue)
    set({ isSending: false })
    if (isAwaited) {
      isAwaited = false
      void run()
    }
  }

  function note(issue: IssueFlush): void {
    lot = issue.lot
    if (issue.partis > 0) wait = FIRST_WAIT_MS
    if (issue.effacer.length > 0) obey(issue.effacer)
    if (issue.etat === 'retiree') return obey('tout')
    const isSignedIn =
      issue.etat === 'session-terminee' ? false : issue.etat === 'panne' ? etat.isSignedIn : true
    set({ isSignedIn, motif: issue.motif })
    if (issue.etat === 'vide') {
      wait = FIRST_WAIT_MS
      return
    }
    timer = window.setTimeout(() => void run(), wait)
    wait = Math.min(LONGEST_WAIT_MS, wait * 2)
  }

  function wake(insist = false): void {
    if (insist) wait = FIRST_WAIT_MS
    void run()
  }

  function wakeLater(): void {
    wait = FIRST_WAIT_MS
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void run(), OPENING_MS)
  }

  const onReturn = () => {
    if (document.visibilityState === 'visible') wake(true)
  }
  window.addEventListener('online', onReturn)
  document.addEventListener('visibilitychange', onReturn)
  wakeLater()

  return {
    wake,
    wakeLater,
    noteSession: (isSignedIn) => set({ isSignedIn }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    read: () => etat,
    stop() {
      window.clearTimeout(timer)
      window.removeEventListener('online', onReturn)
      document.removeEventListener('visibilitychange', onReturn)
    },
  }
}

/** Null when another tab is already sending: its work is ours. What sends is loaded after the first screen. */
async function flushAlone(compteId: string, lot: number | undefined): Promise<IssueFlush | null> {
  const { flushQueue } = await import('./flush')
  return navigator.locks.request('maillage-envoi', { ifAvailable: true }, (lock) =>
    lock === null ? null : flushQueue(compteId, lot),
  )
}
