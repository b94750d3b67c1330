import { uuidv7 } from 'uuidv7'
import type { FaitsRecherche } from '@/domain/places/recherche'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'

/** Writes what decides whether one place of Seine answers a need, as the base holds it. */
export async function insertFaits(
  { paris, seine }: Monde,
  place: string,
  faits: FaitsRecherche,
): Promise<void> {
  const { couchages, public: pour, couple, animaux, plainPied, du, au } = faits
  await owner.query('UPDATE dispositifs SET statut = $2, oriente = $3 WHERE id = $1', [
    seine.dispositif,
    faits.ouvert ? 'OUVERTE' : 'SUSPENDUE',
    faits.recoit,
  ])
  await owner.query(
    'UPDATE places SET couchages = $2, public = $3, couple = $4, animaux = $5, plain_pied = $6, du = $7 WHERE id = $1',
    [place, couchages, pour, couple, animaux, plainPied, faits.occupations.length > 0 ? '2026-01-01' : du],
  )
  for (const { etat, debut, fin, expireLe } of faits.occupations) {
    await insertRow(owner, 'occupations', {
      id: uuidv7(),
      place_id: place,
      organisation_id: seine.organisation,
      kind: expireLe === null ? 'SEJOUR' : 'RESERVATION',
      etat,
      debut,
      fin,
      expire_le: expireLe,
      cree_le: debut,
      modifiee_le: debut,
    })
  }
  // Then: nothing enters a place that is closed, or given back.
  const { fermetureDispositif, fermetures } = faits
  const closures = [
    ...fermetures.map((each) => ({ ...each, place_id: place })),
    ...(fermetureDispositif ? [{ ...fermetureDispositif, dispositif_id: seine.dispositif }] : []),
  ]
  for (const { du: from, au: to, finPrevue, ...where } of closures) {
    const row = { id: uuidv7(), ...where, cause: 'TRAVAUX', du: from, au: to, fin_prevue: finPrevue }
    await insertRow(owner, 'fermetures', row)
  }
  await owner.query('UPDATE places SET au = $2 WHERE id = $1', [place, au])
  if (faits.pretee !== null) {
    await insertRow(owner, 'contingents', {
      id: uuidv7(),
      dispositif_id: seine.dispositif,
      organisation_id: paris.organisation,
      places: 1,
      du: faits.occupations.length > 0 ? '2026-01-01' : du,
      retour: faits.pretee.jusqua === null ? null : 23 * 60,
    })
  }
}
