'use client'

import { useActionState } from 'react'
import { formatTime } from '@/domain/commun/format'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/fields/text-field'
import { FormActions } from '@/ui/form-actions'
import { Dialog } from '@/ui/overlays/dialog'
import { enrol, type EtatEnrolement } from '../actions'

const before: EtatEnrolement = { montre: null, refus: null }

/** Makes a code and shows it once, to be photographed or typed on the tablet. */
export function EnrolTablet() {
  return (
    <Dialog
      title="Enrôler une tablette"
      renderTrigger={(open) => (
        <Button variant="primary" onPress={open}>
          Enrôler une tablette
        </Button>
      )}
    >
      {(close) => <Enrolment onClose={close} />}
    </Dialog>
  )
}

function Enrolment({ onClose }: { onClose: () => void }) {
  const [{ montre, refus }, submit, isPending] = useActionState(enrol, before)
  if (montre !== null) {
    return (
      <div className="flex flex-col gap-4">
        <p>
          Sur la tablette « {montre.libelle} », photographiez ce dessin, ou ouvrez{' '}
          <strong>/terrain/enrolement</strong> et tapez le code.
        </p>
        <svg
          role="img"
          aria-label="Le code, à photographier avec la tablette"
          viewBox={`0 0 ${montre.qr.size} ${montre.qr.size}`}
          className="mx-auto w-full max-w-64 rounded-card"
          shapeRendering="crispEdges"
        >
          <path d={`M0 0h${montre.qr.size}v${montre.qr.size}H0z`} fill="white" />
          <path d={montre.qr.path} fill="black" />
        </svg>
        <output className="font-mono text-3xl text-center font-bold tracking-widest">{montre.code}</output>
        <p className="text-center text-soft">
          Une seule fois, jusqu’à {formatTime(new Date(montre.expireLe))}. Il ne sera plus montré.
        </p>
        <FormActions>
          <Button onPress={onClose}>Fermer</Button>
        </FormActions>
      </div>
    )
  }
  return (
    <form action={submit} className="flex flex-col gap-4">
      {refus !== null && <Banner tone="danger" title={refus} kept="Aucun code n’a été fait." />}
      <TextField
        name="libelle"
        label="Nom de la tablette"
        description="Celui écrit à son dos, par exemple « Tablette 3 ». Jamais le nom de quelqu’un."
        isRequired
        maxLength={80}
        autoComplete="off"
      />
      <FormActions>
        <Button type="submit" variant="primary" isPending={isPending}>
          Faire le code
        </Button>
        <Button onPress={onClose}>Annuler</Button>
      </FormActions>
    </form>
  )
}
