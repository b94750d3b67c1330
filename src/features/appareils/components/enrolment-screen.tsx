'use client'

import { type FormEvent, useEffect, useState } from 'react'
import {
  type AppareilEnrole,
  appareilEnroleSchema,
  codeEnrolementSchema,
  formatCode,
} from '@/domain/appareils/enrolement'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/fields/text-field'
import { FormActions } from '@/ui/form-actions'

type EnrolmentScreenProps = {
  /** Called once the server has enrolled this tablet and set its cookie. */
  onEnrolled: (appareil: AppareilEnrole) => void
}

/** On the tablet: the code made at the desk, typed, or already there when its drawing was photographed. */
export function EnrolmentScreen({ onEnrolled }: EnrolmentScreenProps) {
  const [code, setCode] = useState(readScanned)
  const [refus, setRefus] = useState<string | null>(null)
  const [isPending, setIsPending] = useState(false)
  // Used or not, the code must not stay in the history of a shared tablet.
  useEffect(() => window.history.replaceState(null, '', window.location.pathname), [])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const read = codeEnrolementSchema.safeParse(code)
    if (!read.success) return setRefus(read.error.issues[0]?.message ?? 'Code illisible')
    setIsPending(true)
    const answer = await send(read.data)
    setIsPending(false)
    if (typeof answer === 'string') setRefus(answer)
    else onEnrolled(answer)
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="flex max-w-xl flex-col gap-5">
      <p>
        Le code se fait au bureau, dans Maraudes, Tablettes. Il vaut quinze minutes et ne sert qu’une fois.
      </p>
      {refus !== null && (
        <Banner tone="danger" title={refus} kept="Tout ce qui est noté sur cette tablette est gardé." />
      )}
      <TextField
        label="Code d’enrôlement"
        description="Neuf caractères, par exemple 4KX-7PD-2QR"
        value={code}
        onChange={setCode}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        isRequired
      />
      <FormActions>
        <Button type="submit" variant="primary" isPending={isPending}>
          Enrôler cette tablette
        </Button>
      </FormActions>
    </form>
  )
}

/** The code of a photographed drawing, in the address after the #; empty otherwise. */
function readScanned(): string {
  const scanned = codeEnrolementSchema.safeParse(window.location.hash.slice(1))
  return scanned.success ? formatCode(scanned.data) : ''
}

const NO_ANSWER = 'Pas de réponse : l’enrôlement demande un réseau. Réessayez.'

/** The tablet as enrolled, or the sentence to show. */
async function send(code: string): Promise<AppareilEnrole | string> {
  try {
    const response = await fetch('/api/appareils/enrolement', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
      cache: 'no-store',
    })
    const body: unknown = await response.json()
    const enrolled = appareilEnroleSchema.safeParse(body)
    if (response.ok && enrolled.success) return enrolled.data
    return readFault(body) ?? NO_ANSWER
  } catch {
    return NO_ANSWER
  }
}

function readFault(body: unknown): string | null {
  if (body === null || typeof body !== 'object' || !('erreur' in body)) return null
  return typeof body.erreur === 'string' ? body.erreur : null
}
