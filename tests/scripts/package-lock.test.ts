import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
})

it('package-lock.json nomme les paquets de chaque système, sans quoi npm ci s’arrête', () => {
  const { packages } = lockSchema.parse(
    JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')),
  )
  const wanted = Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ where, name })),
  )
  const absent = wanted.filter(
    ({ where, name }) =>
      !(`${where}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
  )
  expect(wanted.length).toBeGreaterThan(50)
  expect(absent).toEqual([])
})
