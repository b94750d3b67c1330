import { uuidv7 } from 'uuidv7'
import { isValidElement } from 'react'
import { request } from './ecritures'
import type { Table } from './essai'
import { closedRound, validatedRound } from './maraudes'
import { refusedAct } from './quarantaine'

type Page = (props: {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string>>
}) => unknown

/** Whether the page answers: Next's `notFound` and `redirect` throw what carries a digest. */
export async function shows(
  page: Promise<{ default: unknown }>,
  params: Record<string, string> = {},
): Promise<boolean> {
  const { default: render } = await page
  try {
    return isValidElement(
      await asPage(render)({ params: Promise.resolve(params), searchParams: Promise.resolve({}) }),
    )
  } catch (error) {
    if (error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_')) return false
    throw error
  }
}

function asPage(render: unknown): Page {
  if (typeof render !== 'function') throw new Error('Une page exporte un composant.')
  return (props) => render(props)
}

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

/** Whether a route gave what was asked. */
export async function answers(response: Promise<Response>): Promise<boolean> {
  const { status, body } = await response
  await body?.cancel()
  return status < 400
}

const asked = new Request('http://localhost:3000/')

/** Every page, route and action. */
export const ecrans: Table = {
  'app/(public)/accessibilite/page.tsx': { ouvert: 'sans donnée, ouverte à tous' },
  'app/(public)/aide/page.tsx': { ouvert: 'sans donnée, ouverte à tous' },
  'app/(public)/confidentialite/page.tsx': { ouvert: 'sans donnée, ouverte à tous' },
  'app/(public)/connexion/page.tsx': { ouvert: 'là où l’on se connecte' },
  'app/(bureau)/page.tsx': { ouvert: 'l’accueil de qui est connecté ; chaque lecture y vérifie son droit' },
  'app/(bureau)/administration/page.tsx': {
    demande: 'comptes.read',
    cote: 'seine',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/administration/page')),
  },
  'app/(bureau)/administration/journal/page.tsx': {
    demande: 'journal.read',
    cote: 'seine',
    tente: () => shows(import('@/app/(bureau)/administration/journal/page')),
  },
  'app/(bureau)/carte/page.tsx': {
    demande: 'carte.read',
    cote: 'seine',
    tente: () => shows(import('@/app/(bureau)/carte/page')),
  },
  'app/(bureau)/places/page.tsx': {
    demande: 'places.read',
    cote: 'seine',
    tente: () => shows(import('@/app/(bureau)/places/page')),
  },
  'app/(bureau)/places/[dispositif]/page.tsx': {
    demande: 'places.read',
    cote: 'seine',
    tente: ({ monde }) =>
      shows(import('@/app/(bureau)/places/[dispositif]/page'), { dispositif: monde.seine.dispositif }),
  },
  'app/(bureau)/orientations/page.tsx': {
    demande: 'orientations.read',
    cote: 'paris',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/orientations/page')),
  },
  'app/(bureau)/orientations/nouvelle/page.tsx': {
    demande: 'orientations.ask',
    cote: 'paris',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/orientations/nouvelle/page')),
  },
  'app/(bureau)/orientations/[id]/page.tsx': {
    demande: 'orientations.read',
    cote: 'paris',
    prepare: request,
    tente: (_, id) => shows(import('@/app/(bureau)/orientations/[id]/page'), { id }),
  },
  'app/(bureau)/maraudes/page.tsx': {
    demande: 'maraudes.read',
    cote: 'paris',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/maraudes/page')),
  },
  'app/(bureau)/maraudes/[id]/page.tsx': {
    demande: 'maraudes.read',
    cote: 'paris',
    prepare: closedRound,
    tente: (_, id) => shows(import('@/app/(bureau)/maraudes/[id]/page'), { id }),
  },
  'app/(bureau)/maraudes/tablettes/page.tsx': {
    demande: 'appareils.manage',
    cote: 'paris',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/maraudes/tablettes/page')),
  },
  'app/(bureau)/maraudes/planning/page.tsx': {
    demande: 'planning.read',
    cote: 'paris',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/maraudes/planning/page')),
  },
  'app/(bureau)/maraudes/journee/page.tsx': {
    demande: 'maraudes.read',
    cote: 'paris',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/maraudes/journee/page')),
  },
  'app/(bureau)/maraudes/quarantaine/page.tsx': {
    demande: 'quarantaine.decide',
    cote: 'paris',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/maraudes/quarantaine/page')),
  },
  'app/(bureau)/maraudes/quarantaine/[nature]/[id]/page.tsx': {
    demande: 'quarantaine.decide',
    cote: 'paris',
    prepare: refusedAct,
    tente: (_, id) =>
      shows(import('@/app/(bureau)/maraudes/quarantaine/[nature]/[id]/page'), { nature: 'acte', id }),
  },
  'app/api/appareils/enrolement/route.ts': { ouvert: 'connaître le code, à usage unique, est le droit' },
  'maraudes/actions.ts > validate': {
    demande: 'maraudes.validate',
    cote: 'paris',
    prepare: closedRound,
    tente: async (_, id) => {
      const { validate } = await import('@/features/maraudes/actions')
      return (await validate({ refus: null }, form({ id }))).refus === null
    },
  },
  'maraudes/actions.ts > reopen': {
    demande: 'maraudes.validate',
    cote: 'paris',
    prepare: validatedRound,
    tente: async (_, id) => {
      const { reopen } = await import('@/features/maraudes/actions')
      return (await reopen({ refus: null }, form({ id }))).refus === null
    },
  },
  'app/(bureau)/structures/page.tsx': {
    demande: 'structures.read',
    cote: 'seine',
    tente: () => shows(import('@/app/(bureau)/structures/page')),
  },
  'app/(bureau)/structures/[slug]/page.tsx': {
    demande: 'structures.read',
    cote: 'seine',
    tente: ({ monde }) =>
      shows(import('@/app/(bureau)/structures/[slug]/page'), { slug: monde.seine.structure }),
  },
  'app/(terrain)/terrain/page.tsx': { ouvert: 'statique et sans donnée : la tablette l’ouvre sans réseau' },
  'app/(terrain)/terrain/[...ecran]/page.tsx': { ouvert: 'statique et sans donnée, comme /terrain' },
  'app/api/terrain/paquet/route.ts': {
    demande: 'maraudes.log',
    cote: 'paris',
    enSonNom: true,
    tente: async () => answers((await import('@/app/api/terrain/paquet/route')).GET(asked)),
  },
  'app/api/terrain/demandes/route.ts': {
    ouvert: 'ses propres demandes, voir listDemandes ; 401 sans session',
  },
  'app/api/sante/route.ts': { ouvert: 'dit seulement si le service répond' },
  'app/api/auth/deconnexion/route.ts': { ouvert: 'ferme sa propre session' },
  'app/api/auth/[...nextauth]/route.ts': { ouvert: 'avant toute connexion, avec le fournisseur d’identité' },
  'app/api/direct/route.ts': { ouvert: 'des signaux sans contenu, filtrés par droit, 401 sans session' },
  'app/api/direct/etat/route.ts': {
    ouvert: 'si quelque chose a changé, jamais quoi ; 401 sans session',
  },
  'app/api/contours/route.ts': {
    demande: 'carte.read',
    cote: 'seine',
    tente: async () => answers((await import('@/app/api/contours/route')).GET(asked)),
  },
  'app/api/passages/route.ts': {
    demande: 'planning.read',
    cote: 'seine',
    tente: async () => answers((await import('@/app/api/passages/route')).GET()),
  },
  'app/api/tuiles/[z]/[x]/[y]/route.ts': {
    ouvert: 'un fond de carte public, 404 sans le droit à la carte, 401 sans session',
  },
  'app/api/sync/route.ts': { ouvert: 'voir applyOperations, qu’elle appelle ; 401 sans session' },
  'app/api/sync/secours/route.ts': {
    demande: 'appareils.manage',
    cote: 'paris',
    enSonNom: true,
    tente: async () => answers((await import('@/app/api/sync/secours/route')).POST(secours())),
  },
  'comptes/actions.ts > signIn': { ouvert: 'là où l’on se connecte' },
  'comptes/actions.ts > revoke': {
    demande: 'comptes.revoke',
    cote: 'seine',
    tente: async ({ monde }) => {
      const { revoke } = await import('@/features/comptes/actions')
      return (await revoke(null, form({ compteId: monde.seine.compte }))) !== 'Ce compte est introuvable.'
    },
  },
  'structures/actions.ts > confirm': {
    demande: 'structures.confirm',
    cote: 'seine',
    tente: async ({ monde }) => {
      const { confirm } = await import('@/features/structures/actions')
      return (await confirm({ refus: null }, form({ slug: monde.seine.structure }))).refus === null
    },
  },
}

function secours(): Request {
  const instant = '2026-11-23T20:00:00.000Z'
  const file = { maillage: 'secours', protocole: 2, appareilId: uuidv7(), envoyeLe: instant, enAttente: 0 }
  const body = JSON.stringify({ ...file, plusAncien: null, maxSequence: 0, operations: [] })
  const headers = { 'content-type': 'application/json' }
  return new Request('http://localhost/api/sync/secours', { method: 'POST', headers, body })
}
