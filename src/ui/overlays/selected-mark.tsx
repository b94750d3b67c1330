import { Check } from 'lucide-react'

/** Holds its room when nothing is selected, so that the words stay aligned. */
export function SelectedMark() {
  return <Check aria-hidden className="invisible text-accent group-data-selected:visible" strokeWidth={3} />
}
