'use client'

import type { ComponentProps } from 'react'
import { ActionForm } from '../action-form'
import { Button } from '../button'
import { Dialog } from './dialog'

type DialogFormProps = Required<Pick<ComponentProps<typeof Dialog>, 'title' | 'renderTrigger'>> &
  Omit<ComponentProps<typeof ActionForm>, 'onDone' | 'secondary'>

/** A form on top of the page that one action answers: given up by « Annuler », closed once it is done. */
export function DialogForm({ title, renderTrigger, ...form }: DialogFormProps) {
  return (
    <Dialog title={title} renderTrigger={renderTrigger}>
      {(close) => (
        <ActionForm {...form} onDone={close} secondary={<Button onPress={close}>Annuler</Button>} />
      )}
    </Dialog>
  )
}
