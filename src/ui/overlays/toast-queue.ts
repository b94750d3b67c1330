import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast'
import type { Toast } from './toasts'

export const toastQueue = new ToastQueue<Toast>({ maxVisibleToasts: 3 })
