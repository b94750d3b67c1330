'use client'

import { type FormEvent, type ReactNode, startTransition, useActionState, useContext } from 'react'
import { type EtatAction, etatInitial } from '@/domain/commun/etat-action'
import { Banner } from './banner'
import { Button } from './button'
import type { ButtonVariant } from './button-classes'
import { Form } from './form'
import { FormActions } from './form-actions'
import { PortalHost } from './overlays/portal-host'
import { notify } from './overlays/toasts'

type ActionFormProps = {
  action: (previous: EtatAction, form: FormData) => Promise<EtatAction>
  /** What the form always carries, besides its fields. */
  hidden?: Readonly<Record<string, string | number>>
  submitLabel: string
  variant?: ButtonVariant
  /** Called once it is done: closes a dialog. */
  onDone?: () => void
  /** Takes back what was just done, for a moment: another action, and what its form carries. */
  undo?: { action: ActionFormProps['action']; hidden: Readonly<Record<string, string | number>> }
  /** Beside the button that commits. */
  secondary?: ReactNode
  className?: string
  children?: ReactNode | ((etat: EtatAction) => ReactNode)
}

/** A form that one server action answers: waits without freezing, says what was done, or why nothing was. */
export function ActionForm(props: ActionFormProps) {
  const {
    action,
    hidden = {},
    submitLabel,
    variant = 'primary',
    onDone,
    undo,
    secondary,
    className,
    children,
  } = props
  const isInDialog = useContext(PortalHost) !== null
  // Refused because the thing has changed: the page reads itself again, and this form may go with what it answered.
  const speaksAside = ({ refus, champs }: EtatAction) =>
    refus !== null && !isInDialog && Object.keys(champs).length === 0
  const [etat, run, isPending] = useActionState(async (previous: EtatAction, form: FormData) => {
    const next = await action(previous, form)
    if (next.fait !== null) {
      void notify({ tone: 'success', title: next.fait, ...(undo && { undo: () => takeBack(undo) }) })
      onDone?.()
    }
    if (next.refus !== null && speaksAside(next)) void notify({ tone: 'danger', title: next.refus })
    return next
  }, etatInitial)
  // Not `action={run}`: React would then empty every field after each answer, refusals included.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => run(form))
  }
  return (
    <Form onSubmit={submit} {...(className === undefined ? {} : { className })}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {etat.refus !== null && !speaksAside(etat) && <Banner tone="danger" title={etat.refus} />}
      {typeof children === 'function' ? children(etat) : children}
      <FormActions>
        <Button type="submit" variant={variant} isPending={isPending}>
          {submitLabel}
        </Button>
        {secondary}
      </FormActions>
    </Form>
  )
}

/** The form it came from may be gone: the answer is said aside. */
function takeBack({ action, hidden }: NonNullable<ActionFormProps['undo']>): void {
  const form = new FormData()
  for (const [name, value] of Object.entries(hidden)) form.set(name, String(value))
  startTransition(async () => {
    const { fait, refus } = await action(etatInitial, form)
    void notify(fait === null ? { tone: 'danger', title: refus ?? '' } : { tone: 'success', title: fait })
  })
}
