import { describe, expect, it } from 'vitest'
import { readTree, sourceFile, type SourceFile } from './source-tree'

const featureFile =
  /^src\/features\/[a-z-]+\/(queries\.ts|commands\.ts|actions\.ts|components\/[a-z0-9-]+\.tsx?)$/
const syncFile =
  /^src\/features\/sync\/(receive-sending|apply-operations|apply-together|receipts|queries|commands)\.ts$/
const bannedNames = /(^|\/)(utils?|helpers?|common|types|manager|misc|index)(\.tsx?|\/)/
const name = /^[a-z0-9-]+(\.[a-z]+)*\.tsx?$/
const serverRooms =
  /^src\/(db|auth|jobs)\/|^src\/features\/[a-z-]+\/(queries|commands|apply-operations|apply-together|receipts|receive-sending)\.ts$|^src\/lib\/env\.ts$/
const MAX_LINES = 300

type Rule = { fault: string; broken: (file: SourceFile) => boolean }

const rules: readonly Rule[] = [
  {
    fault: 'fichier hors du vocabulaire des fonctions',
    broken: ({ path }) => path.startsWith('src/features/') && !featureFile.test(path) && !syncFile.test(path),
  },
  { fault: 'nom interdit', broken: ({ path }) => bannedNames.test(path) },
  {
    fault: 'nom de fichier',
    broken: ({ path }) => !name.test(path.split('/').at(-1) ?? ''),
  },
  {
    fault: 'première ligne : import server-only',
    broken: ({ path, text }) => serverRooms.test(path) && !text.startsWith("import 'server-only'"),
  },
  {
    fault: 'première ligne : use server',
    broken: ({ path, text }) => path.endsWith('/actions.ts') && !text.startsWith("'use server'"),
  },
  { fault: `plus de ${MAX_LINES} lignes`, broken: ({ text }) => text.split('\n').length > MAX_LINES + 1 },
]

function faults(tree: readonly SourceFile[]): string[] {
  return tree.flatMap((file) =>
    rules.filter(({ broken }) => broken(file)).map(({ fault }) => `${file.path} : ${fault}`),
  )
}

describe('le vocabulaire des fichiers', () => {
  const tree = readTree()

  it('est fermé et respecté partout', () => {
    expect(tree.length).toBeGreaterThan(60)
    expect(faults(tree)).toEqual([])
  })

  it.each([
    ['src/features/places/service.ts', '', 'fichier hors du vocabulaire des fonctions'],
    ['src/domain/commun/utils.ts', '', 'nom interdit'],
    ['src/ui/index.ts', '', 'nom interdit'],
    ['src/ui/MonBouton.tsx', '', 'nom de fichier'],
    ['src/db/client.ts', 'export const a = 1', 'première ligne : import server-only'],
    ['src/jobs/ronde.ts', 'export const a = 1', 'première ligne : import server-only'],
    ['src/features/places/actions.ts', 'export const a = 1', 'première ligne : use server'],
    ['src/ui/long.tsx', '\n'.repeat(302), 'plus de 300 lignes'],
  ])('refuse %s', (path, text, fault) => {
    expect(faults([sourceFile(path, text)])).toEqual([`${path} : ${fault}`])
  })
})
