'use client'

import { buttonClasses } from './button-classes'
import { Failure } from './failure'

type CrashProps = { error: unknown; retry: () => void }

/**
 * A page that broke. The message of the error stays on the server; only its digest is shown.
 * Every route carries this file, hence a plain button.
 */
export function Crash({ error, retry }: CrashProps) {
  return (
    <Failure
      title="Cette page n’a pas pu s’afficher"
      kept="Rien de ce qui était enregistré n’est perdu."
      nextStep="Réessayez. Si cela recommence, donnez la référence ci-dessous à la personne qui administre Maillage."
      reference={digestOf(error)}
      actions={
        <button type="button" onClick={retry} className={buttonClasses('primary')}>
          Réessayer
        </button>
      }
    />
  )
}

function digestOf(error: unknown): string | undefined {
  const hasDigest = typeof error === 'object' && error !== null && 'digest' in error
  return hasDigest && typeof error.digest === 'string' ? error.digest : undefined
}
