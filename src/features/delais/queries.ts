import 'server-only'
import type { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import { fromDatabaseDate } from '@/domain/commun/civil-date'
import type { Viewer } from '@/domain/comptes/viewer'
import { type Attente, delaisSchema, delaisUsuels } from '@/domain/orientations/delais'
import { statutsOuverts } from '@/domain/orientations/statuts'

const PAGE = 200

/** Every open orientation the viewer reaches, by id, a page at a time: the list may change while it is walked. */
export async function* listOrientationsOuvertes(viewer: Viewer): AsyncGenerator<string> {
  for (let after: string | null = null; ;) {
    const page = await readPage(viewer, after)
    for (const id of page) yield id
    after = page.at(-1) ?? null
    if (page.length < PAGE) return
  }
}

async function readPage(viewer: Viewer, after: string | null): Promise<string[]> {
  const rows = await readAs(viewer, (tx) =>
    tx.orientation.findMany({
      where: { statut: { in: statutsOuverts }, ...(after !== null && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true },
    }),
  )
  return rows.map(({ id }) => id)
}

const ofClock = {
  statut: true,
  echeance: true,
  pourLe: true,
  envoyeeLe: true,
  creeeLe: true,
  premiereReponseLe: true,
  attenteLe: true,
  entreePrevue: true,
  delais: true,
  relanceeLe: true,
  signaleeLe: true,
} satisfies Prisma.OrientationSelect

/** What the clocks need of one orientation, with what they have said of it already; null: gone from the viewer's reach. */
export async function findAttente(
  tx: Transaction,
  id: string,
): Promise<{ attente: Attente; relanceeLe: Date | null; signaleeLe: Date | null } | null> {
  const row = await tx.orientation.findUnique({ where: { id }, select: ofClock })
  if (row === null) return null
  const hold = await tx.occupation.findFirst({
    where: { orientationId: id, kind: 'RESERVATION', etat: { in: ['TENUE', 'EXPIREE'] } },
    orderBy: [{ creeLe: 'desc' }, { id: 'desc' }],
    select: { expireLe: true },
  })
  const { relanceeLe, signaleeLe, creeeLe, envoyeeLe, pourLe, entreePrevue, delais, ...facts } = row
  const attente = {
    ...facts,
    envoyeeLe: envoyeeLe ?? creeeLe,
    pourLe: pourLe === null ? null : fromDatabaseDate(pourLe),
    entreePrevue: entreePrevue === null ? null : fromDatabaseDate(entreePrevue),
    tenueJusque: hold?.expireLe ?? null,
    delais: delais === null ? delaisUsuels : delaisSchema.parse(delais),
  }
  return { attente, relanceeLe, signaleeLe }
}
