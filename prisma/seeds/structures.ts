import { civilDate, toDatabaseDate } from '../../src/domain/commun/civil-date'
import { presetsRegleSejour } from '../../src/domain/structures/regles-sejour'
import type { Prisma } from '../../src/db/generated/client'
import { organisationsReelles } from './organisations'
import {
  champsAVerifier,
  type DispositifReel,
  type Ouverture,
  type StructureReelle,
} from './structure-reelle'
import { structuresAurore } from './structures-aurore'
import { structuresGaia } from './structures-gaia'
import { structuresGroupeSos } from './structures-groupe-sos'
import { structuresParis } from './structures-paris'
import { structuresSeineSaintDenis } from './structures-seine-saint-denis'

/** Every real site whose public facts are known. */
export const structuresReelles: readonly StructureReelle[] = [
  ...structuresGroupeSos,
  ...structuresGaia,
  ...structuresAurore,
  ...structuresParis,
  ...structuresSeineSaintDenis,
]

// No source dates the rules of stay: they stand from the first day Maillage can tell of.
const REGLES_DEPUIS = toDatabaseDate(civilDate('2020-01-01'))

/**
 * Adds the real sites and their operators that the base does not have yet, found by slug. One that is there is left as it is:
 * what a structure entered is never overwritten. To be run as the owner of the tables.
 */
export async function seedStructures(tx: Prisma.TransactionClient): Promise<{ ajoutees: number }> {
  await tx.organisation.createMany({ data: [...organisationsReelles], skipDuplicates: true })
  const organisations = await tx.organisation.findMany({ select: { id: true, slug: true } })
  const organisationIds = new Map(organisations.map(({ id, slug }) => [slug, id]))
  const known = await tx.structure.findMany({ select: { slug: true } })
  const knownSlugs = new Set(known.map(({ slug }) => slug))

  const missing = structuresReelles.filter(({ slug }) => !knownSlugs.has(slug))
  for (const structure of missing) {
    const organisationId = organisationIds.get(structure.organisation)
    if (organisationId === undefined) throw new Error(`organisation inconnue : ${structure.organisation}`)
    await createStructure(tx, organisationId, structure)
  }
  return { ajoutees: missing.length }
}

async function createStructure(
  tx: Prisma.TransactionClient,
  organisationId: string,
  structure: StructureReelle,
): Promise<void> {
  const { id } = await tx.structure.create({
    data: { ...identity(structure), ...offer(structure), organisationId },
  })
  if (structure.adresse !== undefined) {
    await tx.adresseStructure.create({
      data: { structureId: id, organisationId, adresse: structure.adresse, source: structure.source },
    })
  }
  await createPlages(tx, structure.horaires, { structureId: id, dispositifId: null })
  for (const dispositif of structure.dispositifs) {
    await createDispositif(tx, { structureId: id, organisationId, statut: structure.statut }, dispositif)
  }
}

function identity(structure: StructureReelle) {
  return {
    slug: structure.slug,
    nom: structure.nom,
    kind: structure.kind,
    statut: structure.statut,
    departement: structure.departement,
    communeCode: structure.commune ?? null,
    confidentiel: structure.confidentiel ?? false,
    depuis: structure.depuis ?? null,
    source: structure.source,
  }
}

function offer(structure: StructureReelle) {
  return {
    financeurs: [...(structure.financeurs ?? [])],
    publics: [...(structure.publics ?? [])],
    services: [...(structure.services ?? [])],
    langues: [...(structure.langues ?? [])],
    description: structure.description ?? null,
    aVerifier: champsAVerifier(structure),
  }
}

async function createDispositif(
  tx: Prisma.TransactionClient,
  site: { structureId: string; organisationId: string; statut: StructureReelle['statut'] },
  dispositif: DispositifReel,
): Promise<void> {
  const { structureId, organisationId } = site
  const { id } = await tx.dispositif.create({
    data: {
      slug: dispositif.slug,
      structureId,
      organisationId,
      kind: dispositif.kind,
      nom: dispositif.nom,
      statut: dispositif.statut ?? site.statut,
      oriente: dispositif.oriente ?? false,
      remiseEnEtat: dispositif.remiseEnEtat ?? false,
      ...(dispositif.dureeTenue === undefined ? {} : { dureeTenue: dispositif.dureeTenue }),
    },
  })
  await tx.capacite.createMany({
    data: (dispositif.capacites ?? []).map(({ mode, places, du, au, source }) => ({
      dispositifId: id,
      mode,
      places,
      du: toDatabaseDate(du),
      au: au === undefined ? null : toDatabaseDate(au),
      source,
    })),
  })
  await createPlages(tx, dispositif.horaires, { structureId, dispositifId: id })
  if (dispositif.regle === undefined) return
  await tx.regleSejour.create({
    data: { dispositifId: id, ...presetsRegleSejour[dispositif.regle], du: REGLES_DEPUIS },
  })
}

async function createPlages(
  tx: Prisma.TransactionClient,
  horaires: readonly Ouverture[] | undefined,
  target: { structureId: string; dispositifId: string | null },
): Promise<void> {
  await tx.plageHoraire.createMany({
    data: (horaires ?? []).flatMap(({ jours, ouvre, ferme }) =>
      jours.map((jour) => ({ ...target, jour, ouvre: ouvre * 60, ferme: ferme * 60 })),
    ),
  })
}
