import { colonne, type Fait } from '../fait'

const liens = ['nouveau', 'connu']
const genres = ['femme', 'autre']
const ages = ['18-24', '60-plus', 'autre-age']
const profils = liens.flatMap((lien) =>
  genres.flatMap((genre) => ages.map((age) => `${lien} ${genre} ${age}`)),
)

/**
 * People met, counted by profile. The same total splits three ways; what a split leaves unsaid (known, other genders, other
 * ages) can be had by subtraction, so it is protected too.
 */
export const contacts: Fait = {
  nom: 'contacts',
  fonction: 'contacts',
  axe: 'TERRITOIRE',
  colonnes: () => [
    colonne('contacts', 'Contacts', { seuil: 'SIMPLE', atomes: profils, poids: 3 }),
    colonne('nouveaux', 'Nouveaux contacts', { seuil: 'SIMPLE', atomes: profilsWith('nouveau') }),
    colonne('femmes', 'Femmes', { seuil: 'SIMPLE', atomes: profilsWith('femme') }),
    colonne('18-24', '18-24 ans', { seuil: 'SIMPLE', atomes: profilsWith('18-24') }),
    colonne('60-plus', '60 ans et plus', { seuil: 'SIMPLE', atomes: profilsWith('60-plus') }),
    colonne('connus', 'Déjà connus', { seuil: 'SIMPLE', atomes: profilsWith('connu'), publie: false }),
    colonne('autres-genres', 'Autres genres', {
      seuil: 'SIMPLE',
      atomes: profilsWith('autre'),
      publie: false,
    }),
    colonne('autres-ages', 'Autres âges', {
      seuil: 'SIMPLE',
      atomes: profilsWith('autre-age'),
      publie: false,
    }),
  ],
}

function profilsWith(trait: string): readonly string[] {
  return profils.filter((profil) => profil.split(' ').includes(trait))
}
