'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { holdAlone } from '@/offline/one-tab'
import { Button } from '@/ui/button'
import { ActionBar } from '@/ui/shell/action-bar'
import { ScreenTitle } from './screen-title'
import { go } from './terrain-router'

/** Longer than the browser takes to give what nobody holds. */
const PATIENCE_MS = 500

/** Shows what one types to one tab at a time; the next one takes it up where it was left. */
export function OneTab({ name, children }: { name: string; children: ReactNode }) {
  const [state, setState] = useState<'asked' | 'held' | 'elsewhere'>('asked')
  useEffect(() => {
    const timer = window.setTimeout(
      () => setState((known) => (known === 'asked' ? 'elsewhere' : known)),
      PATIENCE_MS,
    )
    const letGo = holdAlone(name, () => setState('held'))
    return () => {
      window.clearTimeout(timer)
      letGo()
    }
  }, [name])
  if (state === 'held') return children
  return state === 'asked' ? null : <Elsewhere />
}

function Elsewhere() {
  return (
    <>
      <ScreenTitle lead="Une saisie s’écrit à un seul endroit à la fois.">
        Cette saisie est ouverte dans un autre onglet
      </ScreenTitle>
      <p className="flex-1 text-base">
        Continuez-la là-bas, ou fermez l’autre onglet : elle reprend ici, telle qu’elle est.
      </p>
      <ActionBar>
        <Button onPress={() => go('/terrain/maraude', {}, true)}>Revenir à la maraude</Button>
      </ActionBar>
    </>
  )
}
