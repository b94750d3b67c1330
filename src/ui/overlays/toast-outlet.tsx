'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'
import { hasAnyToast, subscribeToFirstToast } from './toasts'

const ToastRegion = lazy(() => import('./toast-region').then((module) => ({ default: module.ToastRegion })))

/** One per document: where notify() speaks. */
export function ToastOutlet() {
  const isNeeded = useSyncExternalStore(subscribeToFirstToast, hasAnyToast, () => false)
  return <Suspense>{isNeeded && <ToastRegion />}</Suspense>
}
