const TAB_LOCK = 'maillage-onglet'
const CHECK_MS = 3_600_000

/**
 * Installs the tablet's worker and watches for a newer version. `onReady` is called when one waits, with what applies it: every
 * tab then starts again, drafts kept. At a start where nothing is in progress (`isIdle`) and no other tab lives, it is applied
 * without asking. Does nothing in a browser without workers. Returns what stops watching.
 */
export function startUpdates(
  onReady: (apply: () => void) => void,
  isIdle: () => Promise<boolean>,
): () => void {
  if (!('serviceWorker' in navigator)) return () => {}
  const { serviceWorker } = navigator
  const hadController = serviceWorker.controller !== null
  // The first worker of a device takes over a page that already runs its code: nothing to start again.
  const onChange = () => hadController && window.location.reload()
  serviceWorker.addEventListener('controllerchange', onChange)
  holdTabLock()
  let registration: ServiceWorkerRegistration | undefined
  const check = () => void registration?.update().catch(() => {})
  const onReturn = () => document.visibilityState === 'visible' && check()
  const timer = window.setInterval(check, CHECK_MS)
  document.addEventListener('visibilitychange', onReturn)

  void serviceWorker.register('/sw.js', { scope: '/terrain', updateViaCache: 'none' }).then(
    async (made) => {
      registration = made
      if (made.waiting !== null && (await isIdle()) && (await isOnlyTab())) return pass(made)
      watch(made, () => onReady(() => pass(made)))
    },
    // Refused by the browser (private window, no https): the tablet works with network only.
    () => {},
  )
  return () => {
    window.clearInterval(timer)
    document.removeEventListener('visibilitychange', onReturn)
    serviceWorker.removeEventListener('controllerchange', onChange)
  }
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
