import { formatDuration, formatTime, plural } from '@/domain/commun/format'
import type { MaraudeDuJour } from '@/domain/maraudes/journee'
import { totalOf } from '@/domain/maraudes/totaux'
import { Card } from '@/ui/card'
import { TextLink } from '@/ui/text-link'
import type { EquipeDuJour } from '../queries'

/** One team's day: its figures, then each round with whom, and what it hands over. */
export function EquipeCard({ equipe: { equipe, maraudes, bilan } }: { equipe: EquipeDuJour }) {
  const note = [
    plural(bilan.maraudes, 'maraude', 'maraudes'),
    plural(bilan.arrets, 'arrêt', 'arrêts'),
    formatDuration(bilan.minutes),
    `${plural(bilan.personnes, 'personne', 'personnes')}, ${plural(bilan.nouvelles, 'nouvelle', 'nouvelles')}`,
    `${bilan.donnes} donnés, ${bilan.recuperes} récupérés`,
    `${plural(bilan.sansReponse, 'besoin', 'besoins')} sans réponse`,
  ].join(' · ')
  return (
    <Card title={equipe} note={note} className="print:break-inside-avoid">
      <ul className="flex flex-col gap-4">
        {maraudes.map((maraude) => (
          <li key={maraude.id} className="flex flex-col gap-1">
            <Round maraude={maraude} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Round({ maraude }: { maraude: MaraudeDuJour }) {
  const { id, secteur, debut, fin, effectif, partenaires, transmission, arrets } = maraude
  const total = totalOf(arrets)
  const hours = fin === null ? `depuis ${formatTime(debut)}` : `${formatTime(debut)} – ${formatTime(fin)}`
  const places = [...new Set(arrets.map(({ lieu }) => lieu))]
  return (
    <>
      <p>
        <TextLink href={`/maraudes/${id}`}>{secteur ?? 'Secteur non précisé'}</TextLink>, {hours}, équipe de{' '}
        {effectif}
        {partenaires.length > 0 && `, avec ${partenaires.join(', ')}`} ·{' '}
        {plural(total.personnes, 'personne', 'personnes')}
      </p>
      {places.length > 0 && <p className="text-sm text-soft">{places.join(', ')}</p>}
      {transmission !== null && (
        <p className="max-w-prose border-l-2 border-edge pl-3 whitespace-pre-line">{transmission}</p>
      )}
    </>
  )
}
