'use client'

import { lowerFirst } from '@/domain/commun/format'
import { useState } from 'react'
import type { EtatAction } from '@/domain/commun/etat-action'
import { libellesGenre, libellesSituation, libellesTrancheAge, situationSchema } from '@/domain/commun/profil'
import { libellesPortee } from '@/domain/orientations/demande'
import { type AvecPersonne, avecPersonneSchema, libellesAvecPersonne } from '@/domain/orientations/saisie'
import { Checkbox } from '@/ui/fields/checkbox'
import { SegmentedControl } from '@/ui/fields/segmented-control'
import { Select } from '@/ui/fields/select'
import type { CodeConnu } from '../queries'

type PersonneFieldsProps = {
  codes: readonly CodeConnu[]
  onKnown: (profil: Partial<CodeConnu>) => void
  champs: EtatAction['champs']
}

const choices = avecPersonneSchema.options.map((value) => ({ value, label: libellesAvecPersonne[value] }))
const situations = situationSchema
  .exclude(['MINEUR_ISOLE'])
  .options.map((value) => ({ value, label: libellesSituation[value] }))

/** Without any code, with a new one, or with one already followed; a code only travels with the person's agreement. */
export function PersonneFields({ codes, onKnown, champs }: PersonneFieldsProps) {
  const [avec, setAvec] = useState<AvecPersonne>('SANS')
  function choose(next: AvecPersonne) {
    setAvec(next)
    onKnown({})
  }
  return (
    <>
      <SegmentedControl
        name="avec"
        label="Code de la personne"
        description="Sans code, la demande se traite de la même façon. Aucun nom n’est jamais écrit."
        options={codes.length === 0 ? choices.filter(({ value }) => value !== 'CONNU') : choices}
        value={avec}
        onChange={choose}
      />
      {avec === 'CONNU' && (
        <Select
          name="personneCode"
          label="Code"
          options={codes.map((known) => ({ value: known.code, label: codeWords(known) }))}
          onChange={(code) => onKnown(codes.find((known) => known.code === code) ?? {})}
          isRequired
          error={champs.personneCode?.[0]}
        />
      )}
      {avec === 'NOUVEAU' && (
        <Select
          name="situation"
          label="Situation"
          options={situations}
          defaultValue="ISOLEE"
          error={champs.personne?.[0]}
        />
      )}
      {avec !== 'SANS' && (
        <Checkbox name="accord" value="oui" isRequired error={champs.consentement?.[0]}>
          La personne est d’accord : {lowerFirst(libellesPortee.ORIENTATION)}
        </Checkbox>
      )}
    </>
  )
}

function codeWords({ code, genre, trancheAge }: CodeConnu): string {
  return `${code} · ${libellesGenre[genre]}, ${libellesTrancheAge[trancheAge]}`
}
