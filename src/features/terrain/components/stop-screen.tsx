'use client'

import { useState } from 'react'
import {
  type ArretBrouillon,
  isEmptyArret,
  readBrouillon,
  type SectionArret,
  withoutOpenNeeds,
} from '@/domain/maraudes/arret-brouillon'
import type { ArretCorps, CorrectionCorps } from '@/domain/maraudes/arret'
import { formatTime } from '@/domain/commun/format'
import type { Tournee } from '@/domain/maraudes/tournee'
import { findCommune } from '@/domain/territoire/territoire'
import { deviceNow } from '@/offline/device-clock'
import { newActeId, type NouvelActe } from '@/offline/outbox'
import { Button } from '@/ui/button'
import { AlertDialog } from '@/ui/overlays/alert-dialog'
import { ActionBar } from '@/ui/shell/action-bar'
import { BarAlert } from './bar-alert'
import { buzz } from './haptic'
import { SaveFailure } from './save-failure'
import { ScreenTitle } from './screen-title'
import { StopMaterial } from './stop-material'
import { StopNeeds } from './stop-needs'
import { StopNotes } from './stop-notes'
import { StopPeople } from './stop-people'
import { StopPlace } from './stop-place'
import { StopSections } from './stop-sections'
import { useTerrain } from './terrain-context'
import { go, useEcran } from './terrain-router'
import { type ArretEnCours, useArretBrouillon } from './use-arret-brouillon'
import { useSaveActe } from './use-save-acte'

const LOSING = 'La saisie en cours n’est plus gardée : la tablette est pleine.'

/** One stop, five parts within reach of the thumb; whatever is typed is kept at every tap. */
export default function StopScreen() {
  const { tournee } = useTerrain()
  const { read } = useEcran()
  return tournee === null ? null : <Stop tournee={tournee} corrige={read('corrige')} />
}

function Stop({ tournee, corrige }: { tournee: Tournee; corrige: string | null }) {
  const enCours = useArretBrouillon(tournee, corrige)
  return enCours === null ? null : (
    <StopForm tournee={tournee} enCours={enCours} isCorrection={corrige !== null} />
  )
}

type StopFormProps = { tournee: Tournee; enCours: ArretEnCours; isCorrection: boolean }

function StopForm({ tournee, enCours, isCorrection }: StopFormProps) {
  const { key, draft, isLosing } = enCours
  const [section, setSection] = useState<SectionArret>('personnes')
  // Once a save was refused, the reasons follow what is typed, until none is left.
  const [isRefused, setIsRefused] = useState(false)
  const { save, isSaving, failure } = useSaveActe()

  const result = readBrouillon(draft, deviceNow())
  const fautes = isRefused && !result.ok ? result.fautes : []

  function read(candidate: ArretBrouillon): ArretCorps | CorrectionCorps | null {
    const checked = readBrouillon(candidate, deviceNow())
    setIsRefused(!checked.ok)
    if (checked.ok) return checked.corps
    buzz(120)
    setSection(checked.fautes[0]?.section ?? 'lieu')
    return null
  }

  async function finish() {
    const corps = read(draft)
    if (corps !== null && (await save({ ...acteOf(draft.id, corps), brouillonIds: [key] })))
      go('/terrain/maraude', {}, true)
  }

  /** A request leaves at once, and its stop with it; what is noted afterwards corrects that stop. */
  async function askForPlace() {
    const known = draft.remplaceId
    if (known !== null) return go('/terrain/maraude/demande', { arret: known })
    const corps = read(withoutOpenNeeds(draft))
    if (corps === null) return
    const suite = { ...draft, id: newActeId(), remplaceId: draft.id }
    if (await save({ ...acteOf(draft.id, corps), suite: { id: key, ecran: 'arret', corps: suite } }))
      go('/terrain/maraude/demande', { arret: draft.id })
  }

  const isEmpty = isEmptyArret(draft)
  return (
    <>
      <ScreenTitle lead={describeWhere(draft)}>{isCorrection ? 'Corriger un arrêt' : 'Arrêt'}</ScreenTitle>
      <div className="flex flex-1 flex-col gap-5">
        <SaveFailure message={failure ?? (isLosing ? LOSING : null)} />
        <Section
          section={section}
          enCours={enCours}
          tournee={tournee}
          onAskForPlace={() => void askForPlace()}
        />
      </div>
      <ActionBar>
        <div className="flex flex-col gap-2">
          <BarAlert message={fautes.length === 0 ? null : fautes.map(({ message }) => message).join('. ')} />
          <StopSections draft={draft} fautes={fautes} section={section} onChange={setSection} />
          <div className="flex gap-3 *:flex-1">
            <Leave enCours={enCours} isEmpty={isEmpty} />
            <Button variant="primary" isDisabled={isSaving} onPress={() => void finish()} className="flex-2!">
              {isEmpty ? 'Enregistrer : personne ici' : 'Enregistrer'}
            </Button>
          </div>
        </div>
      </ActionBar>
    </>
  )
}

type SectionProps = Pick<StopFormProps, 'tournee' | 'enCours'> & {
  section: SectionArret
  onAskForPlace: () => void
}

function Section({ section, tournee, enCours, onAskForPlace }: SectionProps) {
  switch (section) {
    case 'lieu':
      return <StopPlace enCours={enCours} />
    case 'personnes':
      return <StopPeople enCours={enCours} tournee={tournee} />
    case 'materiel':
      return <StopMaterial enCours={enCours} />
    case 'besoins':
      return <StopNeeds enCours={enCours} onAskForPlace={onAskForPlace} />
    case 'notes':
      return <StopNotes enCours={enCours} />
  }
}

function describeWhere({ communeCode, lieu, arrivee }: ArretBrouillon): string {
  const commune = findCommune(communeCode ?? '')?.nom ?? 'Commune à choisir'
  return [commune, ...(lieu.trim() === '' ? [] : [lieu]), `depuis ${formatTime(new Date(arrivee))}`].join(
    ' · ',
  )
}

function acteOf(id: string, corps: ArretCorps | CorrectionCorps): NouvelActe {
  return 'remplaceId' in corps ? { id, kind: 'arret.corriger', corps } : { id, kind: 'arret.noter', corps }
}

/** Leaving keeps the draft; giving it up is asked, since something is lost. */
function Leave({ enCours, isEmpty }: { enCours: ArretEnCours; isEmpty: boolean }) {
  async function giveUp() {
    await enCours.drop()
    go('/terrain/maraude', {}, true)
  }
  if (isEmpty) return <Button onPress={() => void giveUp()}>Annuler</Button>
  return (
    <AlertDialog
      title="Abandonner cette saisie ?"
      confirmLabel="Abandonner"
      cancelLabel="Continuer la saisie"
      onConfirm={() => void giveUp()}
      renderTrigger={(open) => <Button onPress={open}>Abandonner</Button>}
    >
      Ce qui a été saisi et pas encore enregistré sera effacé de la tablette.
    </AlertDialog>
  )
}
