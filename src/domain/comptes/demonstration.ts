/**
 * Password of every demonstration account. Public on purpose: these accounts exist only in a demonstration base, which
 * holds nothing real, and the sign-in page shows it there.
 */
export const MOT_DE_PASSE_DEMONSTRATION = 'maillage-demo-2026'
