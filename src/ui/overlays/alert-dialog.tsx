'use client'

import type { ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from '../button'
import { dialogClasses, modalClasses, veilClasses } from './dialog-classes'

type AlertDialogProps = {
  /** The question, with its verb: « Fermer ce dispositif ? » */
  title: string
  /** What will be lost, in one or two sentences. */
  children: ReactNode
  confirmLabel: string
  onConfirm: () => void
  cancelLabel?: string
  isDangerous?: boolean
  trigger?: ReactNode
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

/** Asked only when something is lost; elsewhere, do it and offer to undo. */
export function AlertDialog(props: AlertDialogProps) {
  const {
    title,
    children,
    confirmLabel,
    onConfirm,
    cancelLabel = 'Annuler',
    isDangerous = true,
    trigger,
    ...state
  } = props
  return (
    <DialogTrigger {...state}>
      {trigger}
      <ModalOverlay className={veilClasses}>
        <Modal className={modalClasses}>
          <AriaDialog role="alertdialog" className={dialogClasses}>
            <Heading slot="title" className="text-xl font-bold">
              {title}
            </Heading>
            <div>{children}</div>
            <div className="flex flex-wrap justify-end gap-3 terrain:*:flex-1">
              <Button slot="close">{cancelLabel}</Button>
              <Button slot="close" variant={isDangerous ? 'danger' : 'primary'} onPress={onConfirm}>
                {confirmLabel}
              </Button>
            </div>
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
