import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as database from '@/db/generated/enums'

const domain = resolve(import.meta.dirname, '../../src/domain')

async function domainEnums(): Promise<string[]> {
  const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts'),
  )
  const modules: object[] = await Promise.all(files.map((path) => import(join(domain, path))))
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value) => value instanceof z.ZodEnum)
    .map((schema) => signature(schema.options))
}

/** Values of the base that no closed list of the domain equals, whole: a value too many or too few on either side is seen. */
function strangers(
  base: Readonly<Record<string, Readonly<Record<string, string>>>>,
  known: readonly string[],
): string[] {
  return Object.entries(base)
    .filter(([, values]) => !known.includes(signature(Object.values(values))))
    .map(([name]) => name)
}

function signature(values: readonly (string | number)[]): string {
  return values.map(String).toSorted().join(' ')
}

describe('les listes fermées', () => {
  it('de la base sont celles du domaine, valeur pour valeur', async () => {
    expect(Object.keys(database).length).toBeGreaterThan(20)
    expect(strangers(database, await domainEnums())).toEqual([])
  })

  it('sont refusées dès qu’une valeur manque ou s’ajoute', () => {
    const known = [signature(['A', 'B'])]
    expect(
      strangers({ Egale: { A: 'A', B: 'B' }, Courte: { A: 'A' }, Longue: { A: 'A', B: 'B', C: 'C' } }, known),
    ).toEqual(['Courte', 'Longue'])
  })
})
