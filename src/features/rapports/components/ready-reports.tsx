import { catalogue } from '@/domain/rapports/catalogue'
import { type Demande, questionOf } from '@/domain/rapports/demande'
import type { Dimension } from '@/domain/rapports/indicateur'
import type { Periode } from '@/domain/rapports/periode'
import { LinkButton } from '@/ui/link-button'

const ready: readonly { nom: string; par: Dimension; ids: readonly string[] }[] = [
  { nom: 'Tout, par département', par: 'departement', ids: catalogue.map(({ id }) => id) },
  {
    nom: 'Présence et rencontres, par commune',
    par: 'commune',
    ids: ['heures', 'maraudes', 'contacts', 'nouveaux-contacts', 'femmes'],
  },
  { nom: 'Matériel, par EPT', par: 'ept', ids: ['materiel-donne', 'materiel-recupere'] },
  { nom: 'Orientations et places', par: 'departement', ids: ['orientations', 'places', 'refus'] },
]

/** Reports that are asked for every quarter, one press away. */
export function ReadyReports({ periode }: { periode: Periode }) {
  return (
    <ul className="flex flex-wrap gap-3">
      {ready.map(({ nom, par, ids }) => {
        const indicateurs = catalogue.filter(({ id }) => ids.includes(id))
        const demande: Demande = { indicateurs, periode, par, departement: null }
        return (
          <li key={nom}>
            <LinkButton href={`/rapports?${questionOf(demande).toString()}`}>{nom}</LinkButton>
          </li>
        )
      })}
    </ul>
  )
}
