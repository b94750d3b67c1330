'use client'

import { useState } from 'react'
import { formatShortDateTime, formatTime, lowerFirst } from '@/domain/commun/format'
import { libellesMotifRefus, motifRefusSchema } from '@/domain/orientations/motifs'
import { libellesStatutPlace, type StatutPlace } from '@/domain/places/disponibilite'
import { phrasesEligibilite, type RegleEligibilite } from '@/domain/places/convient'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { ActionForm } from '@/ui/action-form'
import { Banner } from '@/ui/banner'
import { Card } from '@/ui/card'
import { Disclosure } from '@/ui/disclosure'
import { Select } from '@/ui/fields/select'
import { accept, decline, receive, review } from '../actions'
import { SuiteField } from './suite-field'

/** A device that may take the request, and its places. */
export type Choix = {
  id: string
  nom: string
  structure: string
  expireLe: Date
  fin: Date | null
  places: readonly {
    id: string
    libelle: string
    chambre: string | null
    statut: StatutPlace
    blocage: RegleEligibilite | null
  }[]
}

type AnswerPanelProps = {
  orientation: { id: string; version: number }
  choix: readonly Choix[]
  /** asked of all: the device that takes it must be said, and none can refuse it for the others */
  isOpenToAll: boolean
  /** the device keeps its places here; otherwise it promises a day, elsewhere on the page */
  takesIn: boolean
  mayReceive: boolean
  mayReview: boolean
}

const motifs = motifRefusSchema.options.map((value) => ({ value, label: libellesMotifRefus[value] }))

/** The receiver's answer: take in on a place held until an hour, or refuse with a reason and a next step. */
export function AnswerPanel(props: AnswerPanelProps) {
  const { orientation, choix, isOpenToAll, takesIn, mayReceive, mayReview } = props
  const { id, version } = orientation
  return (
    <Card title="Répondre">
      {takesIn && <Accept orientation={orientation} choix={choix} isOpenToAll={isOpenToAll} />}
      {!isOpenToAll && (
        <Disclosure title="Refuser">
          <ActionForm action={decline} hidden={{ id, version }} submitLabel="Refuser" variant="danger">
            {({ champs }) => (
              <>
                <Select name="motif" label="Motif" options={motifs} isRequired error={champs.motif?.[0]} />
                <SuiteField errors={champs.suite} />
              </>
            )}
          </ActionForm>
        </Disclosure>
      )}
      {(mayReceive || mayReview) && (
        <div className="flex flex-wrap gap-3 border-t border-line pt-3">
          {mayReceive && (
            <ActionForm
              action={receive}
              hidden={{ id, version }}
              submitLabel="Bien reçue"
              variant="secondary"
              className="contents"
            />
          )}
          {mayReview && (
            <ActionForm
              action={review}
              hidden={{ id, version }}
              submitLabel="Mettre à l’étude"
              variant="secondary"
              className="contents"
            />
          )}
        </div>
      )}
    </Card>
  )
}

type AcceptProps = Pick<AnswerPanelProps, 'orientation' | 'choix' | 'isOpenToAll'>

function Accept({ orientation: { id, version }, choix, isOpenToAll }: AcceptProps) {
  const [dispositifId, setDispositifId] = useState(choix[0]?.id ?? null)
  const dispositif = choix.find((each) => each.id === dispositifId)
  if (dispositif === undefined) {
    return <p className="text-soft">Aucun de vos dispositifs ne reçoit de demandes en ce moment.</p>
  }
  const first = dispositif.places.find(({ blocage }) => blocage === null)
  return (
    <ActionForm action={accept} hidden={{ id, version, dispositifId: dispositif.id }} submitLabel="Accepter">
      {isOpenToAll && (
        <Select
          label="Dispositif qui accueille"
          options={choix.map((each) => ({ value: each.id, label: nameDispositif(each.structure, each.nom) }))}
          value={dispositif.id}
          onChange={setDispositifId}
        />
      )}
      {first === undefined && (
        <Banner
          tone="warning"
          title="Aucune place libre ne convient tout à fait."
          nextStep="Choisissez-en une en connaissance de cause, ou refusez en proposant une suite."
        />
      )}
      <Select
        key={dispositif.id}
        name="placeId"
        label="Place"
        placeholder={first === undefined ? 'Choisir' : `La première qui convient (${first.libelle})`}
        options={dispositif.places.map((place) => ({ value: place.id, label: placeWords(place) }))}
      />
      <p className="text-soft">
        Tenue jusqu’à <strong className="text-ink">{formatTime(dispositif.expireLe)}</strong>, puis libre
        d’elle-même.
        {dispositif.fin !== null && ` Fin du séjour prévue : ${formatShortDateTime(dispositif.fin)}.`}
      </p>
    </ActionForm>
  )
}

function placeWords({ libelle, chambre, statut, blocage }: Choix['places'][number]): string {
  const name = chambre === null ? libelle : `${libelle}, ${lowerFirst(chambre)}`
  if (blocage !== null) return `${name} — ${lowerFirst(phrasesEligibilite[blocage])}`
  return statut === 'LIBRE' ? name : `${name} — ${lowerFirst(libellesStatutPlace[statut])}`
}
