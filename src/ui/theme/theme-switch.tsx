'use client'

import { SunMoon } from 'lucide-react'
import { useId } from 'react'
import { buttonClasses } from '../button-classes'
import { CONTRAST_KEY, THEME_KEY } from './appearance'
import { useStoredChoice } from './use-stored-choice'

type ChoiceProps = {
  title: string
  storageKey: string
  choices: readonly { value?: string; label: string }[]
}

/** Without a value the device decides, and nothing is kept. */
const themes = [
  { label: 'Comme l’appareil' },
  { value: 'clair', label: 'Clair' },
  { value: 'sombre', label: 'Sombre' },
]
const contrasts = [{ label: 'Comme l’appareil' }, { value: 'fort', label: 'Renforcé' }]

function Choice({ title, storageKey, choices }: ChoiceProps) {
  const [chosen, choose] = useStoredChoice(storageKey)
  return (
    <fieldset>
      <legend className="px-2 pb-1 text-sm font-semibold text-soft">{title}</legend>
      {choices.map(({ value, label }) => (
        <label
          key={label}
          className="flex min-h-control cursor-pointer items-center gap-2.5 rounded-sm px-2 hover:bg-accent-soft"
        >
          <input
            type="radio"
            name={storageKey}
            checked={chosen === value}
            onChange={() => choose(value)}
            className="size-4 accent-accent"
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

type ThemeSwitchProps = {
  /** The corner of the screen where the button stands: the choices open there. */
  corner: 'top-right' | 'bottom-left'
}

/** Theme and contrast of this device. The browser's own popover: it is on every page, and must weigh nothing. */
export function ThemeSwitch({ corner }: ThemeSwitchProps) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label="Apparence : thème et contraste"
        className={buttonClasses('quiet', true)}
      >
        <SunMoon aria-hidden />
      </button>
      <dialog
        id={id}
        popover="auto"
        aria-label="Apparence"
        className={`fixed w-56 flex-col gap-3 rounded-card border border-line bg-raised p-3 text-ink shadow-raised open:flex ${corners[corner]}`}
      >
        <Choice title="Thème" storageKey={THEME_KEY} choices={themes} />
        <Choice title="Contraste" storageKey={CONTRAST_KEY} choices={contrasts} />
      </dialog>
    </>
  )
}

const corners: Record<ThemeSwitchProps['corner'], string> = {
  'top-right': 'inset-[4.5rem_1rem_auto_auto]',
  'bottom-left': 'inset-[auto_1rem_4.5rem_auto] bureau:inset-[auto_auto_4.5rem_1rem]',
}
