'use client'

import { CircleStop, Map as MapIcon, MapPinPlus, Pencil, PencilLine } from 'lucide-react'
import { formatTime, plural } from '@/domain/commun/format'
import { libellesBesoin } from '@/domain/maraudes/listes'
import { completeArret, describeArret, describeHeures } from '@/domain/maraudes/phrases'
import { totalOf } from '@/domain/maraudes/totaux'
import type { ArretLocal, Tournee } from '@/domain/maraudes/tournee'
import { findCommune } from '@/domain/territoire/territoire'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { EmptyState } from '@/ui/empty-state'
import { ActionBar } from '@/ui/shell/action-bar'
import { Tag } from '@/ui/tag'
import { RequestCard } from './request-card'
import { RoundFigures } from './round-figures'
import { ScreenTitle } from './screen-title'
import { useTerrain } from './terrain-context'
import { go } from './terrain-router'
import { useOpenStop } from './use-open-stop'
import { WalkSwitch } from './walk-switch'

/** The round: what was done so far, the requests in flight, and the one big button. */
export default function RoundScreen() {
  const { tournee } = useTerrain()
  return tournee === null ? null : <Round tournee={tournee} />
}

function Round({ tournee }: { tournee: Tournee }) {
  const { paquet } = useTerrain()
  const { ouverture, arrets, demandes } = tournee
  const structures = new Map(paquet?.structures.map((structure) => [structure.id, structure.nom]))
  return (
    <>
      <ScreenTitle
        lead={[`depuis ${formatTime(new Date(ouverture.debut))}`, ...(ouverture.partenaires ?? [])].join(
          ' · ',
        )}
      >
        {findCommune(ouverture.secteurCode ?? '')?.nom ?? 'Maraude en cours'}
      </ScreenTitle>
      <div>
        <RoundFigures total={totalOf(arrets.map(({ corps }) => completeArret(corps)))} />
      </div>
      <div>
        <WalkSwitch tournee={tournee} />
      </div>
      <Requests demandes={demandes} />
      <section aria-labelledby="arrets" className="flex flex-col gap-3">
        <div className="flex items-center justify-between gap-3">
          <h2 id="arrets" className="text-lg font-bold">
            {plural(arrets.length, 'arrêt', 'arrêts')}
          </h2>
          <Button variant="quiet" onPress={() => go('/terrain/carte')}>
            <MapIcon aria-hidden />
            Carte
          </Button>
        </div>
        {arrets.length === 0 && (
          <EmptyState title="Aucun arrêt noté">
            Un arrêt, c’est un lieu, des personnes, du matériel, des besoins.
          </EmptyState>
        )}
        <ol className="flex flex-col gap-3">
          {arrets.toReversed().map((arret) => (
            <li key={arret.id}>
              <StopCard arret={arret} structure={structures.get(arret.corps.structureId ?? '')} />
            </li>
          ))}
        </ol>
      </section>
      <RoundActions tournee={tournee} />
    </>
  )
}

function Requests({ demandes }: Pick<Tournee, 'demandes'>) {
  if (demandes.length === 0) return null
  return (
    <section aria-labelledby="demandes" className="flex flex-col gap-3">
      <h2 id="demandes" className="text-lg font-bold">
        Demandes de place
      </h2>
      {demandes.toReversed().map((demande) => (
        <RequestCard key={demande.id} demande={demande} />
      ))}
    </section>
  )
}

function RoundActions({ tournee }: { tournee: Tournee }) {
  const isStopOpen = useOpenStop(tournee)
  return (
    <ActionBar>
      <Button onPress={() => go('/terrain/maraude/cloture')} className="flex-none!">
        <CircleStop aria-hidden />
        Clore
      </Button>
      <Button variant="primary" className="min-h-16 text-xl" onPress={() => go('/terrain/maraude/arret')}>
        {isStopOpen ? <PencilLine aria-hidden /> : <MapPinPlus aria-hidden />}
        {isStopOpen ? 'Reprendre l’arrêt' : 'Nouvel arrêt'}
      </Button>
    </ActionBar>
  )
}

function StopCard({ arret, structure }: { arret: ArretLocal; structure: string | undefined }) {
  const { corps, remplaceId } = arret
  const commune = findCommune(corps.communeCode)?.nom
  const besoins = [...new Set((corps.besoins ?? []).map(({ kind }) => kind))]
  return (
    <Card
      title={structure ?? (corps.lieu?.trim() || commune)}
      note={[commune, describeHeures(corps), ...(remplaceId === null ? [] : ['corrigé'])].join(' · ')}
      actions={
        <Button onPress={() => go('/terrain/maraude/arret', { corrige: arret.id })}>
          <Pencil aria-hidden />
          Corriger
        </Button>
      }
    >
      <p className="text-base">{describeArret(corps)}</p>
      {besoins.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {besoins.map((kind) => (
            <li key={kind}>
              <Tag>{libellesBesoin[kind]}</Tag>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
