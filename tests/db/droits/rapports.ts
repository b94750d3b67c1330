import { workDayOf } from '@/domain/commun/jour-de-travail'
import { parseDemande } from '@/domain/rapports/demande'
import { openExport } from '@/features/rapports/commands'
import { readRapport } from '@/features/rapports/queries'
import { SOIR } from '../places/soiree'
import { answers, shows } from './ecrans'
import { done, type Table } from './essai'

const question = { indicateur: 'heures', periode: '2026-09' }

/** A report anybody may ask for; each role counts what it reaches. */
function demande() {
  const lue = parseDemande(question, workDayOf(SOIR))
  if (!lue.ok) throw new Error(lue.fautes.join(' '))
  return lue.demande
}

/** Everything of the reports. One reads one's own reach, so the second organisation is not tried here but in tests/db/rapports. */
export const rapports: Table = {
  'rapports/queries.ts > readRapport': {
    demande: 'rapports.read',
    cote: 'seine',
    enSonNom: true,
    tente: async ({ viewer }) => (await readRapport(viewer, demande(), SOIR)) !== null,
  },
  'rapports/commands.ts > openExport': {
    demande: 'rapports.export',
    cote: 'seine',
    enSonNom: true,
    tente: (lieu) => done(lieu, SOIR, (context) => openExport(context, demande())),
  },
  'rapports/commands.ts > sealExport': { ouvert: 'écrit ce qu’openExport a permis, à la fin du fichier' },
  'app/(bureau)/rapports/page.tsx': {
    demande: 'rapports.read',
    cote: 'seine',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/rapports/page')),
  },
  'app/api/exports/rapports/route.ts': {
    demande: 'rapports.export',
    cote: 'seine',
    enSonNom: true,
    tente: async () => {
      const { GET } = await import('@/app/api/exports/rapports/route')
      const address = `http://localhost:3000/api/exports/rapports?${new URLSearchParams(question).toString()}`
      return answers(GET(new Request(address)))
    },
  },
}
