import Link from 'next/link'
import { libellesRole, type Role } from '@/domain/comptes/roles'

type DemonstrationAccountsProps = {
  accounts: readonly {
    courriel: string
    fonction: string
    organisation: string | null
    roles: readonly Role[]
  }[]
  selected: string | undefined
  suite: string
}

/** One link for each role: it comes back to the form, filled in. Shown on a demonstration base only. */
export function DemonstrationAccounts({ accounts, selected, suite }: DemonstrationAccountsProps) {
  return (
    <section aria-labelledby="demonstration" className="flex flex-col gap-3">
      <div>
        <h2 id="demonstration" className="text-lg font-bold">
          Essayer avec un compte de démonstration
        </h2>
        <p className="text-soft">Choisissez un rôle : le formulaire se remplit, il reste à se connecter.</p>
      </div>
      <ul className="grid gap-2 sm:grid-cols-2 bureau:grid-cols-3">
        {accounts.map(({ courriel, fonction, organisation, roles }) => (
          <li key={courriel}>
            <Link
              href={{ pathname: '/connexion', query: { compte: courriel, ...(suite !== '/' && { suite }) } }}
              replace
              aria-current={courriel === selected ? 'true' : undefined}
              className="flex h-full min-h-12 flex-col justify-center rounded-card border border-line bg-surface px-4 py-2.5 text-ink no-underline shadow-card hover:border-accent hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent-soft"
            >
              <span className="font-semibold">{roles.map((role) => libellesRole[role]).join(', ')}</span>
              <span className="text-sm text-soft">
                {organisation === null ? fonction : `${fonction}, ${organisation}`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
