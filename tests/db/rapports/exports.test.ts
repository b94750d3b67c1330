import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { beforeAll, describe, expect, it } from 'vitest'
import { mintViewer } from '@/auth/mint-viewer'
import { inTransaction } from '@/db/transaction'
import type { Role } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { civilDate } from '@/domain/commun/civil-date'
import { catalogue } from '@/domain/rapports/catalogue'
import { type Demande, parseDemande } from '@/domain/rapports/demande'
import { reportRecords } from '@/domain/rapports/fichier'
import { openExport, sealExport } from '@/features/rapports/commands'
import { type Rapport, readRapport } from '@/features/rapports/queries'
import { streamCsv } from '@/lib/csv'
import { owner } from '../support/connections'
import { insertDonnees } from './donnees'
import type { Donnees } from './types'

const now = new Date('2026-11-23T21:00:00Z')
let donnees: Donnees
beforeAll(async () => {
  donnees = await insertDonnees(owner)
})

async function account(role: Role, organisationId: string | null): Promise<Viewer> {
  const compteId = uuidv7()
  await owner.query(
    `INSERT INTO comptes (id, organisation_id, courriel, fonction) VALUES ($1, $2, $3, 'essai')`,
    [compteId, organisationId, `${compteId}@exemple.fr`],
  )
  const attributions = [{ role, structureId: null }]
  return mintViewer({ compteId, sessionId: uuidv7(), organisationId, fonction: 'essai', attributions })
}

function asked(par: string, periode = '2026-T3'): Demande {
  const lue = parseDemande(
    { indicateur: catalogue.map(({ id }) => id), periode, par },
    civilDate('2026-11-23'),
  )
  if (!lue.ok) throw new Error(lue.fautes.join())
  return lue.demande
}

async function read(viewer: Viewer, demande: Demande): Promise<Rapport> {
  const rapport = await readRapport(viewer, demande, now)
  if (!rapport) throw new Error('aucun rapport')
  return rapport
}

async function download(viewer: Viewer, demande: Demande, rapport: Rapport): Promise<Buffer> {
  const body = streamCsv(reportRecords({ demande, ...rapport }), (sealed) =>
    inTransaction(viewer, (tx) => sealExport({ actor: viewer, now, tx }, { demande, rapport, ...sealed })),
  )
  return Buffer.from(await new Response(body).arrayBuffer())
}

function rounded(figure: number): string {
  return String(Math.round(Number(figure.toFixed(1))))
}

async function journalOf(viewer: Viewer) {
  const { rows } = await owner.query<{ action: string; refus: string | null }>(
    'SELECT action, refus FROM journal WHERE compte_id = $1 ORDER BY id',
    [viewer.compteId],
  )
  return rows
}

describe('un rapport', () => {
  it('montre toute case, ou la dit secrète, jamais un petit nombre', async () => {
    const rapport = await read(await account('MMPCR', null), asked('commune', '2026-09'))
    expect(rapport.sections.map(({ indicateur }) => indicateur)).toEqual(catalogue.map(({ id }) => id))
    const counts = [
      'contacts',
      'nouveaux-contacts',
      'femmes',
      'jeunes',
      'aines',
      'besoins-exprimes',
      'incidents',
      'file-active',
      'entrees',
    ]
    const cells = rapport.sections
      .filter(({ indicateur }) => counts.includes(indicateur))
      .flatMap(({ cellules }) => cellules.flat())
    expect(cells).toContain('SECRET')
    expect(cells.filter((cell) => typeof cell === 'number' && cell > 0 && cell < 5)).toEqual([])
  })

  it('d’un responsable porte le nom de son organisation et ne compte qu’elle', async () => {
    const { seine } = donnees.monde
    const rapport = await read(await account('RESPONSABLE', seine.organisation), asked('departement'))
    expect(rapport.organisation).toBe('Essai')
    const ours = donnees.maraudes.filter(({ organisation, nuit }) => {
      return organisation === seine.organisation && nuit >= '2026-07-01' && nuit <= '2026-09-30'
    })
    const section = rapport.sections.find(({ indicateur }) => indicateur === 'maraudes')
    expect(section?.cellules.at(-1)).toEqual([ours.length])
    expect(rapport.maraudesOuvertes).toBe(ours.filter(({ fin }) => fin === null).length)
  })

  it.each(['INTERVENANT', 'MEDIATEUR', 'ADMIN'] as const)('n’existe pas pour un %s', async (role) => {
    const viewer = await account(role, donnees.monde.paris.organisation)
    expect(await readRapport(viewer, asked('commune'), now)).toBeNull()
  })

  it('d’une période vide est à zéro partout, sans secret', async () => {
    const rapport = await read(await account('LECTEUR', null), asked('commune', '2021'))
    const figures = rapport.sections
      .filter(({ indicateur }) => !['places', 'taux-occupation'].includes(indicateur))
      .flatMap(({ cellules }) => cellules.flat())
    expect(new Set(figures)).toEqual(new Set([0, 'SANS_OBJET']))
  })
})

