import { describe, expect, it } from 'vitest'
import { findImported, readTree, sourceFile, type SourceFile } from './source-tree'

type Room =
  | 'app'
  | 'components'
  | 'actions'
  | 'queries'
  | 'commands'
  | 'sync'
  | 'offline'
  | 'auth'
  | 'db'
  | 'ui'
  | 'lib'
  | 'domain'
  | 'proxy'
  | 'jobs'
  | 'instrumentation'

// What each room may import, its own files aside. One way only.
const allowed: Record<Room, readonly Room[]> = {
  app: [
    'components',
    'actions',
    'queries',
    'commands',
    'sync',
    'offline',
    'auth',
    'db',
    'ui',
    'lib',
    'domain',
  ],
  components: ['actions', 'offline', 'ui', 'domain'],
  actions: ['commands', 'queries', 'auth', 'db', 'domain', 'lib'],
  queries: ['db', 'domain', 'lib'],
  commands: ['queries', 'sync', 'db', 'domain', 'lib'],
  sync: ['commands', 'db', 'domain', 'lib'],
  offline: ['domain', 'ui'],
  auth: ['db', 'domain', 'lib'],
  db: ['lib', 'domain'],
  ui: ['domain', 'lib'],
  lib: ['domain'],
  domain: [],
  proxy: ['domain', 'lib'],
  // The clock acts through the same commands as people.
  jobs: ['commands', 'queries', 'auth', 'db', 'domain', 'lib'],
  instrumentation: ['jobs'],
}

