'use client'

import { type FormEvent, startTransition, useActionState } from 'react'
import { formatShortDateTime } from '@/domain/commun/format'
import { Banner } from '@/ui/banner'
import { Button } from '@/ui/button'
import { Disclosure } from '@/ui/disclosure'
import { Form } from '@/ui/form'
import { notify } from '@/ui/overlays/toasts'
import { makeLink } from '../actions'

const nothing = { adresse: null, expireLe: null, refus: null }

/** For a structure without an account: an address that answers this request once. It is shown here, and never again. */
export function LinkCard({ orientation: { id, version } }: { orientation: { id: string; version: number } }) {
  const [etat, run, isPending] = useActionState(makeLink, nothing)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => run(form))
  }
  return (
    <Disclosure title="Faire répondre une structure sans compte">
      <div className="flex flex-col gap-3">
        <p className="text-soft">
          Un lien à envoyer à la structure qui reçoit : elle accepte ou refuse, une seule fois, pendant huit
          jours, sans voir aucun code. Un nouveau lien remplace le précédent.
        </p>
        {etat.refus !== null && <Banner tone="danger" title={etat.refus} />}
        {etat.adresse === null ? (
          <Form onSubmit={submit}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <Button type="submit" isPending={isPending}>
              Créer le lien
            </Button>
          </Form>
        ) : (
          <MadeLink adresse={etat.adresse} expireLe={etat.expireLe} />
        )}
      </div>
    </Disclosure>
  )
}

function MadeLink({ adresse, expireLe }: { adresse: string; expireLe: string | null }) {
  async function copy() {
    await navigator.clipboard.writeText(adresse)
    void notify({ tone: 'success', title: 'Lien copié.' })
  }
  return (
    <>
      <p>
        Copiez-le maintenant : il ne sera plus montré.
        {expireLe !== null && ` Il sert jusqu’au ${formatShortDateTime(new Date(expireLe))}.`}
      </p>
      <output className="font-mono rounded-control bg-sunken p-3 text-sm break-all">{adresse}</output>
      <div>
        <Button onPress={() => void copy()}>Copier le lien</Button>
      </div>
    </>
  )
}
