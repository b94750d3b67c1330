/** One place the desk can go to. */
export type BureauEntry = { readonly href: `/${string}`; readonly label: string; readonly icon: BureauIcon }

export type BureauIcon =
  | 'aujourd-hui'
  | 'carte'
  | 'structures'
  | 'places'
  | 'orientations'
  | 'parcours'
  | 'maraudes'
  | 'rapports'
  | 'administration'

/** Every entry of the desk, in order. What a person may not see is filtered out before the shell. */
export const BUREAU_ENTRIES: readonly BureauEntry[] = [
  { href: '/', label: 'Aujourd’hui', icon: 'aujourd-hui' },
  { href: '/carte', label: 'Carte', icon: 'carte' },
  { href: '/structures', label: 'Structures', icon: 'structures' },
  { href: '/places', label: 'Places', icon: 'places' },
  { href: '/orientations', label: 'Orientations', icon: 'orientations' },
  { href: '/parcours', label: 'Parcours', icon: 'parcours' },
  { href: '/maraudes', label: 'Maraudes', icon: 'maraudes' },
  { href: '/rapports', label: 'Rapports', icon: 'rapports' },
  { href: '/administration', label: 'Administration', icon: 'administration' },
]
