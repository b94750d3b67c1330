/** Headings of the material catalogue, in the order reports use (ASA-CAARUD). */
export const groupesArticle = {
  INJECTION: 'Injection',
  INHALATION: 'Inhalation',
  SNIFF: 'Sniff',
  NALOXONE: 'Naloxone',
  SANTE_SEXUELLE: 'Santé sexuelle',
  DECHETS: 'Déchets (DASRI)',
  AIDES: 'Aides directes',
  DEPISTAGE: 'Dépistage (TROD)',
} as const
export type GroupeArticle = keyof typeof groupesArticle

/** One line of the catalogue. `contenu` makes it a kit: it is counted as its items, never as a box. */
export type Article = {
  code: string
  libelle: string
  groupe: GroupeArticle
  unite: string
  contenu?: Readonly<Record<string, number>>
}

/** Starting catalogue; the table `articles` holds the same rows (a test compares them) and may hold more. */
export const articles: readonly Article[] = [
  { code: 'seringue-1cc', libelle: 'Seringue 1 cc', groupe: 'INJECTION', unite: 'seringue' },
  { code: 'seringue-2cc', libelle: 'Seringue 2 cc', groupe: 'INJECTION', unite: 'seringue' },
  { code: 'aiguille', libelle: 'Aiguille', groupe: 'INJECTION', unite: 'aiguille' },
  { code: 'cupule', libelle: 'Cupule stérile', groupe: 'INJECTION', unite: 'cupule' },
  { code: 'filtre', libelle: 'Filtre', groupe: 'INJECTION', unite: 'filtre' },
  { code: 'eau-ppi', libelle: 'Eau pour préparation injectable', groupe: 'INJECTION', unite: 'dose' },
  { code: 'tampon', libelle: 'Tampon alcoolisé', groupe: 'INJECTION', unite: 'tampon' },
  {
    code: 'kit-injection',
    libelle: 'Kit injection',
    groupe: 'INJECTION',
    unite: 'kit',
    contenu: { 'seringue-1cc': 2, cupule: 2, filtre: 2, 'eau-ppi': 2, tampon: 2 },
  },
  { code: 'pipe-droite', libelle: 'Pipe à crack droite', groupe: 'INHALATION', unite: 'pipe' },
  { code: 'pipe-coudee', libelle: 'Pipe à crack coudée', groupe: 'INHALATION', unite: 'pipe' },
  { code: 'embout', libelle: 'Embout', groupe: 'INHALATION', unite: 'embout' },
  { code: 'grille', libelle: 'Grille / filtre à pipe', groupe: 'INHALATION', unite: 'grille' },
  { code: 'aluminium', libelle: 'Feuille d’aluminium', groupe: 'INHALATION', unite: 'feuille' },
  { code: 'bicarbonate', libelle: 'Bicarbonate (unidose)', groupe: 'INHALATION', unite: 'dose' },
  {
    code: 'kit-inhalation',
    libelle: 'Kit inhalation',
    groupe: 'INHALATION',
    unite: 'kit',
    contenu: { 'pipe-droite': 1, embout: 2, grille: 2 },
  },
  { code: 'feuille-sniff', libelle: 'Feuille à sniff', groupe: 'SNIFF', unite: 'feuille' },
  { code: 'kit-sniff', libelle: 'Kit sniff', groupe: 'SNIFF', unite: 'kit', contenu: { 'feuille-sniff': 2 } },
  {
    code: 'carnet-sniff',
    libelle: 'Carnet de feuilles à sniff',
    groupe: 'SNIFF',
    unite: 'carnet',
    contenu: { 'feuille-sniff': 10 },
  },
  { code: 'naloxone-nasale', libelle: 'Naloxone nasale', groupe: 'NALOXONE', unite: 'boîte' },
  { code: 'naloxone-im', libelle: 'Naloxone intramusculaire', groupe: 'NALOXONE', unite: 'boîte' },
  {
    code: 'preservatif-externe',
    libelle: 'Préservatif externe',
    groupe: 'SANTE_SEXUELLE',
    unite: 'préservatif',
  },
  {
    code: 'preservatif-interne',
    libelle: 'Préservatif interne',
    groupe: 'SANTE_SEXUELLE',
    unite: 'préservatif',
  },
  { code: 'gel', libelle: 'Gel lubrifiant (dosette)', groupe: 'SANTE_SEXUELLE', unite: 'dosette' },
  { code: 'conteneur-dasri', libelle: 'Conteneur DASRI', groupe: 'DECHETS', unite: 'conteneur' },
  { code: 'seringue-usagee', libelle: 'Seringue usagée', groupe: 'DECHETS', unite: 'seringue' },
  { code: 'pipe-usagee', libelle: 'Pipe usagée', groupe: 'DECHETS', unite: 'pipe' },
  { code: 'eau-potable', libelle: 'Bouteille d’eau', groupe: 'AIDES', unite: 'bouteille' },
  { code: 'collation', libelle: 'Collation', groupe: 'AIDES', unite: 'collation' },
  { code: 'kit-hygiene', libelle: 'Kit hygiène', groupe: 'AIDES', unite: 'kit' },
  { code: 'ticket-service', libelle: 'Ticket service', groupe: 'AIDES', unite: 'ticket' },
  { code: 'duvet', libelle: 'Duvet', groupe: 'AIDES', unite: 'duvet' },
  { code: 'trod-vih', libelle: 'TROD VIH', groupe: 'DEPISTAGE', unite: 'test' },
  { code: 'trod-vhc', libelle: 'TROD hépatite C', groupe: 'DEPISTAGE', unite: 'test' },
  { code: 'trod-vhb', libelle: 'TROD hépatite B', groupe: 'DEPISTAGE', unite: 'test' },
  { code: 'trod-syphilis', libelle: 'TROD syphilis', groupe: 'DEPISTAGE', unite: 'test' },
]

/** Whether this article is a test: done, never given nor recovered (constraint `materiels_test_realise`). */
export function isTest(code: string): boolean {
  return code.startsWith('trod-')
}

const parCode = new Map(articles.map((article) => [article.code, article]))

/** Items of one kit, by code; undefined when the article is not a kit. */
export type ContenuOf = (code: string) => Readonly<Record<string, number>> | undefined

/**
 * Expands kits into the items that reports count: { 'kit-sniff': 3 } gives { 'feuille-sniff': 6 }.
 * Quantities are whole units; an article that is not a kit, or is unknown here, is kept as it is.
 */
export function expandKits(
  quantites: Readonly<Record<string, number>>,
  contenuOf: ContenuOf = (code) => parCode.get(code)?.contenu,
): Record<string, number> {
  const total: Record<string, number> = {}
  for (const [code, quantite] of Object.entries(quantites)) {
    const contenu = contenuOf(code) ?? { [code]: 1 }
    for (const [item, parKit] of Object.entries(contenu)) {
      total[item] = (total[item] ?? 0) + parKit * quantite
    }
  }
  return total
}
