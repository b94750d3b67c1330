'use client'

import { Button } from './button'
import { Failure } from './failure'

type CrashProps = { error: unknown; retry: () => void }

/** A page that broke. The message of the error stays on the server; only its digest is shown. */
export function Crash({ error, retry }: CrashProps) {
  return (
    <Failure
      title="Cette page n’a pas pu s’afficher"
      kept="Rien de ce qui était enregistré n’est perdu."
      nextStep="Réessayez. Si cela recommence, donnez la référence ci-dessous à la personne qui administre Maillage."
      reference={digestOf(error)}
      actions={
        <Button variant="primary" onPress={retry}>
          Réessayer
        </Button>
      }
    />
  )
}

function digestOf(error: unknown): string | undefined {
  const hasDigest = typeof error === 'object' && error !== null && 'digest' in error
  return hasDigest && typeof error.digest === 'string' ? error.digest : undefined
}
