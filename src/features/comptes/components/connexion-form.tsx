'use client'

import { LogIn } from 'lucide-react'
import { useActionState } from 'react'
import type { EtatConnexion } from '@/domain/comptes/connexion'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/fields/text-field'
import { Form } from '@/ui/form'
import { signIn } from '../actions'

type ConnexionFormProps = {
  /** Page to come back to. */
  suite: string
  /** A demonstration account, its password included: both are public. */
  prefilled?: { courriel: string; motDePasse: string } | undefined
}

/** Works before, and without, its JavaScript: the server answers with the same form. */
export function ConnexionForm({ suite, prefilled }: ConnexionFormProps) {
  const [state, submit, isPending] = useActionState<EtatConnexion, FormData>(signIn, {
    etape: 'MOT_DE_PASSE',
    courriel: prefilled?.courriel ?? '',
    refus: null,
    fautes: {},
  })
  return (
    <Form action={submit}>
      {state.refus !== null && <Banner tone="danger" title={state.refus} />}
      <input type="hidden" name="suite" value={suite} />
      {state.etape === 'CODE' ? (
        <CodeFields state={state} isPending={isPending} />
      ) : (
        <PasswordFields state={state} motDePasse={prefilled?.motDePasse} isPending={isPending} />
      )}
    </Form>
  )
}

type FieldsProps<Etape> = { state: Extract<EtatConnexion, { etape: Etape }>; isPending: boolean }

function PasswordFields({
  state,
  motDePasse,
  isPending,
}: FieldsProps<'MOT_DE_PASSE'> & { motDePasse: string | undefined }) {
  return (
    <>
      <TextField
        key={state.courriel}
        name="courriel"
        type="email"
        label="Adresse de messagerie"
        autoComplete="username"
        defaultValue={state.courriel}
        error={state.fautes.courriel}
      />
      <TextField
        name="motDePasse"
        type="password"
        label="Mot de passe"
        autoComplete="current-password"
        defaultValue={motDePasse ?? ''}
        error={state.fautes.motDePasse}
      />
      <Button type="submit" variant="primary" isPending={isPending} className="mt-1 w-full">
        <LogIn aria-hidden />
        Se connecter
      </Button>
    </>
  )
}

function CodeFields({ state, isPending }: FieldsProps<'CODE'>) {
  return (
    <>
      <TextField
        name="code"
        label="Code à six chiffres"
        description="Celui que montre votre application d’authentification en ce moment."
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        error={state.faute ?? undefined}
      />
      <Button type="submit" variant="primary" isPending={isPending} className="mt-1 w-full">
        <LogIn aria-hidden />
        Vérifier le code
      </Button>
      <Button type="submit" name="recommencer" value="oui" variant="quiet">
        Changer de compte
      </Button>
    </>
  )
}
