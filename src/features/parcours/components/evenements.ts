import { lowerFirst } from '@/domain/commun/format'
import { fromDatabaseDate, fromParis } from '@/domain/commun/civil-date'
import { libelleMotif } from '@/domain/orientations/motifs'
import { libellesStatutOrientation } from '@/domain/orientations/statuts'
import { libellesObjectif } from '@/domain/parcours/objectifs'
import { libellesRendezVous, libellesStatutRelance } from '@/domain/parcours/rendez-vous'
import { libellesBlocage, libellesPiste, libellesStatutPiste } from '@/domain/parcours/sortie'
import { libelleNiveau, libellesAxe, libellesSuiteRevue } from '@/domain/parcours/suivi-sejour'
import { acquisSchema, libellesAcquis, libellesDestination } from '@/domain/places/place'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import type { ParcoursPersonne, SejourDuParcours } from '../queries'

/** One thing that happened: a title, and a note under it. */
export type Evenement = { id: string; le: Date; titre: string; note: string | null }

/** All that happened, the latest first. What is planned is not there: it has not happened. */
export function listEvenements(parcours: ParcoursPersonne): Evenement[] {
  return [
    ...parcours.orientations.flatMap(ofOrientation),
    ...parcours.sejours.flatMap(ofSejour),
    ...parcours.objectifs.flatMap(ofObjectif),
    ...parcours.rendezVous.flatMap(ofRendezVous),
    ...parcours.plansSortie.flatMap(ofPlan),
  ].toSorted((a, b) => b.le.getTime() - a.le.getTime())
}

function ofOrientation(orientation: ParcoursPersonne['orientations'][number]): Evenement[] {
  const { id, statut, envoyeeLe, receveur, motif, evenements } = orientation
  const where =
    receveur === null ? 'toute place qui convient' : nameDispositif(receveur.structure.nom, receveur.nom)
  const last = evenements[0]
  const sent =
    envoyeeLe === null ? [] : [{ id: `${id} envoi`, le: envoyeeLe, titre: 'Place demandée', note: where }]
  // An arrival and an end of stay are told by the stay itself.
  if (last === undefined || statut === 'ENVOYEE' || statut === 'ARRIVEE' || statut === 'CLOSE') return sent
  const why = motif === null ? '' : ` · ${libelleMotif(motif)}`
  return [
    ...sent,
    {
      id: `${id} etat`,
      le: last.le,
      titre: `Demande ${lowerFirst(libellesStatutOrientation[statut])}`,
      note: `${where}${why}`,
    },
  ]
}

function ofSejour(sejour: SejourDuParcours): Evenement[] {
  const { id, debut, place, revues, sortie, prolongations } = sejour
  const where = `${place.dispositif.structure.nom} · ${place.libelle}`
  return [
    { id: `${id} entree`, le: debut, titre: `Entrée : ${lowerFirst(place.dispositif.nom)}`, note: where },
    ...revues.map((revue) => ({
      id: revue.id,
      le: revue.le,
      titre: 'Point d’étape',
      note: libellesSuiteRevue[revue.suite],
    })),
    ...ofConstats(sejour),
    ...prolongations.map(({ id: key, demandeeLe, jours, statut }) => ({
      id: key,
      le: demandeeLe,
      titre: `Prolongation demandée : ${jours}\u00A0jours`,
      note: notesProlongation[statut],
    })),
    ...(sortie === null ? [] : [ofSortie(sortie, where)]),
  ]
}

const notesProlongation = {
  DEMANDEE: 'Sans réponse',
  ACCORDEE: 'Accordée',
  REFUSEE: 'Refusée',
  SANS_OBJET: 'Sans objet : le séjour a fini avant la réponse',
} as const

function ofSortie(sortie: NonNullable<SejourDuParcours['sortie']>, where: string): Evenement {
  const brought = acquisSchema.options
    .filter((axe) => sortie.acquis.includes(axe))
    .map((axe) => libellesAcquis[axe])
  return {
    id: sortie.id,
    le: sortie.le,
    titre: `Sortie : ${lowerFirst(libellesDestination[sortie.destination])}`,
    note: [where, libelleMotif(sortie.motif), ...brought].join(' · '),
  }
}

/** One line a day: all that the team saw that day. */
function ofConstats({ id, constats }: SejourDuParcours): Evenement[] {
  const days = [...new Set(constats.map(({ jour }) => jour.getTime()))]
  return days.map((day) => ({
    id: `${id} ${day}`,
    le: fromParis(fromDatabaseDate(new Date(day)), 12 * 60),
    titre: 'Depuis l’arrivée',
    note: constats
      .filter(({ jour }) => jour.getTime() === day)
      .map(({ axe, niveau }) => `${libellesAxe[axe]} : ${lowerFirst(libelleNiveau(niveau))}`)
      .join(', '),
  }))
}

function ofObjectif({ kind, statut, statutLe }: ParcoursPersonne['objectifs'][number]): Evenement[] {
  if (statut !== 'ATTEINT') return []
  return [
    {
      id: `objectif ${kind}`,
      le: statutLe,
      titre: `Objectif atteint : ${lowerFirst(libellesObjectif[kind])}`,
      note: null,
    },
  ]
}

function ofRendezVous(rendezVous: ParcoursPersonne['rendezVous'][number]): Evenement[] {
  const { id, kind, le, statut, structure, relance } = rendezVous
  const what = `${libellesRendezVous[kind]}${structure === null ? '' : ` · ${structure.nom}`}`
  if (statut === 'TENU') return [{ id, le, titre: 'Rendez-vous tenu', note: what }]
  if (relance === null || relance.closeLe === null) return []
  return [{ id: relance.id, le: relance.closeLe, titre: libellesStatutRelance[relance.statut], note: what }]
}

function ofPlan({
  id,
  creeLe,
  vise,
  pistes,
  blocages,
}: ParcoursPersonne['plansSortie'][number]): Evenement[] {
  return [
    { id, le: creeLe, titre: 'Sortie en préparation', note: libellesPiste[vise] },
    ...pistes.map((piste) => ({
      id: piste.id,
      le: piste.statutLe,
      titre: `${libellesPiste[piste.destination]} : ${lowerFirst(libellesStatutPiste[piste.statut])}`,
      note: piste.structure?.nom ?? null,
    })),
    ...blocages.map((blocage) => ({
      id: blocage.id,
      le: blocage.leveLe ?? blocage.depuis,
      titre: blocage.leveLe === null ? 'Ce qui bloque' : 'Ne bloque plus',
      note: libellesBlocage[blocage.kind],
    })),
  ]
}
