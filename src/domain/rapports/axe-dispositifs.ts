import { type Departement, libellesDepartement } from '@/domain/territoire/territoire'
import { departements, type Ligne, ligne } from './axes'

/** One device of the directory that the reader's report may name. */
export type DispositifConnu = { slug: string; nom: string; structure: string; departement: Departement }

/** Devices by department; '' gathers what was asked of none in particular. */
export function axeDispositifs(dispositifs: readonly DispositifConnu[]): readonly Ligne[] {
  const slugs = dispositifs.map(({ slug }) => slug)
  return [
    ...departements.map((code) => {
      const siens = dispositifs.filter(({ departement }) => departement === code).map(({ slug }) => slug)
      return ligne('DEPARTEMENT', code, libellesDepartement[code], siens, { departement: code })
    }),
    ...dispositifs.map(({ slug, nom, structure, departement }) =>
      ligne('DISPOSITIF', slug, `${structure} · ${nom}`, [slug], { departement }),
    ),
    ligne('NON_LOCALISE', 'non-localise', 'Aucun en particulier', ['']),
    ligne('ENSEMBLE', 'ensemble', 'Ensemble', [...slugs, '']),
  ]
}
