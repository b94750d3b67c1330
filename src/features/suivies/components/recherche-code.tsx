import { Button } from '@/ui/button'
import { CodeField } from '@/ui/fields/code-field'

type RechercheCodeProps = {
  /** what was typed and led nowhere */
  introuvable: string | undefined
}

/** Straight to one person, by her code. Works without JavaScript. */
export function RechercheCode({ introuvable }: RechercheCodeProps) {
  return (
    <form action="/parcours" className="flex flex-wrap items-end gap-3" data-no-print>
      <CodeField
        label="Code de la personne"
        defaultValue={introuvable}
        maxLength={12}
        error={
          introuvable === undefined
            ? undefined
            : 'Aucune personne suivie par votre organisation n’a ce code. Vérifiez-le.'
        }
      />
      <Button type="submit">Ouvrir</Button>
    </form>
  )
}
