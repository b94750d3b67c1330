'use client'

import { CircleCheck } from 'lucide-react'
import { useActionState } from 'react'
import { Button } from '@/ui/button'
import { confirm } from '../actions'

/** One press: everything the sheet states is right, today. */
export function ConfirmerFiche({ slug }: { slug: string }) {
  const [state, action, isPending] = useActionState(confirm, { refus: null })
  return (
    <form action={action} className="flex flex-col items-start gap-2">
      <input type="hidden" name="slug" value={slug} />
      <Button type="submit" isPending={isPending}>
        <CircleCheck aria-hidden />
        Confirmer la fiche
      </Button>
      <p className="text-sm text-soft">
        Ce qui est écrit est alors tenu pour exact ; ce qui n’est pas renseigné reste à vérifier.
      </p>
      {state.refus !== null && (
        <p role="alert" className="font-medium text-danger">
          {state.refus}
        </p>
      )}
    </form>
  )
}
