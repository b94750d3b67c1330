'use client'

import { useId, type ReactNode } from 'react'
import { Button } from '../button'
import { ModalFrame } from './modal-frame'
import { useDisclosed, type DisclosedProps } from './use-disclosed'

type AlertDialogProps = DisclosedProps & {
  /** The question, with its verb: « Fermer ce dispositif ? » */
  title: string
  /** What will be lost, in one or two sentences. */
  children: ReactNode
  confirmLabel: string
  onConfirm: () => unknown
  cancelLabel?: string
  isDangerous?: boolean
  /** The Button that opens it; none when `isOpen` is held outside. */
  renderTrigger?: (open: () => void) => ReactNode
}

/** Asked only when something is lost; elsewhere, do it and offer to undo. The focus starts on what loses nothing. */
export function AlertDialog(props: AlertDialogProps) {
  const {
    title,
    children,
    confirmLabel,
    onConfirm,
    cancelLabel = 'Annuler',
    isDangerous = true,
    renderTrigger,
  } = props
  const { isOpen, open, close } = useDisclosed(props)
  const id = useId()
  function confirm() {
    close()
    onConfirm()
  }
  return (
    <>
      {renderTrigger?.(open)}
      {isOpen && (
        <ModalFrame role="alertdialog" labelledBy={id} onClose={close}>
          <h2 id={id} className="text-xl font-bold">
            {title}
          </h2>
          <div>{children}</div>
          <div className="flex flex-wrap justify-end gap-3 terrain:*:flex-1">
            <Button onPress={close}>{cancelLabel}</Button>
            <Button variant={isDangerous ? 'danger' : 'primary'} onPress={confirm}>
              {confirmLabel}
            </Button>
          </div>
        </ModalFrame>
      )}
    </>
  )
}
