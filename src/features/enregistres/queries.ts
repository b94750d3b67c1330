import 'server-only'
import { readAs, type Transaction } from '@/db/transaction'
import { type CivilDate, fromDatabaseDate } from '@/domain/commun/civil-date'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import type { RythmeRapport } from '@/domain/enregistres/echeance'
import type { EtatEnvoi } from '@/domain/enregistres/envoi'

/** The last link due to this account, and what became of it. */
export type DernierEnvoi = {
  echeance: CivilDate
  rythme: RythmeRapport
  etat: EtatEnvoi
  essais: number
  envoyeLe: Date | null
  prochainEssaiLe: Date
  faute: string | null
}

/** A saved report. `auteur`: the function of who keeps it, when another of the organisation shares it; null: it is one's own. */
export type RapportGarde = {
  id: string
  nom: string
  question: string
  partage: boolean
  auteur: string | null
  /** how often its link is sent to this account; null: never */
  rythme: RythmeRapport | null
  dernier: DernierEnvoi | null
}

/** The saved reports this account may open, by name, its own first. Null: this account reads no report. */
export async function listEnregistres(viewer: Viewer): Promise<readonly RapportGarde[] | null> {
  if (!can(viewer, 'rapports.keep')) return null
  const rows = await readAs(viewer, (tx) => selectEnregistres(tx, viewer))
  return rows.toSorted((one, other) => Number(one.auteur !== null) - Number(other.auteur !== null))
}

async function selectEnregistres(tx: Transaction, { compteId }: Viewer): Promise<RapportGarde[]> {
  const rows = await tx.rapportEnregistre.findMany({
    orderBy: [{ nom: 'asc' }, { id: 'asc' }],
    include: {
      compte: { select: { fonction: true } },
      abonnements: { where: { compteId }, include: { envois: { orderBy: { echeance: 'desc' }, take: 1 } } },
    },
  })
  return rows.map(({ abonnements: [abonnement], compte, ...row }) => {
    const envoi = abonnement?.envois[0]
    return {
      id: row.id,
      nom: row.nom,
      question: row.question,
      partage: row.partage,
      auteur: row.compteId === compteId ? null : compte.fonction,
      rythme: abonnement?.rythme ?? null,
      dernier: envoi ? { ...envoi, echeance: fromDatabaseDate(envoi.echeance) } : null,
    }
  })
}

/** What a saved report asks; null when this account may not open it. */
export async function findEnregistre(
  viewer: Viewer,
  id: string,
): Promise<{ nom: string; question: string } | null> {
  if (!can(viewer, 'rapports.keep')) return null
  return readAs(viewer, (tx) =>
    tx.rapportEnregistre.findUnique({ where: { id }, select: { nom: true, question: true } }),
  )
}
