import { beforeEach, describe, expect, it } from 'vitest'
import { refuseOnConstraint } from '@/db/constraint'
import { addDays, civilDate } from '@/domain/commun/civil-date'
import { type TourneePrevue, tourneePrevueSchema } from '@/domain/planning/tournee-prevue'
import { readJournee } from '@/features/journees/queries'
import {
  cancelTournee,
  changeTournee,
  planTournee,
  repeatWeek,
  setObjectif,
} from '@/features/planning/commands'
import { readSemainePrevue } from '@/features/planning/queries'
import { round } from '../droits/maraudes'
import { act, countRows, rowOf, SOIR, viewerOf } from '../places/soiree'
import { asViewer, createMonde, type Monde } from '../socle/monde'
import { app, owner } from '../support/connections'

const LUNDI = civilDate('2026-11-23')
let monde: Monde
beforeEach(async () => {
  monde = await createMonde(owner)
  await owner.query('DELETE FROM tournees')
  await owner.query('DELETE FROM objectifs')
})

function prevue(change: Readonly<Record<string, string>> = {}): TourneePrevue {
  const fields = {
    secteurCode: '75118',
    equipe: 'Chapelle',
    mode: 'A_PIED',
    nuit: LUNDI,
    heure: '1140',
    duree: '180',
  }
  return tourneePrevueSchema.parse({ ...fields, ...change })
}

async function plan(
  change: Readonly<Record<string, string>> = {},
  side: keyof Monde = 'paris',
): Promise<string> {
  const result = await act(viewerOf(monde[side], 'COORDINATEUR'), SOIR, (context) =>
    planTournee(context, prevue(change)),
  )
  if (!result.ok) throw new Error(result.reason)
  return result.value.id
}

async function sector(code: string, side: keyof Monde = 'paris', lundi = LUNDI) {
  const semaine = await readSemainePrevue(viewerOf(monde[side], 'COORDINATEUR'), lundi)
  return semaine?.lignes.find((ligne) => ligne.code === code)
}

describe('une équipe', () => {
  it('n’est pas prévue à deux endroits à la même heure, même quand on écrit ensemble', async () => {
    const attempts = ['75118', '75119', '93066'].map((secteurCode) =>
      refuseOnConstraint({ tournees_une_equipe_un_lieu: 'EQUIPE_PRISE' }, () =>
        act(viewerOf(monde.paris, 'COORDINATEUR'), SOIR, (context) =>
          planTournee(context, prevue({ secteurCode })),
        ),
      ),
    )
    const results = await Promise.all(attempts)
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.flatMap((result) => (result.ok ? [] : [result.reason]))).toEqual([
      'EQUIPE_PRISE',
      'EQUIPE_PRISE',
    ])
  })

  it('retirée du planning laisse son heure, et sa ligne reste', async () => {
    const id = await plan()
    await act(viewerOf(monde.paris, 'COORDINATEUR'), SOIR, (context) =>
      cancelTournee(context, { id, version: 1 }),
    )
    await plan({ secteurCode: '75119' })
    expect(await rowOf('tournees', id)).toMatchObject({ annulee_le: SOIR, version: 2 })
  })
})

describe('deux équipes au même endroit', () => {
  it('se voient, d’une organisation à l’autre, sans dire laquelle', async () => {
    await plan()
    await plan({ heure: '1200', equipe: 'Autre équipe' }, 'seine')
    const line = await sector('75118')
    expect(line?.nuits[0]).toMatchObject({ isDouble: true })
    expect(line?.nuits[0]?.creneaux.map(({ equipe, id }) => [equipe, id === null])).toEqual([
      ['Chapelle', false],
      [null, true],
    ])
    expect(JSON.stringify(await readSemainePrevue(viewerOf(monde.paris, 'MMPCR'), LUNDI))).not.toContain(
      'Autre équipe',
    )
  })

  it('ne se lisent pas dans la table d’une autre organisation', async () => {
    const id = await plan()
    const seen = await asViewer(
      app,
      { organisation: monde.seine.organisation, roles: ['RESPONSABLE'] },
      async (client) => (await client.query('SELECT FROM tournees WHERE id = $1', [id])).rowCount,
    )
    expect(seen).toBe(0)
  })
})

