import { readLastAccount, rememberAccount } from './account'
import { TerrainDatabase } from './database'
import { forgetOldFacts } from './outbox'
import { fetchPaquet, type IssuePaquet } from './read-pack'
import { type Sender, startSender } from './sender'

/** Whether this device can work, and for whom. */
export type EtatTerrain =
  | { etat: 'ouverture' }
  | { etat: 'pret'; db: TerrainDatabase; sender: Sender }
  /** nobody has worked on this device yet, and nobody is signed in */
  | { etat: 'connexion' }
  /** first use: the network is needed once */
  | { etat: 'reseau' }
  | { etat: 'refuse'; motif: string }

const REFRESH_MS = 120_000

/**
 * Opens the device's database of the account that last worked here, at once, then asks the server who is signed in and for the
 * read pack. Another account opens its own database. A session that is over never closes anything: a round goes on.
 */
export function startTerrain(onChange: (etat: EtatTerrain) => void): () => void {
  let open: { db: TerrainDatabase; sender: Sender } | null = null
  let isOver = false

  function become(db: TerrainDatabase): void {
    if (open?.db === db) return
    close()
    open = { db, sender: startSender(db) }
    rememberAccount(db.compteId)
    void forgetOldFacts(db)
    onChange({ etat: 'pret', ...open })
  }

  function close(): void {
    open?.sender.stop()
    open?.db.close()
    open = null
  }

  function note(issue: IssuePaquet): void {
    if (isOver) return
    if (issue.etat === 'lu') become(issue.db)
    if (issue.etat === 'refuse') {
      close()
      onChange(issue)
    }
    if (issue.etat === 'session-terminee') open?.sender.noteSession(false)
    if (open === null && issue.etat === 'session-terminee') onChange({ etat: 'connexion' })
    if (open === null && issue.etat === 'panne') onChange({ etat: 'reseau' })
  }

  async function refresh(): Promise<void> {
    if (document.visibilityState === 'visible') note(await fetchPaquet(open?.db ?? null))
  }

  void openLast(become).then(refresh, () =>
    onChange({
      etat: 'refuse',
      motif: 'Ce navigateur refuse de garder quoi que ce soit : la maraude ne peut pas y être notée.',
    }),
  )
  const onReturn = () => void refresh()
  const timer = window.setInterval(onReturn, REFRESH_MS)
  window.addEventListener('online', onReturn)
  return () => {
    isOver = true
    window.clearInterval(timer)
    window.removeEventListener('online', onReturn)
    close()
  }
}

async function openLast(become: (db: TerrainDatabase) => void): Promise<void> {
  const compteId = readLastAccount()
  if (compteId === null) return
  const db = new TerrainDatabase(compteId)
  await db.open()
  become(db)
}
