export const popoverClasses =
  'min-w-48 overflow-auto rounded-control border border-line bg-raised p-1 text-ink shadow-raised data-entering:animate-appear'

export const menuItemClasses =
  'group flex min-h-control cursor-pointer items-center gap-2.5 rounded-sm px-3 py-1.5 text-base text-ink outline-none data-disabled:opacity-50 data-focused:bg-accent-soft [&_svg]:size-4 [&_svg]:shrink-0'
