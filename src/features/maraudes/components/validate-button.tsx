'use client'

import { useActionState } from 'react'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { reopen, validate } from '../actions'

/** Validates a closed round; a refusal says why and that nothing was changed. */
export function ValidateButton({ id }: { id: string }) {
  const [{ refus }, submit, isPending] = useActionState(validate, { refus: null })
  return (
    <form action={submit} className="flex flex-col gap-2">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" variant="primary" isPending={isPending}>
        Valider la maraude
      </Button>
      {refus !== null && <Banner tone="danger" title={refus} kept="Rien n’a été changé." />}
    </form>
  )
}

/** Takes a validation back, so that what arrived late can be decided. */
export function ReopenButton({ id }: { id: string }) {
  const [{ refus }, submit, isPending] = useActionState(reopen, { refus: null })
  return (
    <form action={submit} className="flex flex-col gap-2">
      <input type="hidden" name="id" value={id} />
      <Button type="submit" isPending={isPending}>
        Rouvrir
      </Button>
      {refus !== null && <Banner tone="danger" title={refus} kept="Rien n’a été changé." />}
    </form>
  )
}
