import type { BrowserContext, Page } from '@playwright/test'
import { makeServeur, type Serveur } from './serveur'
import { makeProfile, openTablette } from './tablette'

/** A tablet switched on before a server of its own, which a test may kill. */
export type Scene = { serveur: Serveur; profile: string; context: BrowserContext; page: Page }

/** `settings` as in `.env`. */
export async function openScene(settings: Record<string, string> = {}): Promise<Scene> {
  const serveur = await makeServeur(settings)
  await serveur.start()
  const profile = makeProfile()
  const context = await openTablette(profile, serveur.address)
  return { serveur, profile, context, page: await context.newPage() }
}
