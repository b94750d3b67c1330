import type { Prisma, PrismaClient } from '../../src/db/generated/client'
import { findOccupiedTables } from './base-vide'
import { addAppareils } from './demonstration/appareils'
import { type Annuaire, readAnnuaire } from './demonstration/annuaire'
import { addComptes } from './demonstration/comptes'
import { dateCapacites } from './demonstration/crise'
import { type Fenetre, openFenetre, type Taille } from './demonstration/fenetre'
import { Hasard } from './demonstration/hasard'
import { insertLignes, type Lignes, noLignes } from './demonstration/lignes'
import { addCouvertures } from './demonstration/couvertures'
import { addDepistages } from './demonstration/depistages'
import { addMaraudes } from './demonstration/maraudes'
import { addObservations } from './demonstration/observations'
import { addSejours } from './demonstration/orientations-abouties'
import { addOuvertes } from './demonstration/orientations-ouvertes'
import { addSansSuite } from './demonstration/orientations-sans-suite'
import { addParcours } from './demonstration/parcours'
import { addParcoursPasses } from './demonstration/parcours-passes'
import { Personnes } from './demonstration/personnes'
import { addPlaces } from './demonstration/places'
import { addPortes } from './demonstration/portes'
import { addPlanning } from './demonstration/planning'
import { addQuarantaine } from './demonstration/quarantaine'
import { addRegistre } from './demonstration/registre'
import { markPretes } from './demonstration/remise-en-etat'
import { drawSejours } from './demonstration/sejours'
import { addVeille } from './demonstration/veille'
import { indexVides } from './demonstration/vides'
import { seedStructures } from './structures'

/** Same instant, seed and real structures: same rows. `motDePasse` is the hash of the password every account shares. */
export type Options = { now: Date; taille: Taille; graine: number; motDePasse: string }

/** `tables`: those that already hold something; then nothing was written. */
export type Rempli = { ok: true } | { ok: false; tables: readonly string[] }

/** Called as the work goes on, with what has just been written. */
export type Avancement = (quoi: string, lignes: number) => void

const DELAI_MS = 300_000

/**
 * Fills an empty base, as the owner of its tables: the real structures, then the invented activity of the period. One
 * transaction, so that a stop halfway leaves the base empty; a base that holds anything is left as it is.
 */
export function seedDemonstration(prisma: PrismaClient, options: Options, tell: Avancement): Promise<Rempli> {
  return prisma.$transaction(
    async (tx): Promise<Rempli> => {
      // Two at once: the second waits here, then finds a base that is not empty any more.
      await tx.$executeRaw`LOCK TABLE organisations IN SHARE ROW EXCLUSIVE MODE`
      const tables = await findOccupiedTables(tx)
      if (tables.length > 0) return { ok: false, tables }
      const { ajoutees } = await seedStructures(tx)
      tell('structures', ajoutees)
      const annuaire = await readAnnuaire(tx)
      const fenetre = openFenetre(options.now, options.taille, options.graine)
      await dateCapacites(tx, annuaire, fenetre)
      await writeActivity(tx, inventActivity(annuaire, fenetre, options.motDePasse), tell)
      // Until the server comes by itself, it plans the yearly report as if these tables were empty: more than a minute.
      await tx.$executeRaw`ANALYZE`
      const details = { graine: options.graine, taille: options.taille }
      await tx.journal.create({ data: { le: options.now, action: 'demonstration.seed', details } })
      return { ok: true }
    },
    { timeout: DELAI_MS },
  )
}

/** Invents the activity, in memory. */
function inventActivity(annuaire: Annuaire, fenetre: Fenetre, motDePasse: string): Lignes {
  const lignes = noLignes()
  const auteurs = addComptes(lignes, annuaire, fenetre, motDePasse)
  const appareils = addAppareils(lignes, annuaire, fenetre)
  const tournees = addMaraudes(lignes, annuaire, auteurs, appareils, fenetre)
  addDepistages(lignes, fenetre)
  addCouvertures(lignes, fenetre)
  addRegistre(lignes, annuaire, fenetre)
  addQuarantaine(lignes, annuaire, auteurs, appareils, fenetre)
  addPlanning(lignes, annuaire, auteurs, fenetre)
  const { places, reposFerme } = addPlaces(lignes, annuaire, fenetre)
  addPortes(lignes, annuaire, auteurs, fenetre, { 'sleep-in-repos': reposFerme })
  addObservations(lignes, annuaire, fenetre)
  const sejours = drawSejours(places, fenetre)
  markPretes(places, sejours, annuaire, fenetre)

  const hasard = new Hasard(fenetre.graine, 'orientations')
  const personnes = new Personnes(lignes, hasard)
  const comptoir = { lignes, annuaire, auteurs, hasard, tournees, personnes }
  addSejours(comptoir, sejours, fenetre)
  addSansSuite(comptoir, indexVides(places, sejours), fenetre)
  addOuvertes(comptoir, places, fenetre)
  addParcours(lignes, annuaire, fenetre)
  addParcoursPasses(lignes, annuaire, fenetre)
  addVeille(lignes, annuaire, fenetre)
  return lignes
}

/** Writes it, and marks every organisation of this base: none of these figures may be taken for a real one. */
async function writeActivity(tx: Prisma.TransactionClient, lignes: Lignes, tell: Avancement): Promise<void> {
  await tx.organisation.updateMany({ data: { demonstration: true } })
  for (const [table, rows] of Object.entries(lignes)) {
    await insertLignes(tx, table, rows)
    tell(table, rows.length)
  }
}
