import type { Prisma } from '@/db/generated/client'
import { type RegleSejour, regleSejourSchema, sansRegle } from '@/domain/places/sejour'

/** A real site, and the name of who runs it. */
export type Site = { id: string; organisationId: string }
/** A device of a site, with the stay rule in force. */
export type Dispositif = Site & {
  dureeTenue: number
  remiseEnEtat: boolean
  regle: RegleSejour
}

/** The real sites of the base, by slug. Asking for one that is not there is a fault of the demonstration, and throws. */
export type Annuaire = {
  organisation: (slug: string) => string
  structure: (slug: string) => Site
  dispositif: (slug: string) => Dispositif
}

export async function readAnnuaire(tx: Prisma.TransactionClient): Promise<Annuaire> {
  const organisations = await tx.organisation.findMany({ select: { id: true, slug: true } })
  const structures = await tx.structure.findMany({ select: { id: true, slug: true, organisationId: true } })
  const dispositifs = await tx.dispositif.findMany({
    select: {
      id: true,
      slug: true,
      organisationId: true,
      dureeTenue: true,
      remiseEnEtat: true,
      regles: { where: { au: null } },
    },
  })
  return {
    organisation: finder(organisations.map(({ slug, id }) => [slug, id])),
    structure: finder(structures.map(({ slug, ...site }) => [slug, site])),
    dispositif: finder(
      dispositifs.map(({ slug, regles: [regle], ...dispositif }) => [
        slug,
        {
          ...dispositif,
          regle: regle ? regleSejourSchema.parse(regle) : sansRegle,
        },
      ]),
    ),
  }
}

function finder<Value>(entries: readonly (readonly [string, Value])[]): (slug: string) => Value {
  const known = new Map(entries)
  return (slug) => {
    const value = known.get(slug)
    if (value === undefined) throw new Error(`« ${slug} » n’est pas dans les structures réelles`)
    return value
  }
}
