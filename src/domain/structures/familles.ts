import type { KindStructure } from './listes'

/** What a site is for, in five families: few enough to tell apart by shape on a map. */
export const familles = ['RDR', 'SOIN', 'REPOS', 'HEBERGEMENT', 'LIEN'] as const
export type Famille = (typeof familles)[number]

export const libellesFamille: Record<Famille, string> = {
  RDR: 'Réduction des risques',
  SOIN: 'Soin',
  REPOS: 'Repos',
  HEBERGEMENT: 'Hébergement',
  LIEN: 'Médiation, coordination',
}

/** The family of each kind, and the one or two letters that name the kind inside its shape. */
export const signesKind: Record<KindStructure, { famille: Famille; lettres: string }> = {
  CAARUD: { famille: 'RDR', lettres: 'Ca' },
  HSA: { famille: 'RDR', lettres: 'HS' },
  MARAUDE: { famille: 'RDR', lettres: 'Ma' },
  CSAPA: { famille: 'SOIN', lettres: 'Cs' },
  LAM: { famille: 'SOIN', lettres: 'La' },
  LHSS: { famille: 'SOIN', lettres: 'Lh' },
  ESPACE_REPOS: { famille: 'REPOS', lettres: 'R' },
  HEBERGEMENT: { famille: 'HEBERGEMENT', lettres: 'H' },
  HEBERGEMENT_HOTELIER: { famille: 'HEBERGEMENT', lettres: 'Ho' },
  ACT: { famille: 'HEBERGEMENT', lettres: 'Ac' },
  CHRS: { famille: 'HEBERGEMENT', lettres: 'Ch' },
  MEDIATION: { famille: 'LIEN', lettres: 'Mé' },
  COORDINATION: { famille: 'LIEN', lettres: 'Co' },
  AUTRE: { famille: 'LIEN', lettres: '?' },
}
