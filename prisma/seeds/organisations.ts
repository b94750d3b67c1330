import type { NatureOrganisation } from '@/domain/comptes/organisation'

/** Operators of the real sites. `operateur-a-verifier` holds those whose operator no source states. */
export const organisationsReelles = [
  { slug: 'groupe-sos', nom: 'Groupe SOS', nature: 'ASSOCIATION' },
  { slug: 'gaia', nom: 'Gaïa', nature: 'ASSOCIATION' },
  { slug: 'aurore', nom: 'Aurore', nature: 'ASSOCIATION' },
  { slug: 'aides', nom: 'AIDES', nature: 'ASSOCIATION' },
  { slug: 'oppelia', nom: 'Oppelia', nature: 'ASSOCIATION' },
  { slug: 'proses', nom: 'Proses', nature: 'ASSOCIATION' },
  { slug: 'ap-hp', nom: 'AP-HP', nature: 'ETABLISSEMENT' },
  { slug: 'ville-de-paris', nom: 'Ville de Paris (DPSP, UASA)', nature: 'COLLECTIVITE' },
  {
    slug: 'mmpcr',
    nom: 'MMPCR (Ville de Paris et Département de la Seine-Saint-Denis)',
    nature: 'COLLECTIVITE',
  },
  { slug: 'operateur-a-verifier', nom: 'Opérateur à vérifier', nature: 'ASSOCIATION' },
] as const satisfies readonly { slug: string; nom: string; nature: NatureOrganisation }[]
