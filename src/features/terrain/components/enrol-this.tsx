'use client'

import { EnrolmentScreen } from '@/features/appareils/components/enrolment-screen'
import { noteEnrolment } from '@/offline/device-number'
import { go } from './terrain-router'

/** Makes this tablet one of the organisation's, then shows its home. */
export default function EnrolThis() {
  return (
    <>
      <h1 className="text-2xl font-bold">Enrôler cette tablette</h1>
      <EnrolmentScreen
        onEnrolled={(appareil) => void noteEnrolment(appareil).then(() => go('/terrain', {}, true))}
      />
    </>
  )
}
