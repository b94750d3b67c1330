import { describe, expect, it } from 'vitest'
import { readTree, sourceFile, type SourceFile } from './source-tree'

const declaration = /(?:^|\n)(export )?(?:async )?function (\w+)/g

type Declared = { name: string; exported: boolean; body: string }

function functionsOf(text: string): Declared[] {
  const starts = [...text.matchAll(declaration)]
  return starts.map((match, position) => ({
    name: match[2] ?? '',
    exported: match[1] !== undefined,
    body: text.slice(match.index, starts[position + 1]?.index ?? text.length),
  }))
}

/** Exported commands that never reach `writeJournal`, even through the functions of their file or another's commands. */
function silentCommands(tree: readonly SourceFile[]): string[] {
  const commands = tree.filter(({ path }) => path.endsWith('/commands.ts'))
  const exported = commands.flatMap(({ text }) => functionsOf(text).filter((each) => each.exported))
  return commands.flatMap(({ path, text }) => {
    const own = functionsOf(text)
    return own
      .filter((each) => each.exported && !writes(each.name, [...own, ...exported], new Set()))
      .map(({ name }) => `${path} : ${name}`)
  })
}

function writes(name: string, all: readonly Declared[], seen: Set<string>): boolean {
  const found = all.find((declared) => declared.name === name)
  if (!found || seen.has(name)) return false
  seen.add(name)
  if (/\bwriteJournal(Lines)?\(/.test(found.body)) return true
  const called = [...found.body.matchAll(/\b(\w+)\(/g)].map(([, word]) => word ?? '')
  return called.some((word) => word !== name && writes(word, all, seen))
}

describe('le journal', () => {
  const tree = readTree()

  it('reçoit une ligne de chaque commande', () => {
    const commands = tree.filter(({ path }) => path.endsWith('/commands.ts'))
    expect(
      commands.flatMap(({ text }) => functionsOf(text)).filter(({ exported }) => exported).length,
    ).toBeGreaterThan(8)
    expect(silentCommands(tree)).toEqual([])
  })

  it('refuse une commande muette, même à côté d’une qui écrit', () => {
    const planted = sourceFile(
      'src/features/places/commands.ts',
      [
        'export async function hold(context) {\n  await note(context)\n}',
        'async function note(context) {\n  await writeJournal(context, {})\n}',
        'export async function steal(context) {\n  await context.tx.place.delete()\n}',
      ].join('\n\n'),
    )
    expect(silentCommands([planted])).toEqual(['src/features/places/commands.ts : steal'])
  })
})
