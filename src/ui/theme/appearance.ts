/** What a person chose on this device; absent, the device decides. */
export const THEME_KEY = 'maillage.theme'
export const CONTRAST_KEY = 'maillage.contraste'
export const APPEARANCE_EVENT = 'maillage:apparence'
