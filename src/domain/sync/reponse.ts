import type { CleDeScellement } from './pli'
import { type Etat, libellesVerdict, type ReponseActe, type Verdict } from './verdict'

/**
 * Answer of `POST /api/sync`. `verdicts` holds the acts sent, and those whose state this sending changed (an act that was
 * waiting for another). `recu` counts the acts of this sending that the base holds; `recus`, those it holds of this tablet;
 * `maxSequence` is the last number this tablet said it made. `effacer`: accounts closed since, to be forgotten here. `appareil`: who the
 * tablet is, when it is enrolled, should its browser have erased that.
 */
export type ReponseSync = {
  recu: number
  verdicts: ReponseActe[]
  serveurLe: string
  recus: number
  maxSequence: number
  effacer: string[]
  scellement: CleDeScellement | null
  appareil: AppareilConnu | null
}

/** An enrolled tablet, as the server knows it. */
export type AppareilConnu = { appareilId: string; nom: string }

/** Answer of `POST /api/sync` when the sending cannot be read: nothing was kept, these acts are why. */
export type RefusSync = {
  erreur: string
  operations: { index: number; id: string | null; motif: string }[]
}

// Written by hand: a tablet reads these at each start, and a library of schemas weighs more than its whole first screen.

/** Reads the server's answer in full, or null: half an answer is no answer. */
export function readReponse(body: unknown): ReponseSync | null {
  if (!isRecord(body) || !Array.isArray(body['verdicts'])) return null
  const { recu, recus, maxSequence, serveurLe, effacer, scellement } = body
  const verdicts = body['verdicts'].map(readVerdict)
  if (!isCount(recu) || !isCount(recus) || !isCount(maxSequence) || typeof serveurLe !== 'string') return null
  if (verdicts.some((verdict) => verdict === null) || !isTexts(effacer)) return null
  return {
    recu,
    recus,
    maxSequence,
    serveurLe,
    effacer,
    verdicts: verdicts.filter((verdict) => verdict !== null),
    scellement: readCle(scellement),
    appareil: readAppareilConnu(body['appareil']),
  }
}

/** Reads why a sending was refused, or null when this is not one of our answers. */
export function readRefus(body: unknown): RefusSync | null {
  if (!isRecord(body) || typeof body['erreur'] !== 'string') return null
  const operations = Array.isArray(body['operations']) ? body['operations'] : []
  return {
    erreur: body['erreur'],
    operations: operations.flatMap((fault: unknown) => {
      if (!isRecord(fault) || !isCount(fault['index']) || typeof fault['motif'] !== 'string') return []
      return [{ index: fault['index'], id: textOf(fault['id']), motif: fault['motif'] }]
    }),
  }
}

function readVerdict(item: unknown): ReponseActe | null {
  if (!isRecord(item) || typeof item['id'] !== 'string' || !isVerdict(item['verdict'])) return null
  const { id, verdict, etat, motif } = item
  return {
    id,
    verdict,
    ...(isEtat(etat) ? { etat } : {}),
    ...(typeof motif === 'string' ? { motif } : {}),
  }
}

function readCle(value: unknown): CleDeScellement | null {
  if (!isRecord(value) || typeof value['kid'] !== 'string' || typeof value['cle'] !== 'string') return null
  return { kid: value['kid'], cle: value['cle'] }
}

function readAppareilConnu(value: unknown): AppareilConnu | null {
  if (!isRecord(value) || typeof value['appareilId'] !== 'string' || typeof value['nom'] !== 'string')
    return null
  return { appareilId: value['appareilId'], nom: value['nom'] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isVerdict(value: unknown): value is Verdict {
  return typeof value === 'string' && value in libellesVerdict
}

function isEtat(value: unknown): value is Etat {
  return value === 'applique' || value === 'en-attente' || value === 'quarantaine'
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
