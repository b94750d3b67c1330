import 'server-only'
import type { Context } from '@/db/journal'
import { readAs, withoutViewer } from '@/db/transaction'
import { type CivilDate, fromDatabaseDate } from '@/domain/commun/civil-date'
import type { Genre, TrancheAge } from '@/domain/commun/profil'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { type Echeance, statutsQuiAttendent } from '@/domain/orientations/statuts'
import { hasPlaces } from '@/features/promesses/queries'

/** Whether an orientation may still be answered by its own receiver, and its version; null out of the actor's scope. */
export async function isAnswerable(
  { actor, tx }: Context,
  id: string,
): Promise<{ version: number; answerable: boolean } | null> {
  const row = await tx.orientation.findUnique({
    where: { id },
    select: {
      version: true,
      statut: true,
      prescripteurStructureId: true,
      prescripteurOrganisationId: true,
      auteurId: true,
      receveur: { select: { structureId: true, organisationId: true } },
    },
  })
  if (row === null) return null
  const prescriber = {
    auteurId: row.auteurId,
    structureId: row.prescripteurStructureId,
    organisationId: row.prescripteurOrganisationId,
  }
  const mine =
    can(actor, 'orientations.renounce', prescriber) ||
    (row.receveur !== null && can(actor, 'orientations.answer', row.receveur))
  if (!mine) return null
  const answerable = row.receveur !== null && statutsQuiAttendent.some((statut) => statut === row.statut)
  return { version: row.version, answerable }
}

/** What a token opens. */
export type LienOuvert = {
  lienId: string
  orientationId: string
  organisationId: string
  structureId: string
}

/** Reads a token by its fingerprint; null when it is unknown, used, replaced, past its days, or the request is answered. */
export async function findLien(empreinte: string, now: Date): Promise<LienOuvert | null> {
  const rows = await withoutViewer(
    (tx) => tx.$queryRaw<LienOuvert[]>`
      SELECT lien_id AS "lienId", orientation_id AS "orientationId", organisation_id AS "organisationId", structure_id AS "structureId"
      FROM lien_vivant(${empreinte}, ${now})`,
  )
  return rows[0] ?? null
}

/** The little that whoever answers must know: no code, no personne. */
export type DemandeParLien = {
  genre: Genre
  trancheAge: TrancheAge
  personnes: number
  couple: boolean
  animaux: boolean
  mobilite: boolean
  femmesSeulement: boolean
  echeance: Echeance
  pourLe: CivilDate | null
  souhaitLe: Date
  prescripteur: string
  dispositif: string
  structure: string
  /** the device keeps its places here: one is held; otherwise a day is promised */
  hasPlaces: boolean
}

/** The request behind a link, read by its holder (`mintLink`); null when it has gone from its reach. */
export function readDemandeParLien(holder: Viewer): Promise<DemandeParLien | null> {
  return readAs(holder, async (tx) => {
    const row = await tx.orientation.findUnique({
      where: { id: holder.orientationId ?? '' },
      select: {
        genre: true,
        trancheAge: true,
        personnes: true,
        couple: true,
        animaux: true,
        mobilite: true,
        femmesSeulement: true,
        echeance: true,
        pourLe: true,
        souhaitLe: true,
        prescripteur: { select: { nom: true } },
        receveur: {
          select: { id: true, nom: true, structure: { select: { nom: true } } },
        },
      },
    })
    if (row === null || row.receveur === null) return null
    const { prescripteur, receveur, pourLe, ...facts } = row
    return {
      ...facts,
      pourLe: pourLe === null ? null : fromDatabaseDate(pourLe),
      prescripteur: prescripteur.nom,
      dispositif: receveur.nom,
      structure: receveur.structure.nom,
      hasPlaces: await hasPlaces(tx, receveur.id),
    }
  })
}
