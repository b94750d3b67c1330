'use client'

import { useEffect, useRef } from 'react'
import { Banner } from '@/ui/banner'

/** Somebody says to be under 18: no file, no request, but who to call. No number is written that was not verified. */
export function MinorPath() {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }, [])
  return (
    <div ref={ref} className="scroll-mt-32">
      <Banner
        tone="info"
        title="Une personne mineure : on compte, on ne crée aucun dossier, aucune demande de place"
        kept="L’âge est celui qu’elle déclare ; on ne demande aucun papier."
        nextStep={
          <>
            <p>Qui prévenir, avec son accord quand c’est possible :</p>
            <ul className="list-disc pl-5">
              <li>à Paris, l’aide sociale à l’enfance (ASE) de Paris ;</li>
              <li>en Seine-Saint-Denis, l’aide sociale à l’enfance (ASE) du département ;</li>
              <li>l’UASA, qui a des équipes et des liens avec l’ASE ;</li>
              <li>Hors la rue, pour une personne mineure étrangère.</li>
            </ul>
            <p>En danger immédiat : les urgences, comme pour tout le monde.</p>
          </>
        }
      />
    </div>
  )
}
