import { randomUUID } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { generate } from 'otplib'
import { describe, expect, it, vi } from 'vitest'
import { accountFingerprint, type Origin } from '@/auth/attempts'
import { withKnownAccount } from '@/auth/known-devices'
import { verifyPassword } from '@/auth/password'
import { signInWithCode, signInWithPassword } from '@/auth/sign-in'
import { sealTotpSecret } from '@/auth/totp'
import { prisma } from '@/db/client'
import { anywhere, createCompte, PASSWORD } from './fixtures'

vi.mock('@node-rs/argon2', { spy: true })

const now = new Date('2026-11-23T20:00:00Z')
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

function later(minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

function attempt(courriel: string, origin: Origin, motDePasse = 'pas le bon du tout', at = now) {
  return signInWithPassword({ courriel, motDePasse }, origin, at)
}

async function fail(courriel: string, origin: Origin, times: number, at = now) {
  const outcomes = await Promise.all(
    Array.from({ length: times }, () => attempt(courriel, origin, undefined, at)),
  )
  return outcomes.map((outcome) => (outcome.ok ? 'OUVERTE' : outcome.reason))
}

function knownDeviceOf(courriel: string, origin = anywhere()): Origin {
  return { ...origin, deviceCookie: withKnownAccount(undefined, accountFingerprint(courriel)) }
}

async function reachCode() {
  const compte = await createCompte({ totp: sealTotpSecret(SECRET) })
  const origin = anywhere()
  const outcome = await attempt(compte.courriel, origin, PASSWORD)
  if (!outcome.ok || outcome.etape !== 'CODE') throw new Error('Le code devait être demandé.')
  return { compte, origin, ticket: outcome.ticket }
}

function codeAt(at: Date) {
  return generate({ secret: SECRET, epoch: Math.floor(at.getTime() / 1000) })
}

describe('se connecter', () => {
  it('ouvre une session de douze heures et l’écrit au journal', async () => {
    const compte = await createCompte()
    const outcome = await attempt(compte.courriel, anywhere(), PASSWORD)
    expect(outcome).toMatchObject({ ok: true, etape: 'OUVERTE', courriel: compte.courriel })
    const sessions = await prisma.session.findMany({ where: { compteId: compte.id } })
    expect(sessions).toEqual([
      expect.objectContaining({ creeeLe: now, vueLe: now, expireLe: later(12 * 60), revoqueeLe: null }),
    ])
    const lines = await prisma.journal.findMany({ where: { compteId: compte.id } })
    expect(lines).toEqual([expect.objectContaining({ action: 'comptes.sign-in', refus: null, le: now })])
  })

  it('répond de même à une adresse inconnue, un compte fermé, un compte sans mot de passe et un mauvais mot de passe', async () => {
    const ferme = await createCompte({ actif: false })
    const sansMotDePasse = await createCompte({ motDePasse: null })
    const compte = await createCompte()
    const refusal = { ok: false, reason: 'IDENTIFIANTS_REFUSES' }
    expect(await attempt('personne@exemple.fr', anywhere(), PASSWORD)).toEqual(refusal)
    expect(await attempt(ferme.courriel, anywhere(), PASSWORD)).toEqual(refusal)
    expect(await attempt(sansMotDePasse.courriel, anywhere(), PASSWORD)).toEqual(refusal)
    expect(await attempt(compte.courriel, anywhere(), 'pas le bon du tout')).toEqual(refusal)
    expect(
      await prisma.session.count({ where: { compteId: { in: [ferme.id, sansMotDePasse.id, compte.id] } } }),
    ).toBe(0)
  })

  it('n’accepte pas le mot de passe du leurre pour un compte qui n’existe pas', async () => {
    expect(await verifyPassword(null, 'leurre')).toBe(false)
  })

  it('accepte un mot de passe accentué, quel que soit le clavier', async () => {
    const compte = await createCompte()
    const outcome = await attempt(compte.courriel, anywhere(), PASSWORD.normalize('NFD'))
    expect(outcome.ok).toBe(true)
  })

  it('fait le même calcul pour une adresse inconnue, qui prend donc le même temps', async () => {
    const compte = await createCompte()
    const works = []
    for (const courriel of [compte.courriel, `${randomUUID()}@exemple.fr`]) {
      vi.mocked(verify).mockClear()
      await attempt(courriel, anywhere())
      works.push(vi.mocked(verify).mock.calls.map(([hashed]) => argonSettings(hashed)))
    }
    expect(works).toEqual([['argon2id v=19 m=47104,t=2,p=1'], ['argon2id v=19 m=47104,t=2,p=1']])
  })

  it('garde l’empreinte du compte et de l’adresse, jamais ce qu’elles sont, et une heure seulement', async () => {
    const compte = await createCompte()
    await attempt(
      compte.courriel,
      { address: '203.0.113.77', deviceCookie: undefined },
      undefined,
      later(-61),
    )
    const before = await prisma.tentative.findMany({ where: { le: later(-61) } })
    expect(before).toHaveLength(1)
    expect(JSON.stringify(before)).not.toContain(compte.courriel)
    expect(JSON.stringify(before)).not.toContain('203.0.113')
    await attempt(compte.courriel, anywhere())
    expect(await prisma.tentative.count({ where: { le: later(-61) } })).toBe(0)
  })
})

describe('le rythme des essais', () => {
  it('laisse passer exactement cinq essais sur cent simultanés', async () => {
    const compte = await createCompte()
    const outcomes = await fail(compte.courriel, anywhere(), 100)
    expect(outcomes.filter((reason) => reason === 'IDENTIFIANTS_REFUSES')).toHaveLength(5)
    expect(outcomes.filter((reason) => reason === 'TROP_D_ESSAIS')).toHaveLength(95)
  })

  it('refuse alors même le bon mot de passe, dit quand réessayer, et tient parole', async () => {
    const compte = await createCompte()
    const bureau = anywhere()
    await fail(compte.courriel, bureau, 5)
    expect(await attempt(compte.courriel, bureau, PASSWORD, later(14))).toEqual({
      ok: false,
      reason: 'TROP_D_ESSAIS',
      reessayerLe: later(15),
    })
    expect((await attempt(compte.courriel, bureau, PASSWORD, later(15))).ok).toBe(true)
  })

  it('ne compte pas un essai réussi', async () => {
    const compte = await createCompte()
    const bureau = anywhere()
    for (let time = 0; time < 8; time++) {
      expect((await attempt(compte.courriel, bureau, PASSWORD)).ok).toBe(true)
    }
  })

  it('arrête une adresse qui essaie beaucoup de comptes', async () => {
    const camion = anywhere()
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, rank) => attempt(`inconnu-${rank}@exemple.fr`, camion)),
    )
    expect(
      outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'IDENTIFIANTS_REFUSES'),
    ).toHaveLength(40)
  })

  it('arrête un compte attaqué de partout, sans en fermer la porte à un appareil connu', async () => {
    const compte = await createCompte()
    const outcomes = await Promise.all(Array.from({ length: 70 }, () => attempt(compte.courriel, anywhere())))
    expect(
      outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'IDENTIFIANTS_REFUSES'),
    ).toHaveLength(50)
    expect(await attempt(compte.courriel, anywhere(), PASSWORD)).toMatchObject({ reason: 'TROP_D_ESSAIS' })
    expect((await attempt(compte.courriel, knownDeviceOf(compte.courriel), PASSWORD)).ok).toBe(true)
  })

  it('laisse entrer l’appareil connu depuis l’adresse même de l’attaque', async () => {
    const compte = await createCompte()
    const foyer = anywhere()
    await fail(compte.courriel, foyer, 45)
    expect((await attempt(compte.courriel, knownDeviceOf(compte.courriel, foyer), PASSWORD)).ok).toBe(true)
  })

  it('limite aussi un appareil connu, seul', async () => {
    const compte = await createCompte()
    const tablette = knownDeviceOf(compte.courriel)
    const outcomes = await fail(compte.courriel, tablette, 30)
    expect(outcomes.filter((reason) => reason === 'IDENTIFIANTS_REFUSES')).toHaveLength(10)
    expect((await attempt(compte.courriel, knownDeviceOf(compte.courriel), PASSWORD)).ok).toBe(true)
    expect((await attempt(compte.courriel, anywhere(), PASSWORD)).ok).toBe(true)
  })

  it('ne se laisse pas tromper par le cookie d’un autre compte, forgé ou tronqué', async () => {
    const compte = await createCompte()
    const foyer = anywhere()
    await fail(compte.courriel, foyer, 5)
    const own = knownDeviceOf(compte.courriel).deviceCookie ?? ''
    const cookies = [
      knownDeviceOf('autre@exemple.fr').deviceCookie,
      own.slice(0, -1),
      `${own}x`,
      own.replace('.', '.x'),
      '~~~',
      '',
    ]
    for (const deviceCookie of cookies) {
      expect(await attempt(compte.courriel, { ...foyer, deviceCookie }, PASSWORD)).toMatchObject({
        reason: 'TROP_D_ESSAIS',
      })
    }
  })

  it('reconnaît sur un poste partagé chacun de ceux qui s’y sont connectés', async () => {
    const [alix, sam] = [await createCompte(), await createCompte()]
    const forAlix = withKnownAccount(undefined, accountFingerprint(alix.courriel))
    const deviceCookie = withKnownAccount(forAlix, accountFingerprint(sam.courriel))
    const poste = { ...anywhere(), deviceCookie }
    await fail(alix.courriel, { ...poste, deviceCookie: undefined }, 45)
    expect((await attempt(alix.courriel, poste, PASSWORD)).ok).toBe(true)
    expect((await attempt(sam.courriel, poste, PASSWORD)).ok).toBe(true)
  })
})

