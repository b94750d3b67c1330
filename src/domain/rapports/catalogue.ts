import type { Indicateur } from './indicateur'
import { acquis } from './indicateurs/acquis'
import { aines } from './indicateurs/aines'
import { besoinsExprimes } from './indicateurs/besoins-exprimes'
import { besoinsSansReponse } from './indicateurs/besoins-sans-reponse'
import { causesSansReponse } from './indicateurs/causes-sans-reponse'
import { contacts } from './indicateurs/contacts'
import { contactsParAge } from './indicateurs/contacts-par-age'
import { contactsParGenre } from './indicateurs/contacts-par-genre'
import { delaiPlace } from './indicateurs/delai-place'
import { delaiReponse } from './indicateurs/delai-reponse'
import { derniereVisite } from './indicateurs/derniere-visite'
import { dosesNaloxone } from './indicateurs/doses-naloxone'
import { dureesSejour } from './indicateurs/durees'
import { entrees } from './indicateurs/entrees'
import { femmes } from './indicateurs/femmes'
import { fileActive } from './indicateurs/file-active'
import { heures } from './indicateurs/heures'
import { incidents } from './indicateurs/incidents'
import { jeunes } from './indicateurs/jeunes'
import { maraudes } from './indicateurs/maraudes'
import { materielDonne } from './indicateurs/materiel-donne'
import { materielRecupere } from './indicateurs/materiel-recupere'
import { mediations } from './indicateurs/mediations'
import { messagesRdr } from './indicateurs/messages-rdr'
import { naloxoneRemise } from './indicateurs/naloxone-remise'
import { nouveauxContacts } from './indicateurs/nouveaux-contacts'
import { nuitees } from './indicateurs/nuitees'
import { orientations } from './indicateurs/orientations'
import { places } from './indicateurs/places'
import { refus } from './indicateurs/refus'
import { sorties } from './indicateurs/sorties'
import { tauxAdmission } from './indicateurs/taux-admission'
import { tauxOccupation } from './indicateurs/taux-occupation'
import { tauxRecuperation } from './indicateurs/taux-recuperation'
import { trodRealises } from './indicateurs/trod-realises'
import { passagesRepos } from './indicateurs/passages-repos'
import { refusRepos } from './indicateurs/refus-repos'
import { pointeRepos } from './indicateurs/pointe-repos'
import { registreSansReponse } from './indicateurs/registre'
import { registreCauses } from './indicateurs/registre-causes'
import { reprisesContact } from './indicateurs/reprises-contact'
import { demarchesAbouties } from './indicateurs/demarches'
import { attenteMarche } from './indicateurs/attente-marche'
import { monteesParcours } from './indicateurs/montees'

/** Every figure that Maillage gives, in the order reports use. A new one is one file in `indicateurs/` and one line here. */
export const catalogue: readonly Indicateur[] = [
  heures,
  maraudes,
  derniereVisite,
  contacts,
  nouveauxContacts,
  femmes,
  jeunes,
  aines,
  contactsParGenre,
  contactsParAge,
  fileActive,
  incidents,
  dosesNaloxone,
  messagesRdr,
  mediations,
  trodRealises,
  materielDonne,
  materielRecupere,
  tauxRecuperation,
  naloxoneRemise,
  besoinsExprimes,
  besoinsSansReponse,
  causesSansReponse,
  registreSansReponse,
  registreCauses,
  orientations,
  tauxAdmission,
  delaiReponse,
  delaiPlace,
  places,
  tauxOccupation,
  nuitees,
  refus,
  passagesRepos,
  refusRepos,
  pointeRepos,
  entrees,
  sorties,
  dureesSejour,
  acquis,
  attenteMarche,
  monteesParcours,
  reprisesContact,
  demarchesAbouties,
]

const parId = new Map(catalogue.map((indicateur) => [indicateur.id, indicateur]))

/** The indicator of this id, or undefined. */
export function findIndicateur(id: string): Indicateur | undefined {
  return parId.get(id)
}
