import { uuidv7 } from 'uuidv7'
import { arretSchema, correctionSchema } from '@/domain/maraudes/arret'
import { clotureSchema, ouvertureSchema } from '@/domain/maraudes/maraude'
import {
  closeMaraude,
  correctArret,
  logArrets,
  openMaraude,
  reopenMaraude,
  reviseOuverture,
  validateMaraude,
} from '@/features/maraudes/commands'
import { act, SOIR, viewerOf } from '../places/soiree'
import type { Monde } from '../socle/monde'
import { done, type Table } from './essai'

const debut = '2026-11-23T18:00:00.000Z'

function ouverture() {
  return {
    ...ouvertureSchema.parse({ mode: 'A_PIED', equipe: 3, debut }),
    id: uuidv7(),
    appareilId: null,
    schemaVersion: 1,
  }
}

function arretDe(maraudeId: string) {
  return {
    ...arretSchema.parse({
      maraudeId,
      communeCode: '75118',
      arrivee: '2026-11-23T18:30:00.000Z',
      lieu: null,
      note: null,
    }),
    id: uuidv7(),
  }
}

function clotureDe(maraudeId: string) {
  return {
    ...clotureSchema.parse({ maraudeId, fin: '2026-11-23T20:30:00.000Z', transmission: null }),
    id: uuidv7(),
  }
}

/** A round of the association of Paris. */
export async function round(monde: Monde): Promise<string> {
  const input = ouverture()
  await must(act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) => openMaraude(context, input)))
  return input.id
}

/** The same, closed. */
export async function closedRound(monde: Monde): Promise<string> {
  const id = await round(monde)
  await must(
    act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) => closeMaraude(context, clotureDe(id))),
  )
  return id
}

/** The same, validated. */
export async function validatedRound(monde: Monde): Promise<string> {
  const id = await closedRound(monde)
  await must(act(viewerOf(monde.paris, 'COORDINATEUR'), SOIR, (context) => validateMaraude(context, { id })))
  return id
}

async function must(outcome: Promise<{ ok: true } | { ok: false; reason: string }>): Promise<void> {
  const result = await outcome
  if (!result.ok) throw new Error(result.reason)
}

/** Every exported function of the rounds' commands.ts. */
export const maraudes: Table = {
  'maraudes/commands.ts > openMaraude': {
    demande: 'maraudes.log',
    cote: 'paris',
    enSonNom: true,
    tente: (lieu) => done(lieu, SOIR, (context) => openMaraude(context, ouverture())),
  },
  'maraudes/commands.ts > logArrets': {
    demande: 'maraudes.log',
    cote: 'paris',
    prepare: round,
    tente: (lieu, id) => done(lieu, SOIR, (context) => logArrets(context, [arretDe(id)])),
  },
  'maraudes/commands.ts > correctArret': {
    demande: 'maraudes.log',
    cote: 'paris',
    prepare: async (monde) => {
      const arret = arretDe(await round(monde))
      await must(act(viewerOf(monde.paris, 'INTERVENANT'), SOIR, (context) => logArrets(context, [arret])))
      return `${arret.maraudeId} ${arret.id}`
    },
    tente: (lieu, ids) => {
      const [maraudeId = '', remplaceId = ''] = ids.split(' ')
      const { id, ...arret } = arretDe(maraudeId)
      const correction = correctionSchema.parse({
        ...arret,
        arrivee: arret.arrivee.toISOString(),
        remplaceId,
      })
      return done(lieu, SOIR, (context) => correctArret(context, { ...correction, id }))
    },
  },
  'maraudes/commands.ts > closeMaraude': {
    demande: 'maraudes.log',
    cote: 'paris',
    prepare: round,
    tente: (lieu, id) => done(lieu, SOIR, (context) => closeMaraude(context, clotureDe(id))),
  },
  'maraudes/commands.ts > validateMaraude': {
    demande: 'maraudes.validate',
    cote: 'paris',
    prepare: closedRound,
    tente: (lieu, id) => done(lieu, SOIR, (context) => validateMaraude(context, { id })),
  },
  'maraudes/commands.ts > reopenMaraude': {
    demande: 'maraudes.validate',
    cote: 'paris',
    prepare: validatedRound,
    tente: (lieu, id) => done(lieu, SOIR, (context) => reopenMaraude(context, { id })),
  },
  'maraudes/commands.ts > reviseOuverture': {
    demande: 'maraudes.log',
    cote: 'paris',
    prepare: round,
    tente: (lieu, id) =>
      done(lieu, SOIR, (context) =>
        reviseOuverture(context, { ...ouvertureSchema.parse({ mode: 'VELO', equipe: 4, debut }), id }),
      ),
  },
}
