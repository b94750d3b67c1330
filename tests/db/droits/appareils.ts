import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { etatInitial } from '@/domain/commun/etat-action'
import { enrol, revoke } from '@/features/appareils/actions'
import { openEnrolement, revokeAppareil } from '@/features/appareils/commands'
import { listAppareils } from '@/features/appareils/queries'
import { SOIR } from '../places/soiree'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { done, type Table } from './essai'

/** A tablet of the association of Paris. */
export function tablet({ paris }: Monde): Promise<string> {
  return insertRow(owner, 'appareils', {
    id: uuidv7(),
    organisation_id: paris.organisation,
    libelle: 'Tablette d’essai',
    premier_contact_le: SOIR,
    dernier_contact_le: SOIR,
  })
}

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

/** Reading, enrolling and revoking tablets. */
export const appareils: Table = {
  'appareils/queries.ts > listAppareils': {
    demande: 'appareils.manage',
    cote: 'paris',
    prepare: tablet,
    tente: async ({ viewer }, id) =>
      (await listAppareils(viewer))?.some((appareil) => appareil.id === id) ?? false,
  },
  'appareils/commands.ts > openEnrolement': {
    demande: 'appareils.manage',
    cote: 'paris',
    enSonNom: true,
    tente: (lieu) =>
      done(lieu, SOIR, (context) =>
        openEnrolement(context, { libelle: 'Tablette 3', empreinte: randomUUID() }),
      ),
  },
  'appareils/commands.ts > revokeAppareil': {
    demande: 'appareils.manage',
    cote: 'paris',
    prepare: tablet,
    tente: (lieu, id) => done(lieu, SOIR, (context) => revokeAppareil(context, { id, motif: 'PERDUE' })),
  },
  'appareils/actions.ts > enrol': {
    demande: 'appareils.manage',
    cote: 'paris',
    enSonNom: true,
    tente: async () =>
      (await enrol({ montre: null, refus: null }, form({ libelle: 'Tablette 3' }))).montre !== null,
  },
  'appareils/actions.ts > revoke': {
    demande: 'appareils.manage',
    cote: 'paris',
    prepare: tablet,
    tente: async (_, id) => (await revoke(etatInitial, form({ id, motif: 'PERDUE' }))).fait !== null,
  },
}
