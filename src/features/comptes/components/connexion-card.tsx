import { Banner } from '@/ui/banner'
import { ConnexionForm } from './connexion-form'
import { ProviderButton } from './provider-button'

type ConnexionCardProps = {
  suite: string
  hasExpired: boolean
  providerFault: string | null
  hasProvider: boolean
  prefilled?: { courriel: string; motDePasse: string } | undefined
}

/** The form, what brought one here, and the other way in when there is one. */
export function ConnexionCard({
  suite,
  hasExpired,
  providerFault,
  hasProvider,
  prefilled,
}: ConnexionCardProps) {
  return (
    <section
      aria-labelledby="se-connecter"
      className="flex flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-raised sm:p-6"
    >
      <h2 id="se-connecter" className="text-xl font-bold">
        Se connecter
      </h2>
      {hasExpired && (
        <Banner
          tone="info"
          title="Votre session est terminée."
          kept="Rien de ce qui est sur la tablette n’est perdu : l’envoi reprend dès que vous êtes de nouveau là."
        />
      )}
      {providerFault !== null && <Banner tone="danger" title={providerFault} />}
      <ConnexionForm key={prefilled?.courriel} suite={suite} prefilled={prefilled} />
      {hasProvider && <ProviderButton suite={suite} />}
      <p className="text-sm text-soft">
        Pas de compte, mot de passe oublié, téléphone du code perdu ? Adressez-vous à la personne responsable
        dans votre organisation.
      </p>
    </section>
  )
}
