import { describe, expect, it } from 'vitest'
import { readTree, sourceFile, type SourceFile } from './source-tree'

const documented =
  /^src\/(domain|offline|jobs)\/|\/(queries|commands|apply-operations)\.ts$|^src\/app\/.*\/route\.ts$/
const exported = /(^|\n)(\/\*\*[^\n]*\n|[^\n]* \*\/\n)?export (?:async )?(?:function|const|class) (\w+)/g
// Settings that Next reads by name; and labels, whose type says all there is to say.
const nextSettings = new Set(['dynamic', 'revalidate', 'runtime', 'maxDuration', 'metadata', 'fetchCache'])

function undocumented(tree: readonly SourceFile[]): string[] {
  return tree
    .filter(({ path }) => documented.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(exported)]
        .filter(
          ([, , doc, name = '']) =>
            doc === undefined && !nextSettings.has(name) && !name.startsWith('libelles'),
        )
        .map(([, , , name]) => `${path} : ${name}`),
    )
}

describe('ce qu’une pièce offre aux autres', () => {
  const tree = readTree()

  it('dit sa forme, ses unités et ses refus', () => {
    expect(tree.filter(({ path }) => documented.test(path)).length).toBeGreaterThan(20)
    expect(undocumented(tree)).toEqual([])
  })

  it('est refusé sans un mot', () => {
    const planted = sourceFile(
      'src/domain/a.ts',
      '/** Dit. */\nexport const dit = 1\n\nexport function muet() {}\n',
    )
    expect(undocumented([planted])).toEqual(['src/domain/a.ts : muet'])
  })
})
