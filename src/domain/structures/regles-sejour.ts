import { type RegleSejour, sansRegle } from '../places/sejour'

const DIX_HUIT_MOIS = 548

/** Ready-made rules of stay. The Brussels continuum's three first steps are there to compare with. */
export const presetsRegleSejour = {
  abri: { ...sansRegle, dureeMax: 1, renouvellements: 0 },
  crise: { ...sansRegle, dureeMax: 13 },
  urgence: { ...sansRegle, dureeMax: 1 },
  continu: { ...sansRegle, dureeMax: 21, revueTousLes: 7, preavis: 3 },
  home: { ...sansRegle, dureeMax: 92 },
  // A minimum and reviews rather than a maximum: time to open rights before the exit.
  pavillon: { ...sansRegle, dureeMin: DIX_HUIT_MOIS, revueTousLes: 90 },
  // The length goes by agreement; the team still looks at the stay each month.
  convention: { ...sansRegle, revueTousLes: 30 },
} as const satisfies Record<string, RegleSejour>
export type PresetRegleSejour = keyof typeof presetsRegleSejour

const JOURS_PAR_MOIS = 30.44

/** The rule in words, one sentence part each: « 18 mois au moins », « revue tous les 90 jours ». */
export function regleEnTexte(regle: RegleSejour): string[] {
  const { renouvellements, revueTousLes, preavis } = regle
  const parts = [
    ...bornesEnTexte(regle),
    renouvellements !== null &&
      (renouvellements === 0
        ? 'sans renouvellement'
        : `${renouvellements}\u00a0renouvellement${renouvellements > 1 ? 's' : ''} au plus`),
    revueTousLes !== null && `point d’étape tous les ${dureeEnTexte(revueTousLes)}`,
    preavis !== null && `fin annoncée ${dureeEnTexte(preavis)} avant`,
  ]
  return parts.filter((part) => part !== false)
}

function bornesEnTexte({ dureeMin, dureeMax }: RegleSejour): (string | false)[] {
  return [
    dureeMin === null && dureeMax === null && 'durée fixée par convention',
    dureeMin !== null && `${dureeEnTexte(dureeMin)} au moins`,
    dureeMax !== null && (dureeMax === 1 ? 'une nuit' : `${dureeEnTexte(dureeMax)} au plus`),
  ]
}

function dureeEnTexte(days: number): string {
  const months = Math.round(days / JOURS_PAR_MOIS)
  if (days < 85) return `${days}\u00a0jour${days > 1 ? 's' : ''}`
  return `${months}\u00a0mois`
}
