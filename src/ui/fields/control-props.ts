import type { FieldProps } from './field-props'

type Described = Pick<FieldProps, 'description' | 'error'>

/** Ids of the notes that FieldNotes shows for this field. */
export function describedBy(id: string, { description, error }: Described): string | undefined {
  const ids = [description !== undefined && `${id}-description`, error !== undefined && `${id}-error`]
  return ids.filter((noteId) => noteId !== false).join(' ') || undefined
}

/** What ties a native control to its FieldFrame. */
export function controlProps(id: string, props: Omit<FieldProps, 'label'>) {
  return {
    id,
    disabled: props.isDisabled,
    'aria-required': props.isRequired,
    'aria-invalid': props.error !== undefined,
    'aria-describedby': describedBy(id, props),
  }
}

/** What belongs to the frame of a field, and the rest, which belongs to its control. */
export function splitField<Props extends FieldProps>(props: Props) {
  const { label, description, error, isRequired = false, isDisabled = false, ...rest } = props
  return { field: { label, description, error, isRequired, isDisabled }, rest }
}
