import { afterEach, describe, expect, it, vi } from 'vitest'
import { rights } from '@/domain/comptes/can'
import { type Role, roleSchema } from '@/domain/comptes/roles'
import { readTree, sourceFile, type SourceFile } from '../architecture/source-tree'
import { appareils } from './droits/appareils'
import { ecrans } from './droits/ecrans'
import { ecritures } from './droits/ecritures'
import { become, type Essai, type Table } from './droits/essai'
import { enregistres } from './droits/enregistres'
import { exports } from './droits/exports'
import { gestes } from './droits/gestes'
import { gestesMoteur } from './droits/gestes-moteur'
import { lectures } from './droits/lectures'
import { maraudes } from './droits/maraudes'
import { moteur } from './droits/moteur'
import { horloge, jar } from './droits/navigateur'
import { planning } from './droits/planning'
import { orientations } from './droits/orientations'
import { quarantaine } from './droits/quarantaine'
import { parcours } from './droits/parcours'
import { parcoursSejours } from './droits/parcours-sejours'
import { rapports } from './droits/rapports'
import { recherche } from './droits/recherche'
import { urgences } from './droits/urgences'
import { createSoiree, SOIR } from './places/soiree'
import type { Monde } from './socle/monde'

vi.mock('next/headers', async () => (await import('./droits/navigateur')).nextHeaders())
vi.mock('next/cache', () => ({ revalidatePath: () => undefined, refresh: () => undefined }))
vi.mock('@/lib/clock', async () => (await import('./droits/navigateur')).clock())

const table: Table = {
  ...lectures,
  ...ecritures,
  ...maraudes,
  ...gestes,
  ...rapports,
  ...exports,
  ...enregistres,
  ...appareils,
  ...moteur,
  ...gestesMoteur,
  ...planning,
  ...quarantaine,
  ...orientations,
  ...recherche,
  ...parcours,
  ...parcoursSejours,
  ...urgences,
  ...ecrans,
}

/** Every query, command, action, page and route of the source, as the table must name them. */
function whatThereIs(tree: readonly SourceFile[]): string[] {
  return tree.flatMap(({ path, text }) => {
    if (/^src\/app\/.*\/?(page|route)\.tsx?$/.test(path)) return [path.replace('src/app/', 'app/')]
    const feature = /^src\/features\/(.*\/(?:queries|commands|actions|apply-operations)\.ts)$/.exec(path)?.[1]
    if (feature === undefined) return []
    return [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => `${feature} > ${name}`)
  })
}

function named(key: string): string {
  return key.replace(/ \([^()]*\)$/, '')
}

describe('la table des droits', () => {
  it('connaît chaque lecture, écriture, écran et route, et rien d’autre', () => {
    const known = [...new Set(Object.keys(table).map(named))]
    expect(known.length).toBeGreaterThan(60)
    expect(known.toSorted()).toEqual(whatThereIs(readTree()).toSorted())
  })

  it('dit pourquoi ce qui ne demande aucun droit n’en demande pas', () => {
    const reasons = Object.values(table).flatMap((entry) => ('ouvert' in entry ? [entry.ouvert] : []))
    expect(reasons.filter((reason) => reason.length < 15)).toEqual([])
  })

  it('voit une lecture, une écriture, un écran ou une route de plus', () => {
    const planted = [
      sourceFile('src/features/places/queries.ts', 'export async function listSecrets() {}'),
      sourceFile('src/features/places/commands.ts', 'export function steal() {}'),
      sourceFile('src/app/(bureau)/secrets/page.tsx', ''),
      sourceFile('src/app/api/secrets/route.ts', ''),
      sourceFile('src/features/places/components/bouton.tsx', 'export function Bouton() {}'),
    ]
    expect(whatThereIs(planted)).toEqual([
      'places/queries.ts > listSecrets',
      'places/commands.ts > steal',
      'app/(bureau)/secrets/page.tsx',
      'app/api/secrets/route.ts',
    ])
  })
})

const essais = Object.entries(table).flatMap(([name, entry]) =>
  'ouvert' in entry ? [] : [[name, entry] as const],
)

afterEach(() => {
  jar.clear()
  horloge.instant = SOIR
})

type Scene = { monde: Monde; ailleurs: Monde; prepared: string }

/** What is tried, and the same side of another world, which owns nothing of it. */
async function createScene(essai: Essai): Promise<Scene> {
  const monde = await createSoiree(1)
  return { monde, ailleurs: await createSoiree(1), prepared: (await essai.prepare?.(monde)) ?? '' }
}

describe.each(essais)('%s', (_, essai: Essai) => {
  let refused: Promise<Scene> | undefined

  /** What is refused changes nothing: every refusal is tried on one scene, every success on its own. */
  async function attempt(role: Role, from: 'monde' | 'ailleurs', expected: boolean): Promise<boolean> {
    const scene = await (expected ? createScene(essai) : (refused ??= createScene(essai)))
    horloge.instant = SOIR
    const viewer = await become(scene[from][essai.cote], role, SOIR)
    return essai.tente({ monde: scene.monde, viewer }, scene.prepared)
  }

  it.each(roleSchema.options)('%s', async (role) => {
    const isShown = essai.seulement?.includes(role) ?? true
    const portee = isShown ? rights[role][essai.demande] : 'AUCUNE'
    expect(await attempt(role, 'monde', portee !== 'AUCUNE')).toBe(portee !== 'AUCUNE')
    if (essai.enSonNom) return
    expect(await attempt(role, 'ailleurs', portee === 'TERRITOIRE')).toBe(portee === 'TERRITOIRE')
  })
})
