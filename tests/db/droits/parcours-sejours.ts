import { uuidv7 } from 'uuidv7'
import { civilDate } from '@/domain/commun/civil-date'
import { cadre, remove, resident } from '@/features/astreintes/actions'
import { putCadre, putResident, removeAstreinte } from '@/features/astreintes/commands'
import { listAstreintes } from '@/features/astreintes/queries'
import { count, recognise } from '@/features/mineurs/actions'
import { countMineur, recogniseMineur } from '@/features/mineurs/commands'
import { countMineurs } from '@/features/mineurs/queries'
import { ask, decline, grant } from '@/features/prolongations/actions'
import { askProlongation, grantProlongation, refuseProlongation } from '@/features/prolongations/commands'
import { listSejoursHeberges } from '@/features/prolongations/queries'
import { configure, tell, visit } from '@/features/visites/actions'
import { logVisite, setRegleVisite, tellAlerte } from '@/features/visites/commands'
import { listTournees, readTournee } from '@/features/visites/queries'
import { plusTard, SOIR } from '../places/soiree'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { shows } from './ecrans'
import { done, type Table } from './essai'
import { sent } from './gestes'
import { hebergee, suivie } from './suivies'

const NUIT = civilDate('2026-11-23')

async function asKind(monde: Monde, kind: string): Promise<void> {
  await owner.query('UPDATE dispositifs SET kind = $2::kind_dispositif WHERE id = $1', [
    monde.seine.dispositif,
    kind,
  ])
}

/** A stay at Seine, which is a hotel. */
async function aLHotel(monde: Monde): Promise<string> {
  await asKind(monde, 'HOTEL')
  return hebergee(monde)
}

async function auPavillon(monde: Monde): Promise<string> {
  await asKind(monde, 'PAVILLON')
  return hebergee(monde)
}

async function demande(monde: Monde): Promise<string> {
  const occupation = await aLHotel(monde)
  return insertRow(owner, 'prolongations', {
    id: uuidv7(),
    occupation_id: occupation,
    jours: 7,
    motif: 'SOINS',
    demandee_le: plusTard(70),
  })
}

async function alerte(monde: Monde): Promise<string> {
  const occupation = await aLHotel(monde)
  return insertRow(owner, 'alertes_visite', {
    id: uuidv7(),
    occupation_id: occupation,
    organisation_id: monde.seine.organisation,
    ouverte_le: plusTard(70),
  })
}

async function astreinte(monde: Monde): Promise<string> {
  const occupation = await auPavillon(monde)
  return insertRow(owner, 'astreintes', {
    id: uuidv7(),
    structure_id: monde.seine.structure,
    organisation_id: monde.seine.organisation,
    nuit: NUIT,
    poste: 'RESIDENT',
    occupation_id: occupation,
  })
}

const demander = { demande: 'parcours.follow', cote: 'paris', prepare: aLHotel } as const
const repondre = { demande: 'prolongations.answer', cote: 'seine', prepare: demande } as const
const visiter = { demande: 'tournees.visit', cote: 'seine' } as const
const regler = { demande: 'tournees.set', cote: 'seine' } as const
const planifier = { demande: 'astreintes.plan', cote: 'seine' } as const
const adresser = { demande: 'mineurs.orient', cote: 'paris' } as const
const cadreDe = ({ seine }: Monde) => ({
  structureId: seine.structure,
  nuit: NUIT,
  jusqua: NUIT,
  fonction: 'DIRECTION' as const,
  telephone: '01 23 45 67 89',
})

const prolongations: Table = {
  'prolongations/commands.ts > askProlongation': {
    ...demander,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(120), (context) =>
        askProlongation(context, { occupationId, jours: 7, motif: 'DEMARCHE' }),
      ),
  },
  'prolongations/commands.ts > grantProlongation': {
    ...repondre,
    tente: (lieu, id) => done(lieu, plusTard(120), (context) => grantProlongation(context, { id })),
  },
  'prolongations/commands.ts > refuseProlongation': {
    ...repondre,
    tente: (lieu, id) =>
      done(lieu, plusTard(120), (context) =>
        refuseProlongation(context, { id, reponse: 'LISTE_ATTENTE', suite: 'ECHANGER' }),
      ),
  },
  'prolongations/queries.ts > listSejoursHeberges': {
    demande: 'prolongations.answer',
    cote: 'seine',
    prepare: aLHotel,
    tente: async ({ viewer }) =>
      (await listSejoursHeberges(viewer, { etat: 'tous' }, 10, plusTard(120))).sejours.length > 0,
  },
  'prolongations/actions.ts > ask': {
    ...demander,
    tente: (_, occupationId) => sent(ask, 120, { occupationId, jours: '7', motif: 'FROID' }),
  },
  'prolongations/actions.ts > grant': { ...repondre, tente: (_, id) => sent(grant, 120, { id }) },
  'prolongations/actions.ts > decline': {
    ...repondre,
    tente: (_, id) => sent(decline, 120, { id, reponse: 'PLACE_PROMISE', suite: 'SIAO_115' }),
  },
}

