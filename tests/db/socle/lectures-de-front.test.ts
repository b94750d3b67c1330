import { describe, expect, it } from 'vitest'
import { readSideBySide, type Transaction } from '@/db/transaction'
import { createMonde } from './monde'
import { owner } from '../support/connections'
import { viewerOf } from '../places/soiree'

async function countOrganisations(tx: Transaction): Promise<number> {
  return tx.organisation.count()
}

async function readCompteCarried(tx: Transaction): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ compte: string }[]>`SELECT current_setting('maillage.compte') AS compte`
  return row?.compte
}

describe('une lecture sur deux connexions', () => {
  it('voit le même instant des deux : ce qui s’écrit entre-temps n’est compté par aucune', async () => {
    const { paris } = await createMonde(owner)
    const counts = await readSideBySide(
      viewerOf(paris, 'COORDINATEUR'),
      async ([first, second]) => {
        const before = await countOrganisations(first)
        await createMonde(owner)
        return { before, first: await countOrganisations(first), second: await countOrganisations(second) }
      },
      { timeout: 10_000 },
    )
    expect(counts).toEqual({ before: counts.before, first: counts.before, second: counts.before })
    const { rows } = await owner.query('SELECT count(*)::int AS nombre FROM organisations')
    expect(rows[0].nombre).toBeGreaterThan(counts.before)
  })

  it('porte la même personne sur les deux', async () => {
    const { paris } = await createMonde(owner)
    const viewer = viewerOf(paris, 'COORDINATEUR')
    const carried = await readSideBySide(
      viewer,
      ([first, second]) => Promise.all([readCompteCarried(first), readCompteCarried(second)]),
      { timeout: 10_000 },
    )
    expect(carried).toEqual([viewer.compteId, viewer.compteId])
  })

  it('n’en bloque aucune autre, même plus nombreuses que les connexions', async () => {
    const { paris } = await createMonde(owner)
    const viewer = viewerOf(paris, 'COORDINATEUR')
    const reads = Array.from({ length: 50 }, () =>
      readSideBySide(
        viewer,
        ([first, second]) => Promise.all([countOrganisations(first), countOrganisations(second)]),
        {
          timeout: 15_000,
        },
      ),
    )
    const counts = await Promise.all(reads)
    expect(counts.every(([first, second]) => first === second)).toBe(true)
  })
})
