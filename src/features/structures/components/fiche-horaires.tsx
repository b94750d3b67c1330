import { formatDayMonth } from '@/domain/commun/format'
import type { FicheStructure } from '@/domain/structures/fiche'
import { Card } from '@/ui/card'
import { AVerifier, BadgeOuverture } from './etats-structure'

/** This week, day by day, with its exceptions. */
export function FicheHoraires({ fiche }: { fiche: FicheStructure }) {
  const aVerifier = fiche.aVerifier.includes('horaires')
  // Housing has no doors to open.
  if (fiche.ouverte === null && !aVerifier) return null
  return (
    <Card title="Horaires" actions={aVerifier && <AVerifier />}>
      {fiche.ouverte === null ? (
        <p className="text-soft">Les horaires de cette structure ne sont pas renseignés.</p>
      ) : (
        <>
          <p>
            <BadgeOuverture {...fiche} />
          </p>
          <p>{fiche.semaine}</p>
          {!isSameEveryDay(fiche) && <SemaineCourante semaine={fiche.semaineCourante} />}
        </>
      )}
    </Card>
  )
}

function SemaineCourante({ semaine }: { semaine: FicheStructure['semaineCourante'] }) {
  return (
    <table className="w-full text-left text-[0.9375rem]">
      <caption className="pb-1 text-left text-sm font-semibold text-soft">Cette semaine</caption>
      <tbody>
        {semaine.map(({ date, heures, motif }) => (
          <tr key={date} className="border-t border-line">
            <th scope="row" className="py-1.5 pr-4 font-normal whitespace-nowrap">
              {formatDayMonth(date)}
            </th>
            <td className={`py-1.5 ${heures === 'fermé' ? 'text-soft' : ''}`}>
              {heures}
              {motif !== null && <span className="block text-sm font-medium text-warning">{motif}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Then the line above says it all. */
function isSameEveryDay({ semaineCourante }: FicheStructure): boolean {
  return semaineCourante.every(({ heures, motif }) => motif === null && heures === semaineCourante[0]?.heures)
}
