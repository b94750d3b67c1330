import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptOrientation } from '@/features/passages/commands'
import { insertOrientation, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import type { Acte } from './noeud'
import { type Noeud, openNoeud } from './noeuds'
import { act, createSoiree, plusTard, receveurDe } from './soiree'

const FOULE = 200

async function askAll({ paris, seine }: Monde): Promise<string[]> {
  const demandes: string[] = []
  for (let demande = 0; demande < FOULE; demande++)
    demandes.push(await insertOrientation(owner, paris, seine))
  return demandes
}

/** Accepts in this process; a thrown error is told as it is. */
async function acceptHere(monde: Monde, demandes: readonly string[]): Promise<string[]> {
  const receveur = receveurDe(monde)
  const accept = async (id: string) => {
    const result = await act(receveur, plusTard(10), (context) =>
      acceptOrientation(context, { id, version: 1, dispositifId: null, placeId: null }),
    )
    return result.ok ? 'OK' : result.reason
  }
  return Promise.all(demandes.map((id) => accept(id).catch(String)))
}

function tally(outcomes: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(outcomes)].map((name) => [name, outcomes.filter((one) => one === name).length]),
  )
}

/** How many places are held, by how many requests, and how many requests are accepted. */
async function readTenues({ seine }: Monde): Promise<unknown> {
  const { rows } = await owner.query(
    `SELECT count(*)::int AS tenues, count(DISTINCT o.place_id)::int AS places, count(DISTINCT o.orientation_id)::int AS demandes,
      (SELECT count(*)::int FROM orientations r WHERE r.receveur_dispositif_id = $1 AND r.statut = 'ACCEPTEE') AS acceptees
     FROM occupations o JOIN places p ON p.id = o.place_id WHERE p.dispositif_id = $1 AND o.etat = 'TENUE'`,
    [seine.dispositif],
  )
  return rows[0]
}

describe.each([
  ['une place', 1],
  ['cinquante places', 50],
])('deux cents acceptations au même instant pour %s', (_, places) => {
  const attendu = { OK: places, NO_PLACE_LEFT: FOULE - places }
  const tenues = { tenues: places, places, demandes: places, acceptees: places }

  it('d’un serveur : chaque place une fois, chaque demande une réponse', async () => {
    const monde = await createSoiree(places)
    expect(tally(await acceptHere(monde, await askAll(monde)))).toEqual(attendu)
    expect(await readTenues(monde)).toEqual(tenues)
  })

  it('de deux serveurs sur une même base : de même', async () => {
    const monde = await createSoiree(places)
    const demandes = await askAll(monde)
    const actes = demandes.map((id): Acte => ({ nom: 'accepter', saisie: { id, version: 1 } }))
    const outcomes = await Promise.all([
      premier.faire(monde.seine, plusTard(10), actes.slice(0, FOULE / 2)),
      second.faire(monde.seine, plusTard(10), actes.slice(FOULE / 2)),
    ])
    expect(tally(outcomes.flat())).toEqual(attendu)
    // With enough places for both, neither server has left the other without any.
    const winners = outcomes.filter((half) => half.includes('OK'))
    expect(winners.length).toBeGreaterThanOrEqual(Math.min(2, places))
    expect(await readTenues(monde)).toEqual(tenues)
  })
})

let premier: Noeud
let second: Noeud
beforeAll(async () => {
  ;[premier, second] = await Promise.all([openNoeud(), openNoeud()])
})
afterAll(() => Promise.all([premier.tuer(), second.tuer()]))
