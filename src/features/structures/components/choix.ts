/** The structure chosen, and from where: the list brings the map to it, the map brings the list. */
export type Choix = { slug: string; depuis: 'CARTE' | 'LISTE' }
