import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findAccountFor } from '@/auth/identity-provider'
import { closeSession, openSession, readSession } from '@/auth/session'
import { decodeSession, encodeSession } from '@/auth/session-cookie'
import { prisma } from '@/db/client'
import { inTransaction, withoutViewer } from '@/db/transaction'
import { revokeSessions } from '@/features/comptes/commands'
import { listComptes, listDemonstrationAccounts, listJournal, readIdentity } from '@/features/comptes/queries'
import { createCompte, createOrganisation, viewerOf } from './fixtures'

const now = new Date('2026-11-23T20:00:00Z')
const nothing = { ok: false, reason: 'INTROUVABLE' }

function later(minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

function open(compteId: string, at = now) {
  return withoutViewer((tx) => openSession(tx, compteId, at))
}

describe('une session', () => {
  it('rend qui l’a ouverte, avec ses rôles et son organisation d’aujourd’hui', async () => {
    const organisationId = await createOrganisation()
    const compte = await createCompte({ organisationId, roles: ['COORDINATEUR', 'INTERVENANT'] })
    const sessionId = await open(compte.id)
    const viewer = await readSession(sessionId, now)
    expect(viewer).toMatchObject({
      compteId: compte.id,
      sessionId,
      organisationId,
      fonction: 'Équipe de rue',
    })
    expect(viewer?.attributions.map(({ role }) => role).toSorted()).toEqual(['COORDINATEUR', 'INTERVENANT'])
    await prisma.attribution.deleteMany({ where: { compteId: compte.id, role: 'COORDINATEUR' } })
    expect((await readSession(sessionId, now))?.attributions).toEqual([
      { role: 'INTERVENANT', structureId: null },
    ])
  })

  it('n’est plus rien dès qu’elle est fermée, périmée ou que le compte est clos', async () => {
    const compte = await createCompte()
    const [closed, running] = [await open(compte.id), await open(compte.id)]
    await closeSession(closed, now)
    expect(await readSession(closed, now)).toBeNull()
    expect(await readSession(running, later(12 * 60 - 1))).not.toBeNull()
    expect(await readSession(running, later(12 * 60))).toBeNull()
    await prisma.compte.update({ where: { id: compte.id }, data: { actif: false } })
    expect(await readSession(running, now)).toBeNull()
    expect(await readSession(randomUUID(), now)).toBeNull()
  })

  it('dit quand on l’a vue, à cinq minutes près, sans écrire à chaque demande', async () => {
    const compte = await createCompte()
    const id = await open(compte.id)
    const seenAt = async () => (await prisma.session.findUniqueOrThrow({ where: { id } })).vueLe
    await readSession(id, later(4))
    expect(await seenAt()).toEqual(now)
    await readSession(id, later(6))
    expect(await seenAt()).toEqual(later(6))
  })

  it('écrit sa fin au journal une seule fois', async () => {
    const compte = await createCompte()
    const id = await open(compte.id)
    await closeSession(id, now)
    await closeSession(id, later(1))
    expect(await prisma.journal.count({ where: { compteId: compte.id, action: 'comptes.sign-out' } })).toBe(1)
  })

  it('s’oublie un mois après sa fin, à la connexion suivante', async () => {
    const compte = await createCompte()
    await open(compte.id, later(-60 * 24 * 32))
    await open(compte.id, later(-60 * 24 * 2))
    await open(compte.id)
    expect(await prisma.session.count({ where: { compteId: compte.id } })).toBe(2)
  })

  it('tient dans un cookie qui ne dit rien et ne se forge pas', async () => {
    const id = randomUUID()
    const cookie = await encodeSession(id)
    expect(cookie).not.toContain(id)
    expect(await decodeSession(cookie)).toBe(id)
    expect(await decodeSession(`${cookie.slice(0, -2)}xx`)).toBeNull()
    expect(await decodeSession(id)).toBeNull()
  })
})

describe('fermer les sessions d’un compte', () => {
  it('les ferme toutes, tout de suite, et l’écrit au journal', async () => {
    const organisationId = await createOrganisation()
    const responsable = viewerOf(await createCompte({ organisationId }), ['RESPONSABLE'])
    const compte = await createCompte({ organisationId })
    const sessions = [await open(compte.id), await open(compte.id)]
    const result = await inTransaction(responsable, (tx) =>
      revokeSessions({ actor: responsable, now, tx }, { compteId: compte.id }),
    )
    expect(result).toEqual({ ok: true, value: { sessions: 2 } })
    for (const id of sessions) expect(await readSession(id, now)).toBeNull()
    expect(
      await prisma.journal.findMany({ where: { action: 'comptes.revoke', objetId: compte.id } }),
    ).toEqual([
      expect.objectContaining({ compteId: responsable.compteId, refus: null, details: { sessions: 2 } }),
    ])
  })

  it('ne trouve pas le compte d’une autre organisation, et garde trace de l’essai', async () => {
    const responsable = viewerOf(await createCompte({ organisationId: await createOrganisation() }), [
      'RESPONSABLE',
    ])
    const stranger = await createCompte({ organisationId: await createOrganisation() })
    const session = await open(stranger.id)
    for (const compteId of [stranger.id, randomUUID()]) {
      expect(
        await inTransaction(responsable, (tx) =>
          revokeSessions({ actor: responsable, now, tx }, { compteId }),
        ),
      ).toEqual(nothing)
    }
    expect(await readSession(session, now)).not.toBeNull()
    expect(await prisma.journal.count({ where: { objetId: stranger.id, refus: 'INTROUVABLE' } })).toBe(1)
  })
})

describe('l’administration', () => {
  it('montre ses comptes à une responsable, tous à l’administration, page par page', async () => {
    const organisationId = await createOrganisation('La mienne')
    const mine = await Promise.all(Array.from({ length: 53 }, () => createCompte({ organisationId })))
    const stranger = await createCompte({ organisationId: await createOrganisation() })
    await open(mine[0]?.id ?? '')
    const responsable = viewerOf({ ...stranger, organisationId }, ['RESPONSABLE'])
    const first = await listComptes(responsable, { now })
    const second = await listComptes(responsable, { apres: first.suivant ?? '', now })
    expect([first.comptes.length, second.comptes.length, second.suivant]).toEqual([50, 3, null])
    const seen = [...first.comptes, ...second.comptes]
    expect(seen.map(({ id }) => id).toSorted()).toEqual(mine.map(({ id }) => id).toSorted())
    expect(seen.find(({ id }) => id === mine[0]?.id)).toMatchObject({
      sessions: 1,
      vuLe: now,
      organisation: 'La mienne',
    })

    const admin = viewerOf({ ...stranger, organisationId: null }, ['ADMIN'])
    const all = await listComptes(admin, { apres: stranger.courriel.slice(0, -1), now })
    expect(all.comptes.map(({ id }) => id)).toContain(stranger.id)
  })

  it('lit le journal page par page, sans saut ni répétition à la même milliseconde', async () => {
    const compte = await createCompte()
    const admin = viewerOf(compte, ['ADMIN'])
    await prisma.journal.createMany({
      data: Array.from({ length: 250 }, (_, rank) => ({
        le: later(Math.floor(rank / 90)),
        action: 'essai.page',
        compteId: compte.id,
      })),
    })
    const first = await listJournal(admin, { action: 'essai.page' })
    const second = await listJournal(admin, { action: 'essai.page', avant: first.suivant ?? undefined })
    const third = await listJournal(admin, { action: 'essai.page', avant: second.suivant ?? undefined })
    const ids = [...first.lignes, ...second.lignes, ...third.lignes].map(({ id }) => id)
    expect([first.lignes.length, second.lignes.length, third.lignes.length]).toEqual([100, 100, 50])
    expect(new Set(ids).size).toBe(250)
    expect(third.suivant).toBeNull()
    expect(first.lignes[0]).toMatchObject({ courriel: compte.courriel, action: 'essai.page', refus: null })
  })
})

describe('la démonstration', () => {
  it('n’est dite et ne montre ses comptes que si la base en est une', async () => {
    const compte = await createCompte()
    expect(await listDemonstrationAccounts()).toEqual([])
    expect((await readIdentity(viewerOf(compte, ['INTERVENANT']))).demonstration).toBe(false)
    const shown = await prisma.compte.update({ where: { id: compte.id }, data: { demonstration: true } })
    const silent = await createCompte({ motDePasse: null })
    await prisma.compte.update({ where: { id: silent.id }, data: { demonstration: true } })
    expect((await listDemonstrationAccounts()).map(({ courriel }) => courriel)).toEqual([shown.courriel])
    expect((await readIdentity(viewerOf(compte, ['INTERVENANT']))).demonstration).toBe(true)
  })
})

describe('une identité d’un fournisseur', () => {
  it('ouvre le compte actif de la même adresse vérifiée, et aucun autre', async () => {
    const compte = await createCompte()
    const ferme = await createCompte({ actif: false })
    const verified = { email: compte.courriel.toUpperCase(), email_verified: true }
    expect(await findAccountFor(verified)).toBe(compte.id)
    expect(await findAccountFor({ ...verified, email_verified: false })).toBeNull()
    expect(await findAccountFor({ ...verified, email_verified: 'true' })).toBeNull()
    expect(await findAccountFor({ email: compte.courriel })).toBeNull()
    expect(await findAccountFor({ email: 'inconnue@exemple.fr', email_verified: true })).toBeNull()
    expect(await findAccountFor({ email: ferme.courriel, email_verified: true })).toBeNull()
    expect(await findAccountFor(undefined)).toBeNull()
  })
})
