import { libellesMotifRefus } from '@/domain/orientations/motifs'
import { type Colonne, colonne, type Fait, mesure } from '../fait'

const motifs = Object.entries(libellesMotifRefus)

/** Orientations sent, by route and outcome. A reason for refusal tells something of the person: threshold of health. */
export const orientations: Fait = {
  nom: 'orientations',
  fonction: 'orientations',
  axe: 'TRAJET',
  colonnes: () => {
    const issues: readonly Colonne[] = [
      issue('acceptees', 'Acceptées'),
      issue(
        'refusees',
        'Refusées',
        motifs.map(([motif]) => `refusees/${motif}`),
      ),
      ...colonnesMotif('refusees'),
      issue('renoncees', 'Renoncées par la personne'),
      issue('retirees', 'Retirées par le prescripteur'),
      issue('expirees', 'Expirées sans réponse'),
      issue('en-cours', 'En attente'),
    ]
    const atomes = issues.filter(({ profondeur }) => profondeur === 1).flatMap((each) => each.atomes)
    return [
      colonne('orientations', 'Orientations envoyées', { seuil: 'SIMPLE', atomes, poids: 3 }),
      ...issues,
      mesure('taux-admission', 'Acceptées pour 100 envoyées', {
        gardes: ['orientations', 'acceptees'],
        taux: { part: ['acceptees'], tout: ['orientations'] },
      }),
    ]
  },
}

/** What each device was asked, and refused. Reasons are shown by department: one device has too few. */
export const refus: Fait = {
  nom: 'refus',
  fonction: 'refus',
  axe: 'DISPOSITIF',
  colonnes: () => {
    const refuses = motifs.map(([motif]) => `refus/${motif}`)
    return [
      colonne('demandes', 'Demandes reçues', { seuil: 'SIMPLE', atomes: [...refuses, 'autres'], poids: 3 }),
      issue('refus', 'Refus', refuses),
      ...colonnesMotif('refus').map((each): Colonne => ({ ...each, niveaux: ['DEPARTEMENT', 'ENSEMBLE'] })),
      colonne('autres', 'Autres suites', { seuil: 'SIMPLE', profondeur: 1, publie: false }),
    ]
  },
}

function issue(cle: string, libelle: string, atomes: readonly string[] = [cle]): Colonne {
  return colonne(cle, libelle, { seuil: 'SIMPLE', atomes, profondeur: 1, poids: 3 })
}

function colonnesMotif(parent: string): readonly Colonne[] {
  return motifs.map(([motif, libelle]) =>
    colonne(`${parent}/${motif}`, libelle, { seuil: 'SANTE', profondeur: 2 }),
  )
}
