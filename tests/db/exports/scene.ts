import { uuidv7 } from 'uuidv7'
import { mintViewer } from '@/auth/mint-viewer'
import { inTransaction } from '@/db/transaction'
import { civilDate } from '@/domain/commun/civil-date'
import type { Role } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import type { DemandeExport } from '@/domain/exports/demande'
import { askExport } from '@/features/exports/commands'
import { owner } from '../support/connections'

export const NOW = new Date('2026-11-26T12:00:00Z')
export const TRIMESTRE = { du: civilDate('2026-07-01'), au: civilDate('2026-09-30') }

/** An account that holds this role in the base, on its organisation or on one structure. */
export async function account(
  role: Role,
  organisationId: string | null,
  structureId: string | null = null,
): Promise<Viewer> {
  const compteId = uuidv7()
  await owner.query(
    `INSERT INTO comptes (id, organisation_id, courriel, fonction) VALUES ($1, $2, $3, 'essai')`,
    [compteId, organisationId, `${compteId}@exemple.fr`],
  )
  await owner.query('INSERT INTO attributions (id, compte_id, role, structure_id) VALUES ($1, $2, $3, $4)', [
    uuidv7(),
    compteId,
    role,
    structureId,
  ])
  const attributions = [{ role, structureId }]
  return mintViewer({ compteId, sessionId: uuidv7(), organisationId, fonction: 'essai', attributions })
}

/** Asks, and gives the file's id. */
export async function ask(
  viewer: Viewer,
  { perimetre, format }: Pick<DemandeExport, 'perimetre' | 'format'>,
  nuits = TRIMESTRE,
): Promise<string> {
  const asked = await inTransaction(viewer, (tx) =>
    askExport({ actor: viewer, now: NOW, tx }, { perimetre, format, ...nuits }),
  )
  if (!asked.ok) throw new Error(asked.reason)
  return asked.value.id
}

export type Ligne = {
  etat: string
  lignes: number
  total: number | null
  octets: string
  empreinte: string | null
  essais: number
  faute: string | null
}

/** The line of a file, as the base keeps it. */
export async function lineOf(id: string): Promise<Ligne> {
  const { rows } = await owner.query<Ligne>(
    'SELECT etat, lignes, total, octets, empreinte, essais, faute FROM exports_lignes WHERE id = $1',
    [id],
  )
  const [line] = rows
  if (!line) throw new Error('Aucun export ne porte ce numéro.')
  return line
}

/** All the kept bytes of a file. */
export async function bytesOf(id: string): Promise<Buffer> {
  const { rows } = await owner.query<{ octets: Buffer }>(
    'SELECT octets FROM exports_morceaux WHERE export_id = $1 ORDER BY rang',
    [id],
  )
  return Buffer.concat(rows.map(({ octets }) => octets))
}
