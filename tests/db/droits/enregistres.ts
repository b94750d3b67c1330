import { uuidv7 } from 'uuidv7'
import { etatInitial } from '@/domain/commun/etat-action'
import { change, keep, remove, subscribe } from '@/features/enregistres/actions'
import { changeRapport, keepRapport, removeRapport, subscribeRapport } from '@/features/enregistres/commands'
import { findEnregistre, listEnregistres } from '@/features/enregistres/queries'
import { SOIR } from '../places/soiree'
import { owner } from '../support/connections'
import { shows } from './ecrans'
import { done, type Essai, type Lieu, type Table } from './essai'

const question = 'indicateur=heures&periode=2026-T3&par=departement'

/** A report kept by who tries. */
async function keptBy({ viewer }: Lieu): Promise<string> {
  const id = uuidv7()
  await owner.query(
    `INSERT INTO rapports_enregistres (id, compte_id, organisation_id, nom, question, cree_le, modifie_le)
     VALUES ($1, $2, $3, $4, $5, $6, $6)`,
    [id, viewer.compteId, viewer.organisationId, `Rapport ${id}`, question, SOIR],
  )
  return id
}

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

/** One keeps, changes and receives one's own; another's is tried in tests/db/enregistres. */
function own(tente: Essai['tente']): Essai {
  return { demande: 'rapports.keep', cote: 'seine', enSonNom: true, tente }
}

/** Everything of the saved reports. */
export const enregistres: Table = {
  'enregistres/queries.ts > listEnregistres': own(
    async ({ viewer }) => (await listEnregistres(viewer)) !== null,
  ),
  'enregistres/queries.ts > findEnregistre': own(
    async (lieu) => (await findEnregistre(lieu.viewer, await keptBy(lieu))) !== null,
  ),
  'enregistres/commands.ts > keepRapport': own((lieu) =>
    done(lieu, SOIR, (context) => keepRapport(context, { nom: `Essai ${uuidv7()}`, question })),
  ),
  'enregistres/commands.ts > changeRapport': own(async (lieu) => {
    const id = await keptBy(lieu)
    return done(lieu, SOIR, (context) => changeRapport(context, { id, nom: `Autre ${id}`, partage: true }))
  }),
  'enregistres/commands.ts > removeRapport': own(async (lieu) => {
    const id = await keptBy(lieu)
    return done(lieu, SOIR, (context) => removeRapport(context, { id }))
  }),
  'enregistres/commands.ts > subscribeRapport': own(async (lieu) => {
    const id = await keptBy(lieu)
    return done(lieu, SOIR, (context) => subscribeRapport(context, { id, rythme: 'MOIS' }))
  }),
  'enregistres/actions.ts > keep': own(
    async () => (await keep(etatInitial, form({ nom: `Essai ${uuidv7()}`, question }))).fait !== null,
  ),
  'enregistres/actions.ts > change': own(async (lieu) => {
    const id = await keptBy(lieu)
    return (await change(etatInitial, form({ id, nom: `Autre ${id}` }))).fait !== null
  }),
  'enregistres/actions.ts > remove': own(
    async (lieu) => (await remove(etatInitial, form({ id: await keptBy(lieu) }))).fait !== null,
  ),
  'enregistres/actions.ts > subscribe': own(
    async (lieu) =>
      (await subscribe(etatInitial, form({ id: await keptBy(lieu), rythme: 'TRIMESTRE' }))).fait !== null,
  ),
  'envois/commands.ts > sealEnvoi': { ouvert: 'la tâche seule, sur l’envoi qu’elle a pris' },
  'envois/commands.ts > failEnvoi': { ouvert: 'la tâche seule, sur l’envoi qu’elle a pris' },
  'app/(bureau)/rapports/enregistres/page.tsx': own(() =>
    shows(import('@/app/(bureau)/rapports/enregistres/page')),
  ),
  'app/(bureau)/rapports/enregistres/[id]/page.tsx': {
    ouvert: 'mène à l’adresse que findEnregistre donne, ou ne trouve rien',
  },
}
