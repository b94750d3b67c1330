import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { StatutOrientation } from '@/domain/orientations/statuts'
import { envoyeesPar, recuesPar } from '@/features/orientations/queries'

/** A structure one can call, and its page in the directory; null: its number is not known here. */
export type Interlocuteur = { nom: string; slug: string; telephone: string | null }

/** All that an emergency access shows: whom to call, and where the request stands. No profile, no need, no address. */
export type FicheUrgence = {
  code: string
  statut: StatutOrientation
  demandeeLe: Date | null
  expireLe: Date
  suivi: Interlocuteur
  suiviFiniLe: Date | null
  prescripteur: Interlocuteur
  receveur: Interlocuteur | null
}

/** One access, for the account that opened it, for three hours; null for anybody else, and after. */
export function findAccesUrgence(viewer: Viewer, id: string, now: Date): Promise<FicheUrgence | null> {
  if (!can(viewer, 'urgences.open')) return Promise.resolve(null)
  return readAs(viewer, async (tx) => {
    const [fiche] = await tx.$queryRaw<FicheUrgence[]>`
      SELECT code, statut::text, demandee_le AS "demandeeLe", expire_le AS "expireLe", suivi_fini_le AS "suiviFiniLe",
        suivi, prescripteur, receveur
      FROM lire_acces_urgence(${id}::uuid, ${now})`
    return fiche ?? null
  })
}

/** An emergency access to one request, as its two structures see it: which organisation, when, why. Never who. */
export type Consultation = { id: string; organisation: string; ouvertLe: Date; expireLe: Date; motif: string }

const ofConsultation = {
  id: true,
  ouvertLe: true,
  expireLe: true,
  motif: true,
  organisation: { select: { nom: true } },
} satisfies Prisma.AccesUrgenceSelect
const newestFirst = [
  { ouvertLe: 'desc' },
  { id: 'desc' },
] satisfies Prisma.AccesUrgenceOrderByWithRelationInput[]

/** Every emergency access to one request, newest first; none when the request is out of the viewer's scope. */
export function listConsultations(viewer: Viewer, orientationId: string): Promise<Consultation[]> {
  return readAs(viewer, async (tx) => {
    const rows = await tx.accesUrgence.findMany({
      // The request itself must be seen: whoever opened the access reads its sheet, not this list.
      where: { orientationId, orientation: { id: orientationId } },
      orderBy: newestFirst,
      select: ofConsultation,
    })
    return rows.map(({ organisation, ...row }) => ({ ...row, organisation: organisation.nom }))
  })
}

/** Requests of the viewer opened in an emergency by others since an instant, newest first: the owner is told. */
export function listOuvertesEnUrgence(
  viewer: Viewer,
  depuis: Date,
): Promise<(Consultation & { orientationId: string })[]> {
  if (!can(viewer, 'orientations.answer')) return Promise.resolve([])
  return readAs(viewer, async (tx) => {
    const rows = await tx.accesUrgence.findMany({
      where: {
        ouvertLe: { gte: depuis },
        compteId: { not: viewer.compteId },
        orientation: { OR: [recuesPar(viewer), envoyeesPar(viewer)] },
      },
      orderBy: newestFirst,
      take: 20,
      select: { ...ofConsultation, orientationId: true },
    })
    return rows.flatMap(({ organisation, orientationId, ...row }) =>
      orientationId === null ? [] : [{ ...row, orientationId, organisation: organisation.nom }],
    )
  })
}
