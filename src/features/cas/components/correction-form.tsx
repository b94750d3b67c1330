'use client'

import { texteDe } from '@/domain/quarantaine/correction'
import { formeDe, type Champ } from '@/domain/quarantaine/forme'
import { type Corps, lignesListe } from '@/domain/quarantaine/lignes'
import { ActionForm } from '@/ui/action-form'
import { Checkbox } from '@/ui/fields/checkbox'
import { correct } from '../actions'
import { CorrectionField } from './correction-field'

type CorrectionFormProps = {
  id: string
  kind: string
  recu: Corps
  /** What is wrong in what was received, by field path. */
  fautes: Readonly<Record<string, string>>
}

/** Everything the act says, each field as it came and ready to be typed over; those at fault say why. */
export function CorrectionForm({ id, kind, recu, fautes }: CorrectionFormProps) {
  const forme = formeDe(kind)
  if (forme === null) return null
  return (
    <ActionForm action={correct} hidden={{ id }} submitLabel="Corriger et appliquer">
      {({ champs }) => {
        const errorOf = (path: string) => champs[path]?.[0] ?? fautes[path]
        return (
          <>
            <Fields champs={forme.champs} prefix="" corps={recu} errorOf={errorOf} />
            {forme.groupes.flatMap((groupe) =>
              lignesListe(recu[groupe.nom]).map((line, rank) => {
                const path = `${groupe.nom}.${rank}`
                return (
                  <fieldset key={path} className="flex flex-col gap-3 rounded-card border border-line p-3">
                    <legend className="px-1 font-semibold">
                      {groupe.libelle} {rank + 1}
                    </legend>
                    {errorOf(path) !== undefined && <p className="text-danger">{errorOf(path)}</p>}
                    <Fields champs={groupe.champs} prefix={`${path}.`} corps={line} errorOf={errorOf} />
                    <Checkbox name={`retirer.${path}`}>Retirer cette ligne</Checkbox>
                  </fieldset>
                )
              }),
            )}
          </>
        )
      }}
    </ActionForm>
  )
}

type FieldsProps = {
  champs: readonly Champ[]
  prefix: string
  corps: Corps
  errorOf: (path: string) => string | undefined
}

/** Fixed fields have nothing to type: one at fault may only be taken out. */
function Fields({ champs, prefix, corps, errorOf }: FieldsProps) {
  return (
    <div className="grid items-start gap-4 bureau:grid-cols-3">
      {champs.map((champ) => {
        const path = `${prefix}${champ.nom}`
        if (!champ.isFixe) {
          const value = texteDe(champ, corps[champ.nom])
          return <CorrectionField key={path} champ={champ} path={path} value={value} error={errorOf(path)} />
        }
        const isRemovable = removable.has(champ.nom) && corps[champ.nom] != null
        return isRemovable ? (
          <Checkbox key={path} name={`retirer.${path}`} error={errorOf(path)}>
            Retirer : {champ.libelle.toLocaleLowerCase('fr')}
          </Checkbox>
        ) : null
      })}
    </div>
  )
}

const removable = new Set(['structureId', 'cellule', 'arretId', 'couverture'])
