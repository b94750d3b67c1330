import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { done, refuse, type Result } from '@/domain/commun/result'
import { type ObjectifSaisi, objectifsDeDepart, type PersonneVue } from '@/domain/parcours/objectifs'
import { findSuivie } from '@/features/suivies/queries'

/** Puts the six first goals on somebody's list; those already there stay as they are. */
export async function openObjectifs(
  context: Context,
  { code }: PersonneVue,
): Promise<Result<{ ajoutes: number }, 'NOT_FOUND'>> {
  const personne = await findSuivie(context.tx, context.actor, 'parcours.follow', { code })
  const result =
    personne === null ? refuse('NOT_FOUND') : done({ ajoutes: await addMissing(context, personne) })
  await writeJournal(context, {
    action: 'objectifs.open',
    objet: 'personne',
    ...(personne === null ? {} : { objetId: personne.id }),
    ...(result.ok ? {} : { refus: result.reason }),
  })
  return result
}

async function addMissing({ now, tx }: Context, { id, organisationId }: Suivie): Promise<number> {
  const { count } = await tx.objectifSuivi.createMany({
    data: objectifsDeDepart.map((kind) => ({
      personneId: id,
      organisationId,
      kind,
      creeLe: now,
      statutLe: now,
    })),
    skipDuplicates: true,
  })
  return count
}

type Suivie = { id: string; organisationId: string }

/**
 * Sets one goal to a state; a goal not on the list yet is added. STALE_VERSION when another screen changed it meanwhile:
 * nothing is overwritten.
 */
export async function setObjectif(
  context: Context,
  saisie: ObjectifSaisi,
): Promise<Result<null, 'NOT_FOUND' | 'STALE_VERSION'>> {
  const personne = await findSuivie(context.tx, context.actor, 'parcours.follow', { code: saisie.code })
  const result = personne === null ? refuse('NOT_FOUND') : await writeObjectif(context, personne, saisie)
  await writeJournal(context, {
    action: 'objectifs.set',
    objet: 'personne',
    ...(personne === null ? {} : { objetId: personne.id }),
    ...(result.ok ? { details: { objectif: saisie.kind, statut: saisie.statut } } : { refus: result.reason }),
  })
  return result
}

async function writeObjectif(
  { now, tx }: Context,
  personne: Suivie,
  { kind, statut, version }: ObjectifSaisi,
): Promise<Result<null, 'STALE_VERSION'>> {
  const { id: personneId, organisationId } = personne
  if (version === 0) {
    const { count } = await tx.objectifSuivi.createMany({
      data: [{ personneId, organisationId, kind, statut, creeLe: now, statutLe: now }],
      skipDuplicates: true,
    })
    return count === 1 ? done(null) : refuse('STALE_VERSION')
  }
  const { count } = await tx.objectifSuivi.updateMany({
    where: { personneId, kind, version },
    data: { statut, statutLe: now, version: { increment: 1 } },
  })
  return count === 1 ? done(null) : refuse('STALE_VERSION')
}
