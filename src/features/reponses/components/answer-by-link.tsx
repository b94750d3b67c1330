'use client'

import { useState } from 'react'
import { libellesMotifRefus, motifRefusSchema } from '@/domain/orientations/motifs'
import { SuiteField } from '@/features/passages/components/suite-field'
import { ActionForm } from '@/ui/action-form'
import { Banner } from '@/ui/banner'
import { Disclosure } from '@/ui/disclosure'
import { DateField } from '@/ui/fields/date-field'
import { Select } from '@/ui/fields/select'
import { answerLink } from '../actions'

const motifs = motifRefusSchema.options.map((value) => ({ value, label: libellesMotifRefus[value] }))

type AnswerByLinkProps = {
  jeton: string
  hasPlaces: boolean
  aujourdhui: string
}

/** The answer of a structure without an account. Once given, the forms go: the link serves no more. */
export function AnswerByLink({ jeton, hasPlaces, aujourdhui }: AnswerByLinkProps) {
  const [isDone, setDone] = useState(false)
  if (isDone) {
    return (
      <Banner
        tone="success"
        title="Merci, votre réponse est partie."
        nextStep="Vous pouvez fermer cette page : le lien ne sert plus."
      />
    )
  }
  const done = () => setDone(true)
  return (
    <div className="flex flex-col gap-4">
      {hasPlaces ? (
        <ActionForm
          action={answerLink}
          hidden={{ jeton, reponse: 'PLACE' }}
          submitLabel="Accepter : tenir une place"
          onDone={done}
        />
      ) : (
        <ActionForm
          action={answerLink}
          hidden={{ jeton, reponse: 'DATE' }}
          submitLabel="Accepter pour ce jour"
          onDone={done}
        >
          {({ champs }) => (
            <DateField
              name="entreePrevue"
              label="Entrée possible le"
              min={aujourdhui}
              defaultValue={aujourdhui}
              isRequired
              error={champs.entreePrevue?.[0]}
            />
          )}
        </ActionForm>
      )}
      <Disclosure title="Refuser">
        <ActionForm
          action={answerLink}
          hidden={{ jeton, reponse: 'REFUS' }}
          submitLabel="Refuser"
          variant="danger"
          onDone={done}
        >
          {({ champs }) => (
            <>
              <Select name="motif" label="Motif" options={motifs} isRequired error={champs.motif?.[0]} />
              <SuiteField errors={champs.suite} />
            </>
          )}
        </ActionForm>
      </Disclosure>
    </div>
  )
}
