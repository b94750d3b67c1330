const TAB_LOCK = 'maillage-onglet'
const CHECK_MS = 3_600_000
const FIRST_RETRY_MS = 10_000

/**
 * Installs the tablet's worker and watches for a newer version. `onReady` is called when one waits, with what applies it: every
 * tab then starts again, drafts kept. At a start where nothing is in progress (`isIdle`) and no other tab lives, it is applied
 * without asking. An installation that fails (a portal answered for us, the line went) is tried again by itself, 10 s later
 * doubling to an hour, and as soon as the network or the eye comes back. Does nothing in a browser without workers. Returns
 * what stops watching.
 */
export function startUpdates(
  onReady: (apply: () => void) => void,
  isIdle: () => Promise<boolean>,
): () => void {
  if (!('serviceWorker' in navigator)) return () => {}
  const { serviceWorker } = navigator
  let hasController = serviceWorker.controller !== null
  const onChange = () => {
    // The first worker of a device takes over a page that already runs its code: nothing to start again.
    if (hasController) window.location.reload()
    hasController = true
  }
  serviceWorker.addEventListener('controllerchange', onChange)
  holdTabLock()
  let registration: ServiceWorkerRegistration | undefined
  let wait = FIRST_RETRY_MS
  let retry: number | undefined

  async function install(): Promise<void> {
    window.clearTimeout(retry)
    const made = await serviceWorker.register('/sw.js', { scope: '/terrain', updateViaCache: 'none' })
    registration = made
    if (made.active === null) watchFirst(made, tryLater)
    if (made.waiting !== null && (await isIdle()) && (await isOnlyTab())) return pass(made)
    watch(made, () => onReady(() => pass(made)))
  }

  function tryLater(): void {
    registration = undefined
    window.clearTimeout(retry)
    retry = window.setTimeout(check, wait)
    wait = Math.min(CHECK_MS, wait * 2)
  }

  function check(): void {
    if (registration === undefined) void install().catch(tryLater)
    else void registration.update().catch(() => {})
  }

  const onReturn = () => document.visibilityState === 'visible' && check()
  const timer = window.setInterval(check, CHECK_MS)
  document.addEventListener('visibilitychange', onReturn)
  window.addEventListener('online', onReturn)
  check()

  return () => {
    window.clearTimeout(retry)
    window.clearInterval(timer)
    document.removeEventListener('visibilitychange', onReturn)
    window.removeEventListener('online', onReturn)
    serviceWorker.removeEventListener('controllerchange', onChange)
  }
}

/** The browser drops a worker that could not install, without a word to the page that asked for it. */
function watchFirst({ installing, waiting, active }: ServiceWorkerRegistration, onFailure: () => void): void {
  if (installing === null && waiting === null && active === null) return onFailure()
  installing?.addEventListener('statechange', () => {
    if (installing.state === 'redundant') onFailure()
  })
}

function watch(registration: ServiceWorkerRegistration, onWaiting: () => void): void {
  if (registration.waiting !== null) onWaiting()
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && navigator.serviceWorker.controller !== null) onWaiting()
    })
  })
}

function pass({ waiting }: ServiceWorkerRegistration): void {
  waiting?.postMessage('PASSER')
}

/** Each tab holds a share of one lock for as long as it lives: counting the shares counts the tabs. */
function holdTabLock(): void {
  void navigator.locks.request(TAB_LOCK, { mode: 'shared' }, () => new Promise<never>(() => {}))
}

async function isOnlyTab(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query()
  return held.filter(({ name }) => name === TAB_LOCK).length <= 1
}
