import { uuidv7 } from 'uuidv7'
import { describe, expect, it } from 'vitest'
import { besoinSansReponseSchema, filtresRegistreSchema } from '@/domain/besoins/sans-reponse'
import { logBesoin, withdrawBesoin } from '@/features/besoins/commands'
import { readRegistre } from '@/features/besoins/queries'
import { act, plusTard, SOIR, viewerOf } from '../places/soiree'
import { type Cote, createMonde, insertRow } from '../socle/monde'
import { owner } from '../support/connections'

const filtres = filtresRegistreSchema.parse({})

function besoinDe(change: Readonly<Record<string, unknown>> = {}) {
  return besoinSansReponseSchema.parse({
    id: uuidv7(),
    kind: 'DORMIR',
    departement: '93',
    cause: 'PAS_DE_PLACE',
    regle: 'OCCUPEE',
    personnes: '2',
    femmesSeulement: 'oui',
    ...change,
  })
}

function log(cote: Cote, besoin = besoinDe(), minutes = 20) {
  return act(viewerOf(cote, 'INTERVENANT'), plusTard(minutes), (context) => logBesoin(context, besoin))
}

function registreOf(cote: Cote, change: Partial<typeof filtres> = {}) {
  return readRegistre(viewerOf(cote, 'COORDINATEUR'), { ...filtres, ...change }, plusTard(60))
}

describe('le registre des besoins sans réponse', () => {
  it('garde le besoin, le lieu, la cause et l’heure ronde, et rien de la personne', async () => {
    const { seine } = await createMonde(owner)
    const besoin = besoinDe()
    expect(await log(seine, besoin)).toEqual({ ok: true, value: { id: besoin.id } })
    const { rows } = await owner.query('SELECT * FROM besoins_sans_reponse WHERE id = $1', [besoin.id])
    expect(rows).toEqual([
      {
        id: besoin.id,
        organisation_id: seine.organisation,
        kind: 'DORMIR',
        departement: '93',
        cause: 'PAS_DE_PLACE',
        regle: 'OCCUPEE',
        personnes: 2,
        femmes_seulement: true,
        le: SOIR,
      },
    ])
  })

  it('n’écrit qu’une fois ce qui part deux fois', async () => {
    const { seine } = await createMonde(owner)
    const besoin = besoinDe()
    await log(seine, besoin)
    expect(await log(seine, besoin)).toEqual({ ok: false, reason: 'ALREADY_WRITTEN' })
    expect((await registreOf(seine))?.total).toBe(1)
  })

  it('compte par cause, avec les besoins des arrêts qui comptent encore', async () => {
    const { seine } = await createMonde(owner)
    await log(seine)
    await log(
      seine,
      besoinDe({ cause: 'FERME', regle: '', kind: 'SOINS', departement: '75', personnes: '1' }),
    )
    await insertStopNeed(seine, 'ACTIF')
    await insertStopNeed(seine, 'REMPLACE')
    const registre = await registreOf(seine)
    expect(registre?.causes).toEqual([
      { cause: 'PAS_DE_PLACE', besoins: 2, personnes: 5, paris: 0, seine: 5, femmes: 2 },
      { cause: 'FERME', besoins: 1, personnes: 1, paris: 1, seine: 0, femmes: 1 },
    ])
    expect(registre?.lignes.map(({ duBureau }) => duBureau).toSorted()).toEqual([false, true, true])
    expect((await registreOf(seine, { cause: 'FERME' }))?.total).toBe(1)
    expect((await registreOf(seine, { departement: '75', kind: 'DORMIR' }))?.total).toBe(0)
  })

  it('ne se lit ni ne se touche d’une autre organisation', async () => {
    const { paris, seine } = await createMonde(owner)
    const besoin = besoinDe()
    await log(seine, besoin)
    expect((await registreOf(paris))?.total).toBe(0)
    const stolen = await act(viewerOf(paris, 'COORDINATEUR'), plusTard(30), (context) =>
      withdrawBesoin(context, besoin),
    )
    expect(stolen).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await readRegistre(viewerOf(seine, 'MMPCR'), filtres, SOIR)).toBeNull()
  })

  it('se corrige le jour même, plus après', async () => {
    const { seine } = await createMonde(owner)
    const [premier, second] = [besoinDe(), besoinDe()]
    await log(seine, premier)
    await log(seine, second)
    const withdraw = (id: string, minutes: number) =>
      act(viewerOf(seine, 'INTERVENANT'), plusTard(minutes), (context) => withdrawBesoin(context, { id }))
    expect(await withdraw(premier.id, 120)).toEqual({ ok: true, value: null })
    expect(await withdraw(premier.id, 120)).toEqual({ ok: false, reason: 'NOT_FOUND' })
    expect(await withdraw(second.id, 25 * 60)).toEqual({ ok: false, reason: 'TOO_LATE_TO_UNDO' })
  })

  it.each([
    ['la minute', { le: '2026-11-23T21:20:00Z' }, 'besoins_sans_reponse_heure_ronde'],
    ['personne', { personnes: 0 }, 'besoins_sans_reponse_personnes'],
    ['un autre département', { departement: '92' }, 'besoins_sans_reponse_territoire'],
    [
      'une règle de place pour un besoin de soins',
      { kind: 'SOINS', regle: 'OCCUPEE' },
      'besoins_sans_reponse_regle',
    ],
  ])('refuse en base : %s', async (_, change, constraint) => {
    const { seine } = await createMonde(owner)
    const row = {
      id: uuidv7(),
      organisation_id: seine.organisation,
      kind: 'DORMIR',
      departement: '93',
      cause: 'AUTRE',
      personnes: 1,
      femmes_seulement: false,
      le: '2026-11-23T21:00:00Z',
      ...change,
    }
    await expect(insertRow(owner, 'besoins_sans_reponse', row)).rejects.toMatchObject({ constraint })
  })
})

async function insertStopNeed(cote: Cote, statut: string): Promise<void> {
  const maraude = await insertRow(owner, 'maraudes', {
    id: uuidv7(),
    organisation_id: cote.organisation,
    auteur_id: cote.compte,
    equipe: 2,
    mode: 'A_PIED',
    debut: '2026-11-23T20:00:00Z',
    nuit: '2026-11-23',
    statut: 'EN_COURS',
    schema_version: 1,
    recue_le: '2026-11-23T20:00:00Z',
  })
  const arret = await insertRow(owner, 'arrets', {
    id: uuidv7(),
    maraude_id: maraude,
    commune_code: '93066',
    arrivee: '2026-11-23T20:30:00Z',
    statut,
  })
  await insertRow(owner, 'besoins', {
    id: uuidv7(),
    arret_id: arret,
    kind: 'DORMIR',
    personnes: 3,
    reponse: 'SANS_REPONSE',
    cause: 'PAS_DE_PLACE',
  })
}
