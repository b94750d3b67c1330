import fc from 'fast-check'
import { cellKey, type Noeud, type NoeudProtege, type TableauBrut } from '@/domain/rapports/tableau-brut'

const SEUIL = 5

/** A small number most of the time: that is where protection is hard. */
const nombre = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 40 }) },
)

/** A large number most of the time: it is shown, and a second file of it says something. */
const grand = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 6, arbitrary: fc.integer({ min: 5, max: 40 }) },
)

function noeud(cle: string, atomes: readonly string[], poids: number, publie = true): Noeud {
  return { cle, atomes, poids, publie }
}

/** Communes in groups, groups in two departments, a total, and a territory that cuts across groups. */
const lignes = fc
  .record({
    groupes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }),
    coupe: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ groupes, coupe }): Noeud[] => {
    const membres = groupes.map((taille, groupe) =>
      Array.from({ length: taille }, (_, rang) => `c${groupe}${rang}`),
    )
    const communes = membres.flat()
    const moitie = Math.ceil(membres.length / 2)
    return [
      noeud('total', communes, 100),
      noeud('75', membres.slice(0, moitie).flat(), 25),
      noeud('93', membres.slice(moitie).flat(), 25),
      ...membres.map((atomes, groupe) => noeud(`g${groupe}`, atomes, 4)),
      noeud(
        'bassin',
        communes.filter((_, rang) => rang % coupe === 0),
        6,
      ),
      ...communes.map((commune) => noeud(commune, [commune], 1)),
    ]
  })

/** One count; a count with women, newcomers and their unsaid complements; a tree of headings and items. */
const colonnes: fc.Arbitrary<Noeud[]> = fc.constantFrom(
  [noeud('tous', ['x'], 2)],
  [
    noeud('tous', ['fn', 'fc', 'hn', 'hc'], 2),
    noeud('femmes', ['fn', 'fc'], 1),
    noeud('autres', ['hn', 'hc'], 0, false),
    noeud('nouveaux', ['fn', 'hn'], 1),
    noeud('connus', ['fc', 'hc'], 0, false),
  ],
  [
    noeud('tous', ['a1', 'a2', 'b1', 'b2'], 4),
    noeud('a', ['a1', 'a2'], 2),
    noeud('b', ['b1', 'b2'], 2),
    ...['a1', 'a2', 'b1', 'b2'].map((article) => noeud(article, [article], 1)),
  ],
)

const formes = fc.record({ lignes, colonnes, parPersonne: fc.constantFrom(1, 1, 3) })

/** Tables small enough for an exact integer attack, with every shape of margin the reports have. */
export const tableauAleatoire: fc.Arbitrary<TableauBrut> = formes.chain((forme) =>
  nombresOf(forme).map((nombres) => buildTable(forme, nombres)),
)

/** Three months of one small table, as rows of numbers; `build` makes the table of some of them together. */
export const moisAleatoires = formes
  .filter(({ lignes: noeuds }) => noeuds.length < 12)
  .chain((forme) =>
    fc.tuple(nombresOf(forme, grand), nombresOf(forme, grand), nombresOf(forme)).map((mois) => ({
      build: (numeros: readonly number[]) => {
        const [first] = mois
        return buildTable(
          forme,
          first.map((_, rank) => numeros.reduce((sum, numero) => sum + (mois[numero]?.[rank] ?? 0), 0)),
        )
      },
    })),
  )

type Forme = { lignes: Noeud[]; colonnes: Noeud[]; parPersonne: number }

function nombresOf(forme: Forme, un = nombre): fc.Arbitrary<number[]> {
  const communes = new Set(forme.lignes.flatMap(({ atomes }) => atomes))
  const profils = new Set(forme.colonnes.flatMap(({ atomes }) => atomes))
  const length = communes.size * profils.size
  return fc.array(un, { minLength: length, maxLength: length })
}

function buildTable(
  { lignes: lignesDuTableau, colonnes: noeudsColonne, parPersonne }: Forme,
  nombres: readonly number[],
): TableauBrut {
  const profils = [...new Set(noeudsColonne.flatMap(({ atomes }) => atomes))]
  const communes = [...new Set(lignesDuTableau.flatMap(({ atomes }) => atomes))]
  const colonnesDuTableau: NoeudProtege[] = noeudsColonne.map((colonne) => ({ ...colonne, seuil: SEUIL }))
  const effectifs = new Map<string, number>()
  for (const ligne of lignesDuTableau) {
    for (const colonne of colonnesDuTableau) {
      const somme = ligne.atomes
        .flatMap((commune) => colonne.atomes.map((profil) => [commune, profil] as const))
        .reduce((total, [commune, profil]) => {
          return total + (nombres[communes.indexOf(commune) * profils.length + profils.indexOf(profil)] ?? 0)
        }, 0)
      effectifs.set(cellKey(ligne.cle, colonne.cle), somme)
    }
  }
  return {
    lignes: lignesDuTableau,
    colonnes: colonnesDuTableau,
    read: (ligne, colonne) => {
      const effectif = effectifs.get(cellKey(ligne, colonne)) ?? 0
      return { effectif, valeur: effectif * parPersonne }
    },
  }
}
