'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { SujetDirect } from '@/domain/commun/direct'

/** EN_DIRECT: the stream is open. INTERROGE: no stream, but the server answers. COUPE: nothing answers. FERME: signed out. */
export type EtatDirect = 'EN_DIRECT' | 'INTERROGE' | 'COUPE' | 'FERME'

const STREAM = '/api/direct'
const STATE = '/api/direct/etat'
const FAILURES_BEFORE_POLLING = 2
const POLL_MS = 10_000
const STREAM_AGAIN_MS = 60_000
/** A burst of signals makes one reading, and a reading lasts less than this. */
const CALM_MS = 400

/** Reads the page again whenever one of the subjects changes, by the stream or, when it is cut, by asking. */
export function useDirect(sujets: readonly SujetDirect[]): EtatDirect {
  const router = useRouter()
  const [etat, setEtat] = useState<EtatDirect>('EN_DIRECT')
  const followed = sujets.join(' ')

  useEffect(() => {
    const live = followLive(followed.split(' '), { refresh: () => router.refresh(), tell: setEtat })
    return () => live.stop()
  }, [followed, router])

  return etat
}

type Listener = { refresh: () => void; tell: (etat: EtatDirect) => void }

function followLive(sujets: readonly string[], { refresh, tell }: Listener): { stop: () => void } {
  let source: EventSource | null = null
  let failures = 0
  let etag: string | null = null
  let calm: number | undefined
  let poll: number | undefined
  let again: number | undefined

  function readSoon(): void {
    if (document.hidden) {
      document.addEventListener('visibilitychange', readSoon, { once: true })
      return
    }
    calm ??= window.setTimeout(() => {
      calm = undefined
      refresh()
    }, CALM_MS)
  }

  function open(): void {
    source = new EventSource(STREAM)
    source.addEventListener('open', () => {
      failures = 0
      stopPolling()
      tell('EN_DIRECT')
    })
    source.addEventListener('error', () => fail())
    // Also at the first opening: something may have changed since the server made the page.
    for (const event of ['resync', ...sujets]) source.addEventListener(event, readSoon)
  }

  function fail(): void {
    failures += 1
    const isOver = source?.readyState === EventSource.CLOSED
    if (failures < FAILURES_BEFORE_POLLING && !isOver) return
    source?.close()
    source = null
    startPolling()
    window.clearTimeout(again)
    again = window.setTimeout(openAgain, STREAM_AGAIN_MS)
  }

  function openAgain(): void {
    failures = 0
    open()
  }

  function startPolling(): void {
    if (poll !== undefined) return
    void ask()
    poll = window.setInterval(() => void ask(), POLL_MS)
  }

  function stopPolling(): void {
    window.clearInterval(poll)
    window.clearTimeout(again)
    poll = undefined
  }

  async function ask(): Promise<void> {
    try {
      const headers = etag === null ? {} : { 'If-None-Match': etag }
      const answer = await fetch(STATE, { headers, cache: 'no-store' })
      if (answer.status === 401) {
        stopPolling()
        return tell('FERME')
      }
      tell(answer.ok || answer.status === 304 ? 'INTERROGE' : 'COUPE')
      if (answer.ok) readSoon()
      etag = answer.headers.get('ETag') ?? etag
    } catch {
      tell('COUPE')
    }
  }

  open()
  return {
    stop: () => {
      source?.close()
      stopPolling()
      window.clearTimeout(calm)
      document.removeEventListener('visibilitychange', readSoon)
    },
  }
}
