'use client'

import { ActionForm } from '@/ui/action-form'
import { Card } from '@/ui/card'
import { CodeField } from '@/ui/fields/code-field'
import { TextAreaField } from '@/ui/fields/text-area-field'
import { open } from '../actions'

/** A code and a reason: what is asked before three hours of access. What will be seen, and by whom, is said first. */
export function OuvrirAcces() {
  return (
    <Card title="Une personne trouvée mal, que suit une autre structure">
      <p>
        Avec le code qu’elle porte ou donne, vous saurez <strong>qui appeler</strong> pendant trois heures :
        la structure qui porte son suivi, celle qui l’a adressée, celle qui l’attend ou l’accueille. Rien
        d’autre de sa demande ne se montre.
      </p>
      <p className="text-soft">
        Votre motif est gardé. Les deux structures le lisent, avec le nom de votre association. Cinq codes par
        jour au plus. Un danger immédiat, c’est le 15 d’abord.
      </p>
      <ActionForm action={open} submitLabel="Voir qui appeler" variant="primary">
        {({ champs }) => (
          <>
            <CodeField label="Son code" isRequired error={champs.code?.[0]} />
            <TextAreaField
              name="motif"
              label="Ce qui se passe"
              description="Sans nom ni numéro : « Trouvée inconsciente porte de la Chapelle, secours appelés »"
              rows={3}
              maxLength={300}
              isRequired
              error={champs.motif?.[0]}
            />
          </>
        )}
      </ActionForm>
    </Card>
  )
}
