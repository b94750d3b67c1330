import type { Paquet } from '@/domain/sync/paquet'
import { appareil, clearBaseOf, readCle, writeCles } from './appareil'
import { TerrainDatabase } from './database'
import { deviceNow } from './device-clock'
import {
  forgetComptes,
  forgetEverybody,
  forgetIfOutOfContact,
  forgetOldFacts,
  listComptes,
  saveCompte,
} from './forget'
import { watchIdle } from './idle'
import { fetchPaquet, type IssuePaquet } from './read-pack'
import { askToStay } from './room'
import { type Ordre, type Sender, startSender } from './sender'
import { coffreOf, makeCoffre, openCoffre, type Ouverture, prepareCode } from './vault'

/** Whether this device can work, and for whom. */
export type EtatTerrain =
  | { etat: 'ouverture' }
  | { etat: 'pret'; db: TerrainDatabase; sender: Sender }
  /** somebody worked here: their code opens what is locked for them */
  | { etat: 'verrouille'; compteId: string; fonction: string; autres: boolean; sender: Sender }
  /** somebody known here has no code yet, or lost it */
  | { etat: 'sans-code'; compteId: string; fonction: string; sender: Sender }
  /** nobody has worked on this device yet, and nobody is signed in */
  | { etat: 'connexion' }
  /** first use: the network is needed once */
  | { etat: 'reseau' }
  | { etat: 'refuse'; motif: string }

const REFRESH_MS = 120_000

// While React is still taking the page over, and the code is not typed yet.
if (typeof window !== 'undefined') {
  appareil.openAhead()
  prepareCode().catch(() => {})
}

/**
 * The device as the screens use it. Whoever worked here last finds their locked data at once, without network; whoever signs in
 * is asked for their own code. A session that is over never closes anything: a round goes on.
 */
export class TerrainSession {
  #etat: EtatTerrain = { etat: 'ouverture' }
  #db: TerrainDatabase | null = null
  #etag: string | null = null
  /** read while locked: kept until the code opens where to write it */
  #pending: { paquet: Paquet; etag: string } | null = null
  #compteId: string | null = null
  #isOver = false
  readonly #sender: Sender
  readonly #stops: (() => void)[]