// The only features that may import another feature, and why. Must stay without a cycle.
const declaredEdges: readonly (readonly [from: string, to: string, why: string])[] = [
  ['orientations/queries', 'places/queries', 'une demande fige la règle de séjour du dispositif'],
  [
    'passages/commands',
    'places/commands',
    'accepter tient une place, finir la libère, dans la même transaction',
  ],
  ['sejours/commands', 'passages/commands', 'une arrivée et un départ changent l’état de l’orientation'],
  ['sejours/commands', 'places/commands', 'une personne à la porte prend une place comme une réservation'],
  ['sejours/actions', 'passages/commands', 'la non venue se dit là où se dit l’arrivée'],
  ['sejours/queries', 'places/queries', 'répondre, c’est choisir une place où rien ne gêne'],
  ['passages/queries', 'orientations/queries', 'une demande se lit dans le même périmètre que sa liste'],
  ['urgences/queries', 'orientations/queries', 'une demande se lit dans le même périmètre que sa liste'],
  [
    'exports/components',
    'places/components',
    'l’avancement d’un fichier se suit en direct, comme les places',
  ],
  [
    'lignes/queries',
    'rapports/queries',
    'les lignes d’un chiffre ne se montrent que là où le rapport le montre',
  ],
  ['rapports/queries', 'recoupements/queries', 'un rapport se protège à côté des fichiers déjà remis'],
  ['prolongations/components', 'passages/components', 'un refus propose une suite, où qu’il se dise'],
  ['reponses/components', 'passages/components', 'un refus propose une suite, où qu’il se dise'],
  ['delais/commands', 'passages/commands', 'l’horloge finit une demande par la même porte que les personnes'],
  ['attente/commands', 'passages/commands', 'entrer en liste d’attente est un passage'],
  ['attente/commands', 'passages/queries', 'changer un rang attend son tour comme un passage'],
  ['consentements/commands', 'passages/commands', 'un accord retiré retire la demande encore ouverte'],
  ['consentements/commands', 'passages/queries', 'retirer un accord attend son tour comme un passage'],
  ['promesses/commands', 'passages/commands', 'promettre une date, c’est accepter'],
  ['reponses/commands', 'passages/commands', 'répondre par un lien, c’est répondre'],
  ['reponses/commands', 'promesses/commands', 'répondre par un lien peut être promettre une date'],
  [
    'reponses/queries',
    'promesses/queries',
    'tenir une place ou promettre une date se décide au même endroit',
  ],
  [
    'inclusions/actions',
    'orientations/commands',
    'inclure en nombre, c’est demander, une ligne après l’autre',
  ],
  ['attente/queries', 'orientations/queries', 'une liste d’attente se compte dans le périmètre de sa liste'],
  ['capacites/commands', 'places/queries', 'une ouverture qui dure garde la règle de séjour du dispositif'],
  ['rendez-vous/queries', 'suivies/queries', 'qui suit une personne se décide à un seul endroit'],
  [
    'places/components',
    'grille/components',
    'les places des autres se filtrent et se tournent comme les siennes',
  ],
  ['prets/queries', 'rapports/queries', 'un rapport prêt est fait de rapports'],
  ['prets/components', 'rapports/components', 'un rapport prêt se montre comme un rapport'],
  ['parcours/queries', 'places/queries', 'une étape se lit contre la règle de son dispositif'],
  ['parcours/queries', 'suivies/queries', 'qui suit une personne se décide à un seul endroit'],
  ['objectifs/commands', 'suivies/queries', 'qui suit une personne se décide à un seul endroit'],
  ['rendez-vous/commands', 'suivies/queries', 'qui suit une personne se décide à un seul endroit'],
  ['revues/commands', 'suivies/queries', 'qui suit un séjour se décide à un seul endroit'],
  ['prolongations/commands', 'suivies/queries', 'qui suit un séjour se décide à un seul endroit'],
  ['prolongations/commands', 'changements/commands', 'accorder des jours, c’est changer la fin du séjour'],
  ['mineurs/commands', 'suivies/queries', 'qui suit une personne se décide à un seul endroit'],
  [
    'mineurs/commands',
    'passages/commands',
    'les demandes d’une personne mineure se retirent par la même porte',
  ],
  ['sorties/commands', 'suivies/queries', 'qui suit une personne se décide à un seul endroit'],
  ['sejours/commands', 'places/queries', 'une place encore occupée n’admet personne'],
  ['cas/commands', 'sync/commands', 'un fait décidé au bureau passe par la même porte qu’un fait reçu'],
  ['cas/commands', 'maraudes/commands', 'la clôture ou l’ouverture choisie prend la place de l’autre'],
  ['terrain/components', 'appareils/components', 'enrôler est une des adresses de la tablette'],
  ['terrain/components', 'structures/components', 'une structure a le même signe au bureau et dans la rue'],
  ['sejours/commands', 'fermetures/queries', 'personne n’entre dans une place fermée'],
  ['tenues/commands', 'places/queries', 'une réservation échue ne se reprend que si rien n’y est venu'],
  ['places/actions', 'tenues/commands', 'la place tenue se prolonge et se rend là où on la voit'],
  ['places/commands', 'contingents/queries', 'une place prêtée ne se prend qu’à son heure'],
  [
    'changements/commands',
    'contingents/queries',
    'venir d’un autre dispositif ne prend pas une place prêtée',
  ],
  ['changements/commands', 'places/queries', 'on ne se déplace que là où rien ne gêne'],
  ['reservations/commands', 'places/commands', 'une place promise sans demande l’est par la même porte'],
  ['reservations/commands', 'places/queries', 'une place reprise ne l’est que si rien n’y est venu'],
  ['annulations/commands', 'places/queries', 'un départ ne s’annule que si rien n’a pris la place'],
]

// In `app`, pages and routes only open transactions; every other word of the base belongs to queries and commands.
const databaseWordsOfApp = ['src/db/transaction', 'src/db/constraint', 'src/db/changes', 'src/db/health']

function roomOf(path: string): Room | null {
  const [, first, second, third] = path.split('/')
  if (first === 'proxy.ts') return 'proxy'
  if (first === 'instrumentation.ts') return 'instrumentation'
  if (first !== 'features') return isRoom(first) ? first : null
  if (second === 'sync') return 'sync'
  if (third === 'components') return 'components'
  const name = third?.replace(/\.ts$/, '')
  return isRoom(name) ? name : null
}

function isRoom(name: string | undefined): name is Room {
  return name !== undefined && name in allowed
}

function crossings(tree: readonly SourceFile[]): string[] {
  return tree.flatMap((file) =>
    file.imports
      .filter(({ from }) => from.startsWith('src/'))
      .filter(({ from, typeOnly }) => !mayImport(file.path, from, typeOnly))
      .map(({ from }) => `${file.path} > ${from}`),
  )
}

