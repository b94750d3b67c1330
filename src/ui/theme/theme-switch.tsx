'use client'

import { SunMoon } from 'lucide-react'
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Header } from 'react-aria-components/Header'
import { Popover } from 'react-aria-components/Popover'
import { Button } from '../button'
import { menuItemClasses, menuTitleClasses, popoverClasses } from '../overlays/menu-classes'
import { SelectedMark } from '../overlays/selected-mark'
import { CONTRAST_KEY, THEME_KEY } from './appearance'
import { useStoredChoice } from './use-stored-choice'

/** The first of each keeps nothing: the device decides. Keys are unique across the menu. */
const themes = [
  { id: 'theme-appareil', label: 'Comme l’appareil' },
  { id: 'clair', label: 'Clair' },
  { id: 'sombre', label: 'Sombre' },
] as const
const contrasts = [
  { id: 'contraste-appareil', label: 'Comme l’appareil' },
  { id: 'fort', label: 'Renforcé' },
] as const

type ChoiceProps = { title: string; storageKey: string; choices: typeof themes | typeof contrasts }

function Choice({ title, storageKey, choices }: ChoiceProps) {
  const byDevice = choices[0].id
  const [choice = byDevice, choose] = useStoredChoice(storageKey)
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[choice]}
      onSelectionChange={(keys) => {
        const chosen = choices.find(({ id }) => keys !== 'all' && keys.has(id))
        choose(chosen === undefined || chosen.id === byDevice ? undefined : chosen.id)
      }}
    >
      <Header className={menuTitleClasses}>{title}</Header>
      {choices.map(({ id, label }) => (
        <MenuItem key={id} id={id} textValue={label} className={menuItemClasses}>
          <SelectedMark />
          {label}
        </MenuItem>
      ))}
    </MenuSection>
  )
}

/** Theme and contrast of this device. */
export function ThemeSwitch() {
  return (
    <MenuTrigger>
      <Button variant="quiet" iconOnly aria-label="Apparence : thème et contraste">
        <SunMoon aria-hidden />
      </Button>
      <Popover className={popoverClasses} placement="bottom end">
        <Menu shouldCloseOnSelect={false} aria-label="Apparence" className="outline-none">
          <Choice title="Thème" storageKey={THEME_KEY} choices={themes} />
          <Choice title="Contraste" storageKey={CONTRAST_KEY} choices={contrasts} />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
