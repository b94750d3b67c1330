'use client'

import { plural } from '@/domain/commun/format'
import {
  libellesServiceMineurs,
  type ServiceMineurs,
  serviceMineursSchema,
  usagesServiceMineurs,
} from '@/domain/parcours/mineurs'
import { ActionForm } from '@/ui/action-form'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { CodeField } from '@/ui/fields/code-field'
import { Select } from '@/ui/fields/select'
import { DialogForm } from '@/ui/overlays/dialog-form'
import { count, recognise } from '../actions'

type ParcoursMineurProps = { comptes: readonly { service: ServiceMineurs; nombre: number | null }[] }

const services = serviceMineursSchema.options.map((value) => ({
  value,
  label: libellesServiceMineurs[value],
}))

/** What one does when somebody says, or turns out, to be under 18: whom to call, and nothing kept but a count. */
export function ParcoursMineur({ comptes }: ParcoursMineurProps) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2 xl:grid-rows-[auto_1fr]">
      <Card title="1. Rester, sans rien enregistrer">
        <p>
          L’âge est celui que la personne dit ; on ne demande aucun papier. Aucun code, aucune demande de
          place : Maillage les refuse. Un danger immédiat, ce sont les secours, comme pour tout le monde.
        </p>
      </Card>
      <Card
        className="xl:row-span-2"
        title="2. Appeler qui peut l’accueillir"
        note="Avec son accord quand c’est possible"
      >
        <ul className="divide-y divide-line">
          {serviceMineursSchema.options.map((service) => (
            <li key={service} className="flex flex-wrap items-center justify-between gap-3 py-2.5 *:my-0!">
              <span className="min-w-0 flex-1">
                <span className="font-semibold">{libellesServiceMineurs[service]}</span>
                <span className="block text-sm text-soft">{usagesServiceMineurs[service]}</span>
                <Counted nombre={comptes.find((each) => each.service === service)?.nombre} />
              </span>
              <ActionForm
                action={count}
                hidden={{ service }}
                submitLabel="Adressée, compter"
                variant="secondary"
                className="contents"
              />
            </li>
          ))}
        </ul>
      </Card>
      <Card title="3. Si vous la suiviez déjà" actions={<Recognised />}>
        <p className="text-soft">
          Ses demandes de place ouvertes sont retirées, ce qui était tenu se libère, son code disparaît de vos
          listes. Un séjour en cours se termine d’abord, avec le service qui prend le relais : personne n’est
          mis dehors ce soir.
        </p>
      </Card>
    </div>
  )
}

function Counted({ nombre }: { nombre: number | null | undefined }) {
  if (nombre === undefined) return null
  return (
    <span className="block text-sm text-soft">
      {nombre === null ? 'Quelques fois' : plural(nombre, 'fois', 'fois')} en quatre-vingt-dix jours
    </span>
  )
}

function Recognised() {
  return (
    <DialogForm
      title="Une personne suivie est mineure"
      renderTrigger={(open) => <Button onPress={open}>Elle était suivie</Button>}
      action={recognise}
      submitLabel="Retirer et compter"
      variant="danger"
    >
      {({ champs }) => (
        <>
          <CodeField label="Son code" isRequired error={champs.code?.[0]} />
          <Select
            name="service"
            label="Adressée à"
            options={services}
            isRequired
            error={champs.service?.[0]}
          />
        </>
      )}
    </DialogForm>
  )
}
