import Link from 'next/link'
import { formatShortDateTime, lowerFirst } from '@/domain/commun/format'
import { expliquerOrdre } from '@/domain/orientations/attente'
import { critereSchema, libellesCritere } from '@/domain/orientations/motifs'
import { motsBesoins, phraseEcheance, phraseProfil } from '@/domain/orientations/phrases'
import { Card } from '@/ui/card'
import { Tag } from '@/ui/tag'
import type { ListeAttente, LigneAttente } from '../queries'
import { MoveInLine } from './move-in-line'

/** The line of one device, first in line first, each rank with what explains it. */
export function ListeAttenteCard({ lignes }: Pick<ListeAttente, 'lignes'>) {
  return (
    <Card>
      <ol className="flex flex-col divide-y divide-line">
        {lignes.map((ligne, index) => (
          <Rank key={ligne.id} ligne={ligne} rank={index + 1} next={lignes[index + 1]} last={lignes.length} />
        ))}
      </ol>
    </Card>
  )
}

type RankProps = { ligne: LigneAttente; rank: number; next: LigneAttente | undefined; last: number }

function Rank({ ligne, rank, next, last }: RankProps) {
  const needs = motsBesoins(ligne)
  return (
    <li className="grid gap-x-4 gap-y-2 py-3 sm:grid-cols-[3rem_minmax(0,1fr)_auto]">
      <span className="text-2xl font-bold tabular-nums" aria-label={`Rang ${rank}`}>
        {rank}
      </span>
      <div className="flex flex-col gap-1">
        <Link href={`/orientations/${ligne.id}`} className="font-semibold">
          {phraseProfil(ligne)} · {lowerFirst(phraseEcheance(ligne))}
        </Link>
        <span className="text-sm text-soft">
          {ligne.code !== null && `${ligne.code} · `}
          {ligne.prescripteur} · en attente depuis le {formatShortDateTime(ligne.attenteLe)}
        </span>
        <span className="flex flex-wrap gap-1.5">
          {[...needs, ...ligne.criteres.map(wordsOf)].map((word) => (
            <Tag key={word}>{word}</Tag>
          ))}
        </span>
        {next !== undefined && (
          <details className="text-sm">
            <summary className="cursor-pointer text-soft">Pourquoi avant la suivante ?</summary>
            <p className="mt-1">{expliquerOrdre(ligne, next)}</p>
          </details>
        )}
      </div>
      {last > 1 && (
        <span className="self-start">
          <MoveInLine orientation={ligne} rank={rank} last={last} />
        </span>
      )}
    </li>
  )
}

function wordsOf(critere: string): string {
  const known = critereSchema.safeParse(critere)
  return known.success ? libellesCritere[known.data] : critere
}
