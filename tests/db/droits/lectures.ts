import { readCarteCommunes, readContoursVersion } from '@/features/carte/queries'
import { listComptes, listJournal, listJournalActions } from '@/features/comptes/queries'
import { listMaraudes, readMaraude } from '@/features/maraudes/queries'
import { listCodes, listOrientations, listReceveurs } from '@/features/orientations/queries'
import { findOrientation } from '@/features/passages/queries'
import { listPartenaires, listPretsDe } from '@/features/contingents/queries'
import { listOuvertures } from '@/features/capacites/queries'
import { listPresences, readJournee } from '@/features/entrees/queries'
import { listFermetures } from '@/features/fermetures/queries'
import { findDispositif, readTableau } from '@/features/places/queries'
import { listChoix, listEcheances, readDemandesDuSoir } from '@/features/sejours/queries'
import { findStructure, listStructures } from '@/features/structures/queries'
import { listDemandes, readPaquet } from '@/features/terrain/queries'
import { demandeDe, plusTard, SOIR } from '../places/soiree'
import { accepted, request, sejour } from './ecritures'
import { fermee, ouverture, passage, pret, repos } from './moteur'
import type { Table } from './essai'
import { round } from './maraudes'

/** Every exported function of a queries.ts. */
export const lectures: Table = {
  'carte/queries.ts > readContoursVersion': {
    demande: 'carte.read',
    cote: 'seine',
    tente: async ({ viewer }) => (await readContoursVersion(viewer)) !== null,
  },
  'carte/queries.ts > readCarteCommunes': {
    demande: 'carte.read',
    cote: 'seine',
    tente: async ({ viewer }) => (await readCarteCommunes(viewer)) !== null,
  },
  'comptes/queries.ts > readIdentity': { ouvert: 'sa propre identité' },
  'comptes/queries.ts > listDemonstrationAccounts': {
    ouvert: 'avant toute connexion, sur une démonstration seulement',
  },
  'comptes/queries.ts > listComptes': {
    demande: 'comptes.read',
    cote: 'seine',
    tente: async ({ monde, viewer }) => {
      const { comptes } = await listComptes(viewer, { apres: monde.seine.compte.slice(0, -1), now: SOIR })
      return comptes.some(({ id }) => id === monde.seine.compte)
    },
  },
  'comptes/queries.ts > listJournal': {
    demande: 'journal.read',
    cote: 'seine',
    tente: async ({ viewer }) => (await listJournal(viewer, {})).lignes.length > 0,
  },
  'comptes/queries.ts > listJournalActions': {
    demande: 'journal.read',
    cote: 'seine',
    tente: async ({ viewer }) => (await listJournalActions(viewer)).includes('comptes.sign-in'),
  },
  'maraudes/queries.ts > readContenus': {
    ouvert: 'le catalogue du matériel, lu par les commandes des arrêts',
  },
  'maraudes/queries.ts > listMaraudes': {
    demande: 'maraudes.read',
    cote: 'paris',
    prepare: round,
    tente: async ({ viewer }, id) => {
      const page = await listMaraudes(viewer, null)
      return page?.maraudes.some((maraude) => maraude.id === id) ?? false
    },
  },
  'maraudes/queries.ts > readMaraude': {
    demande: 'maraudes.read',
    cote: 'paris',
    prepare: round,
    tente: async ({ viewer }, id) => (await readMaraude(viewer, id)) !== null,
  },
  'terrain/queries.ts > readPaquet': {
    demande: 'maraudes.log',
    cote: 'paris',
    enSonNom: true,
    tente: async ({ viewer }) => (await readPaquet(viewer, SOIR)) !== null,
  },
  'terrain/queries.ts > listDemandes': {
    demande: 'orientations.read',
    cote: 'paris',
    prepare: request,
    tente: async ({ viewer }, id) =>
      (await listDemandes(viewer, plusTard(5))).some((demande) => demande.id === id),
  },
  'orientations/queries.ts > findParties': { ouvert: 'lue par la commande askPlace, dans sa transaction' },
  'orientations/queries.ts > recuesPar': { ouvert: 'une condition, sans lecture' },
  'orientations/queries.ts > envoyeesPar': { ouvert: 'une condition, sans lecture' },
  'orientations/queries.ts > listReceveurs': {
    demande: 'orientations.ask',
    cote: 'paris',
    enSonNom: true,
    tente: async ({ viewer }) => (await listReceveurs(viewer, SOIR)).length > 0,
  },
  'orientations/queries.ts > listCodes': {
    demande: 'personnes.read',
    cote: 'paris',
    prepare: request,
    tente: async ({ viewer }) => (await listCodes(viewer)).length > 0,
  },
  'orientations/queries.ts > listOrientations': {
    demande: 'orientations.read',
    cote: 'paris',
    prepare: request,
    tente: async ({ viewer }, id) => {
      const { lignes } = await listOrientations(viewer, { sens: 'envoyees', etat: 'a-repondre', limite: 50 })
      return lignes.some((ligne) => ligne.id === id)
    },
  },
  'orientations/queries.ts > listOrientations (reçues)': {
    demande: 'orientations.answer',
    cote: 'seine',
    prepare: request,
    tente: async ({ viewer }, id) => {
      const { lignes } = await listOrientations(viewer, { sens: 'recues', etat: 'a-repondre', limite: 50 })
      return lignes.some((ligne) => ligne.id === id)
    },
  },
  'passages/queries.ts > lockOrientation': { ouvert: 'lue par les commandes, dans leur transaction' },
  'passages/queries.ts > findOrientation': {
    demande: 'orientations.read',
    cote: 'paris',
    prepare: request,
    tente: async ({ viewer }, id) => (await findOrientation(viewer, id)) !== null,
  },
  'passages/queries.ts > findOrientation (reçue)': {
    demande: 'orientations.answer',
    cote: 'seine',
    prepare: request,
    tente: async ({ viewer }, id) => (await findOrientation(viewer, id)) !== null,
  },
  'places/queries.ts > readTableau': {
    demande: 'places.read',
    cote: 'seine',
    tente: async ({ viewer }) => (await readTableau(viewer, {}, SOIR)) !== null,
  },
  'places/queries.ts > findDispositif': {
    demande: 'places.read',
    cote: 'seine',
    tente: async ({ monde, viewer }) => (await findDispositif(viewer, monde.seine.dispositif, SOIR)) !== null,
  },
  'places/queries.ts > findDispositif (qui s’y trouve)': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: accepted,
    tente: async ({ monde, viewer }) => {
      const dispositif = await findDispositif(viewer, monde.seine.dispositif, plusTard(11))
      return dispositif?.places.some(({ occupation }) => occupation !== null) ?? false
    },
  },
  'places/queries.ts > listPlacesSansConflit': { ouvert: 'lue par les commandes, dans leur transaction' },
  'places/queries.ts > findRegleSejour': { ouvert: 'lue par les commandes, dans leur transaction' },
  'places/queries.ts > findConflit': { ouvert: 'lue par les commandes, dans leur transaction' },
  'contingents/queries.ts > listPrets': { ouvert: 'lue par les commandes, dans leur transaction' },
  'contingents/queries.ts > listPretsDe': {
    demande: 'places.read',
    cote: 'seine',
    prepare: pret,
    tente: async ({ monde, viewer }) => (await listPretsDe(viewer, monde.seine.dispositif, SOIR)).length > 0,
  },
  'contingents/queries.ts > listPartenaires': {
    demande: 'places.configure',
    cote: 'seine',
    tente: async ({ monde, viewer }) =>
      (await listPartenaires(viewer, {
        structureId: monde.seine.structure,
        organisationId: monde.seine.organisation,
      })) !== null,
  },
  'capacites/queries.ts > listOuvertures': {
    demande: 'places.read',
    cote: 'seine',
    prepare: ouverture,
    tente: async ({ monde, viewer }) =>
      (await listOuvertures(viewer, monde.seine.dispositif, SOIR)).length > 0,
  },
  'entrees/queries.ts > listPresences': {
    demande: 'places.read',
    cote: 'seine',
    prepare: repos,
    tente: async ({ viewer }) => (await listPresences(viewer, SOIR)).length > 0,
  },
  'entrees/queries.ts > readJournee': {
    demande: 'entrees.log',
    cote: 'seine',
    prepare: passage,
    tente: async ({ monde, viewer }) => (await readJournee(viewer, monde.seine.dispositif, SOIR)) !== null,
  },
  'fermetures/queries.ts > isClosed': { ouvert: 'lue par les commandes, dans leur transaction' },
  'annulations/queries.ts > findSejour': { ouvert: 'lue par les commandes, dans leur transaction' },
  'changements/queries.ts > findStay': { ouvert: 'lue par les commandes, dans leur transaction' },
  'fermetures/queries.ts > listFermetures': {
    demande: 'places.read',
    cote: 'seine',
    prepare: fermee,
    tente: async ({ monde, viewer }) =>
      (await listFermetures(viewer, monde.seine.dispositif, SOIR)).length > 0,
  },
  'fermetures/queries.ts > listFermetures (qui reloger)': {
    demande: 'orientations.read',
    cote: 'seine',
    seulement: ['COORDINATEUR', 'RESPONSABLE'],
    prepare: async (monde) => {
      await sejour(monde)
      return fermee(monde)
    },
    tente: async ({ monde, viewer }) =>
      (await listFermetures(viewer, monde.seine.dispositif, plusTard(90))).some(
        ({ aReloger }) => aReloger.length > 0,
      ),
  },
  'fermetures/queries.ts > listRelogements': { ouvert: 'lue par les commandes, dans leur transaction' },
  'sejours/queries.ts > listChoix': {
    demande: 'orientations.answer',
    cote: 'seine',
    tente: async ({ monde, viewer }) =>
      (await listChoix(viewer, { ...demandeDe(monde), pourLe: null, regles: null }, SOIR)).length > 0,
  },
  'sejours/queries.ts > listEcheances': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: accepted,
    tente: async ({ viewer }) => (await listEcheances(viewer, plusTard(11))).length > 0,
  },
  'sejours/queries.ts > readDemandesDuSoir': {
    demande: 'rapports.read',
    cote: 'seine',
    seulement: ['MMPCR'],
    tente: async ({ viewer }) => (await readDemandesDuSoir(viewer, SOIR)).length > 0,
  },
  'structures/queries.ts > listStructures': {
    demande: 'structures.read',
    cote: 'seine',
    tente: async ({ viewer }) => (await listStructures(viewer, {}, { now: SOIR, limite: 50 })) !== null,
  },
  'structures/queries.ts > findStructure': {
    demande: 'structures.read',
    cote: 'seine',
    tente: async ({ monde, viewer }) => (await findStructure(viewer, monde.seine.structure, SOIR)) !== null,
  },
  'structures/queries.ts > readStructure': { ouvert: 'lue par findStructure et confirmStructure' },
  'sync/queries.ts > listClosed': {
    ouvert: 'comptes fermés de sa propre organisation, parmi ceux que la tablette nomme',
  },
  'sync/queries.ts > listArrived': { ouvert: 'ses propres faits en attente' },
}
