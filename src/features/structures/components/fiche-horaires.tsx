import { formatDayMonth } from '@/domain/commun/format'
import type { FicheStructure } from '@/domain/structures/fiche'
import { Card } from '@/ui/card'
import { AVerifier, BadgeOuverture } from './etats-structure'

/** This week, day by day, with its exceptions. */
export function FicheHoraires({ fiche }: { fiche: FicheStructure }) {
  const aVerifier = fiche.aVerifier.includes('horaires')
  return (
    <Card title="Horaires" actions={aVerifier && <AVerifier />}>
      {fiche.semaine === '' && fiche.semaineCourante.every(({ motif }) => motif === null) ? (
        <p className="text-soft">Les horaires de cette structure ne sont pas renseignés.</p>
      ) : (
        <>
          <p>
            <BadgeOuverture {...fiche} />
          </p>
          <p>{fiche.semaine}</p>
          <table className="w-full text-left text-[0.9375rem]">
            <caption className="pb-1 text-left text-sm font-semibold text-soft">Cette semaine</caption>
            <tbody>
              {fiche.semaineCourante.map(({ date, heures, motif }) => (
                <tr key={date} className="border-t border-line">
                  <th scope="row" className="py-1.5 pr-4 font-normal whitespace-nowrap">
                    {formatDayMonth(date)}
                  </th>
                  <td className={`py-1.5 ${heures === 'fermé' ? 'text-soft' : ''}`}>
                    {heures}
                    {motif !== null && (
                      <span className="block text-sm font-medium text-warning">{motif}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Card>
  )
}
