import type { APPEARANCE_EVENT, CONTRAST_KEY, THEME_KEY } from './appearance'

/**
 * Sets theme, contrast and world on `<html>` before the first paint, and again whenever one of their sources changes.
 * It is serialised into the page, hence uses nothing from outside its own body. On the pavement the night theme
 * comes by itself from 18 h to 7 h in Paris, unless the person chose otherwise.
 */
export function applyAppearance(keys: {
  theme: typeof THEME_KEY
  contrast: typeof CONTRAST_KEY
  event: typeof APPEARANCE_EVENT
}): void {
  const root = document.documentElement
  const systemDark = window.matchMedia('(prefers-color-scheme: dark)')
  const parisHour = new Intl.DateTimeFormat('fr-FR', {
    hour: 'numeric',
    hourCycle: 'h23',
    timeZone: 'Europe/Paris',
  })

  function apply(): void {
    const terrain = location.pathname.startsWith('/terrain')
    const hour = Number.parseInt(parisHour.format(), 10)
    const dark = systemDark.matches || (terrain && (hour >= 18 || hour < 7))
    let theme: string | null = null
    let contrast: string | null = null
    try {
      theme = localStorage.getItem(keys.theme)
      contrast = localStorage.getItem(keys.contrast)
    } catch {
      // Storage refused by the browser: the device decides.
    }
    root.dataset.world = terrain ? 'terrain' : 'bureau'
    root.dataset.theme = theme ?? (dark ? 'sombre' : 'clair')
    root.dataset.contrast = contrast ?? 'appareil'
  }

  apply()
  systemDark.addEventListener('change', apply)
  window.addEventListener('storage', apply)
  window.addEventListener(keys.event, apply)
  window.setInterval(apply, 60_000)
}
