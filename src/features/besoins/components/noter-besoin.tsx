'use client'

import type { RegleRecherche } from '@/domain/places/recherche'
import {
  type CauseSansReponse,
  causeSansReponseSchema,
  type KindBesoin,
  kindBesoinSchema,
  libellesBesoin,
  libellesCause,
} from '@/domain/maraudes/listes'
import { type Departement, departementSchema, libellesDepartement } from '@/domain/territoire/territoire'
import { Button } from '@/ui/button'
import type { ButtonVariant } from '@/ui/button-classes'
import { Checkbox } from '@/ui/fields/checkbox'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { logNeed } from '../actions'

type NoterBesoinProps = {
  /** made by the page: sending twice writes once */
  id: string
  depart: {
    kind: KindBesoin
    cause: CauseSansReponse
    regle: RegleRecherche | null
    departement: Departement | null
    personnes: number
    femmesSeulement: boolean
  }
  variant?: ButtonVariant
}

/** A need nobody could answer, already described: one reads it over, and writes it in the register. */
export function NoterBesoin({ id, depart, variant = 'secondary' }: NoterBesoinProps) {
  const { kind, cause, regle, departement, personnes, femmesSeulement } = depart
  return (
    <DialogForm
      title="Noter un besoin sans réponse"
      renderTrigger={(open) => (
        <Button variant={variant} onPress={open}>
          Noter sans réponse
        </Button>
      )}
      action={logNeed}
      hidden={{ id, ...(regle !== null && { regle }) }}
      submitLabel="Noter au registre"
    >
      {({ champs }) => (
        <>
          <p className="text-soft">
            Ce qui manquait, où et pourquoi. Jamais pour qui : rien de la personne n’est gardé.
          </p>
          {regle === null ? (
            <Select
              name="kind"
              label="Besoin"
              options={kinds}
              defaultValue={kind}
              isRequired
              error={champs.kind?.[0]}
            />
          ) : (
            <input type="hidden" name="kind" value={kind} />
          )}
          <Select
            name="departement"
            label="Où"
            options={departements}
            {...(departement !== null && { defaultValue: departement })}
            isRequired
            error={champs.departement?.[0]}
          />
          <Select
            name="cause"
            label="Cause"
            options={causes}
            defaultValue={cause}
            isRequired
            error={champs.cause?.[0]}
          />
          <Select
            name="personnes"
            label="Personnes"
            options={counts}
            defaultValue={String(personnes)}
            isRequired
            error={champs.personnes?.[0]}
          />
          <Checkbox name="femmesSeulement" value="oui" defaultSelected={femmesSeulement}>
            Un lieu pour femmes seulement était souhaité
          </Checkbox>
        </>
      )}
    </DialogForm>
  )
}

const kinds = kindBesoinSchema.options.map((value) => ({ value, label: libellesBesoin[value] }))
const causes = causeSansReponseSchema.options.map((value) => ({ value, label: libellesCause[value] }))
const departements = departementSchema.options.map((value) => ({ value, label: libellesDepartement[value] }))
const counts = Array.from({ length: 20 }, (_, index) => ({
  value: String(index + 1),
  label: String(index + 1),
}))
