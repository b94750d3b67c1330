'use client'

import { useEffect, useState } from 'react'
import type { CartePassages } from '@/domain/territoire/couverture'

/** Null while nobody asked for them. */
export type EtatPassages = CartePassages | 'LECTURE' | 'PANNE' | null

/** Where rounds went, read when somebody asks to see it. */
export function usePassages(): [EtatPassages, (isShown: boolean) => void] {
  const [etat, setEtat] = useState<EtatPassages>(null)
  useEffect(() => {
    if (etat !== 'LECTURE') return
    const abort = new AbortController()
    fetch('/api/passages', { signal: abort.signal })
      .then((response) =>
        response.ok ? response.json() : Promise.reject(new Error(String(response.status))),
      )
      .then(setEtat)
      .catch(() => {
        if (!abort.signal.aborted) setEtat('PANNE')
      })
    return () => abort.abort()
  }, [etat])
  return [etat, (isShown) => setEtat(isShown ? 'LECTURE' : null)]
}
