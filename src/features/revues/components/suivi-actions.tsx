'use client'

import { acquisSchema } from '@/domain/places/place'
import {
  libellesAxe,
  libellesNiveau,
  libellesSuiteRevue,
  niveaux,
  suiteRevueSchema,
} from '@/domain/parcours/suivi-sejour'
import { Button } from '@/ui/button'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { observe, review } from '../actions'

type SuiviActionsProps = {
  occupationId: string
  /** which stay, in words, for who hears the buttons */
  libelle: string
}

const suites = suiteRevueSchema.options.map((value) => ({ value, label: libellesSuiteRevue[value] }))
const levels = niveaux.map((niveau) => ({ value: String(niveau), label: libellesNiveau[niveau] }))

/** During a stay: a review held today, and what the team sees since the arrival. */
export function SuiviActions({ occupationId, libelle }: SuiviActionsProps) {
  return (
    <span data-no-print className="contents">
      <DialogForm
        title={`Point d’étape · ${libelle}`}
        renderTrigger={(open) => (
          <Button onPress={open} aria-label={`Point d’étape : ${libelle}`}>
            Point d’étape
          </Button>
        )}
        action={review}
        hidden={{ occupationId }}
        submitLabel="Noter le point d’étape"
      >
        {({ champs }) => (
          <Select
            name="suite"
            label="Ce qui est décidé ensemble"
            options={suites}
            isRequired
            error={champs.suite?.[0]}
          />
        )}
      </DialogForm>
      <DialogForm
        title={`Ce qui change depuis l’arrivée · ${libelle}`}
        renderTrigger={(open) => (
          <Button onPress={open} aria-label={`Ce qui change : ${libelle}`}>
            Ce qui change
          </Button>
        )}
        action={observe}
        hidden={{ occupationId }}
        submitLabel="Noter"
      >
        {({ champs }) => (
          <>
            <p className="text-soft">
              Ce que l’équipe a vu, rien d’obligatoire. Laissez vide ce que vous ne savez pas.
            </p>
            <div className="grid gap-3 sm:grid-cols-2">
              {acquisSchema.options.map((axe) => (
                <Select
                  key={axe}
                  name={axe}
                  label={libellesAxe[axe]}
                  placeholder="Non dit"
                  options={levels}
                  error={champs[axe]?.[0]}
                />
              ))}
            </div>
          </>
        )}
      </DialogForm>
    </span>
  )
}