describe('un fichier remis', () => {
  it('est inscrit, une ligne par indicateur, avec sa version, ses cases et l’empreinte de ses octets', async () => {
    const viewer = await account('MMPCR', null)
    const demande = asked('commune')
    const opened = await inTransaction(viewer, (tx) => openExport({ actor: viewer, now, tx }, demande))
    expect(opened.ok).toBe(true)
    const rapport = await read(viewer, demande)
    const file = await download(viewer, demande, rapport)
    const { rows } = await owner.query<{
      indicateur: string
      version: number
      empreinte: string
      parametres: { cellules: unknown }
    }>('SELECT indicateur, version, empreinte, parametres FROM exports WHERE compte_id = $1 ORDER BY id', [
      viewer.compteId,
    ])
    expect(rows.map(({ indicateur }) => indicateur).toSorted()).toEqual(
      catalogue.map(({ id }) => id).toSorted(),
    )
    expect(new Set(rows.map(({ empreinte }) => empreinte))).toEqual(
      new Set([createHash('sha256').update(file).digest('hex')]),
    )
    const contacts = rows.find(({ indicateur }) => indicateur === 'contacts')
    expect(contacts?.parametres).toMatchObject({
      du: '2026-07-01',
      au: '2026-09-30',
      organisationId: null,
      dimension: 'commune',
    })
    expect(contacts?.parametres.cellules).toEqual(
      rapport.sections.find(({ indicateur }) => indicateur === 'contacts')?.cellules,
    )
    expect(await journalOf(viewer)).toEqual([
      { action: 'rapports.export', refus: null },
      { action: 'rapports.export.remis', refus: null },
    ])
  })

  it('a exactement les chiffres de l’écran', async () => {
    const viewer = await account('COORDINATEUR', donnees.monde.seine.organisation)
    const demande = asked('ept')
    const rapport = await read(viewer, demande)
    const text = (await download(viewer, demande, rapport)).toString('utf8')
    const written =
      text
        .split('\r\n\r\n')[1]
        ?.trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(';').at(-1)) ?? []
    const shown = rapport.sections.flatMap(({ cellules }) => cellules.flat())
    expect(written).toHaveLength(shown.length)
    const words = { SECRET: 'secret statistique', SANS_OBJET: 'sans objet' }
    expect(
      written.map((cell = '') => (/\d/.test(cell) ? rounded(Number(cell.replace(',', '.'))) : cell)),
    ).toEqual(shown.map((cell) => (typeof cell === 'number' ? rounded(cell) : words[cell])))
  })

  it('est refusé à qui lit sans exporter, et le refus est au journal', async () => {
    const viewer = await account('LECTEUR', null)
    const opened = await inTransaction(viewer, (tx) =>
      openExport({ actor: viewer, now, tx }, asked('commune')),
    )
    expect(opened).toEqual({ ok: false, reason: 'INTERDIT' })
    expect(await journalOf(viewer)).toEqual([{ action: 'rapports.export', refus: 'INTERDIT' }])
  })
})
