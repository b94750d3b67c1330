/** Shared by Button (pressed) and LinkButton (followed), which must look the same. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const base =
  'inline-flex min-h-control cursor-pointer items-center justify-center gap-2 rounded-control border px-4 text-center text-base font-semibold no-underline transition-colors select-none terrain:px-5 terrain:text-lg disabled:cursor-not-allowed disabled:opacity-60 data-pending:cursor-progress [&_svg]:size-5 [&_svg]:shrink-0'

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong active:bg-accent-strong',
  secondary: 'border-edge bg-surface text-ink hover:bg-sunken active:bg-accent-soft',
  quiet: 'border-transparent bg-transparent text-accent hover:bg-accent-soft active:bg-accent-soft',
  danger:
    'border-danger-solid bg-danger-solid text-on-danger hover:border-danger-strong hover:bg-danger-strong',
}

/** Classes of a button; `iconOnly` makes it square. */
export function buttonClasses(variant: ButtonVariant, iconOnly = false): string {
  return `${base} ${variants[variant]} ${iconOnly ? 'min-w-control px-0 terrain:px-0' : ''}`
}
