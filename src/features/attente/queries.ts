import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import { type CivilDate, fromDatabaseDate } from '@/domain/commun/civil-date'
import type { Genre, TrancheAge } from '@/domain/commun/profil'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { EnAttente } from '@/domain/orientations/attente'
import type { Echeance } from '@/domain/orientations/statuts'
import { recuesPar } from '@/features/orientations/queries'

/** Who waits for a device, first in line first. */
export function listRangs(tx: Transaction, dispositifId: string): Promise<{ id: string; rang: number }[]> {
  return tx.$queryRaw`
    SELECT id, rang FROM orientations WHERE receveur_dispositif_id = ${dispositifId}::uuid AND statut = 'EN_ATTENTE' ORDER BY rang`
}

/** Somebody in line, as the receiver reads it. */
export type LigneAttente = EnAttente & {
  id: string
  version: number
  genre: Genre
  trancheAge: TrancheAge
  personnes: number
  couple: boolean
  animaux: boolean
  mobilite: boolean
  femmesSeulement: boolean
  echeance: Echeance
  pourLe: CivilDate | null
  code: string | null
  prescripteur: string
  criteres: string[]
}

export type ListeAttente = { nom: string; structure: string; slug: string; lignes: LigneAttente[] }

/** The line of one device, in order, each rank with what explains it; null when the viewer does not answer for it. */
export function readListeAttente(viewer: Viewer, slug: string): Promise<ListeAttente | null> {
  return readAs(viewer, async (tx) => {
    const dispositif = await tx.dispositif.findUnique({
      where: { slug },
      select: {
        id: true,
        nom: true,
        structureId: true,
        organisationId: true,
        structure: { select: { nom: true } },
      },
    })
    if (dispositif === null || !can(viewer, 'orientations.answer', dispositif)) return null
    const { nom, structure } = dispositif
    return { nom, structure: structure.nom, slug, lignes: await readLignes(tx, dispositif.id) }
  })
}

async function readLignes(tx: Transaction, receveurDispositifId: string): Promise<LigneAttente[]> {
  const rows = await tx.orientation.findMany({
    where: { receveurDispositifId, statut: 'EN_ATTENTE' },
    orderBy: { rang: 'asc' },
    select: {
      id: true,
      version: true,
      genre: true,
      trancheAge: true,
      personnes: true,
      couple: true,
      animaux: true,
      mobilite: true,
      femmesSeulement: true,
      echeance: true,
      pourLe: true,
      criteres: true,
      attenteLe: true,
      souhaitLe: true,
      personne: { select: { code: true } },
      prescripteur: { select: { nom: true } },
      mouvements: {
        orderBy: [{ le: 'asc' }, { id: 'asc' }],
        select: { deRang: true, versRang: true, motif: true, le: true },
      },
    },
  })
  return rows.map(({ pourLe, attenteLe, souhaitLe, personne, prescripteur, ...row }) => ({
    ...row,
    pourLe: pourLe === null ? null : fromDatabaseDate(pourLe),
    attenteLe: attenteLe ?? souhaitLe,
    code: personne?.code ?? null,
    prescripteur: prescripteur.nom,
  }))
}

/** How many wait in line for each device (by id) that the viewer answers for; devices without a line are left out. */
export function countAttentes(viewer: Viewer): Promise<ReadonlyMap<string, number>> {
  if (!can(viewer, 'orientations.answer')) return Promise.resolve(new Map())
  return readAs(viewer, async (tx) => {
    const rows = await tx.orientation.groupBy({
      by: ['receveurDispositifId'],
      where: { AND: [recuesPar(viewer), { statut: 'EN_ATTENTE', receveurDispositifId: { not: null } }] },
      _count: true,
    })
    return new Map(
      rows.flatMap(({ receveurDispositifId, _count }) =>
        receveurDispositifId === null ? [] : [[receveurDispositifId, _count] as const],
      ),
    )
  })
}
