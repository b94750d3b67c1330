import { plural } from '@/domain/commun/format'
import type { Bilan } from '@/domain/maraudes/journee'
import {
  causeSansReponseSchema,
  libellesBesoin,
  libellesCause,
  libellesIncident,
} from '@/domain/maraudes/listes'
import { Card } from '@/ui/card'
import { DescriptionList } from '@/ui/description-list'

/** What the figures are made of: material, unmet needs, incidents, partners. What is empty is left out. */
export function BilanDetails({ bilan }: { bilan: Bilan }) {
  const items = [
    ...item(
      'Donné',
      bilan.donne.map(({ cle, nombre }) => `${nombre} × ${cle}`),
    ),
    ...item(
      'Récupéré',
      bilan.recupere.map(({ cle, nombre }) => `${nombre} × ${cle}`),
    ),
    ...item(
      'Dépistage',
      bilan.realise.map(({ cle, nombre }) => `${nombre} × ${cle}`),
    ),
    ...item('Besoins sans réponse', bilan.besoinsSansReponse.map(tellNeed)),
    ...item('Incidents', bilan.incidents.map(tellIncident)),
    ...item('Médiations', bilan.mediations === 0 ? [] : [String(bilan.mediations)]),
    ...item(
      'Avec',
      bilan.partenaires.map(({ cle, nombre }) => `${cle} (${plural(nombre, 'maraude', 'maraudes')})`),
    ),
  ]
  if (items.length === 0) return null
  return (
    <Card title="Ensemble">
      <DescriptionList items={items} />
    </Card>
  )
}

function item(term: string, lines: readonly string[]) {
  return lines.length === 0 ? [] : [{ term, detail: lines.join(' ; ') }]
}

function tellNeed({ kind, cause, personnes }: Bilan['besoinsSansReponse'][number]): string {
  const why = causeSansReponseSchema.safeParse(cause)
  const words = why.success ? libellesCause[why.data].toLocaleLowerCase('fr') : 'cause non dite'
  return `${libellesBesoin[kind]}, ${plural(personnes, 'personne', 'personnes')} : ${words}`
}

function tellIncident({ cle, nombre, doses }: Bilan['incidents'][number]): string {
  return `${libellesIncident[cle]} × ${nombre}${doses > 0 ? ` (${plural(doses, 'dose', 'doses')})` : ''}`
}
