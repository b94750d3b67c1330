import type { Pool } from 'pg'
import { uuidv7 } from 'uuidv7'
import { toDatabaseDate } from '@/domain/commun/civil-date'
import { rowsOfActs } from './donnees-actes'
import { insertMany, insertStays } from './donnees-sejours'
import { insertSuivi } from './insertion-suivi'
import type { Donnees } from './types'

/** Stores everything, as the owner. */
export async function insertAll(owner: Pool, donnees: Donnees) {
  const { monde } = donnees
  const authorOf = (organisation: string) =>
    organisation === monde.paris.organisation ? monde.paris.compte : monde.seine.compte
  await insertMany(
    owner,
    'maraudes',
    donnees.maraudes.map((maraude) => ({
      id: maraude.id,
      organisation_id: maraude.organisation,
      auteur_id: authorOf(maraude.organisation),
      equipe: 2,
      mode: 'A_PIED',
      secteur_code: maraude.secteur,
      debut: maraude.debut,
      fin: maraude.fin,
      nuit: toDatabaseDate(maraude.nuit).toISOString().slice(0, 10),
      statut: maraude.fin === null ? 'EN_COURS' : 'CLOSE',
      schema_version: 1,
      recue_le: maraude.debut,
    })),
  )
  await insertMany(
    owner,
    'arrets',
    donnees.arrets.map(({ id, maraude, commune, arrivee, depart, statut, mediations }) => ({
      id,
      maraude_id: maraude.id,
      commune_code: commune,
      arrivee,
      depart,
      statut,
      mediations,
    })),
  )
  await insertMany(
    owner,
    'rencontres',
    donnees.rencontres.map(({ arret, genre, tranche, connus, nouveaux }) => ({
      id: uuidv7(),
      arret_id: arret.id,
      genre,
      tranche_age: tranche,
      situation: 'ISOLEE',
      connus,
      nouveaux,
    })),
  )
  await insertMany(
    owner,
    'materiels',
    donnees.remises.map(({ arret, article, sens, quantite }) => ({
      id: uuidv7(),
      arret_id: arret.id,
      article_code: article,
      sens,
      quantite,
    })),
  )
  await insertMany(
    owner,
    'besoins',
    donnees.besoins.map(({ arret, kind, personnes, reponse, cause }) => ({
      id: uuidv7(),
      arret_id: arret.id,
      kind,
      personnes,
      reponse,
      cause,
    })),
  )
  const acts = rowsOfActs(donnees)
  await insertMany(owner, 'incidents', acts.incidents)
  await insertMany(owner, 'messages_rdr', acts.messages)
  await insertMany(
    owner,
    'personnes',
    donnees.personnes.map(({ row }) => row),
  )
  await insertMany(
    owner,
    'orientations',
    donnees.orientations.map(({ row }) => row),
  )
  await insertStays(owner, donnees)
  await insertSuivi(owner, donnees)
}
