import { formatShortDateTime, plural } from '@/domain/commun/format'
import type { PlaceVisible } from '../queries'

type FeuilleProps = { places: readonly PlaceVisible[]; finDeNuit: Date; now: Date }

/** The night on paper: who comes, who is there room by room, who leaves, what is closed, and boxes to tick by hand. */
export function FeuilleDuSoir({ places, finDeNuit, now }: FeuilleProps) {
  const held = places.filter(({ statut }) => statut === 'RESERVEE')
  const taken = places.filter(({ statut }) => statut === 'OCCUPEE')
  const leaving = taken.filter(({ jusqua }) => jusqua !== null && jusqua <= finDeNuit)
  const of = (statut: PlaceVisible['statut']) => places.filter((place) => place.statut === statut)
  const free = [...of('LIBRE'), ...of('RESERVEE_PLUS_TARD')]
  return (
    <div className="grid gap-6 print:gap-4">
      <Partie titre="Arrivées attendues" places={held} now={now} cases={['Arrivée', 'Non venue', 'Heure']} />
      <Partie titre="Présents" places={taken} now={now} cases={['Vu', 'Sorti', 'Rentré']} />
      <Partie
        titre="Départs attendus avant midi"
        places={leaving}
        now={now}
        cases={['Parti', 'Clé rendue', 'Prolonge']}
      />
      <Partie titre="Places libres" places={free} now={now} cases={['Donnée à', 'Heure']} />
      <Partie titre="À préparer" places={of('A_PREPARER')} now={now} cases={['Prête']} />
      <Partie titre="Fermées" places={of('FERMEE')} now={now} cases={[]} />
    </div>
  )
}

type PartieProps = { titre: string; places: readonly PlaceVisible[]; now: Date; cases: readonly string[] }

function Partie({ titre, places, cases, now }: PartieProps) {
  if (places.length === 0) return <p className="text-soft">{titre} : aucune.</p>
  return (
    <table className="w-full border-collapse text-left text-sm">
      <caption className="pb-1 text-left text-lg font-bold">
        {titre} ({places.length})
      </caption>
      <thead>
        <tr>
          {['Chambre', 'Place', 'Pour', 'Jusqu’à', ...cases].map((head) => (
            <th key={head} scope="col" className="border border-edge px-2 py-1">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map(({ id, chambre, libelle, occupation, jusqua }) => (
          <tr key={id}>
            <td className="border border-edge px-2 py-1">{chambre}</td>
            <th scope="row" className="border border-edge px-2 py-1 font-semibold">
              {libelle}
            </th>
            <td className="border border-edge px-2 py-1">{occupation === null ? '' : whoOf(occupation)}</td>
            <td className="border border-edge px-2 py-1">{jusqua === null ? '' : untilOf(jusqua, now)}</td>
            {cases.map((name) => (
              <td key={name} className="w-20 border border-edge px-2 py-1">
                <span aria-hidden>☐</span>
                <span className="sr-only">{name}, à cocher à la main</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function whoOf({ code, personnes }: NonNullable<PlaceVisible['occupation']>): string {
  return `${code ?? 'sans code'}${personnes > 1 ? `, ${plural(personnes, 'personne', 'personnes')}` : ''}`
}

function untilOf(jusqua: Date, now: Date): string {
  return jusqua <= now ? 'fin prévue passée' : formatShortDateTime(jusqua)
}
