import { APPEARANCE_EVENT, CONTRAST_KEY, THEME_KEY } from './appearance'
import { applyAppearance } from './apply-appearance'

const keys = JSON.stringify({ theme: THEME_KEY, contrast: CONTRAST_KEY, event: APPEARANCE_EVENT })
const source = `(${applyAppearance.toString()})(${keys})`

/** In the page itself rather than in a bundle: any later and the night begins with a white flash. */
export function AppearanceScript() {
  return <script dangerouslySetInnerHTML={{ __html: source }} />
}
