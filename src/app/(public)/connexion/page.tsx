import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { hasIdentityProvider } from '@/auth/identity-provider'
import { findViewer } from '@/auth/require-viewer'
import { messageFournisseur } from '@/domain/comptes/connexion'
import { MOT_DE_PASSE_DEMONSTRATION } from '@/domain/comptes/demonstration'
import { cheminDeRetour } from '@/domain/comptes/retour'
import { ConnexionCard } from '@/features/comptes/components/connexion-card'
import { ConnexionWelcome } from '@/features/comptes/components/connexion-welcome'
import { DemonstrationAccounts } from '@/features/comptes/components/demonstration-accounts'
import { Mesh } from '@/features/comptes/components/mesh'
import { listDemonstrationAccounts } from '@/features/comptes/queries'
import { runtimeRoute } from '@/lib/route'
import { DemonstrationBanner } from '@/ui/shell/demonstration-banner'

export const metadata: Metadata = { title: 'Connexion' }

type Question = Partial<Record<'suite' | 'expiree' | 'error' | 'compte', string | string[]>>

export default async function ConnexionPage({ searchParams }: { searchParams: Promise<Question> }) {
  const question = await searchParams
  const suite = cheminDeRetour(one(question.suite))
  if ((await findViewer()) !== null) redirect(runtimeRoute(suite))
  const accounts = await listDemonstrationAccounts()
  const chosen = accounts.find(({ courriel }) => courriel === one(question.compte))
  return (
    <div className="flex flex-col gap-8">
      <Mesh />
      {accounts.length > 0 && (
        <div className="overflow-hidden rounded-control">
          <DemonstrationBanner />
        </div>
      )}
      <div className="grid items-center gap-8 bureau:grid-cols-[minmax(0,1fr)_22rem] bureau:gap-12">
        <ConnexionWelcome />
        <ConnexionCard
          suite={suite}
          hasExpired={question.expiree !== undefined}
          providerFault={messageFournisseur(one(question.error))}
          hasProvider={hasIdentityProvider}
          prefilled={chosen && { courriel: chosen.courriel, motDePasse: MOT_DE_PASSE_DEMONSTRATION }}
        />
      </div>
      {accounts.length > 0 && (
        <DemonstrationAccounts accounts={accounts} selected={chosen?.courriel} suite={suite} />
      )}
    </div>
  )
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value
}
