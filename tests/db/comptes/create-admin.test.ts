import { describe, expect, it } from 'vitest'
import { createAdmin } from '@/auth/create-admin'
import { signInWithPassword } from '@/auth/sign-in'
import { prisma } from '@/db/client'
import { anywhere, PASSWORD } from './fixtures'

const now = new Date('2026-11-23T20:00:00Z')

function wish(courriel: string, encore = false, motDePasse = PASSWORD) {
  return createAdmin({ courriel, motDePasse, encore }, now)
}

describe('le premier compte d’administration', () => {
  it('se crée une fois, même demandé dix fois ensemble, et entre', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, rank) => wish(`Admin-${rank}@Exemple.fr`)),
    )
    const created = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value.courriel : []))
    expect(created).toHaveLength(1)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'ADMIN_EXISTANT')).toHaveLength(9)
    const [courriel = ''] = created
    expect((await signInWithPassword({ courriel, motDePasse: PASSWORD }, anywhere(), now)).ok).toBe(true)
    const compte = await prisma.compte.findUniqueOrThrow({
      where: { courriel },
      include: { attributions: true },
    })
    expect(compte.attributions).toEqual([expect.objectContaining({ role: 'ADMIN', structureId: null })])
    expect(
      await prisma.journal.count({ where: { action: 'comptes.create-admin', objetId: compte.id } }),
    ).toBe(1)
  })

  it('laisse en ajouter un autre quand on le demande, jamais sur une adresse prise', async () => {
    expect(await wish('seconde@exemple.fr')).toEqual({ ok: false, reason: 'ADMIN_EXISTANT' })
    expect(await wish('seconde@exemple.fr', true)).toEqual({
      ok: true,
      value: { courriel: 'seconde@exemple.fr' },
    })
    expect(await wish('SECONDE@exemple.fr', true)).toEqual({ ok: false, reason: 'COURRIEL_PRIS' })
  })

  it.each([
    ['pas-une-adresse', PASSWORD, 'COURRIEL_INVALIDE'],
    ['faible@exemple.fr', 'court', 'MOT_DE_PASSE_FAIBLE'],
    ['faible@exemple.fr', 'c’est faible@exemple.fr', 'MOT_DE_PASSE_FAIBLE'],
  ])('refuse %s avec %j : %s', async (courriel, motDePasse, reason) => {
    expect(await wish(courriel, true, motDePasse)).toEqual({ ok: false, reason })
    expect(await prisma.compte.count({ where: { courriel } })).toBe(0)
  })
})
