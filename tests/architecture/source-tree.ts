import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve } from 'node:path'

/** One import of a source file. A type import leaves no trace in the bundle; a lazy one waits to be called. */
export type Import = { from: string; typeOnly: boolean; isLazy: boolean }

/** One source file, its path relative to the project (`src/domain/places/place.ts`), its imports resolved when they are ours. */
export type SourceFile = { path: string; text: string; imports: readonly Import[] }

const project = resolve(import.meta.dirname, '../..')
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** Builds a file as the walker would read it; planted violations are made with it. */
export function sourceFile(path: string, text: string): SourceFile {
  const imports = [...text.matchAll(importPattern)].map(([, type, statement, call]) => ({
    from: resolveImport(path, statement ?? call ?? ''),
    typeOnly: type !== undefined,
    isLazy: call !== undefined,
  }))
  return { path, text, imports }
}

/** Every source file of one kind below a folder of the project, the generated Prisma client and tests left out. */
export function readTree(folder = 'src', kind = /\.tsx?$/): SourceFile[] {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kind.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('src/db/generated/'))
    .map((path) => sourceFile(path, readFileSync(join(project, path), 'utf8')))
}

/** Finds the file an import names, with or without its extension. */
export function findImported(tree: readonly SourceFile[], from: string): SourceFile | undefined {
  return tree.find(({ path }) => path === from || path === `${from}.ts` || path === `${from}.tsx`)
}

function resolveImport(path: string, from: string): string {
  if (from.startsWith('@/')) return `src/${from.slice(2)}`
  return from.startsWith('.') ? posix.normalize(posix.join(dirname(path), from)) : from
}
