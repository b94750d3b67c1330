import { open } from '@/features/urgences/actions'
import { openAccesUrgence } from '@/features/urgences/commands'
import { findAccesUrgence, listConsultations, listOuvertesEnUrgence } from '@/features/urgences/queries'
import { act, ask, avecPersonne, plusTard, SOIR, viewerOf } from '../places/soiree'
import type { Cote, Monde } from '../socle/monde'
import { shows } from './ecrans'
import { done, type Table } from './essai'
import { sent } from './gestes'

const MOTIF = 'Trouvée inconsciente, les secours arrivent'
const secouriste = { demande: 'urgences.open', cote: 'seine' } as const

/** A person followed by Paris, with her code. */
async function code(monde: Monde): Promise<string> {
  return (await ask(monde, avecPersonne)).code ?? ''
}

async function opened(monde: Monde, cote: Cote): Promise<{ orientation: string; acces: string }> {
  const { id, code: known } = await ask(monde, avecPersonne)
  const result = await act(viewerOf(cote, 'INTERVENANT'), plusTard(1), (context) =>
    openAccesUrgence(context, { code: known ?? '', motif: MOTIF }),
  )
  if (!result.ok) throw new Error(result.reason)
  return { orientation: id, acces: result.value.id }
}

/** One code, three hours, and both structures told. */
export const urgences: Table = {
  'urgences/commands.ts > openAccesUrgence': {
    ...secouriste,
    prepare: code,
    tente: (lieu, known) =>
      done(lieu, plusTard(5), (context) => openAccesUrgence(context, { code: known, motif: MOTIF })),
  },
  'urgences/actions.ts > open': {
    ...secouriste,
    prepare: code,
    tente: (_, known) => sent(open, 5, { code: known, motif: MOTIF }),
  },
  'urgences/queries.ts > findAccesUrgence': {
    ...secouriste,
    enSonNom: true,
    prepare: async (monde) => (await opened(monde, monde.seine)).acces,
    tente: async ({ viewer }, acces) => (await findAccesUrgence(viewer, acces, plusTard(10))) !== null,
  },
  'urgences/queries.ts > listConsultations': {
    demande: 'orientations.read',
    cote: 'paris',
    prepare: async (monde) => (await opened(monde, monde.seine)).orientation,
    tente: async ({ viewer }, id) => (await listConsultations(viewer, id)).length > 0,
  },
  'urgences/queries.ts > listOuvertesEnUrgence': {
    demande: 'orientations.answer',
    cote: 'paris',
    prepare: async (monde) => (await opened(monde, monde.seine)).acces,
    tente: async ({ viewer }) => (await listOuvertesEnUrgence(viewer, SOIR)).length > 0,
  },
  'app/(bureau)/orientations/urgence/page.tsx': {
    ...secouriste,
    tente: () => shows(import('@/app/(bureau)/orientations/urgence/page')),
  },
  'app/(bureau)/orientations/urgence/[acces]/page.tsx': {
    ...secouriste,
    enSonNom: true,
    prepare: async (monde) => (await opened(monde, monde.seine)).acces,
    tente: (_, acces) => shows(import('@/app/(bureau)/orientations/urgence/[acces]/page'), { acces }),
  },
}
