import { describe, expect, it } from 'vitest'
import { findImported, readTree, sourceFile, type SourceFile } from './source-tree'

/** Packages that a command needs before it could install them: what it imports by statement, from file to file. */
function neededAtOnce(tree: readonly SourceFile[], path: string, seen = new Set<string>()): string[] {
  const file = findImported(tree, path)
  if (!file || seen.has(path)) return []
  seen.add(path)
  return file.imports
    .filter(({ isLazy }) => !isLazy)
    .flatMap(({ from }) => {
      if (from.startsWith('node:')) return []
      return from.startsWith('scripts/') ? neededAtOnce(tree, from, seen) : [`${path} > ${from}`]
    })
}

describe('les commandes', () => {
  const tree = readTree('scripts', /\.mjs$/)

  it.each(['scripts/start.mjs', 'scripts/test.mjs', 'scripts/dev.mjs'])(
    '%s commence sur un clone nu',
    (path) => {
      expect(tree.length).toBeGreaterThan(30)
      expect(neededAtOnce(tree, path)).toEqual([])
    },
  )

  it('sont refusées si un détour demande un paquet', () => {
    const planted = [
      sourceFile('scripts/start.mjs', "import { a } from './steps/a.mjs'"),
      sourceFile(
        'scripts/steps/a.mjs',
        "import fs from 'node:fs'\nimport pg from 'pg'\nawait import('tard')",
      ),
    ]
    expect(neededAtOnce(planted, 'scripts/start.mjs')).toEqual(['scripts/steps/a.mjs > pg'])
  })
})