describe('le code à six chiffres', () => {
  it('est demandé après le mot de passe, et lui seul ouvre la session', async () => {
    const { compte, origin, ticket } = await reachCode()
    expect(await prisma.session.count({ where: { compteId: compte.id } })).toBe(0)
    const outcome = await signInWithCode({ ticket, code: await codeAt(now) }, origin, now)
    expect(outcome).toMatchObject({ ok: true, etape: 'OUVERTE' })
    expect(await prisma.session.count({ where: { compteId: compte.id } })).toBe(1)
  })

  it('ne sert qu’une fois, même demandé deux fois ensemble', async () => {
    const { origin, ticket } = await reachCode()
    const code = await codeAt(now)
    const outcomes = await Promise.all([1, 2, 3].map(() => signInWithCode({ ticket, code }, origin, now)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('vaut encore trente secondes après, pas deux minutes', async () => {
    const { origin, ticket } = await reachCode()
    const code = await codeAt(now)
    expect(await signInWithCode({ ticket, code }, origin, later(2))).toEqual({
      ok: false,
      reason: 'CODE_REFUSE',
    })
    expect((await signInWithCode({ ticket, code }, origin, later(0.5))).ok).toBe(true)
  })

  it('se devine au même rythme qu’un mot de passe', async () => {
    const { origin, ticket } = await reachCode()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => signInWithCode({ ticket, code: '000000' }, origin, now)),
    )
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'CODE_REFUSE')).toHaveLength(5)
    expect(await signInWithCode({ ticket, code: await codeAt(now) }, origin, now)).toMatchObject({
      reason: 'TROP_D_ESSAIS',
    })
  })

  it('ne s’obtient pas avec un ticket forgé', async () => {
    const { origin, ticket } = await reachCode()
    for (const forged of ['', 'x', `${ticket}x`, ticket.slice(5)]) {
      expect(await signInWithCode({ ticket: forged, code: await codeAt(now) }, origin, now)).toEqual({
        ok: false,
        reason: 'DELAI_PASSE',
      })
    }
  })

  it('garde le secret chiffré dans la base', () => {
    expect(sealTotpSecret(SECRET)).not.toContain(SECRET)
    expect(sealTotpSecret(SECRET)).not.toBe(sealTotpSecret(SECRET))
  })
})

/** What decides the time of a verification: the algorithm and its cost, without the salt. */
function argonSettings(hashed: unknown): string {
  return String(hashed).split('$').slice(1, 4).join(' ')
}
