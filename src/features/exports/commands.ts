import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { toDatabaseDate } from '@/domain/commun/civil-date'
import { done, refuse, type Result } from '@/domain/commun/result'
import type { DemandeExport } from '@/domain/exports/demande'
import { DAYS_KEPT, type FauteExport, MOST_WAITING, type RefusExportLignes } from '@/domain/exports/etats'
import { perimetresOf } from '@/domain/exports/perimetres'

const MS_PER_DAY = 86_400_000

/**
 * Asks for a file of rows, which a job then writes. Refused: INTERDIT, TROP_DEMANDES; DEJA_DEMANDE is the base's own word
 * (`exports_lignes_en_attente`).
 */
export async function askExport(
  context: Context,
  demande: DemandeExport,
): Promise<Result<{ id: string }, RefusExportLignes>> {
  const { actor, now, tx } = context
  const { perimetre, format, du, au } = demande
  const details = { perimetre, format, du, au }
  const refus = await refusalOf(context, demande)
  if (refus !== null) {
    await writeJournal(context, { action: 'exports.demande', refus, details })
    return refuse(refus)
  }
  const { id } = await tx.exportLignes.create({
    data: {
      compteId: actor.compteId,
      organisationId: actor.organisationId,
      perimetre,
      format,
      du: toDatabaseDate(du),
      au: toDatabaseDate(au),
      demandeLe: now,
    },
    select: { id: true },
  })
  await writeJournal(context, { action: 'exports.demande', objet: 'export', objetId: id, details })
  return done({ id })
}

async function refusalOf(
  { actor, tx }: Context,
  { perimetre }: DemandeExport,
): Promise<RefusExportLignes | null> {
  if (!perimetresOf(actor).includes(perimetre)) return 'INTERDIT'
  const waiting = await tx.exportLignes.count({
    where: { compteId: actor.compteId, etat: { in: ['DEMANDE', 'EN_COURS'] } },
  })
  return waiting >= MOST_WAITING ? 'TROP_DEMANDES' : null
}

/** Which try at which file: a later try has taken it from an earlier one. */
export type Prise = { id: string; essai: number }

/** The whole file is kept: says its rows and its hash, and until when. Refused INCONNU: another try has taken it. */
export async function sealFile(
  context: Context,
  { id, essai }: Prise,
  { lignes, empreinte }: { lignes: number; empreinte: string },
): Promise<Result<null, RefusExportLignes>> {
  const { now, tx } = context
  const { count } = await tx.exportLignes.updateMany({
    where: { id, essais: essai, etat: 'EN_COURS' },
    data: {
      etat: 'PRET',
      lignes,
      total: lignes,
      empreinte,
      finiLe: now,
      expireLe: new Date(now.getTime() + DAYS_KEPT * MS_PER_DAY),
    },
  })
  const refus = count === 0 ? { refus: 'INCONNU' } : {}
  await writeJournal(context, {
    action: 'exports.pret',
    objet: 'export',
    objetId: id,
    details: { lignes, empreinte },
    ...refus,
  })
  return count === 0 ? refuse('INCONNU') : done(null)
}

/** The file cannot be made, and why. */
export async function failFile(context: Context, { id, essai }: Prise, faute: FauteExport): Promise<void> {
  const { now, tx } = context
  await tx.exportLignes.updateMany({
    where: { id, essais: essai, etat: 'EN_COURS' },
    data: { etat: 'ECHOUE', faute, finiLe: now },
  })
  await writeJournal(context, { action: 'exports.echec', objet: 'export', objetId: id, refus: faute })
}

/** Somebody takes the file, or goes on taking it: noted at the first byte. */
export async function noteDownload(context: Context, id: string, empreinte: string): Promise<void> {
  await writeJournal(context, {
    action: 'exports.remis',
    objet: 'export',
    objetId: id,
    details: { empreinte },
  })
}
