'use client'

import { acquisSchema } from '@/domain/places/place'
import {
  libellesAxe,
  libellesNiveau,
  libellesSuiteRevue,
  niveaux,
  suiteRevueSchema,
} from '@/domain/parcours/suivi-sejour'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Select } from '@/ui/fields/select'
import { Dialog } from '@/ui/overlays/dialog'
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
      <Dialog
        title={`Point d’étape · ${libelle}`}
        renderTrigger={(open) => (
          <Button onPress={open} aria-label={`Point d’étape : ${libelle}`}>
            Point d’étape
          </Button>
        )}
      >
        {(close) => (
          <ActionForm
            action={review}
            hidden={{ occupationId }}
            submitLabel="Noter le point d’étape"
            onDone={close}
            secondary={<Button onPress={close}>Annuler</Button>}
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
          </ActionForm>
        )}
      </Dialog>
      <Dialog
        title={`Ce qui change depuis l’arrivée · ${libelle}`}
        renderTrigger={(open) => (
          <Button onPress={open} aria-label={`Ce qui change : ${libelle}`}>
            Ce qui change
          </Button>
        )}
      >
        {(close) => (
          <ActionForm
            action={observe}
            hidden={{ occupationId }}
            submitLabel="Noter"
            onDone={close}
            secondary={<Button onPress={close}>Annuler</Button>}
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
          </ActionForm>
        )}
      </Dialog>
    </span>
  )
}
