import 'server-only'
import { Prisma } from '@/db/generated/client'
import { readAs, type Transaction } from '@/db/transaction'
import type { CivilDate } from '@/domain/commun/civil-date'
import { reach, structuresWithin } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import { perimetresOf, rightOfPerimetre } from '@/domain/exports/perimetres'
import type { Repere } from '@/domain/rapports/axes'
import type { Demande } from '@/domain/rapports/demande'
import type { Indicateur } from '@/domain/rapports/indicateur'
import { axeOf, type Cellule } from '@/domain/rapports/lecture'
import {
  type CurseurLigne,
  type Derriere,
  finestCut,
  rowsBehind,
  type VueLignes,
} from '@/domain/rapports/lignes'
import { type Nuits, nightsToCount } from '@/domain/rapports/nuits'
import type { ColonneSection, Section } from '@/domain/rapports/section'
import { readRapports, readReferentiel } from '@/features/rapports/queries'

/** One cell of a report: an indicator cut as asked, and the keys of its line and its column. */
export type CaseDemandee = { demande: Demande; ligne: string; colonne: string }

/** One row behind a figure, without anybody's name. `lien`: id of the round or of the orientation that shows it whole. */
export type LigneVue = {
  id: string
  nuit: CivilDate
  valeur: number
  lien: string | null
  debut: Date | null
  ou: string | null
  quoi: string | null
  etat: string | null
}

/** A cell and its rows. `cachees`: rows that stand in a hidden cell of a finer cut are left out. */
export type LignesLues = {
  derriere: Derriere
  ligne: Repere
  colonne: ColonneSection
  cellule: Cellule
  decimales: 0 | 1
  lignes: readonly LigneVue[]
  cachees: boolean
  /** the rows of some structures only are within reach */
  partielles: boolean
  suite: CurseurLigne | null
}

const PAR_PAGE = 50

/** Which of these columns' rows this viewer may list: those of its own organisation that its screens show already. */
export function canSeeRows(viewer: Viewer, derriere: Derriere | null): derriere is Derriere {
  return derriere !== null && perimetresOf(viewer).includes(derriere.perimetre)
}

/**
 * The rows behind a cell of a report, 50 at a time, from the first night. None of a hidden cell, nor of a hidden cell of the finest
 * cut. Null: no such cell, no rows behind it, or no right on them.
 */
export async function readLignes(
  viewer: Viewer,
  { demande, ligne, colonne }: CaseDemandee,
  after: CurseurLigne | null,
  now: Date,
): Promise<LignesLues | null> {
  const [indicateur] = demande.indicateurs
  const derriere = indicateur ? rowsBehind(indicateur.fait.fonction, colonne) : null
  if (!indicateur || !canSeeRows(viewer, derriere)) return null
  const lue = await readCell(viewer, { demande, ligne, colonne }, indicateur, now)
  if (!lue) return null
  const { caches, ...found } = lue
  const isSecret = found.cellule === 'SECRET'
  const nuits = nightsToCount(demande.periode, indicateur.fait, now)
  const rows = isSecret
    ? []
    : await readAs(viewer, async (tx) => {
        const axe = axeOf(indicateur.fait, await readReferentiel(tx))
        const atomes = axe.find(({ cle }) => cle === ligne)?.atomes ?? []
        const kept = atomes.filter((atome) => !caches.includes(atome))
        return selectRows(tx, viewer, derriere, { nuits, atomes: kept, after })
      })
  const lignes = rows.slice(0, PAR_PAGE)
  const last = rows.length > PAR_PAGE ? lignes.at(-1) : undefined
  return {
    ...found,
    derriere,
    lignes,
    cachees: !isSecret && caches.length > 0,
    partielles: narrowedTo(viewer, derriere) !== 'TOUTES',
    suite: last ? { nuit: last.nuit, id: last.id } : null,
  }
}

/** The cell as its report shows it, and the atoms that the same report hides in its finest cut. */
async function readCell(
  viewer: Viewer,
  { demande, ligne, colonne }: CaseDemandee,
  { fait, decimales }: Indicateur,
  now: Date,
) {
  const finest: Demande = { ...demande, par: finestCut[fait.axe], departement: null }
  const rapports = await readRapports(viewer, demande.periode, [demande, finest], now)
  const [asked, fine] = (rapports ?? []).map(({ sections }) => sections[0])
  const found = asked && findCell(asked, ligne, colonne)
  if (!found || !fine) return null
  return { ...found, decimales: found.colonne.decimales ?? decimales, caches: hiddenLines(fine, colonne) }
}

function findCell({ lignes, colonnes, cellules }: Section, cle: string, colonne: string) {
  const line = lignes.findIndex((each) => each.cle === cle)
  const column = colonnes.findIndex((each) => each.cle === colonne)
  const [shownLine, shownColumn, cellule] = [lignes[line], colonnes[column], cellules[line]?.[column]]
  if (!shownLine || !shownColumn || cellule === undefined) return null
  return { ligne: shownLine, colonne: shownColumn, cellule }
}

