/** How long one may stay, in days; hours in and out in minutes since midnight, Europe/Paris. Null: not set. */
export type RegleSejour = {
  entree: number | null
  sortie: number | null
  dureeMin: number | null
  dureeMax: number | null
  renouvellements: number | null
  revueTousLes: number | null
  preavis: number | null
}

const libre: RegleSejour = {
  entree: null,
  sortie: null,
  dureeMin: null,
  dureeMax: null,
  renouvellements: null,
  revueTousLes: null,
  preavis: null,
}

const DIX_HUIT_MOIS = 548

/** Ready-made rules of stay. The Brussels continuum's three first steps are there to compare with. */
export const presetsRegleSejour = {
  abri: { ...libre, dureeMax: 1, renouvellements: 0 },
  crise: { ...libre, dureeMax: 13 },
  urgence: { ...libre, dureeMax: 1 },
  continu: { ...libre, dureeMax: 21, preavis: 3 },
  home: { ...libre, dureeMax: 92 },
  // A minimum and reviews rather than a maximum: time to open rights before the exit.
  pavillon: { ...libre, dureeMin: DIX_HUIT_MOIS, revueTousLes: 90 },
  convention: libre,
} as const satisfies Record<string, RegleSejour>
export type PresetRegleSejour = keyof typeof presetsRegleSejour