function mayImport(path: string, from: string, typeOnly: boolean): boolean {
  const [here, there] = [roomOf(path), roomOf(from)]
  if (here === null || there === null) return false
  if (here === 'app' && there === 'db') return databaseWordsOfApp.includes(from)
  // The shape of what a query returns travels to the screen as a type; no code does.
  if (here === 'components' && there === 'queries') return typeOnly && sameFeature(path, from)
  return crossesNoFeature(path, from, here) && (here === there || allowed[here].includes(there))
}

function crossesNoFeature(path: string, from: string, here: Room): boolean {
  return (
    here === 'app' || here === 'sync' || here === 'jobs' || sameFeature(path, from) || isDeclared(path, from)
  )
}

function featureOf(path: string): string | null {
  const [, room, feature] = path.split('/')
  return room === 'features' ? (feature ?? null) : null
}

function sameFeature(path: string, from: string): boolean {
  const target = featureOf(from)
  return target === null || target === featureOf(path)
}

function isDeclared(path: string, from: string): boolean {
  return declaredEdges.some(
    ([a, b]) => path.startsWith(`src/features/${a}`) && from.startsWith(`src/features/${b}`),
  )
}

/** Server-only files that a browser bundle would reach, with the path that leads there. Server actions are a frontier. */
function leaks(tree: readonly SourceFile[]): string[] {
  const starts = tree.filter(
    ({ path, text }) => text.startsWith("'use client'") || path.startsWith('src/offline/'),
  )
  return starts.flatMap((start) => follow(tree, start, [start.path], new Set()))
}

function follow(tree: readonly SourceFile[], file: SourceFile, trail: string[], seen: Set<string>): string[] {
  if (seen.has(file.path) || file.text.startsWith("'use server'")) return []
  seen.add(file.path)
  if (file.text.startsWith("import 'server-only'")) return [trail.join(' > ')]
  return file.imports
    .filter(({ typeOnly }) => !typeOnly)
    .flatMap(({ from }) => {
      const next = findImported(tree, from)
      return next ? follow(tree, next, [...trail, next.path], seen) : []
    })
}

describe('les pièces', () => {
  const tree = readTree()

  it('sont toutes lues', () => {
    expect(tree.length).toBeGreaterThan(60)
  })

  it('ne s’importent que dans un sens', () => {
    expect(crossings(tree)).toEqual([])
  })

  it('ne laissent aucun code du serveur atteindre le navigateur, même de loin', () => {
    expect(leaks(tree)).toEqual([])
  })

  it.each([
    ['le domaine importe la base', 'src/domain/places/place.ts', "import { prisma } from '@/db/client'"],
    ['une page importe Prisma', 'src/app/page.tsx', "import { prisma } from '@/db/client'"],
    [
      'une fonction importe une autre',
      'src/features/places/commands.ts',
      "import { a } from '@/features/maraudes/queries'",
    ],
    [
      'un écran importe une requête',
      'src/features/places/components/a.tsx',
      "import { a } from '../queries'",
    ],
    [
      'un composant générique importe une fonction',
      'src/ui/a.tsx',
      "import { a } from '@/features/places/actions'",
    ],
    ['une page lance une tâche', 'src/app/page.tsx', "import { startJobs } from '@/jobs/boss'"],
    ['un fichier est hors des pièces', 'src/utils/a.ts', "import { a } from '@/domain/places/place'"],
  ])('refusent quand %s', (_, path, text) => {
    expect(crossings([sourceFile(path, text)])).toHaveLength(1)
  })

  it('refusent une fuite vers le navigateur par un détour innocent', () => {
    const planted = [
      sourceFile('src/ui/bouton.tsx', "'use client'\nimport { x } from '@/domain/commun/detour'"),
      sourceFile('src/domain/commun/detour.ts', "export { x } from '@/db/secret'"),
      sourceFile('src/db/secret.ts', "import 'server-only'\nexport const x = 1"),
    ]
    expect(leaks(planted)).toEqual(['src/ui/bouton.tsx > src/domain/commun/detour.ts > src/db/secret.ts'])
  })
})
