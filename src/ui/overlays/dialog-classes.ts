export const veilClasses =
  'fixed inset-0 z-40 flex items-end justify-center overflow-y-auto bg-veil data-entering:animate-appear sm:items-center sm:p-6'

export const modalClasses =
  'max-h-full w-full overflow-y-auto rounded-t-card border border-line bg-raised text-ink shadow-raised sm:max-w-xl sm:rounded-card'

export const dialogClasses =
  'flex flex-col gap-4 p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] outline-none sm:p-6'
