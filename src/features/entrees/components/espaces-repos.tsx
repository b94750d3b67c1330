import Link from 'next/link'
import { formatTime, plural } from '@/domain/commun/format'
import { nameDispositif } from '@/domain/structures/nom-dispositif'
import { AgeOf } from '@/ui/age-of'
import { Card } from '@/ui/card'
import { Tag } from '@/ui/tag'
import type { PresenceRepos } from '../queries'

/** Rest spaces: no place is held there, the door says how many are inside, the fullest moment, and who found no room. */
export function EspacesRepos({ espaces }: { espaces: readonly PresenceRepos[] }) {
  if (espaces.length === 0) return null
  return (
    <section aria-labelledby="espaces-repos" className="mb-6 flex flex-col gap-3">
      <h2 id="espaces-repos" className="text-lg font-bold">
        Pour se reposer en journée
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2">
        {espaces.map((espace) => (
          <li key={espace.dispositifId} className="flex *:flex-1">
            <Espace espace={espace} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Espace({ espace }: { espace: PresenceRepos }) {
  const { slug, nom, structure, departement, presents, capacite, changeLe, pointe, pointeLe, refus } = espace
  return (
    <Card
      title={<Link href={`/places/${slug}`}>{nameDispositif(structure, nom)}</Link>}
      note={
        <span className="flex flex-wrap items-center gap-2">
          <Tag>{departement}</Tag>
          {changeLe === null ? (
            'Personne encore aujourd’hui'
          ) : (
            <AgeOf prefix="dernier passage" since={changeLe.toISOString()} />
          )}
        </span>
      }
    >
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-numeral font-bold tracking-tight tabular-nums">{presents}</span>
        <span className="text-lg">
          {presents < 2 ? 'personne présente' : 'personnes présentes'}
          {capacite !== null && ` sur ${capacite}`}
        </span>
      </p>
      <p className="text-soft">
        {pointeLe === null || pointe === 0
          ? 'Pas d’entrée notée aujourd’hui.'
          : `Le plus rempli : ${pointe} à ${formatTime(pointeLe)}.`}{' '}
        <Link href={`/places/${slug}#refus`} className={refus === 0 ? 'text-soft' : 'font-semibold'}>
          {refus === 0
            ? 'Aucun refus faute de place'
            : plural(refus, 'refus faute de place', 'refus faute de place')}
        </Link>
      </p>
    </Card>
  )
}
