import { workDayOf } from '@/domain/commun/jour-de-travail'
import { parseDemande } from '@/domain/rapports/demande'
import { findPret } from '@/domain/rapports/prets'
import { readLivre } from '@/features/prets/queries'
import { readLignes } from '@/features/lignes/queries'
import { openExport } from '@/features/rapports/commands'
import { readRapport, readRapports } from '@/features/rapports/queries'
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

function pret() {
  const found = findPret('couverture')
  if (!found) throw new Error('Le rapport de couverture est prêt.')
  return found
}

const heures = { demande: demande(), ligne: 'ensemble', colonne: 'heures' }

/** Everything of the reports. One reads one's own reach, so the second organisation is not tried here but in tests/db/rapports. */
export const rapports: Table = {
  'rapports/queries.ts > readRapport': {
    demande: 'rapports.read',
    cote: 'seine',
    enSonNom: true,
    tente: async ({ viewer }) => (await readRapport(viewer, demande(), SOIR)) !== null,
  },
  'rapports/queries.ts > readRapports': {
    demande: 'rapports.read',
    cote: 'seine',
    enSonNom: true,
    tente: async ({ viewer }) => (await readRapports(viewer, demande().periode, [demande()], SOIR)) !== null,
  },
  'rapports/queries.ts > readReferentiel': {
    ouvert: 'le répertoire et la liste des articles, que chacun lit déjà',
  },
  'lignes/queries.ts > canSeeRows': { ouvert: 'dit un droit, ne lit rien' },
  'lignes/queries.ts > readLignes': {
    demande: 'maraudes.validate',
    cote: 'seine',
    enSonNom: true,
    tente: async ({ viewer }) => (await readLignes(viewer, heures, null, SOIR)) !== null,
  },
  'app/(bureau)/rapports/lignes/page.tsx': {
    demande: 'rapports.export',
    cote: 'seine',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/rapports/lignes/page')),
  },
  'recoupements/queries.ts > readFichiersRemis': {
    ouvert: 'ne rend rien à personne : readRapports s’en sert pour cacher davantage',
  },
  'recoupements/queries.ts > readRecoupement': {
    ouvert: 'ne rend rien à personne : readRapports s’en sert pour cacher davantage',
  },
  'rapports/commands.ts > openExport': {
    demande: 'rapports.export',
    cote: 'seine',
    enSonNom: true,
    tente: (lieu) => done(lieu, SOIR, (context) => openExport(context, demande())),
  },
  'rapports/commands.ts > sealExport': { ouvert: 'écrit ce qu’openExport a permis, à la fin du fichier' },
  'prets/queries.ts > readLivre': {
    demande: 'rapports.read',
    cote: 'seine',
    enSonNom: true,
    tente: async ({ viewer }) => (await readLivre(viewer, pret(), demande().periode, SOIR)) !== null,
  },
  'app/(bureau)/rapports/prets/[rapport]/page.tsx': {
    demande: 'rapports.read',
    cote: 'seine',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/rapports/prets/[rapport]/page'), { rapport: pret().id }),
  },
  'app/api/exports/prets/[rapport]/route.ts': {
    demande: 'rapports.export',
    cote: 'seine',
    enSonNom: true,
    tente: async () => {
      const { GET } = await import('@/app/api/exports/prets/[rapport]/route')
      const address = 'http://localhost:3000/api/exports/prets/couverture?periode=2026-09&format=xlsx'
      return answers(GET(new Request(address), { params: Promise.resolve({ rapport: pret().id }) }))
    },
  },
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
