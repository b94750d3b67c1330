import { type Colonne, colonne, type Fait } from '../fait'

const liens = ['nouveaux', 'connus']
const genres = ['femmes', 'autres-genres']
const ages = ['18-24', '60-plus', 'autres-ages']
const profils = liens.flatMap((lien) =>
  genres.flatMap((genre) => ages.map((age) => `${lien} ${genre} ${age}`)),
)

/** Distinct persons of each structure. What a split leaves unsaid can be had by subtraction, so it is protected too. */
export const fileActive: Fait = {
  nom: 'file-active',
  fonction: 'file_active',
  axe: 'STRUCTURE',
  colonnes: () => [
    colonne('file-active', 'File active', { seuil: 'SIMPLE', atomes: profils, poids: 3 }),
    trait('nouveaux', 'Nouvelles personnes'),
    trait('femmes', 'Femmes'),
    trait('18-24', '18-24 ans'),
    trait('60-plus', '60 ans et plus'),
    { ...trait('connus', 'Déjà connues'), publie: false },
    { ...trait('autres-genres', 'Autres genres'), publie: false },
    { ...trait('autres-ages', 'Autres âges'), publie: false },
  ],
}

function trait(cle: string, libelle: string): Colonne {
  const siens = profils.filter((profil) => profil.split(' ').includes(cle))
  return colonne(cle, libelle, { seuil: 'SIMPLE', atomes: siens, profondeur: 1 })
}
