'use client'

import { useLayoutEffect, useState, type ReactNode } from 'react'
import { PortalHost } from './portal-host'

type ModalFrameProps = {
  labelledBy: string
  role?: 'alertdialog'
  onClose: () => void
  children: ReactNode
}

/**
 * The browser's own modal dialog: what is behind is inert, Escape closes, the focus goes back where it was.
 * It exists only while it is open, so that what was typed in it is forgotten with it. The inner panel scrolls, not the
 * dialog, so that a list opened by a field may overflow it.
 */
export function ModalFrame({ labelledBy, role, onClose, children }: ModalFrameProps) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  useLayoutEffect(() => {
    dialog?.showModal()
    return () => dialog?.close()
  }, [dialog])
  return (
    <dialog
      ref={setDialog}
      role={role}
      aria-labelledby={labelledBy}
      // Closing for a second mount (React's strict mode) also tells "close": the dialog is open again by then.
      onClose={(event) => event.currentTarget.open || onClose()}
      className="mx-auto mt-auto mb-0 max-h-dvh w-full max-w-full overflow-visible bg-transparent outline-none backdrop:bg-veil open:animate-appear sm:my-auto sm:max-w-xl"
    >
      <PortalHost value={dialog}>
        <div className="flex max-h-dvh flex-col gap-4 overflow-y-auto rounded-t-card border border-line bg-raised p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] text-ink shadow-raised sm:rounded-card sm:p-6">
          {children}
        </div>
      </PortalHost>
    </dialog>
  )
}
