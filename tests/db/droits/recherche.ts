import { rechercheBesoinSchema } from '@/domain/places/recherche'
import { besoinSansReponseSchema, filtresRegistreSchema } from '@/domain/besoins/sans-reponse'
import { etatInitial } from '@/domain/commun/etat-action'
import { logNeed, withdrawNeed } from '@/features/besoins/actions'
import { logBesoin, withdrawBesoin } from '@/features/besoins/commands'
import { readRegistre } from '@/features/besoins/queries'
import { listPlacesPour, searchPlaces } from '@/features/recherche/queries'
import { listBarres } from '@/features/grille/queries'
import { act, plusTard, SOIR, viewerOf } from '../places/soiree'
import type { Monde } from '../socle/monde'
import { sejour } from './ecritures'
import { shows } from './ecrans'
import { done, type Table } from './essai'
import { horloge } from './navigateur'

const fields = { kind: 'DORMIR', departement: '93', cause: 'PAS_DE_PLACE', personnes: '1' } as const

function besoinOf(id: string) {
  return besoinSansReponseSchema.parse({ id, ...fields })
}

/** A line of the register of Seine. */
async function logged(monde: Monde): Promise<string> {
  const id = crypto.randomUUID()
  await act(viewerOf(monde.seine, 'INTERVENANT'), SOIR, (context) => logBesoin(context, besoinOf(id)))
  return id
}

function form(values: Readonly<Record<string, string>>): FormData {
  horloge.instant = SOIR
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.set(name, value)
  return data
}

/** The search for a place, and the register of what nobody could answer. */
export const recherche: Table = {
  'recherche/queries.ts > searchPlaces': {
    demande: 'places.read',
    cote: 'seine',
    tente: async ({ viewer }) => (await searchPlaces(viewer, rechercheBesoinSchema.parse({}), SOIR)) !== null,
  },
  'recherche/queries.ts > listPlacesPour': {
    demande: 'places.read',
    cote: 'seine',
    tente: async ({ monde, viewer }) =>
      (await listPlacesPour(viewer, monde.seine.dispositif, rechercheBesoinSchema.parse({}), SOIR)) !== null,
  },
  'grille/queries.ts > listBarres': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: sejour,
    tente: async ({ monde: { seine }, viewer }) => {
      const device = {
        id: seine.dispositif,
        structureId: seine.structure,
        organisationId: seine.organisation,
      }
      const nuit = { de: SOIR, a: null, now: plusTard(120) }
      return (await listBarres(viewer, device, nuit)).length > 0
    },
  },
  'app/(bureau)/places/[dispositif]/feuille/page.tsx': {
    demande: 'places.admit',
    cote: 'seine',
    tente: ({ monde }) =>
      shows(import('@/app/(bureau)/places/[dispositif]/feuille/page'), {
        dispositif: monde.seine.dispositif,
      }),
  },
  'app/(bureau)/places/recherche/page.tsx': {
    demande: 'places.read',
    cote: 'seine',
    tente: () => shows(import('@/app/(bureau)/places/recherche/page')),
  },
  'besoins/queries.ts > readRegistre': {
    demande: 'besoins.read',
    cote: 'seine',
    prepare: logged,
    tente: async ({ viewer }, id) => {
      const registre = await readRegistre(viewer, filtresRegistreSchema.parse({}), SOIR)
      return registre?.lignes.some((ligne) => ligne.id === id) ?? false
    },
  },
  'app/(bureau)/places/besoins/page.tsx': {
    demande: 'besoins.read',
    cote: 'seine',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/places/besoins/page')),
  },
  'besoins/commands.ts > logBesoin': {
    demande: 'besoins.log',
    cote: 'seine',
    enSonNom: true,
    tente: (lieu) => done(lieu, SOIR, (context) => logBesoin(context, besoinOf(crypto.randomUUID()))),
  },
  'besoins/commands.ts > withdrawBesoin': {
    demande: 'besoins.log',
    cote: 'seine',
    prepare: logged,
    tente: (lieu, id) => done(lieu, SOIR, (context) => withdrawBesoin(context, { id })),
  },
  'besoins/actions.ts > logNeed': {
    demande: 'besoins.log',
    cote: 'seine',
    enSonNom: true,
    tente: async () =>
      (await logNeed(etatInitial, form({ id: crypto.randomUUID(), ...fields }))).fait !== null,
  },
  'besoins/actions.ts > withdrawNeed': {
    demande: 'besoins.log',
    cote: 'seine',
    prepare: logged,
    tente: async (_, id) => (await withdrawNeed(etatInitial, form({ id }))).fait !== null,
  },
}
