import { buttonClasses } from './button-classes'
import { Failure } from './failure'
import { PlainLink } from './plain-link'

/** An address that leads nowhere, or somewhere this account may not go: both look the same, on purpose. */
export function MissingPage() {
  return (
    <Failure
      title="Cette page n’existe pas"
      kept="Elle a pu être déplacée, ou n’est pas ouverte à votre organisation."
      nextStep="Vérifiez l’adresse, ou repartez de l’accueil."
      actions={
        <PlainLink href="/" className={buttonClasses('primary')}>
          Aller à l’accueil
        </PlainLink>
      }
    />
  )
}