describe('un secteur sous son objectif', () => {
  it('dit combien d’heures manquent, toutes organisations ensemble', async () => {
    await act(viewerOf(monde.seine, 'MMPCR'), SOIR, (context) =>
      setObjectif(context, { secteurCode: '75118', heures: 10, semaine: LUNDI }),
    )
    await plan()
    await plan({ equipe: 'Autre équipe', heure: '1320', duree: '120' }, 'seine')
    expect(await sector('75118')).toMatchObject({ objectif: 10, prevues: 5, manque: 5 })
  })

  it('change d’objectif à partir d’une semaine, sans toucher aux semaines passées', async () => {
    const set = (heures: number, semaine: typeof LUNDI) =>
      act(viewerOf(monde.seine, 'MMPCR'), SOIR, (context) =>
        setObjectif(context, { secteurCode: '93008', heures, semaine }),
      )
    await set(4, addDays(LUNDI, -14))
    await set(6, addDays(LUNDI, 2))
    expect((await sector('93008', 'paris', addDays(LUNDI, -7)))?.objectif).toBe(4)
    expect((await sector('93008'))?.objectif).toBe(6)
    await set(8, addDays(LUNDI, -14))
    expect(await countRows('objectifs', `secteur_code = '93008'`)).toBe(1)
    const twice = owner.query(
      `INSERT INTO objectifs (id, secteur_code, heures, du, par_id, cree_le) SELECT gen_random_uuid(), secteur_code, 9, du + 7, par_id, cree_le FROM objectifs`,
    )
    await expect(twice).rejects.toMatchObject({ constraint: 'objectifs_un_a_la_fois' })
  })
})

describe('une maraude prévue', () => {
  it('se change telle qu’on l’a vue ; changée entre-temps, elle ne l’est pas deux fois', async () => {
    const id = await plan()
    const change = (equipe: string) =>
      act(viewerOf(monde.paris, 'COORDINATEUR'), SOIR, (context) =>
        changeTournee(context, { ...prevue({ equipe }), id, version: 1 }),
      )
    const results = await Promise.all([change('Une'), change('Deux')])
    expect(results.map((result) => (result.ok ? 'FAIT' : result.reason)).toSorted()).toEqual([
      'CHANGEE',
      'FAIT',
    ])
  })

  it('retrouve la maraude faite, et manque au rapport du jour tant que rien n’est arrivé', async () => {
    await plan()
    const viewer = viewerOf(monde.paris, 'COORDINATEUR')
    const later = new Date('2026-11-24T10:00:00Z')
    expect((await readJournee(viewer, LUNDI, later))?.nonRecues).toMatchObject([{ equipe: 'Chapelle' }])
    const id = await round(monde)
    await owner.query(`UPDATE maraudes SET secteur_code = '75118' WHERE id = $1`, [id])
    expect((await readJournee(viewer, LUNDI, later))?.nonRecues).toEqual([])
    expect((await sector('75118'))?.nuits[0]?.creneaux[0]?.maraudeId).toBe(id)
  })

  it('se reconduit la semaine suivante à la même heure de Paris, une seule fois', async () => {
    // The last Sunday of October: the clocks go back in between.
    const avant = civilDate('2026-10-19')
    const first = await plan({ nuit: avant })
    const repeat = () =>
      act(viewerOf(monde.paris, 'COORDINATEUR'), SOIR, (context) => repeatWeek(context, { semaine: avant }))
    expect(await repeat()).toEqual({ ok: true, value: { tournees: 1 } })
    expect(await repeat()).toEqual({ ok: false, reason: 'RIEN_A_RECONDUIRE' })
    expect(await rowOf('tournees', first)).toMatchObject({ debut: new Date('2026-10-19T17:00:00Z') })
    expect(
      await countRows('tournees', `debut = '2026-10-26T18:00:00Z' AND fin = '2026-10-26T21:00:00Z'`),
    ).toBe(1)
  })
})

describe('la couverture', () => {
  it('donne aux siens leurs cellules, aux autres une cellule de deux kilomètres', async () => {
    const id = await round(monde)
    await owner.query(
      `INSERT INTO couvertures (maraude_id, cellule, minutes, passages) VALUES ($1, '891fb466257ffff', 20, 1)`,
      [id],
    )
    const seen = (side: keyof Monde) =>
      asViewer(app, { organisation: monde[side].organisation, roles: ['INTERVENANT'] }, async (client) => {
        const { rows } = await client.query<{ cellule: string; a_nous: boolean }>(
          `SELECT cellule, a_nous FROM cellules_parcourues('2026-11-01') WHERE cellule LIKE '8_1fb4662%'`,
        )
        return rows
      })
    expect(await seen('paris')).toEqual([{ cellule: '891fb466257ffff', a_nous: true }])
    expect(await seen('seine')).toEqual([{ cellule: '871fb4662ffffff', a_nous: false }])
  })

  it('s’efface après deux ans, jamais avant un an quoi qu’on demande', async () => {
    const id = await round(monde)
    await owner.query(
      `INSERT INTO couvertures (maraude_id, cellule, minutes, passages) VALUES ($1, '891fb466257ffff', 20, 1)`,
      [id],
    )
    await owner.query(`SELECT effacer_couvertures(current_date)`)
    expect(await countRows('couvertures', 'maraude_id = $1', [id])).toBe(1)
    await owner.query(
      `UPDATE maraudes SET debut = '2022-03-01T19:00:00Z', nuit = '2022-03-01' WHERE id = $1`,
      [id],
    )
    await owner.query(`SELECT effacer_couvertures(current_date - 731)`)
    expect(await countRows('couvertures', 'maraude_id = $1', [id])).toBe(0)
  })
})
