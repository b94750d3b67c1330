'use client'

import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Button } from '../button'
import type { ButtonVariant } from '../button-classes'
import { menuItemClasses, popoverClasses } from './menu-classes'

type MenuAction = {
  id: string
  label: string
  icon?: ReactNode
  isDisabled?: boolean
  isDangerous?: boolean
  onAction: () => void
}

type MenuButtonProps = {
  /** Said by the button, and shown unless `iconOnly`. */
  label: string
  actions: readonly MenuAction[]
  variant?: ButtonVariant
  iconOnly?: boolean
}

/** Less frequent actions, behind one button. */
export function MenuButton({ label, actions, variant = 'quiet', iconOnly = false }: MenuButtonProps) {
  return (
    <MenuTrigger>
      <Button variant={variant} iconOnly={iconOnly} aria-label={label}>
        {!iconOnly && label}
        <Ellipsis aria-hidden />
      </Button>
      <Popover className={popoverClasses} placement="bottom end">
        <Menu aria-label={label} className="outline-none">
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              isDisabled={action.isDisabled ?? false}
              onAction={action.onAction}
              className={`${menuItemClasses} ${action.isDangerous ? 'text-danger' : ''}`}
            >
              {action.icon}
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