const visites: Table = {
  'visites/queries.ts > findRegleVisite': { ouvert: 'lue par les commandes, dans leur transaction' },
  'visites/queries.ts > listTournees': {
    ...visiter,
    prepare: aLHotel,
    tente: async ({ viewer }) => (await listTournees(viewer)).length > 0,
  },
  'visites/queries.ts > readTournee': {
    ...visiter,
    prepare: aLHotel,
    tente: async ({ monde, viewer }) =>
      (await readTournee(viewer, monde.seine.dispositif, plusTard(70))) !== null,
  },
  'visites/commands.ts > logVisite': {
    ...visiter,
    prepare: aLHotel,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(120), (context) => logVisite(context, { occupationId, issue: 'VU' })),
  },
  'visites/commands.ts > tellAlerte': {
    ...visiter,
    prepare: alerte,
    tente: (lieu, alerteId) =>
      done(lieu, plusTard(120), (context) => tellAlerte(context, { alerteId, qui: 'CADRE' })),
  },
  'visites/commands.ts > setRegleVisite': {
    ...regler,
    tente: (lieu) =>
      done(lieu, SOIR, (context) =>
        setRegleVisite(context, {
          dispositifId: lieu.monde.seine.dispositif,
          alerteApres: 1,
          prevenir: ['CADRE'],
        }),
      ),
  },
  'visites/actions.ts > visit': {
    ...visiter,
    prepare: aLHotel,
    tente: (_, occupationId) => sent(visit, 120, { occupationId, issue: 'ABSENT_PREVENU' }),
  },
  'visites/actions.ts > tell': {
    ...visiter,
    prepare: alerte,
    tente: (_, alerteId) => sent(tell, 120, { alerteId, qui: 'RECEPTION' }),
  },
  'visites/actions.ts > configure': {
    ...regler,
    tente: ({ monde }) =>
      sent(configure, 5, { dispositifId: monde.seine.dispositif, alerteApres: '3', prevenir: 'ASTREINTE' }),
  },
}

const astreintes: Table = {
  'astreintes/queries.ts > listAstreintes': {
    ...planifier,
    prepare: auPavillon,
    tente: async ({ viewer }) => (await listAstreintes(viewer, plusTard(70))).length > 0,
  },
  'astreintes/commands.ts > putResident': {
    ...planifier,
    prepare: auPavillon,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(120), (context) =>
        putResident(context, { structureId: lieu.monde.seine.structure, nuit: NUIT, occupationId }),
      ),
  },
  'astreintes/commands.ts > putCadre': {
    ...planifier,
    tente: (lieu) => done(lieu, SOIR, (context) => putCadre(context, cadreDe(lieu.monde))),
  },
  'astreintes/commands.ts > removeAstreinte': {
    ...planifier,
    prepare: astreinte,
    tente: (lieu, id) => done(lieu, plusTard(120), (context) => removeAstreinte(context, { id })),
  },
  'astreintes/actions.ts > resident': {
    ...planifier,
    prepare: auPavillon,
    tente: ({ monde }, occupationId) =>
      sent(resident, 120, { structureId: monde.seine.structure, nuit: NUIT, occupationId }),
  },
  'astreintes/actions.ts > cadre': { ...planifier, tente: ({ monde }) => sent(cadre, 5, cadreDe(monde)) },
  'astreintes/actions.ts > remove': {
    ...planifier,
    prepare: astreinte,
    tente: (_, id) => sent(remove, 120, { id }),
  },
}

const mineurs: Table = {
  'mineurs/queries.ts > countMineurs': {
    ...adresser,
    enSonNom: true,
    tente: async ({ viewer }) => (await countMineurs(viewer, SOIR)) !== null,
  },
  'mineurs/commands.ts > countMineur': {
    ...adresser,
    enSonNom: true,
    tente: (lieu) => done(lieu, SOIR, (context) => countMineur(context, { service: 'ASE_93' })),
  },
  'mineurs/commands.ts > recogniseMineur': {
    ...adresser,
    prepare: suivie,
    tente: (lieu, code) =>
      done(lieu, plusTard(5), (context) => recogniseMineur(context, { code, service: 'ASE_75' })),
  },
  'mineurs/actions.ts > count': {
    ...adresser,
    enSonNom: true,
    tente: () => sent(count, 5, { service: 'UASA' }),
  },
  'mineurs/actions.ts > recognise': {
    ...adresser,
    prepare: suivie,
    tente: (_, code) => sent(recognise, 5, { code, service: 'HORS_LA_RUE' }),
  },
}

const ecransSejours: Table = {
  'app/(bureau)/parcours/sejours/page.tsx': {
    demande: 'prolongations.answer',
    cote: 'seine',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/parcours/sejours/page')),
  },
  'app/(bureau)/parcours/visites/page.tsx': {
    ...visiter,
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/parcours/visites/page')),
  },
  'app/(bureau)/parcours/astreintes/page.tsx': {
    ...planifier,
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/parcours/astreintes/page')),
  },
  'app/(bureau)/parcours/mineurs/page.tsx': {
    ...adresser,
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/parcours/mineurs/page')),
  },
}

/** What a team does about the stays it shelters, and about minors. */
export const parcoursSejours: Table = {
  ...prolongations,
  ...visites,
  ...astreintes,
  ...mineurs,
  ...ecransSejours,
}
