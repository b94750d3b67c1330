'use client'

import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Button } from '../button'
import { ModalFrame } from './modal-frame'
import { useDisclosed, type DisclosedProps } from './use-disclosed'

type DialogProps = DisclosedProps & {
  title: string
  /** The Button that opens it; none when `isOpen` is held outside. */
  renderTrigger?: (open: () => void) => ReactNode
  children: (close: () => void) => ReactNode
}

/** A task on top of the page. Escape and the cross close it; on a narrow screen it rises from the bottom. */
export function Dialog({ title, renderTrigger, children, ...props }: DialogProps) {
  const { isOpen, open, close } = useDisclosed(props)
  const id = useId()
  return (
    <>
      {renderTrigger?.(open)}
      {isOpen && (
        <ModalFrame labelledBy={id} onClose={close}>
          <div className="flex items-start justify-between gap-4">
            <h2 id={id} className="pt-1.5 text-xl font-bold">
              {title}
            </h2>
            <Button variant="quiet" iconOnly aria-label="Fermer" onPress={close} className="-mt-1 -mr-2">
              <X aria-hidden />
            </Button>
          </div>
          {children(close)}
        </ModalFrame>
      )}
    </>
  )
}
