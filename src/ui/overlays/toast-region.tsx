'use client'

import { CircleAlert, CircleCheck, Info, X, type LucideIcon } from 'lucide-react'
import { Button as CloseButton } from 'react-aria-components/Button'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  type QueuedToast,
} from 'react-aria-components/Toast'
import { Text } from 'react-aria-components/Text'
import { buttonClasses } from '../button-classes'
import { Button } from '../button'
import { French } from '../french'
import { toastQueue } from './toast-queue'
import type { Toast } from './toasts'

const icons: Record<Toast['tone'], LucideIcon> = { success: CircleCheck, info: Info, danger: CircleAlert }
const colours: Record<Toast['tone'], string> = {
  success: 'text-success',
  info: 'text-info',
  danger: 'text-danger',
}

/** The messages themselves, newest at the bottom. Loaded by ToastOutlet. */
export function ToastRegion() {
  return (
    <French>
      <AriaToastRegion
        queue={toastQueue}
        className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-md flex-col-reverse gap-2 rounded-card outline-none terrain:bottom-24"
      >
        {({ toast }) => <ToastCard toast={toast} />}
      </AriaToastRegion>
    </French>
  )
}

function ToastCard({ toast }: { toast: QueuedToast<Toast> }) {
  const { tone, title, description, undo } = toast.content
  const Icon = icons[tone]
  return (
    <AriaToast
      toast={toast}
      className="flex animate-appear items-start gap-3 rounded-card border border-line bg-raised py-2 pr-2 pl-4 text-ink shadow-raised"
    >
      <Icon aria-hidden className={`mt-2.5 size-5 shrink-0 ${colours[tone]}`} />
      <ToastContent className="flex min-w-0 flex-1 flex-col py-2">
        <Text slot="title" className="font-semibold">
          {title}
        </Text>
        {description !== undefined && (
          <Text slot="description" className="text-sm text-soft">
            {description}
          </Text>
        )}
      </ToastContent>
      {undo !== undefined && (
        <Button
          variant="quiet"
          onPress={() => {
            undo()
            toastQueue.close(toast.key)
          }}
        >
          Annuler
        </Button>
      )}
      <CloseButton slot="close" aria-label="Fermer ce message" className={buttonClasses('quiet', true)}>
        <X aria-hidden />
      </CloseButton>
    </AriaToast>
  )
}
