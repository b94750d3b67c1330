'use client'

import { type ChangeEvent, useId, useState } from 'react'
import { useRouter } from 'next/navigation'
import { plural } from '@/domain/commun/format'
import { bilanSecoursSchema, type BilanSecours } from '@/domain/appareils/secours'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { inputClasses } from '@/ui/fields/input-classes'
import { Dialog } from '@/ui/overlays/dialog'

type Answer = { bilan: BilanSecours } | { refus: string }

/** Brings the rescue file of a tablet that cannot send any more, and says what became of each act. */
export function ImportRescue() {
  return (
    <Dialog
      title="Importer un fichier de secours"
      renderTrigger={(open) => <Button onPress={open}>Importer un fichier de secours</Button>}
    >
      {(close) => <Import onClose={close} />}
    </Dialog>
  )
}

function Import({ onClose }: { onClose: () => void }) {
  const id = useId()
  const router = useRouter()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [isPending, setIsPending] = useState(false)

  async function bring(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? []
    if (file === undefined) return
    setIsPending(true)
    setAnswer(await send(file))
    setIsPending(false)
    router.refresh()
  }

  return (
    <div className="flex flex-col gap-4">
      <p>
        Il se fait sur la tablette, écran Envois. Il est scellé : seul ce serveur l’ouvre. L’importer deux
        fois ne compte rien deux fois.
      </p>
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="font-semibold">
          Fichier « maillage-secours-….json »
        </label>
        <input
          id={id}
          type="file"
          accept="application/json,.json"
          disabled={isPending}
          onChange={(event) => void bring(event)}
          className={inputClasses}
        />
      </div>
      <output>{isPending ? 'Lecture du fichier…' : answer !== null && <Report answer={answer} />}</output>
      <Button onPress={onClose}>Fermer</Button>
    </div>
  )
}

function Report({ answer }: { answer: Answer }) {
  if ('refus' in answer)
    return (
      <Banner tone="danger" title={answer.refus} kept="Le fichier reste le vôtre : rien n’en est effacé." />
    )
  const { total, recus, dejaRecus, quarantaine, illisibles, restants } = answer.bilan
  if (restants > 0)
    return (
      <Banner
        tone="danger"
        title={`${plural(restants, 'fait n’est pas encore reçu', 'faits ne sont pas encore reçus')} sur ${total}`}
        kept="Gardez le fichier : ce qui est arrivé ne sera pas compté deux fois."
        nextStep="Importez-le de nouveau dans un moment."
      />
    )
  return (
    <Banner
      tone={illisibles > 0 || quarantaine > 0 ? 'warning' : 'success'}
      title={`${plural(total, 'fait lu', 'faits lus')} dans le fichier`}
      kept={[
        plural(recus, 'nouveau', 'nouveaux'),
        plural(dejaRecus, 'déjà reçu', 'déjà reçus'),
        plural(quarantaine, 'en quarantaine', 'en quarantaine'),
        plural(illisibles, 'illisible, gardé tel quel', 'illisibles, gardés tels quels'),
      ].join(', ')}
    />
  )
}

const NO_ANSWER = 'Pas de réponse du serveur : recommencez, rien n’est doublé.'

async function send(file: File): Promise<Answer> {
  try {
    const response = await fetch('/api/sync/secours', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: file,
    })
    const body: unknown = await response.json()
    const bilan = bilanSecoursSchema.safeParse(body)
    if (response.ok && bilan.success) return { bilan: bilan.data }
    const erreur = body !== null && typeof body === 'object' && 'erreur' in body ? body.erreur : null
    return { refus: typeof erreur === 'string' ? erreur : NO_ANSWER }
  } catch {
    return { refus: NO_ANSWER }
  }
}
