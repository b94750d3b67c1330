/** The box of anything one writes in or opens. */
export const boxClasses =
  'min-h-control w-full rounded-control border border-edge bg-surface text-base text-ink terrain:text-lg disabled:opacity-60 aria-invalid:border-danger aria-invalid:ring-1 aria-invalid:ring-danger data-disabled:opacity-60 data-invalid:border-danger data-invalid:ring-1 data-invalid:ring-danger'

export const inputClasses = `${boxClasses} px-3 py-1.5 placeholder:text-soft`

export const fieldClasses = 'flex min-w-0 flex-col gap-1'
