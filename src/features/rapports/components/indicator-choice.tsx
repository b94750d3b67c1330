import { bindPunctuation } from '@/domain/commun/typographie'
import type { Indicateur } from '@/domain/rapports/indicateur'

type IndicatorChoiceProps = { indicateur: Indicateur; isChecked: boolean; hasDefinition: boolean }

/** One line of the catalogue: ticked, it is in the report. */
export function IndicatorChoice({ indicateur, isChecked, hasDefinition }: IndicatorChoiceProps) {
  const { id, nom, definition } = indicateur
  return (
    <label className="flex min-h-control cursor-pointer items-start gap-3 rounded-control px-2 py-2 hover:bg-sunken">
      <input
        key={String(isChecked)}
        type="checkbox"
        name="indicateur"
        value={id}
        defaultChecked={isChecked}
        className="mt-0.5 size-5 shrink-0 cursor-pointer accent-accent"
      />
      <span className="flex flex-col gap-0.5">
        <span className="font-semibold">{nom}</span>
        {hasDefinition && <span className="text-sm text-soft">{bindPunctuation(definition)}</span>}
      </span>
    </label>
  )
}
