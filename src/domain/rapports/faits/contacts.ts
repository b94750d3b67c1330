import { libellesTrancheAge, trancheAgeSchema } from '@/domain/commun/profil'
import type { Niveau } from '../axes'
import { type Colonne, colonne, type Fait } from '../fait'

const liens = ['nouveaux', 'connus']
const genres = ['femmes', 'hommes', 'genre-autre']
const ages = trancheAgeSchema.options.map((tranche) => ({
  cle: tranche === 'DE_18_24' ? '18-24' : tranche === 'PLUS_60' ? '60-plus' : `age/${tranche}`,
  libelle: libellesTrancheAge[tranche],
}))
const profils = liens.flatMap((lien) =>
  genres.flatMap((genre) => ages.map(({ cle }) => `${lien} ${genre} ${cle}`)),
)

/** Every gender and every age are shown from the EPT up: one commune has too few. */
const larges: readonly Niveau[] = ['EPT', 'TERRITOIRE', 'DEPARTEMENT', 'ENSEMBLE']

/**
 * People met, counted by profile. The same total splits three ways; what a split leaves unsaid in a commune (known, other
 * genders, other ages) can be had by subtraction, so it is protected too.
 */
export const contacts: Fait = {
  nom: 'contacts',
  fonction: 'contacts',
  axe: 'TERRITOIRE',
  colonnes: () => [
    colonne('contacts', 'Contacts', { seuil: 'SIMPLE', atomes: profils, poids: 3 }),
    trait('nouveaux', 'Nouveaux contacts'),
    trait('femmes', 'Femmes'),
    ...ages.map(({ cle, libelle }) =>
      cle === '18-24' || cle === '60-plus' ? trait(cle, libelle) : trait(cle, libelle, { niveaux: larges }),
    ),
    trait('hommes', 'Hommes', { niveaux: larges }),
    trait('genre-autre', 'Autre ou non renseigné', { niveaux: larges }),
    trait('connus', 'Déjà connus', { publie: false }),
    colonne('autres-genres', 'Autres genres', {
      seuil: 'SIMPLE',
      atomes: profils.filter((profil) => !has(profil, 'femmes')),
      publie: false,
    }),
    colonne('autres-ages', 'Autres âges', {
      seuil: 'SIMPLE',
      atomes: profils.filter((profil) => !has(profil, '18-24') && !has(profil, '60-plus')),
      publie: false,
    }),
  ],
}

function trait(cle: string, libelle: string, given: Partial<Colonne> = {}): Colonne {
  const siens = profils.filter((profil) => has(profil, cle))
  return colonne(cle, libelle, { seuil: 'SIMPLE', atomes: siens, profondeur: 1, ...given })
}

function has(profil: string, attribut: string): boolean {
  return profil.split(' ').includes(attribut)
}
