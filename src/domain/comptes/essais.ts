/**
 * One attempt to sign in. Account and address are keyed fingerprints; `appareil` is the fingerprint of a device that already
 * signed this account in, null anywhere else.
 */
export type Essai = { compte: string; adresse: string; appareil: string | null; le: Date }

/** Whether an attempt may be made now, or from when. */
export type Accueil = { permis: true } | { permis: false; reessayerLe: Date }

const MINUTE = 60_000

/** How long an attempt is kept: the longest window below. */
export const GARDE_MS = 60 * MINUTE

type Limite = { essais: number; fenetreMs: number; compte: (essai: Essai, passe: Essai) => boolean }

const inconnu = ({ appareil }: Essai): boolean => appareil === null

/** From a device the account does not know: the pair, then the address whatever the account, then the account from everywhere. */
const ailleurs: readonly Limite[] = [
  {
    essais: 5,
    fenetreMs: 15 * MINUTE,
    compte: (essai, passe) =>
      inconnu(passe) && passe.compte === essai.compte && passe.adresse === essai.adresse,
  },
  {
    essais: 40,
    fenetreMs: 15 * MINUTE,
    compte: (essai, passe) => inconnu(passe) && passe.adresse === essai.adresse,
  },
  {
    essais: 50,
    fenetreMs: 60 * MINUTE,
    compte: (essai, passe) => inconnu(passe) && passe.compte === essai.compte,
  },
]

/** A known device is counted alone: nobody else can fill its bucket, so nobody else can lock its owner out. */
const appareilConnu: readonly Limite[] = [
  { essais: 10, fenetreMs: 15 * MINUTE, compte: (essai, passe) => passe.appareil === essai.appareil },
]

/**
 * Decides on an attempt from the failed (or still running) ones of the last hour. The wait ends when enough of them have
 * left their window; refused attempts are not counted, so waiting always works.
 */
export function accueillirEssai(essai: Essai, echecs: readonly Essai[]): Accueil {
  const limites = inconnu(essai) ? ailleurs : appareilConnu
  const fins = limites.flatMap((limite) => finDAttente(limite, essai, echecs))
  if (fins.length === 0) return { permis: true }
  return { permis: false, reessayerLe: new Date(Math.max(...fins)) }
}

function finDAttente(limite: Limite, essai: Essai, echecs: readonly Essai[]): number[] {
  const debut = essai.le.getTime() - limite.fenetreMs
  const comptes = echecs
    .filter((passe) => passe.le.getTime() > debut && limite.compte(essai, passe))
    .map(({ le }) => le.getTime())
    .toSorted((a, b) => a - b)
  const quiDoitSortir = comptes[comptes.length - limite.essais]
  return quiDoitSortir === undefined ? [] : [quiDoitSortir + limite.fenetreMs]
}
