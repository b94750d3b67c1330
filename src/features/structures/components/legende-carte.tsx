import { familles, libellesFamille, signesKind } from '@/domain/structures/familles'
import { type KindStructure, kindStructureSchema } from '@/domain/structures/listes'
import { libellesKind } from '@/domain/structures/libelles'
import { SigneStructure } from './signe-structure'

/** What the signs now on the map mean: an outline per family, letters per kind. */
export function LegendeCarte({ kinds }: { kinds: ReadonlySet<KindStructure> }) {
  const shown = familles.map((famille) => ({
    famille,
    members: kindStructureSchema.options.filter(
      (kind) => kinds.has(kind) && signesKind[kind].famille === famille,
    ),
  }))
  return (
    <div className="flex flex-col gap-3 text-sm">
      <ul className="flex flex-wrap gap-x-6 gap-y-3">
        {shown
          .filter(({ members }) => members.length > 0)
          .map(({ famille, members }) => (
            <li key={famille}>
              <p className="pb-1 font-semibold">{libellesFamille[famille]}</p>
              <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
                {members.map((kind) => (
                  <li key={kind} className="flex items-center gap-1.5">
                    <SigneStructure kind={kind} />
                    {libellesKind[kind]}
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ul>
      <ul className="flex flex-wrap gap-x-6 gap-y-1.5 border-t border-line pt-3">
        <li className="flex items-center gap-1.5">
          <SigneStructure kind="CAARUD" isApproximate />
          position approchée : centre de la commune
        </li>
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="signe-libres static!">
            3
          </span>
          places libres ce soir
        </li>
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="signe-grappe">
            7
          </span>
          plusieurs structures au même endroit
        </li>
      </ul>
    </div>
  )
}
