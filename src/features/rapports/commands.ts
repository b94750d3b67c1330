import 'server-only'
import { type Context, writeJournal } from '@/db/journal'
import { can } from '@/domain/comptes/can'
import { done, refuse, type Result } from '@/domain/commun/result'
import { findIndicateur } from '@/domain/rapports/catalogue'
import { type Demande, questionOf } from '@/domain/rapports/demande'
import type { RefusExport } from '@/domain/rapports/refus-export'
import type { Rapport } from './queries'

/** Somebody asks for a file: noted before anything is counted, even if the download then breaks. Refused: INTERDIT. */
export async function openExport(context: Context, demande: Demande): Promise<Result<null, RefusExport>> {
  const question = questionOf(demande).toString()
  if (!can(context.actor, 'rapports.export')) {
    await writeJournal(context, { action: 'rapports.export', refus: 'INTERDIT', details: { question } })
    return refuse('INTERDIT')
  }
  await writeJournal(context, { action: 'rapports.export', details: { question } })
  return done(null)
}

/** What leaves with the last bytes of a file. */
export type ExportRemis = { demande: Demande; rapport: Rapport; empreinte: string; lignes: number }

/**
 * Records a file handed over, one row by indicator and period: its parameters, its version, its hash, and the very cells it shows. That
 * is what a later export will be compared with, so that two files do not give back together what each hides.
 */
export async function sealExport(context: Context, remis: ExportRemis): Promise<void> {
  const { demande, rapport, empreinte, lignes } = remis
  const { periode, departement } = demande
  const publiees = [
    ...rapport.sections.map((section) => ({ ...section, periode })),
    ...rapport.sections.flatMap(({ avant, ...section }) =>
      avant && rapport.avant ? { ...section, cellules: avant, periode: rapport.avant } : [],
    ),
  ]
  await context.tx.export.createMany({
    data: publiees.map(({ indicateur, dimension, colonnes, lignes: reperes, cellules, periode: sienne }) => ({
      compteId: context.actor.compteId,
      indicateur,
      version: findIndicateur(indicateur)?.version ?? 0,
      parametres: {
        periode: sienne.code,
        du: sienne.du,
        au: sienne.au,
        dimension,
        departement,
        organisationId: rapport.organisation === null ? null : context.actor.organisationId,
        seuils: rapport.seuils,
        colonnes: colonnes.map(({ cle }) => cle),
        lignes: reperes.map(({ cle }) => cle),
        cellules: cellules.map((ligne) => [...ligne]),
      },
      empreinte,
      lignes,
      creeLe: context.now,
    })),
  })
  await writeJournal(context, {
    action: 'rapports.export.remis',
    details: { question: questionOf(demande).toString(), empreinte, lignes },
  })
}
