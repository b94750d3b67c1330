const KEY = 'maillage.terrain.compte'

/** The account this device last worked for, so that a round goes on without network. Null at first use. */
export function readLastAccount(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Remembers it. A browser that refuses only makes the next start need the network. */
export function rememberAccount(compteId: string): void {
  try {
    localStorage.setItem(KEY, compteId)
  } catch {
    // Storage refused by the browser: the account is found again from the session.
  }
}
