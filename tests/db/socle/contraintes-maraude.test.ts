import { uuidv7 } from 'uuidv7'
import { beforeAll, describe, expect, it } from 'vitest'
import { reglesDeLaBase } from '@/domain/sync/regles-de-la-base'
import { owner } from '../support/connections'
import { createMonde, insertRow, type Monde } from './monde'

let monde: Monde
beforeAll(async () => {
  monde = await createMonde(owner)
})

const maraude = () => ({
  id: uuidv7(),
  organisation_id: monde.paris.organisation,
  auteur_id: monde.paris.compte,
  equipe: 2,
  mode: 'A_PIED',
  debut: '2026-11-24T00:30:00Z',
  nuit: '2026-11-23',
  statut: 'EN_COURS',
  schema_version: 1,
  recue_le: '2026-11-24T00:31:00Z',
})

describe('une maraude', () => {
  it('appartient au jour de travail, de midi à midi', async () => {
    await insertRow(owner, 'maraudes', maraude())
    await expect(insertRow(owner, 'maraudes', { ...maraude(), nuit: '2026-11-24' })).rejects.toThrow(
      /maraudes_nuit/,
    )
  })

  it.each([
    ['une fin avant le début', { fin: '2026-11-23T00:00:00Z', statut: 'CLOSE' }, /maraudes_ordre/],
    ['une date de 1970', { debut: '1970-01-01T20:00:00Z', nuit: '1970-01-01' }, /maraudes_epoque/],
    ['une clôture sans fin', { statut: 'CLOSE' }, /maraudes_close_finie/],
    ['une équipe vide', { equipe: 0 }, /maraudes_equipe/],
    ['une transmission sans limite', { transmission: 'a'.repeat(10_000) }, /maraudes_transmission/],
  ])('refuse %s', async (_, columns, constraint) => {
    await expect(insertRow(owner, 'maraudes', { ...maraude(), ...columns })).rejects.toThrow(constraint)
  })

  it('refuse des nombres négatifs et une commune inconnue à ses arrêts', async () => {
    const ronde = await insertRow(owner, 'maraudes', maraude())
    const arret = { id: uuidv7(), maraude_id: ronde, commune_code: '93066', arrivee: '2026-11-24T00:40:00Z' }
    await expect(insertRow(owner, 'arrets', { ...arret, commune_code: '13055' })).rejects.toThrow(
      /foreign key/,
    )
    await insertRow(owner, 'arrets', arret)
    const rencontre = {
      id: uuidv7(),
      arret_id: arret.id,
      genre: 'HOMME',
      tranche_age: 'INCONNUE',
      situation: 'INCONNUE',
    }
    await expect(insertRow(owner, 'rencontres', { ...rencontre, connus: -1 })).rejects.toThrow(
      /rencontres_nombre/,
    )
    const materiel = { id: uuidv7(), arret_id: arret.id, article_code: 'pipe-droite', sens: 'DONNE' }
    await expect(insertRow(owner, 'materiels', { ...materiel, quantite: -3 })).rejects.toThrow(
      /materiels_quantite/,
    )
    await insertRow(owner, 'rencontres', { ...rencontre, connus: 1 })
    await expect(insertRow(owner, 'rencontres', { ...rencontre, id: uuidv7(), connus: 2 })).rejects.toThrow(
      /rencontres_un_profil_par_arret/,
    )
    await insertRow(owner, 'materiels', { ...materiel, quantite: 3 })
    await expect(insertRow(owner, 'materiels', { ...materiel, id: uuidv7(), quantite: 1 })).rejects.toThrow(
      /materiels_un_article_par_arret/,
    )
  })

  it('refuse un test donné ou récupéré, et un matériel réalisé', async () => {
    const ronde = await insertRow(owner, 'maraudes', maraude())
    const arret = { id: uuidv7(), maraude_id: ronde, commune_code: '93066', arrivee: '2026-11-24T00:40:00Z' }
    await insertRow(owner, 'arrets', arret)
    const test = { arret_id: arret.id, article_code: 'trod-vih', quantite: 1 }
    for (const sens of ['DONNE', 'RECUPERE']) {
      await expect(insertRow(owner, 'materiels', { ...test, id: uuidv7(), sens })).rejects.toThrow(
        /materiels_test_realise/,
      )
    }
    const pipe = { ...test, id: uuidv7(), article_code: 'pipe-droite', sens: 'REALISE' }
    await expect(insertRow(owner, 'materiels', pipe)).rejects.toThrow(/materiels_test_realise/)
    await insertRow(owner, 'materiels', { ...test, id: uuidv7(), sens: 'REALISE' })
  })
})

it('chaque règle d’une maraude et de ses arrêts a sa phrase pour la quarantaine, et aucune phrase n’est sans règle', async () => {
  const { rows } = await owner.query<{ conname: string }>(
    `SELECT conname FROM pg_constraint WHERE contype = 'c'
       AND conrelid::regclass::text = ANY (ARRAY['maraudes', 'arrets', 'rencontres', 'materiels', 'besoins', 'incidents'])`,
  )
  expect(Object.keys(reglesDeLaBase).toSorted()).toEqual(rows.map(({ conname }) => conname).toSorted())
})
