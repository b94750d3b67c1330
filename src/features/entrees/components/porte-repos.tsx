'use client'

import { DoorClosed, LogIn, LogOut } from 'lucide-react'
import type { PassageVisible } from '../queries'
import { ActionForm } from '@/ui/action-form'
import { TextField } from '@/ui/fields/text-field'
import { pass, strike } from '../actions'

const gestes = [
  { kind: 'ENTREE', label: 'Noter l’entrée', titre: 'Entrée', icon: LogIn, variant: 'primary' },
  { kind: 'SORTIE', label: 'Noter la sortie', titre: 'Sortie', icon: LogOut, variant: 'secondary' },
  {
    kind: 'REFUS',
    label: 'Noter le refus',
    titre: 'Refus faute de place',
    icon: DoorClosed,
    variant: 'secondary',
  },
] as const

/** The three acts at the door, each with how many came together. Never who. */
export function PorteRepos({ dispositifId }: { dispositifId: string }) {
  return (
    <div className="grid gap-4 md:grid-cols-3">
      {gestes.map(({ kind, label, titre, icon: Icon, variant }) => (
        <section
          key={kind}
          aria-label={titre}
          className="rounded-card border border-line bg-surface p-4 shadow-card"
        >
          <h2 className="mb-2 flex items-center gap-2 font-semibold">
            <Icon aria-hidden className="size-5 text-soft" />
            {titre}
          </h2>
          <ActionForm action={pass} hidden={{ dispositifId, kind }} submitLabel={label} variant={variant}>
            {({ champs }) => (
              <div className="grid grid-cols-2 gap-3">
                <TextField
                  name="personnes"
                  type="number"
                  min={1}
                  max={50}
                  label="Personnes"
                  defaultValue={1}
                  error={champs.personnes?.[0]}
                />
                <TextField
                  name="femmes"
                  type="number"
                  min={0}
                  max={50}
                  label="Dont femmes"
                  defaultValue={0}
                  error={champs.femmes?.[0]}
                />
              </div>
            )}
          </ActionForm>
        </section>
      ))}
    </div>
  )
}

/** Strikes out a line noted by mistake, the same day. */
export function StrikePassage({ id }: Pick<PassageVisible, 'id'>) {
  return (
    <ActionForm
      action={strike}
      hidden={{ entreeId: id }}
      submitLabel="Barrer"
      variant="quiet"
      className="contents"
    />
  )
}
