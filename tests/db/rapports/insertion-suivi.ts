import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { ROOM } from './donnees-repos'
import { insertMany } from './donnees-sejours'
import type { Donnees } from './types'

/** What happens at the door, in the register, and in the follow-up of persons. */
export async function insertSuivi(owner: Pool, { monde, ...donnees }: Donnees) {
  await insertMany(
    owner,
    'capacites',
    [monde.paris, monde.seine].map(({ dispositif }) => ({
      id: uuidv7(),
      dispositif_id: dispositif,
      mode: 'SIMULTANEE',
      places: ROOM,
      du: '2026-01-01',
    })),
  )
  await insertMany(
    owner,
    'entrees',
    donnees.entrees.map(({ side, jour, le, kind, personnes, femmes, annulee }) => ({
      id: uuidv7(),
      dispositif_id: side.dispositif,
      organisation_id: side.organisation,
      departement: '',
      kind,
      personnes,
      femmes,
      le,
      jour,
      annulee_le: annulee ? le : null,
    })),
  )
  await insertMany(
    owner,
    'besoins_sans_reponse',
    donnees.registre.map(({ organisation, departement, kind, cause, personnes, le }) => ({
      id: uuidv7(),
      organisation_id: organisation,
      kind,
      departement,
      cause,
      regle: null,
      personnes,
      femmes_seulement: false,
      le,
    })),
  )
  await insertRelances(owner, donnees.relances)
  await insertMany(
    owner,
    'objectifs_suivis',
    donnees.objectifs.map(({ personne, kind, statut, le }) => ({
      id: uuidv7(),
      organisation_id: personne.organisation,
      personne_id: personne.id,
      kind,
      statut,
      cree_le: '2026-06-01T12:00:00Z',
      statut_le: le,
      version: 1,
    })),
  )
}

/** A missed appointment is never without its search: both are stored at once. */
async function insertRelances(owner: Pool, relances: Donnees['relances']) {
  const rows = relances.map((relance) => ({ ...relance, id: uuidv7(), rendezVous: uuidv7() }))
  const missed = rows.map(({ side, personne, manque, rendezVous }) => ({
    id: rendezVous,
    organisation_id: side.organisation,
    personne_id: personne?.id ?? null,
    kind: 'CSAPA',
    le: manque,
    accompagne: false,
    statut: 'MANQUE',
    statut_le: manque,
    cree_le: '2026-06-01T12:00:00Z',
    version: 1,
  }))
  const searches = rows.map(({ side, personne, manque, close, statut, id, rendezVous }) => ({
    id,
    organisation_id: side.organisation,
    personne_id: personne?.id ?? null,
    rendez_vous_id: rendezVous,
    moyen: 'RAPPELER',
    pour_le: manque.toISOString().slice(0, 10),
    statut,
    ouverte_le: manque,
    close_le: close,
    version: 1,
  }))
  await owner.query(
    `WITH manques AS (INSERT INTO rendez_vous SELECT * FROM jsonb_populate_recordset(NULL::rendez_vous, $1::jsonb))
     INSERT INTO relances SELECT * FROM jsonb_populate_recordset(NULL::relances, $2::jsonb)`,
    [JSON.stringify(missed), JSON.stringify(searches)],
  )
}
