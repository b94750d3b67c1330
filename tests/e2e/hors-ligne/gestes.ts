import { type Browser, type Page, expect } from '@playwright/test'
import { uuidv7 } from 'uuidv7'
import { type CleDeScellement, sealPli } from '@/domain/sync/pli'
import { openAs } from '../support/session'

/** « Sur cette tablette 2 · reçus 3 sur 5 faits ». */
export const strip = (page: Page) => page.getByRole('link', { name: /sur cette tablette/ })

export async function startRound(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Partir en maraude' }).click()
  await page.getByRole('combobox', { name: 'Secteur' }).fill('Paris 18')
  await page.getByRole('option', { name: 'Paris 18e' }).click()
  await page.getByRole('button', { name: 'C’est parti' }).click()
  await expect(page.getByRole('heading', { name: 'Paris 18e' })).toBeVisible()
}

export async function addPerson(page: Page): Promise<void> {
  await page.getByText('Femme', { exact: true }).click()
  await page.getByText('30-39', { exact: true }).click()
  await page.getByRole('button', { name: 'Ajouter une nouvelle personne : Femme, 30-39' }).first().click()
}

export const saveStop = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click()

export const openPart = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parties de l’arrêt' }).getByRole('button', { name }).click()

/** A stop with one woman met, saved. */
export async function noteStop(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nouvel arrêt' }).click()
  await addPerson(page)
  await saveStop(page)
  await expect(page.getByRole('button', { name: 'Nouvel arrêt' })).toBeVisible()
}

/** A code made at the desk, typed on the tablet, which asks for the code of whoever worked there last. */
export async function enrol(browser: Browser, page: Page, nom: string): Promise<void> {
  const desk = await openAs(browser, 'coordination.caarud@exemple.fr')
  await desk.goto('/maraudes/tablettes')
  await desk.getByRole('button', { name: 'Enrôler une tablette' }).first().click()
  await desk.getByLabel('Nom de la tablette').fill(nom)
  await desk.getByRole('button', { name: 'Faire le code' }).click()
  const code = await desk.getByText(/^[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}$/).innerText()
  await desk.context().close()
  await page.goto('/terrain/enrolement')
  await page.getByLabel('Code d’enrôlement').fill(code)
  await page.getByRole('button', { name: 'Enrôler cette tablette' }).click()
  await expect(page.getByRole('heading', { name: 'Votre code' })).toBeVisible()
}

/** What the tablet knows of itself. */
export function readDevice(page: Page) {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('maillage-appareil')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('base')))
    })
    const read = (store: string, key?: string) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll(key)
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () => reject(request.error ?? new Error(store)))
      })
    const content = {
      cles: await read('cles'),
      file: await read('file'),
      faits: await read('faits'),
      brouillons: await read('brouillons'),
      comptes: await read('comptes'),
      recus: await read('recus'),
    }
    db.close()
    return content
  })
}

type Lignes = Awaited<ReturnType<typeof readDevice>>

/** Puts `count` stops of a round in the tablet's queue, sealed as the tablet seals them, numbered after those it made. */
export async function queueStops(
  page: Page,
  maraudeId: string,
  count: number,
  debut: Date,
): Promise<string[]> {
  const { cles } = await readDevice(page)
  const publique = cleOf(cles)
  const auteurId = textOf(cles, 'dernier', 'compteId')
  const rows = []
  for (let index = 0; index < count; index++) {
    const id = uuidv7()
    const arrivee = new Date(debut.getTime() + 1_000 * index).toISOString()
    const corps = {
      maraudeId,
      communeCode: '75118',
      lieu: `Arrêt ${index}`,
      arrivee,
      depart: arrivee,
      rencontres: [{ genre: 'FEMME', trancheAge: 'DE_30_39', situation: 'ISOLEE', connus: 0, nouveaux: 1 }],
      materiel: [{ article: 'kit-inhalation', sens: 'DONNE', quantite: 1 + (index % 3) }],
      besoins: [{ kind: 'DORMIR', personnes: 1, reponse: 'SANS_REPONSE', cause: 'PAS_DE_PLACE' }],
    }
    const act = { id, kind: 'arret.noter', schemaVersion: 1, auteurId, creeLe: arrivee, corps }
    const pli = await sealPli(JSON.stringify(act), publique)
    rows.push({ id, auteurId, creeLe: arrivee, pli, essais: 0, motif: null })
  }
  await page.evaluate(async (queued) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('maillage-appareil')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('base')))
    })
    await new Promise<void>((resolve, reject) => {
      const tx = db.transaction(['file', 'cles'], 'readwrite')
      tx.addEventListener('complete', () => resolve())
      tx.addEventListener('error', () => reject(tx.error ?? new Error('file')))
      const known = tx.objectStore('cles').get('appareil')
      known.addEventListener('success', () => {
        let { sequence } = known.result
        for (const row of queued) tx.objectStore('file').add({ ...row, sequence: ++sequence })
        tx.objectStore('cles').put({ ...known.result, sequence })
      })
    })
    db.close()
  }, rows)
  return rows.map(({ id }) => id)
}

function textOf(cles: Lignes['cles'], cle: string, field: string): string {
  const value = cles.find((line) => line['cle'] === cle)?.[field]
  if (typeof value !== 'string') throw new Error(`${cle}.${field} absent`)
  return value
}

function cleOf(cles: Lignes['cles']): CleDeScellement {
  const line = cles.find(({ cle }) => cle === 'scellement')
  const value: unknown = line?.['publique']
  if (typeof value !== 'object' || value === null || !('kid' in value) || !('cle' in value))
    throw new Error('clé de scellement absente')
  return { kid: String(value.kid), cle: String(value.cle) }
}
