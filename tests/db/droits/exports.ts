import { civilDate } from '@/domain/commun/civil-date'
import type { Action } from '@/domain/comptes/can'
import type { PerimetreExport } from '@/domain/exports/perimetres'
import { etatInitial } from '@/domain/commun/etat-action'
import { ask } from '@/features/exports/actions'
import { askExport } from '@/features/exports/commands'
import { findReadyExport, listExports } from '@/features/exports/queries'
import { SOIR } from '../places/soiree'
import { owner } from '../support/connections'
import { answers, shows } from './ecrans'
import { done, type Essai, type Lieu, type Table } from './essai'

const nuits = { du: civilDate('2026-07-01'), au: civilDate('2026-09-30') }

/** A file ready for who tries, as a job would have left it. */
async function readyFor({ viewer }: Lieu): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO exports_lignes (id, compte_id, perimetre, format, du, au, etat, demande_le, fini_le, expire_le, essais, octets, empreinte)
     VALUES (gen_random_uuid(), $1, 'MARAUDES', 'CSV', $2, $3, 'PRET', $4, $4, $4::timestamptz + interval '7 days', 1, 3, repeat('a', 64))
     RETURNING id`,
    [viewer.compteId, nuits.du, nuits.au, SOIR],
  )
  await owner.query(`INSERT INTO exports_morceaux (export_id, rang, octets) VALUES ($1, 0, 'abc')`, [
    rows[0]?.id,
  ])
  return rows[0]?.id ?? ''
}

function asking(perimetre: PerimetreExport, demande: Action, seulement?: Essai['seulement']): Essai {
  return {
    demande,
    cote: 'seine',
    enSonNom: true,
    ...(seulement === undefined ? {} : { seulement }),
    tente: (lieu) =>
      done(lieu, SOIR, (context) => askExport(context, { perimetre, format: 'CSV', ...nuits })),
  }
}

/** Everything of the files of rows. One only ever has one's own files, so the second organisation is tried in tests/db/exports. */
export const exports: Table = {
  'exports/queries.ts > listExports': {
    demande: 'rapports.export',
    cote: 'seine',
    enSonNom: true,
    tente: async ({ viewer }) => (await listExports(viewer)) !== null,
  },
  'exports/queries.ts > findReadyExport': {
    demande: 'maraudes.validate',
    cote: 'seine',
    enSonNom: true,
    tente: async (lieu) => (await findReadyExport(lieu.viewer, await readyFor(lieu), SOIR)) !== null,
  },
  'exports/queries.ts > readMorceau': {
    ouvert: 'lit un fichier que findReadyExport a trouvé, et la base ne donne que les siens',
  },
  'exports/queries.ts > rowsQuery': {
    ouvert: 'écrit une question ; la tâche vérifie le droit avant de la poser',
  },
  'exports/queries.ts > countQuery': {
    ouvert: 'écrit une question ; la tâche vérifie le droit avant de la poser',
  },
  'exports/queries.ts > placesQuery': {
    ouvert: 'écrit une question ; la tâche vérifie le droit avant de la poser',
  },
  'exports/commands.ts > askExport (maraudes)': asking('MARAUDES', 'maraudes.validate'),
  'exports/commands.ts > askExport (arrêts)': asking('ARRETS', 'maraudes.validate'),
  'exports/commands.ts > askExport (séjours)': asking('SEJOURS', 'places.leave'),
  'exports/commands.ts > askExport (orientations)': asking('ORIENTATIONS', 'orientations.answer'),
  'exports/commands.ts > askExport (structures)': asking('STRUCTURES', 'rapports.export'),
  'exports/commands.ts > sealFile': { ouvert: 'la tâche seule, sur le fichier qu’elle a pris' },
  'exports/commands.ts > failFile': { ouvert: 'la tâche seule, sur le fichier qu’elle a pris' },
  'exports/commands.ts > noteDownload': { ouvert: 'note au journal ce que findReadyExport a permis' },
  'exports/actions.ts > ask': {
    demande: 'maraudes.validate',
    cote: 'seine',
    enSonNom: true,
    tente: async () => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ perimetre: 'ARRETS', format: 'CSV', ...nuits }))
        form.set(name, value)
      return (await ask(etatInitial, form)).fait !== null
    },
  },
  'app/(bureau)/rapports/exports/page.tsx': {
    demande: 'rapports.export',
    cote: 'seine',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/rapports/exports/page')),
  },
  'app/api/exports/lignes/[id]/route.ts': {
    demande: 'maraudes.validate',
    cote: 'seine',
    enSonNom: true,
    tente: async (lieu) => {
      const { GET } = await import('@/app/api/exports/lignes/[id]/route')
      const id = await readyFor(lieu)
      return answers(GET(new Request('http://localhost:3000/'), { params: Promise.resolve({ id }) }))
    },
  },
}
