import { Check } from 'lucide-react'

/** The drawn box of a checkbox; its input, just before it, is the `peer`. */
export function CheckMark() {
  return (
    <span
      aria-hidden
      className="flex size-5 shrink-0 items-center justify-center rounded-sm border-2 border-edge bg-surface text-transparent outline-offset-2 peer-checked:border-accent peer-checked:bg-accent peer-checked:text-on-accent peer-focus-visible:outline-3 peer-focus-visible:outline-accent terrain:size-7"
    >
      <Check className="size-4 terrain:size-5" strokeWidth={3} />
    </span>
  )
}
