import { uuidv7 } from 'uuidv7'
import { beforeAll, describe, expect, it } from 'vitest'
import { mintViewer } from '@/auth/mint-viewer'
import { civilDate } from '@/domain/commun/civil-date'
import type { Role } from '@/domain/comptes/roles'
import type { Viewer } from '@/domain/comptes/viewer'
import { catalogue } from '@/domain/rapports/catalogue'
import { type Demande, parseDemande } from '@/domain/rapports/demande'
import type { Indicateur } from '@/domain/rapports/indicateur'
import { finestCut, rowsBehind } from '@/domain/rapports/lignes'
import { type LignesLues, readLignes } from '@/features/lignes/queries'
import { readRapport } from '@/features/rapports/queries'
import { insertDonnees } from '../rapports/donnees'
import type { Donnees } from '../rapports/types'
import { owner } from '../support/connections'

const now = new Date('2026-11-23T21:00:00Z')
let donnees: Donnees
let seine: Viewer
beforeAll(async () => {
  donnees = await insertDonnees(owner)
  seine = await account('RESPONSABLE', donnees.monde.seine.organisation)
})

async function account(
  role: Role,
  organisationId: string | null,
  structureId: string | null = null,
): Promise<Viewer> {
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
    attributions: [{ role, structureId }],
  })
}

function asked({ id, fait }: Indicateur, par = finestCut[fait.axe]): Demande {
  const lue = parseDemande({ indicateur: id, par, periode: '2026-T3' }, civilDate('2026-11-23'))
  if (!lue.ok) throw new Error(lue.fautes.join())
  return lue.demande
}

/** Every page of the rows of a cell. */
async function allRows(viewer: Viewer, demande: Demande, ligne: string, colonne: string) {
  const pages: LignesLues[] = []
  for (let after: LignesLues['suite'] = null; ;) {
    const page = await readLignes(viewer, { demande, ligne, colonne }, after, now)
    if (!page) return null
    pages.push(page)
    after = page.suite
    if (after === null) return { first: pages[0] ?? page, lignes: pages.flatMap(({ lignes }) => lignes) }
  }
}

const counted = catalogue.filter(({ fait }) =>
  fait
    .colonnes({ articles: [], dispositifs: [], structures: [], organisations: [] })
    .some(({ cle }) => rowsBehind(fait.fonction, cle)?.additionne),
)

describe('les lignes d’un chiffre', () => {
  it.each(counted.map((indicateur) => [indicateur.id, indicateur] as const))(
    '(%s) s’additionnent pour le faire, et une case secrète n’en montre aucune',
    async (_, indicateur) => {
      const demande = asked(indicateur)
      const section = (await readRapport(seine, demande, now))?.sections[0]
      const cells = (section?.lignes ?? []).flatMap(({ cle: ligne, niveau }, line) =>
        (section?.colonnes ?? []).map(({ cle: colonne }, column) => ({
          adds: rowsBehind(indicateur.fait.fonction, colonne)?.additionne === true,
          ligne,
          colonne,
          isFine: niveau === 'COMMUNE' || niveau === 'DISPOSITIF' || niveau === 'TRAJET',
          cellule: section?.cellules[line]?.[column],
        })),
      )
      const shown = cells.filter(
        ({ cellule, isFine, adds }) => isFine && adds && typeof cellule === 'number' && cellule > 0,
      )
      for (const { ligne, colonne, cellule } of shown.slice(0, 8)) {
        const read = await allRows(seine, demande, ligne, colonne)
        const sum = read?.lignes.reduce((total, { valeur }) => total + valeur, 0)
        expect({ ligne, colonne, sum }).toEqual({ ligne, colonne, sum: cellule })
      }
      for (const { ligne, colonne } of cells.filter(({ cellule }) => cellule === 'SECRET').slice(0, 3)) {
        const read = await allRows(seine, demande, ligne, colonne)
        expect(read).toMatchObject({ first: { cellule: 'SECRET', suite: null }, lignes: [] })
      }
    },
    60_000,
  )

  it('d’un total ne comptent aucune de celles d’une commune secrète', async () => {
    const [incidents] = catalogue.filter(({ id }) => id === 'incidents')
    if (!incidents) throw new Error('incidents')
    const section = (await readRapport(seine, asked(incidents, 'commune'), now))?.sections[0]
    const secretes = (section?.lignes ?? []).filter(
      ({ niveau }, line) => niveau === 'COMMUNE' && section?.cellules[line]?.[0] === 'SECRET',
    )
    expect(secretes.length).toBeGreaterThan(0)
    const read = await allRows(seine, asked(incidents, 'departement'), 'ensemble', 'incidents')
    expect(read?.first.cachees).toBe(true)
    expect(read?.lignes.length).toBeGreaterThan(3)
    expect(read?.lignes.filter(({ ou }) => secretes.some(({ libelle }) => libelle === ou))).toEqual([])
  })

  it('se lisent page après page, sans en sauter ni en répéter', async () => {
    const [contacts] = catalogue.filter(({ id }) => id === 'contacts')
    if (!contacts) throw new Error('contacts')
    const read = await allRows(seine, asked(contacts, 'departement'), 'ensemble', 'contacts')
    const keys = (read?.lignes ?? []).map(({ nuit, id }) => `${nuit} ${id}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(keys.toSorted())
  })

  it('ne sont que celles de son organisation', async () => {
    const [maraudes] = catalogue.filter(({ id }) => id === 'maraudes')
    if (!maraudes) throw new Error('maraudes')
    const read = await allRows(seine, asked(maraudes, 'departement'), 'ensemble', 'maraudes')
    const ours = donnees.maraudes
      .filter(
        ({ organisation, nuit }) =>
          organisation === seine.organisationId && nuit >= '2026-07-01' && nuit <= '2026-09-30',
      )
      .map(({ id }) => id)
    expect(read?.lignes.map(({ id }) => id).toSorted()).toEqual(ours.toSorted())
  })

  it.each(['MMPCR', 'LECTEUR', 'INTERVENANT', 'MEDIATEUR', 'ADMIN'] as const)(
    'n’existent pas pour un %s',
    async (role) => {
      const [contacts] = catalogue.filter(({ id }) => id === 'contacts')
      if (!contacts) throw new Error('contacts')
      const viewer = await account(role, donnees.monde.seine.organisation)
      expect(await allRows(viewer, asked(contacts, 'departement'), 'ensemble', 'contacts')).toBeNull()
    },
  )

  it.each([
    ['file-active', 'ensemble', 'file-active'],
    ['contacts', 'nulle-part', 'contacts'],
    ['contacts', 'ensemble', 'euros'],
    ['contacts', 'ensemble', '__proto__'],
    ['places', 'ensemble', 'ouvertes'],
  ])('n’existent pas derrière %s, %s, %s', async (id, ligne, colonne) => {
    const indicateur = catalogue.find((each) => each.id === id)
    if (!indicateur) throw new Error(id)
    expect(await allRows(seine, asked(indicateur, 'departement'), ligne, colonne)).toBeNull()
  })

  it('d’un coordinateur sont celles de sa structure, et l’écran le dit', async () => {
    const [entrees] = catalogue.filter(({ id }) => id === 'entrees')
    if (!entrees) throw new Error('entrees')
    const elsewhere = await account(
      'COORDINATEUR',
      donnees.monde.seine.organisation,
      donnees.monde.paris.structure,
    )
    const read = await allRows(elsewhere, asked(entrees, 'departement'), 'ensemble', 'entrees')
    expect(read?.first.partielles).toBe(true)
    expect(read?.lignes).toEqual([])
  })
})
