import { formatShortDate } from '@/domain/commun/format'

/** « depuis le 01/05/2019 », « du 01/01/2019 au 31/12/2020 » ; `au` is the first day when it no longer held. */
export function periodeEnTexte(du: string | null, au: string | null): string {
  if (du === null) return au === null ? 'toujours' : `jusqu’au ${formatShortDate(au)}`
  if (au === null) return `depuis le ${formatShortDate(du)}`
  return `du ${formatShortDate(du)} au ${formatShortDate(au)}`
}
