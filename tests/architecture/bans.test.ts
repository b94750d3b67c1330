import { describe, expect, it } from 'vitest'
import { readTree, sourceFile, type SourceFile } from './source-tree'

type Ban = { what: RegExp; except: RegExp; instead: string }

const bans: readonly Ban[] = [
  {
    what: /\bprocess\.env\b/,
    // Next itself replaces NEXT_RUNTIME there when it builds.
    except: /^src\/(lib\/(env|settings)|instrumentation)\.ts$/,
    instead: 'src/lib/env.ts lit les réglages',
  },
  {
    what: /\bnew Date\(\)|\bDate\.now\(\)/,
    except: /^src\/(lib\/clock\.ts|offline\/)/,
    instead: 'recevoir `now`',
  },
  {
    what: /\bindexedDB\b|navigator\.onLine|navigator\.locks/,
    except: /^src\/offline\//,
    instead: 'src/offline',
  },
  { what: /from 'dexie/, except: /^src\/offline\//, instead: 'src/offline' },
  { what: /from '(react-)?leaflet/, except: /^src\/ui\/map\/|-layer\.tsx$/, instead: 'src/ui/map' },
  { what: /from 'zod'/, except: /^src\/(domain|lib|db|auth)\//, instead: 'un schéma de src/domain' },
  { what: /from 'pg-boss'/, except: /^src\/jobs\/boss\.ts$/, instead: 'src/jobs' },
  { what: /\b(TODO|FIXME|XXX)\b/, except: /^$/, instead: 'un ticket' },
  {
    what: /oxlint-disable|eslint-disable|@ts-(ignore|expect-error|nocheck)|\bas any\b|\bas unknown as\b/,
    except: /^$/,
    instead: 'corriger',
  },
  {
    what: /https?:\/\/(?!localhost|www\.w3\.org)[a-z]/,
    except: /^src\/(lib|domain)\/|^src\/app\/\(public\)\//,
    instead: 'aucun autre hôte',
  },
]

function breaches(tree: readonly SourceFile[]): string[] {
  return tree.flatMap(({ path, text }) =>
    bans
      .filter(({ what, except }) => !except.test(path) && what.test(withoutComments(text)))
      .map(({ instead }) => `${path} : ${instead}`),
  )
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/ (?!TODO|FIXME|oxlint)[^\n]*/g, '$1')
}

describe('ce qui est interdit', () => {
  const tree = readTree()

  it('ne se trouve nulle part', () => {
    expect(tree.length).toBeGreaterThan(60)
    expect(breaches(tree)).toEqual([])
  })

  it.each([
    ['src/ui/a.tsx', 'process.env.SECRET'],
    ['src/features/places/commands.ts', 'const now = new Date()'],
    ['src/ui/a.tsx', 'if (navigator.onLine) {}'],
    ['src/ui/a.tsx', "import L from 'leaflet'"],
    ['src/app/page.tsx', "import { z } from 'zod'"],
    ['src/features/places/commands.ts', "import PgBoss from 'pg-boss'"],
    ['src/domain/a.ts', '// TODO plus tard'],
    ['src/domain/a.ts', 'const a = b as unknown as string'],
    ['src/ui/a.tsx', "fetch('https://exemple.fr')"],
  ])('est vu dans %s : %s', (path, text) => {
    expect(breaches([sourceFile(path, text)])).toHaveLength(1)
  })
})
