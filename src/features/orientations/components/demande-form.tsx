'use client'

import { useState } from 'react'
import type { EtatAction } from '@/domain/commun/etat-action'
import { genreSchema, libellesGenre, libellesTrancheAge, trancheAgeSchema } from '@/domain/commun/profil'
import type { RechercheBesoin } from '@/domain/places/recherche'
import { echeanceSchema, libellesEcheance } from '@/domain/orientations/statuts'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { ActionForm } from '@/ui/action-form'
import { Card } from '@/ui/card'
import { Checkbox } from '@/ui/fields/checkbox'
import { DateField } from '@/ui/fields/date-field'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Select } from '@/ui/fields/select'
import { ask } from '../actions'
import type { CodeConnu, Receveur } from '../queries'
import { PersonneFields } from './personne-fields'

type DemandeFormProps = {
  /** made by the server: sending twice asks once */
  id: string
  receveurs: readonly Receveur[]
  codes: readonly CodeConnu[]
  dispositifId: string | null
  /** what was already said when looking for a place */
  besoin: RechercheBesoin
  /** today, `AAAA-MM-JJ` */
  aujourdhui: string
}

const echeances = echeanceSchema.options.map((value) => ({ value, label: libellesEcheance[value] }))
const genres = genreSchema.options.map((value) => ({ value, label: libellesGenre[value] }))
const tranches = trancheAgeSchema.options.map((value) => ({ value, label: libellesTrancheAge[value] }))
const nombres = [
  { value: '1', label: 'Une personne' },
  { value: '2', label: 'Deux personnes' },
] as const

/** Asking for a place from a desk. No name anywhere; a code only when the person agrees. */
export function DemandeForm(props: DemandeFormProps) {
  const { id, receveurs, codes, dispositifId, besoin, aujourdhui } = props
  const [sending] = useState(id)
  const [profil, setProfil] = useState<Partial<CodeConnu>>({})
  return (
    <ActionForm
      action={ask}
      hidden={{ id: sending }}
      submitLabel="Envoyer la demande"
      className="flex max-w-3xl flex-col gap-4"
    >
      {({ champs }) => (
        <>
          <Destination
            receveurs={receveurs}
            dispositifId={dispositifId}
            pourLe={besoin.pourLe}
            aujourdhui={aujourdhui}
            champs={champs}
          />
          <Card title="Pour qui">
            <PersonneFields codes={codes} onKnown={setProfil} champs={champs} />
            <div className="grid gap-4 sm:grid-cols-2">
              <Select
                key={`genre ${profil.code}`}
                name="genre"
                label="Genre"
                options={genres}
                defaultValue={profil.genre ?? besoin.genre}
                error={champs.genre?.[0]}
              />
              <Select
                key={`tranche ${profil.code}`}
                name="trancheAge"
                label="Âge"
                options={tranches}
                {...(profil.trancheAge === undefined ? {} : { defaultValue: profil.trancheAge })}
                isRequired
                error={champs.trancheAge?.[0]}
              />
            </div>
          </Card>
          <Needs champs={champs} besoin={besoin} />
        </>
      )}
    </ActionForm>
  )
}

type PartProps = { champs: EtatAction['champs'] }

type DestinationProps = PartProps &
  Pick<DemandeFormProps, 'receveurs' | 'dispositifId' | 'aujourdhui'> & { pourLe: RechercheBesoin['pourLe'] }

function Destination(props: DestinationProps) {
  const { receveurs, dispositifId, pourLe, aujourdhui, champs } = props
  const [echeance, setEcheance] = useState<(typeof echeances)[number]['value']>(
    pourLe === null ? 'CE_SOIR' : 'A_DATE',
  )
  return (
    <Card title="Où et quand">
      <Select
        name="receveurDispositifId"
        label="Demander à"
        placeholder="Toute place qui convient"
        options={receveurs.map((receveur) => ({ value: receveur.id, label: receveurWords(receveur) }))}
        {...(dispositifId === null ? {} : { defaultValue: dispositifId })}
        error={champs.receveurDispositifId?.[0]}
      />
      <SegmentedControl
        name="echeance"
        label="Quand"
        options={echeances}
        value={echeance}
        onChange={setEcheance}
      />
      {echeance === 'A_DATE' && (
        <DateField
          name="pourLe"
          label="À partir du"
          min={aujourdhui}
          {...(pourLe !== null && { defaultValue: pourLe })}
          isRequired
          error={champs.pourLe?.[0]}
        />
      )}
    </Card>
  )
}

function receveurWords({ structure, nom, departement, libres, places }: Receveur): string {
  const free =
    places === 0
      ? 'sans tableau partagé'
      : libres === 0
        ? 'complet'
        : `${libres} libre${libres > 1 ? 's' : ''}`
  return `${nameDispositif(structure, nom)} (${departement}) — ${free}`
}

function Needs({ champs, besoin }: PartProps & Pick<DemandeFormProps, 'besoin'>) {
  const [personnes, setPersonnes] = useState<'1' | '2'>(besoin.personnes === 2 ? '2' : '1')
  return (
    <Card title="Ce qu’il faut">
      <SegmentedControl
        name="personnes"
        label="Nombre"
        options={nombres}
        value={personnes}
        onChange={setPersonnes}
        error={champs.personnes?.[0]}
      />
      <div className="grid gap-x-6 sm:grid-cols-2">
        {personnes === '2' && (
          <Checkbox name="couple" value="oui" defaultSelected={besoin.couple}>
            En couple, dans le même lit
          </Checkbox>
        )}
        <Checkbox name="animaux" value="oui" defaultSelected={besoin.animaux}>
          Avec un animal
        </Checkbox>
        <Checkbox name="mobilite" value="oui" defaultSelected={besoin.mobilite}>
          De plain-pied
        </Checkbox>
        <Checkbox name="femmesSeulement" value="oui" defaultSelected={besoin.femmesSeulement}>
          Lieu réservé aux femmes
        </Checkbox>
      </div>
    </Card>
  )
}
