'use client'

import { useEffect, useState } from 'react'
import { formatDuration, formatTime, plural } from '@/domain/commun/format'
import { findingsOf } from '@/domain/maraudes/arret-brouillon'
import { TRANSMISSION_MAX } from '@/domain/maraudes/maraude'
import { completeArret } from '@/domain/maraudes/phrases'
import { totalOf } from '@/domain/maraudes/totaux'
import { proposedEnd, type Tournee } from '@/domain/maraudes/tournee'
import { deviceNow } from '@/offline/device-clock'
import { newActeId, saveBrouillon } from '@/offline/outbox'
import { readComptes } from '@/offline/queue'
import { parcoursKey, readCouverture } from '@/offline/walk'
import { useLive } from '@/offline/use-live'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { TextAreaField } from '@/ui/fields/text-area-field'
import { ActionBar } from '@/ui/shell/action-bar'
import { buzz } from './haptic'
import { RoundFigures } from './round-figures'
import { SaveFailure } from './save-failure'
import { ScreenedFindings } from './screened-findings'
import { ScreenTitle } from './screen-title'
import { useTerrain } from './terrain-context'
import { go } from './terrain-router'
import { useOpenStop } from './use-open-stop'
import { useSaveActe } from './use-save-acte'

/** The end of a round: its figures, what the next team must know, and what is still to be sent. */
export default function CloseScreen() {
  const { tournee } = useTerrain()
  return tournee === null ? null : <Close tournee={tournee} />
}

function Close({ tournee }: { tournee: Tournee }) {
  const { db } = useTerrain()
  const [id] = useState(newActeId)
  const [fin] = useState(() => proposedEnd(tournee, deviceNow()))
  const { transmission, relus, change, key } = useTransmission(tournee)
  const { save, isSaving, failure } = useSaveActe()
  const isStopOpen = useOpenStop(tournee)
  const comptes = useLive(readComptes)
  const duration = (fin.getTime() - Date.parse(tournee.ouverture.debut)) / 60_000
  const isSuspect = findingsOf(transmission, relus).length > 0

  async function close() {
    if (isSuspect) return buzz(120)
    const couverture = await readCouverture(db, tournee.id)
    const corps = { maraudeId: tournee.id, fin: fin.toISOString(), transmission, couverture }
    // The walk ends with the round: its cells are in the closing, and nothing of it stays here.
    const brouillonIds = [key, parcoursKey(tournee.id)]
    if (await save({ id, kind: 'maraude.clore', corps, brouillonIds })) go('/terrain', {}, true)
  }

  return (
    <>
      <ScreenTitle lead={`Fin à ${formatTime(fin)}, après ${formatDuration(duration)}`}>
        Clore la maraude
      </ScreenTitle>
      <div className="flex flex-col gap-5">
        {isStopOpen && <OpenStop />}
        <RoundFigures total={totalOf(tournee.arrets.map(({ corps }) => completeArret(corps)))} />
        <p className="text-base">
          {plural(tournee.arrets.length, 'arrêt', 'arrêts')},{' '}
          {plural(tournee.demandes.length, 'demande de place', 'demandes de place')}.{' '}
          {comptes !== undefined &&
            (comptes.file === 0
              ? 'Tout est déjà reçu ; il ne reste que la clôture à envoyer.'
              : `${plural(comptes.file, 'fait reste', 'faits restent')} à envoyer, avec la clôture.`)}
        </p>
        <TextAreaField
          label="Transmission à l’équipe suivante"
          description="Ce qu’il faut savoir ou refaire, sans nom ni coordonnées."
          rows={6}
          maxLength={TRANSMISSION_MAX}
          autoComplete="off"
          value={transmission}
          onChange={(text) => change({ transmission: text })}
        />
        <ScreenedFindings
          text={transmission}
          relus={relus}
          onChange={(textesRelus) => change({ textesRelus })}
        />
        <SaveFailure message={failure} />
      </div>
      <ActionBar>
        <Button onPress={() => go('/terrain/maraude', {}, true)}>Continuer</Button>
        <Button
          variant="primary"
          className="flex-2!"
          isDisabled={isSaving || isSuspect}
          onPress={() => void close()}
        >
          Clore la maraude
        </Button>
      </ActionBar>
    </>
  )
}

function OpenStop() {
  return (
    <Banner
      tone="warning"
      title="Un arrêt est encore ouvert"
      kept="Il est gardé sur la tablette, mais il n’est pas compté dans cette maraude."
      actions={<Button onPress={() => go('/terrain/maraude/arret')}>Reprendre l’arrêt</Button>}
    />
  )
}

type ClotureBrouillon = { transmission: string; textesRelus: string[] }

function useTransmission({ id }: Tournee) {
  const { db } = useTerrain()
  const key = `cloture:${id}`
  const [draft, setDraft] = useState<ClotureBrouillon>({ transmission: '', textesRelus: [] })
  useEffect(() => {
    void db.findBrouillon(key).then((stored) => {
      if (stored?.ecran === 'cloture') setDraft(stored.corps)
    })
  }, [db, key])
  function change(patch: Partial<ClotureBrouillon>) {
    const next = { ...draft, ...patch }
    setDraft(next)
    void saveBrouillon(db, { id: key, ecran: 'cloture', corps: next })
  }
  return { key, transmission: draft.transmission, relus: draft.textesRelus, change }
}
