import type { CivilDate } from '../../src/domain/commun/civil-date'
import type {
  ChampAVerifier,
  KindDispositif,
  KindStructure,
  Langue,
  ModeCapacite,
  Public,
  Service,
  StatutStructure,
} from '../../src/domain/structures/listes'
import type { PresetRegleSejour } from '../../src/domain/structures/regles-sejour'

/** Weekly opening. Days 1 Monday to 7 Sunday; `ouvre` and `ferme` in hours, `ferme` past 24 when the night is crossed. */
export type Ouverture = { jours: readonly number[]; ouvre: number; ferme: number }

/** Places authorised over a dated period. Where only the year is known, the period starts on 1 January and `source` says so. */
export type CapaciteDatee = {
  mode: ModeCapacite
  places: number
  du: CivilDate
  au?: CivilDate
  source: string
}

export type DispositifReel = {
  slug: string
  kind: KindDispositif
  nom: string
  statut?: StatutStructure
  oriente?: boolean
  /** minutes during which a place is held */
  dureeTenue?: number
  remiseEnEtat?: boolean
  horaires?: readonly Ouverture[]
  capacites?: readonly CapaciteDatee[]
  regle?: PresetRegleSejour
}

/**
 * Public facts about a real site. A fact that no source states is absent: never a guess, never a coordinate. `verifies` lists
 * the facts read in a source that can be trusted; every other stated or expected fact is shown « à vérifier ».
 */
export type StructureReelle = {
  slug: string
  organisation: string
  nom: string
  kind: KindStructure
  statut: StatutStructure
  departement: '75' | '93'
  commune?: string
  confidentiel?: boolean
  adresse?: string
  horaires?: readonly Ouverture[]
  depuis?: number
  verifies: readonly ChampAVerifier[]
  /** facts to check whatever `verifies` says */
  doutes?: readonly ChampAVerifier[]
  financeurs?: readonly string[]
  publics?: readonly Public[]
  services?: readonly Service[]
  langues?: readonly Langue[]
  description?: string
  source: string
  dispositifs: readonly DispositifReel[]
}

/** Monday to Friday, and all seven days. */
export const SEMAINE = [1, 2, 3, 4, 5] as const
export const TOUS_LES_JOURS = [1, 2, 3, 4, 5, 6, 7] as const

/** Open day and night, all week. */
export const SANS_INTERRUPTION: readonly Ouverture[] = [{ jours: TOUS_LES_JOURS, ouvre: 0, ferme: 24 }]

const withoutHours: readonly KindStructure[] = ['HEBERGEMENT', 'HEBERGEMENT_HOTELIER', 'ACT', 'CHRS']

/** The facts to show « à vérifier »: stated or expected, and not verified. */
export function champsAVerifier(structure: StructureReelle): ChampAVerifier[] {
  const attendus: Record<ChampAVerifier, boolean> = {
    operateur: true,
    commune: !structure.confidentiel,
    adresse: !structure.confidentiel,
    // Housing has no doors to open: hours are only expected where people come and go.
    horaires: !withoutHours.includes(structure.kind),
    capacite: structure.dispositifs.some(
      ({ capacites, regle }) => capacites !== undefined || regle !== undefined,
    ),
    depuis: structure.depuis !== undefined,
    statut: structure.statut === 'CONTESTEE' || structure.statut === 'ANNONCEE',
    services: false,
  }
  const champs: ChampAVerifier[] = [
    'operateur',
    'commune',
    'adresse',
    'horaires',
    'capacite',
    'depuis',
    'statut',
    'services',
  ]
  return champs.filter(
    (champ) => (attendus[champ] && !structure.verifies.includes(champ)) || structure.doutes?.includes(champ),
  )
}