/** Atoms of the finest cut whose cell is hidden: an atom and its line have the same key, but for what is nowhere. */
function hiddenLines({ lignes, colonnes, cellules }: Section, colonne: string): readonly string[] {
  const column = colonnes.findIndex(({ cle }) => cle === colonne)
  return lignes
    .filter((_, line) => cellules[line]?.[column] === 'SECRET')
    .map(({ cle, niveau }) => (niveau === 'NON_LOCALISE' ? '' : cle))
}

/** The structures whose rows are within reach, when they are not all those of the organisation. */
function narrowedTo(viewer: Viewer, { perimetre }: Derriere): readonly string[] | 'TOUTES' {
  const right = rightOfPerimetre(perimetre)
  return reach(viewer, right) === 'ORGANISATION' ? 'TOUTES' : structuresWithin(viewer, right)
}

type Choix = { nuits: Nuits; atomes: readonly string[]; after: CurseurLigne | null }

function selectRows(
  tx: Transaction,
  viewer: Viewer,
  derriere: Derriere,
  { nuits: { du, au }, atomes, after }: Choix,
): Promise<LigneVue[]> {
  const { vue, perimetre, colonne } = derriere
  const structures = narrowedTo(viewer, derriere)
  const within =
    structures === 'TOUTES' ? Prisma.empty : Prisma.sql`AND ${ofStructures(perimetre, structures)}`
  const [nuit, id] = after === null ? [null, null] : [after.nuit, after.id]
  return tx.$queryRaw<LigneVue[]>`
    SELECT l.id, to_char(l.nuit, 'YYYY-MM-DD') AS nuit, l.valeur, ${shown[perimetre]}
    FROM (
      SELECT v.id, v.nuit, ${perimetre === 'MARAUDES' ? Prisma.sql`max` : Prisma.sql`sum`}(v.valeur) AS valeur
      FROM ${vues[vue]} v
      WHERE v.colonne = ${colonne} AND v.nuit BETWEEN ${du}::date AND ${au}::date AND v.atome = ANY (${atomes}::text[])
        AND (${nuit}::date IS NULL OR (v.nuit, v.id) > (${nuit}::date, ${id}::uuid)) ${within}
      GROUP BY v.id, v.nuit ORDER BY v.nuit, v.id LIMIT ${PAR_PAGE + 1}
    ) l JOIN ${exports[perimetre]} x ON x.id = l.id
    ORDER BY l.nuit, l.id`
}

const vues: Record<VueLignes, Prisma.Sql> = {
  lignes_maraudes: Prisma.sql`lignes_maraudes`,
  lignes_contacts: Prisma.sql`lignes_contacts`,
  lignes_materiel: Prisma.sql`lignes_materiel`,
  lignes_besoins: Prisma.sql`lignes_besoins`,
  lignes_actes: Prisma.sql`lignes_actes`,
  lignes_orientations: Prisma.sql`lignes_orientations`,
  lignes_demandes: Prisma.sql`lignes_demandes`,
  lignes_sejours: Prisma.sql`lignes_sejours`,
}

const exports: Record<Derriere['perimetre'], Prisma.Sql> = {
  MARAUDES: Prisma.sql`export_maraudes`,
  ARRETS: Prisma.sql`export_arrets`,
  SEJOURS: Prisma.sql`export_sejours`,
  ORIENTATIONS: Prisma.sql`export_orientations`,
}

const shown: Record<Derriere['perimetre'], Prisma.Sql> = {
  MARAUDES: Prisma.sql`x.id::text AS lien, x.debut, x.secteur AS ou, x.arrets || ' arrêts' AS quoi, x.statut AS etat`,
  ARRETS: Prisma.sql`x.maraude_id::text AS lien, x.arrivee AS debut, x.commune AS ou, x.structure AS quoi, NULL AS etat`,
  SEJOURS: Prisma.sql`NULL AS lien, NULL::timestamptz AS debut, x.structure || ' · ' || x.dispositif AS ou, x.place AS quoi, x.destination AS etat`,
  ORIENTATIONS: Prisma.sql`x.id::text AS lien, x.envoyee_le AS debut, x.prescripteur AS ou,
    coalesce(x.structure || ' · ' || x.dispositif, 'À trouver') AS quoi, x.statut AS etat`,
}

function ofStructures(perimetre: Derriere['perimetre'], structures: readonly string[]): Prisma.Sql {
  const among = Prisma.sql`ANY (${structures}::uuid[])`
  if (perimetre === 'SEJOURS')
    return Prisma.sql`EXISTS (SELECT FROM export_sejours s WHERE s.id = v.id AND s.structure_id = ${among})`
  if (perimetre !== 'ORIENTATIONS') return Prisma.sql`true`
  return Prisma.sql`EXISTS (SELECT FROM export_orientations s WHERE s.id = v.id
    AND (s.prescripteur_structure_id = ${among} OR s.receveur_structure_id = ${among}))`
}
