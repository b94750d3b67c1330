import { departements, type Ligne, ligne } from './axes'

const trajets = departements.flatMap((de) =>
  [...departements, ''].map((vers) => ({ de, vers, atome: `${de}>${vers}` })),
)

/** From the department of the prescriber to that of the device asked ('' : any that fits). */
export const axeTrajets: readonly Ligne[] = [
  ...trajets.map(({ de, vers, atome }) =>
    ligne('TRAJET', atome, `${de} → ${vers === '' ? 'place à trouver' : vers}`, [atome]),
  ),
  ligne(
    'ENSEMBLE',
    'ensemble',
    'Ensemble',
    trajets.map(({ atome }) => atome),
  ),
]
