import type { Indicateur } from './indicateur'
import { aines } from './indicateurs/aines'
import { besoinsExprimes } from './indicateurs/besoins-exprimes'
import { besoinsSansReponse } from './indicateurs/besoins-sans-reponse'
import { contacts } from './indicateurs/contacts'
import { femmes } from './indicateurs/femmes'
import { heures } from './indicateurs/heures'
import { jeunes } from './indicateurs/jeunes'
import { maraudes } from './indicateurs/maraudes'
import { materielDonne } from './indicateurs/materiel-donne'
import { materielRecupere } from './indicateurs/materiel-recupere'
import { nouveauxContacts } from './indicateurs/nouveaux-contacts'
import { orientations } from './indicateurs/orientations'
import { places } from './indicateurs/places'
import { refus } from './indicateurs/refus'

/** Every figure that Maillage gives, in the order reports use. A new one is one file in `indicateurs/` and one line here. */
export const catalogue: readonly Indicateur[] = [
  heures,
  maraudes,
  contacts,
  nouveauxContacts,
  femmes,
  jeunes,
  aines,
  materielDonne,
  materielRecupere,
  besoinsExprimes,
  besoinsSansReponse,
  orientations,
  places,
  refus,
]

const parId = new Map(catalogue.map((indicateur) => [indicateur.id, indicateur]))

/** The indicator of this id, or undefined. */
export function findIndicateur(id: string): Indicateur | undefined {
  return parId.get(id)
}
