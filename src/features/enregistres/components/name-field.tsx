'use client'

import type { EtatAction } from '@/domain/commun/etat-action'
import { TextField } from '@/ui/fields/text-field'

type NameFieldProps = { nom: string; etat: EtatAction; description?: string }

/** The name that a report is kept under. */
export function NameField({ nom, etat: { champs }, description }: NameFieldProps) {
  return (
    <TextField
      name="nom"
      label="Nom du rapport"
      {...(description !== undefined && { description })}
      defaultValue={nom}
      maxLength={80}
      isRequired
      error={champs['nom']?.[0]}
    />
  )
}
