'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from '../button'
import { dialogClasses, modalClasses, veilClasses } from './dialog-classes'

type DialogProps = {
  title: string
  /** A Button that opens it; none when `isOpen` is held outside. */
  trigger?: ReactNode
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: (close: () => void) => ReactNode
}

/** A task on top of the page. Escape and the cross close it; on a narrow screen it rises from the bottom. */
export function Dialog({ title, trigger, children, ...state }: DialogProps) {
  return (
    <DialogTrigger {...state}>
      {trigger}
      <ModalOverlay isDismissable className={veilClasses}>
        <Modal className={modalClasses}>
          <AriaDialog className={dialogClasses}>
            {({ close }) => (
              <>
                <div className="flex items-start justify-between gap-4">
                  <Heading slot="title" className="pt-1.5 text-xl font-bold">
                    {title}
                  </Heading>
                  <Button slot="close" variant="quiet" iconOnly aria-label="Fermer" className="-mt-1 -mr-2">
                    <X aria-hidden />
                  </Button>
                </div>
                {children(close)}
              </>
            )}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
