import { uuidv7 } from 'uuidv7'
import { beforeAll, describe, expect, it } from 'vitest'
import { mintViewer } from '@/auth/mint-viewer'
import { inTransaction } from '@/db/transaction'
import type { Viewer } from '@/domain/comptes/viewer'
import { civilDate } from '@/domain/commun/civil-date'
import { type Demande, parseDemande } from '@/domain/rapports/demande'
import type { Section } from '@/domain/rapports/section'
import { sealExport } from '@/features/rapports/commands'
import { type Rapport, readRapport } from '@/features/rapports/queries'
import { owner } from '../support/connections'
import type { Cote } from '../socle/monde'
import { insertDonnees } from './donnees'

const now = new Date('2026-11-23T21:00:00Z')
beforeAll(async () => {
  const { monde } = await insertDonnees(owner)
  const known = contactsOf(await readRapport(await account(null), asked({ periode: '2026-T3' }), now))
  const [fullest] = [...known]
    .filter(([cle]) => /^\d{5}$/.test(cle))
    .flatMap(([cle, figure]) => (typeof figure === 'number' ? [{ cle, figure }] : []))
    .toSorted((one, other) => other.figure - one.figure)
  await meetTwo(monde.seine, fullest?.cle ?? '')
})

/** Two persons more, on the last night of September, where the rest of the quarter met many. */
async function meetTwo({ organisation, compte }: Cote, commune: string) {
  const [maraude, arret] = [uuidv7(), uuidv7()]
  await owner.query(
    `INSERT INTO maraudes (id, organisation_id, auteur_id, equipe, mode, debut, fin, nuit, statut, schema_version, recue_le)
     VALUES ($1, $2, $3, 2, 'A_PIED', '2026-09-30 20:00+02', '2026-09-30 22:00+02', '2026-09-30', 'CLOSE', 1, now())`,
    [maraude, organisation, compte],
  )
  await owner.query(
    `INSERT INTO arrets (id, maraude_id, commune_code, arrivee, statut) VALUES ($1, $2, $3, '2026-09-30 21:00+02', 'ACTIF')`,
    [arret, maraude, commune],
  )
  await owner.query(
    `INSERT INTO rencontres (id, arret_id, genre, tranche_age, situation, connus, nouveaux)
     VALUES ($1, $2, 'FEMME', 'DE_30_39', 'ISOLEE', 2, 0)`,
    [uuidv7(), arret],
  )
}

async function account(organisationId: string | null): Promise<Viewer> {
  const compteId = uuidv7()
  await owner.query(
    `INSERT INTO comptes (id, organisation_id, courriel, fonction) VALUES ($1, $2, $3, 'essai')`,
    [compteId, organisationId, `${compteId}@exemple.fr`],
  )
  return mintViewer({
    compteId,
    sessionId: uuidv7(),
    organisationId,
    fonction: 'essai',
    attributions: [{ role: 'MMPCR', structureId: null }],
  })
}

function asked(question: Readonly<Record<string, string>>): Demande {
  const lue = parseDemande({ indicateur: 'contacts', par: 'commune', ...question }, civilDate('2026-11-23'))
  if (!lue.ok) throw new Error(lue.fautes.join())
  return lue.demande
}

function contactsOf(rapport: Rapport | null): ReadonlyMap<string, Section['cellules'][number][number]> {
  const section = rapport?.sections[0]
  if (!section) throw new Error('aucun rapport')
  return new Map(section.lignes.map(({ cle }, line) => [cle, section.cellules[line]?.[0] ?? 'SECRET']))
}

/** Lines where both files show a figure, and what one less the other makes is a small number of persons. */
function smallDifferences(first: ReturnType<typeof contactsOf>, second: ReturnType<typeof contactsOf>) {
  return [...second].filter(([cle, figure]) => {
    const before = first.get(cle) ?? 0
    if (typeof figure !== 'number' || typeof before !== 'number') return false
    const difference = Math.abs(figure - before)
    return difference > 0 && difference < 5
  })
}

function beforeOf(rapport: Rapport | null): ReturnType<typeof contactsOf> {
  const section = rapport?.sections[0]
  if (!section) throw new Error('aucun rapport')
  return new Map(section.lignes.map(({ cle }, line) => [cle, section.avant?.[line]?.[0] ?? 'SECRET']))
}

async function handOver(viewer: Viewer, demande: Demande, empreinte: string): Promise<Rapport> {
  const rapport = await readRapport(viewer, demande, now)
  if (!rapport) throw new Error('aucun rapport')
  await inTransaction(viewer, (tx) =>
    sealExport({ actor: viewer, now, tx }, { demande, rapport, empreinte, lignes: 1 }),
  )
  return rapport
}

describe('un rapport qui recouvre un fichier déjà remis', () => {
  it('cache aussi ce qu’une soustraction rendrait', async () => {
    const viewer = await account(null)
    const quarter = asked({ periode: '2026-T3' })
    const remis = await readRapport(viewer, quarter, now)
    if (!remis) throw new Error('aucun rapport')
    const rest = asked({ periode: 'dates', du: '2026-07-01', au: '2026-09-29' })
    expect(smallDifferences(contactsOf(remis), contactsOf(await readRapport(viewer, rest, now)))).not.toEqual(
      [],
    )

    await inTransaction(viewer, (tx) =>
      sealExport(
        { actor: viewer, now, tx },
        { demande: quarter, rapport: remis, empreinte: 'a'.repeat(64), lignes: 1 },
      ),
    )
    const beside = await readRapport(viewer, rest, now)
    expect(smallDifferences(contactsOf(remis), contactsOf(beside))).toEqual([])
    expect(
      [...contactsOf(beside).values()].filter((figure) => typeof figure === 'number').length,
    ).toBeGreaterThan(3)
    const again = await readRapport(viewer, quarter, now)
    expect(contactsOf(again)).toEqual(contactsOf(remis))
  })
})

describe('deux mois côte à côte', () => {
  it('ne se retrouvent pas du fichier qui les couvre tous deux, et le sien les inscrit tous deux', async () => {
    const viewer = await account(null)
    const remis = await handOver(
      viewer,
      asked({ periode: 'dates', du: '2026-08-01', au: '2026-09-30' }),
      'b'.repeat(64),
    )
    const side = asked({ periode: '2026-09', comparer: 'precedente' })
    const rapport = await handOver(viewer, side, 'c'.repeat(64))
    expect(rapport.avant?.code).toBe('2026-08')
    const [both, september, august] = [contactsOf(remis), contactsOf(rapport), beforeOf(rapport)]
    expect(smallDifferences(september, both)).toEqual([])
    expect(smallDifferences(august, both)).toEqual([])
    const shown = [...august.values()].filter((figure) => typeof figure === 'number' && figure > 0)
    expect(shown.length).toBeGreaterThan(3)
    const { rows } = await owner.query(
      `SELECT parametres ->> 'du' AS du FROM exports WHERE empreinte = $1 ORDER BY 1`,
      ['c'.repeat(64)],
    )
    expect(rows).toEqual([{ du: '2026-08-01' }, { du: '2026-09-01' }])
  })
})
