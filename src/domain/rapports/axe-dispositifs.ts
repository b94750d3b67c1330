import { z } from 'zod'
import { libellesDispositif } from '@/domain/structures/libelles'
import { kindDispositifSchema } from '@/domain/structures/listes'
import { departementSchema, libellesDepartement } from '@/domain/territoire/territoire'
import { nameDispositif } from '../structures/nom-dispositif'
import { departements, type Ligne, ligne, type Niveau } from './axes'

/** One device of the directory that the reader's report may name, and what gathers it with others. */
export const dispositifConnuSchema = z.object({
  slug: z.string(),
  nom: z.string(),
  departement: departementSchema,
  kind: kindDispositifSchema,
  structure: z.string(),
  structureSlug: z.string(),
  organisation: z.string(),
  organisationSlug: z.string(),
})
export type DispositifConnu = z.infer<typeof dispositifConnuSchema>

/** Devices by structure, organisation, kind and department; '' gathers what was asked of none in particular. */
export function axeDispositifs(dispositifs: readonly DispositifConnu[]): readonly Ligne[] {
  const slugs = dispositifs.map(({ slug }) => slug)
  return [
    ...departements.map((code) => {
      const siens = dispositifs.filter(({ departement }) => departement === code).map(({ slug }) => slug)
      return ligne('DEPARTEMENT', code, libellesDepartement[code], siens, { departement: code })
    }),
    ...gathered(dispositifs, 'STRUCTURE', ({ structureSlug, structure }) => [structureSlug, structure]),
    ...gathered(dispositifs, 'ORGANISATION', ({ organisationSlug, organisation }) => [
      organisationSlug,
      organisation,
    ]),
    ...gathered(dispositifs, 'NATURE', ({ kind }) => [kind, libellesDispositif[kind]]),
    ...dispositifs.map(({ slug, nom, structure, departement }) =>
      ligne('DISPOSITIF', slug, nameDispositif(structure, nom), [slug], { departement }),
    ),
    ligne('NON_LOCALISE', 'non-localise', 'Aucun en particulier', ['']),
    ligne('ENSEMBLE', 'ensemble', 'Ensemble', [...slugs, '']),
  ]
}

/** One line by group of devices; its department, when they share one. */
function gathered(
  dispositifs: readonly DispositifConnu[],
  niveau: Niveau,
  groupOf: (dispositif: DispositifConnu) => readonly [cle: string, libelle: string],
): readonly Ligne[] {
  const groupes = new Map<string, { libelle: string; siens: DispositifConnu[] }>()
  for (const dispositif of dispositifs) {
    const [cle, libelle] = groupOf(dispositif)
    const known = groupes.get(cle)
    if (known) known.siens.push(dispositif)
    else groupes.set(cle, { libelle, siens: [dispositif] })
  }
  return [...groupes].map(([cle, { libelle, siens }]) => {
    const [first] = siens
    const isShared = siens.every(({ departement }) => departement === first?.departement)
    return ligne(
      niveau,
      `${niveau.toLowerCase()}:${cle}`,
      libelle,
      siens.map(({ slug }) => slug),
      { departement: isShared ? (first?.departement ?? null) : null },
    )
  })
}
