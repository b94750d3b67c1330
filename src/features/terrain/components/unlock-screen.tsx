'use client'

import { type FormEvent, useState } from 'react'
import { plural } from '@/domain/commun/format'
import { CODE_CHIFFRES, codeFault } from '@/domain/sync/code-tablette'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/fields/text-field'
import { ActionBar } from '@/ui/shell/action-bar'
import { buzz } from './haptic'
import { ScreenTitle } from './screen-title'
import { SignInLink } from './sign-in-link'
import { useSession } from './terrain-context'

type UnlockScreenProps = { fonction: string; autres: boolean }

/** The code of the person who worked here last; the last digit opens, without a button. */
export function UnlockScreen({ fonction, autres }: UnlockScreenProps) {
  const session = useSession()
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [isPending, setIsPending] = useState(false)

  async function change(next: string) {
    setCode(next)
    if (next.length < CODE_CHIFFRES || isPending) return
    setIsPending(true)
    const opened = await session.unlock(next).catch(() => null)
    setIsPending(false)
    if (opened?.etat === 'ouvert') return
    buzz(200)
    setCode('')
    setFault(
      opened?.etat === 'faux'
        ? `Ce n’est pas ce code. Encore ${plural(opened.restants, 'essai', 'essais')} avant que la tablette oublie ce que vous y lisez.`
        : 'La tablette n’a pas pu vérifier ce code. Recommencez.',
    )
  }

  return (
    <>
      <ScreenTitle lead={fonction}>Votre code</ScreenTitle>
      <div className="flex flex-col gap-5">
        <CodeField
          label="Code à six chiffres"
          value={code}
          error={fault}
          onChange={(next) => void change(next)}
        />
        <p className="text-base text-soft">
          Ce qui attend d’être envoyé partira sans code : il est scellé, personne ne peut le lire ici.
        </p>
      </div>
      <ActionBar>
        {autres && <Button onPress={() => void session.pickNext()}>Ce n’est pas moi</Button>}
        <SignInLink>Se connecter</SignInLink>
      </ActionBar>
    </>
  )
}

/** The first time somebody works here, or after their code was lost. */
export function ChooseCodeScreen({ fonction }: { fonction: string }) {
  const session = useSession()
  const [code, setCode] = useState('')
  const [again, setAgain] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [isPending, setIsPending] = useState(false)

  async function choose(event: FormEvent) {
    event.preventDefault()
    const reason = codeFault(code) ?? (code === again ? undefined : 'Les deux codes ne sont pas les mêmes.')
    setFault(reason)
    if (reason !== undefined) return buzz(120)
    setIsPending(true)
    await session.choose(code).catch(() => {
      setFault('La tablette refuse d’écrire : libérez de la place, puis recommencez.')
      setIsPending(false)
    })
  }

  return (
    <form
      onSubmit={(event) => void choose(event)}
      className="contents *:mx-auto *:w-full *:max-w-[calc(42rem+2rem)] *:px-4"
    >
      <ScreenTitle lead={fonction}>Choisissez un code pour cette tablette</ScreenTitle>
      <div className="flex flex-col gap-5">
        <p className="text-base">
          Il ferme ce que vous y lisez dès que vous la quittez dix minutes. Il ne sert que sur cette tablette.
        </p>
        <CodeField label="Code à six chiffres" value={code} onChange={setCode} />
        <CodeField label="Le même code, encore" value={again} onChange={setAgain} />
        {fault !== undefined && <Banner tone="danger" title={fault} />}
      </div>
      <ActionBar>
        <Button type="submit" variant="primary" isPending={isPending}>
          Garder ce code
        </Button>
      </ActionBar>
    </form>
  )
}

type CodeFieldProps = {
  label: string
  value: string
  error?: string | undefined
  onChange: (code: string) => void
}

function CodeField({ onChange, ...field }: CodeFieldProps) {
  return (
    <TextField
      {...field}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={CODE_CHIFFRES}
      onChange={(text) => onChange(text.replaceAll(/\D/g, '').slice(0, CODE_CHIFFRES))}
    />
  )
}