  constructor(private readonly onChange: (etat: EtatTerrain) => void) {
    const onReturn = () => void this.refresh()
    const timer = window.setInterval(onReturn, REFRESH_MS)
    window.addEventListener('online', onReturn)
    this.#sender = startSender(
      () => this.#compteId ?? '',
      (ordre) => void this.#obey(ordre),
    )
    this.#stops = [
      () => window.clearInterval(timer),
      () => window.removeEventListener('online', onReturn),
      watchIdle(() => void this.lock()),
      () => this.#sender.stop(),
    ]
    void this.#start().catch(() =>
      this.#become({
        etat: 'refuse',
        motif: 'Ce navigateur refuse de garder quoi que ce soit : la maraude ne peut pas y être notée.',
      }),
    )
  }

  stop(): void {
    this.#isOver = true
    for (const stop of this.#stops) stop()
    this.#db?.close()
  }

  /** Tries the code of the person shown. */
  async unlock(code: string): Promise<Ouverture> {
    const compteId = this.#compteId ?? ''
    const store = coffreOf(compteId)
    const opened = await openCoffre(store, code)
    if (opened.etat === 'ouvert') await this.#open(new TerrainDatabase(compteId, store, opened.dek))
    else store.close()
    if (opened.etat === 'perdu') {
      await forgetComptes([compteId], true)
      await this.#show(compteId)
    }
    return opened
  }

  /** Chooses the code of the person shown, who had none. */
  async choose(code: string): Promise<void> {
    const compteId = this.#compteId ?? ''
    const compte = await this.#find(compteId)
    const store = coffreOf(compteId)
    const dek = await makeCoffre(store, code)
    await saveCompte({ compteId, fonction: compte?.fonction ?? '', aUnCode: true })
    await this.#open(new TerrainDatabase(compteId, store, dek))
  }

  /** Locks what is open: ten minutes without a touch, a sign-out, a tablet handed over. */
  async lock(): Promise<void> {
    if (this.#db === null) return
    const { compteId } = this.#db
    this.#db.close()
    this.#db = null
    this.#etag = null
    await this.#show(compteId)
  }

  /** Shows the next person known here. */
  async pickNext(): Promise<void> {
    const comptes = await listComptes()
    const index = comptes.findIndex(({ compteId }) => compteId === this.#compteId)
    const next = comptes[(index + 1) % comptes.length]
    if (next !== undefined) await this.#show(next.compteId)
  }

  /** Asks the server who is signed in, and for the pack. */
  async refresh(): Promise<void> {
    if (document.visibilityState !== 'visible' || this.#isOver) return
    if (this.#db === null && this.#compteId !== null && (await forgetIfOutOfContact()))
      await this.#show(this.#compteId)
    await this.#note(await fetchPaquet(this.#db === null ? null : this.#etag))
  }

  async #start(): Promise<void> {
    const [last] = await Promise.all([readCle('dernier'), forgetIfOutOfContact()])
    if (last !== undefined && (await this.#find(last.compteId)) !== undefined) await this.#show(last.compteId)
    await this.refresh()
  }

  async #note(issue: IssuePaquet): Promise<void> {
    if (this.#isOver) return
    if (issue.etat === 'lu') return this.#take(issue)
    if (issue.etat === 'inchange') return this.#noteContact(null)
    if (issue.etat === 'retiree') return this.#obey('tout')
    if (issue.etat === 'session-terminee') this.#sender.noteSession(false)
    this.#showWithoutPack(issue)
  }

  /** Nothing was read: whoever is at work goes on; a device that knows nobody says why it cannot begin. */
  #showWithoutPack(issue: Extract<IssuePaquet, { etat: 'session-terminee' | 'refuse' | 'panne' }>): void {
    const isEmpty = this.#etat.etat === 'ouverture' || this.#etat.etat === 'reseau'
    if (issue.etat === 'refuse' && (isEmpty || this.#db === null)) this.#become(issue)
    if (issue.etat === 'session-terminee' && isEmpty) this.#become({ etat: 'connexion' })
    if (issue.etat === 'panne' && isEmpty) this.#become({ etat: 'reseau' })
  }

  /** The pack of whoever is signed in: theirs to read when unlocked, kept aside until then. */
  async #take({ paquet, etag }: { paquet: Paquet; etag: string }): Promise<void> {
    const { id: compteId, fonction } = paquet.compte
    await this.#noteContact(paquet)
    const known = await this.#find(compteId)
    if (known === undefined) await saveCompte({ compteId, fonction, aUnCode: false })
    if (this.#db?.compteId === compteId) {
      this.#etag = etag
      await this.#db.writeLecture('paquet', { paquet, etag, luLe: deviceNow().toISOString() })
      return
    }
    this.#pending = { paquet, etag }
    this.#db?.close()
    this.#db = null
    await this.#show(compteId)
  }

  async #noteContact(paquet: Paquet | null): Promise<void> {
    const known = await readCle('contact')
    const oubliApresHeures = paquet?.oubliApresHeures ?? known?.oubliApresHeures ?? 72
    await writeCles(
      { cle: 'contact', le: deviceNow().toISOString(), oubliApresHeures },
      ...(paquet === null ? [] : [{ cle: 'scellement' as const, publique: paquet.scellement }]),
    )
  }

  async #show(compteId: string): Promise<void> {
    const comptes = await listComptes()
    const compte = comptes.find((known) => known.compteId === compteId)
    this.#compteId = compteId
    if (compte === undefined) return this.#become({ etat: 'connexion' })
    const { fonction } = compte
    const autres = comptes.length > 1
    this.#become(
      compte.aUnCode
        ? { etat: 'verrouille', compteId, fonction, autres, sender: this.#sender }
        : { etat: 'sans-code', compteId, fonction, sender: this.#sender },
    )
  }

  async #open(db: TerrainDatabase): Promise<void> {
    this.#db = db
    this.#compteId = db.compteId
    void writeCles({ cle: 'dernier', compteId: db.compteId }).catch(() => {})
    // Acts unlocked here are not unlocked again by the screens, which ask for them next.
    await Promise.all([this.#keepPending(db), this.#adopt(db), db.listFaits()])
    this.#become({ etat: 'pret', db, sender: this.#sender })
    this.#sender.wakeLater()
    void forgetOldFacts()
    void askToStay()
  }

  /** The pack read while locked, if it is this person's; else the one they had. */
  async #keepPending(db: TerrainDatabase): Promise<void> {
    if (this.#pending?.paquet.compte.id === db.compteId) {
      const { paquet, etag } = this.#pending
      this.#etag = etag
      this.#pending = null
      await db.writeLecture('paquet', { paquet, etag, luLe: deviceNow().toISOString() })
    } else this.#etag = (await db.readLecture('paquet'))?.etag ?? null
  }

  /** What the first version of the tablet left in clear is sealed and locked like the rest. */
  async #adopt(db: TerrainDatabase): Promise<void> {
    const bases = (await indexedDB.databases?.()) ?? []
    if (!bases.some(({ name }) => name === clearBaseOf(db.compteId))) return
    const { adoptClearBase } = await import('./adopt-clear-base')
    await adoptClearBase(db)
  }

  async #obey(ordre: Ordre): Promise<void> {
    if (this.#db !== null && (ordre === 'tout' || ordre.includes(this.#db.compteId))) {
      this.#db.close()
      this.#db = null
    }
    if (ordre === 'tout') {
      await forgetEverybody()
      return this.#become({
        etat: 'refuse',
        motif:
          'Cette tablette a été retirée par votre organisation : ce qui s’y lisait est effacé. Ce qui n’était pas envoyé y reste scellé.',
      })
    }
    await forgetComptes(ordre, false)
    if (this.#compteId !== null && ordre.includes(this.#compteId)) this.#become({ etat: 'connexion' })
  }

  async #find(compteId: string) {
    return (await listComptes()).find((compte) => compte.compteId === compteId)
  }

  #become(etat: EtatTerrain): void {
    if (this.#isOver) return
    this.#etat = etat
    this.onChange(etat)
  }
}
