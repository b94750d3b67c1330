import { drawToken } from '@/auth/answer-link'
import { move, wait } from '@/features/attente/actions'
import { changeRank, enterLine } from '@/features/attente/commands'
import { countAttentes, readListeAttente } from '@/features/attente/queries'
import { takeBack } from '@/features/consentements/actions'
import { withdrawConsent } from '@/features/consentements/commands'
import { include } from '@/features/inclusions/actions'
import { findProfils } from '@/features/inclusions/queries'
import { close, promise, welcome } from '@/features/promesses/actions'
import { closePromised, promiseEntry, receivePromised } from '@/features/promesses/commands'
import { makeLink } from '@/features/reponses/actions'
import { openLink } from '@/features/reponses/commands'
import { answer, end, propose } from '@/features/suivis/actions'
import { answerHandover, endFollowUp, proposeHandover } from '@/features/suivis/commands'
import { civilDate } from '@/domain/commun/civil-date'
import { act, arrive, ask, avecPersonne, plusTard, receveurDe, rowOf, viewerOf } from '../places/soiree'
import type { Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { request } from './ecritures'
import { shows } from './ecrans'
import { done, type Table } from './essai'
import { sent } from './gestes'
import { horloge } from './navigateur'

const receveur = { demande: 'orientations.answer', cote: 'seine' } as const
const prescripteur = { demande: 'orientations.renounce', cote: 'paris' } as const
/** Who answers for the follow-up: the structure that asked. */
const responsable = { demande: 'orientations.answer', cote: 'paris' } as const
const DEMAIN = civilDate('2026-11-24')

async function waiting(monde: Monde): Promise<string> {
  const id = await request(monde)
  await act(receveurDe(monde), plusTard(1), (context) => enterLine(context, { id, version: 1, criteres: [] }))
  return id
}

/** A request to a device that keeps no places here. */
async function withoutPlaces(monde: Monde): Promise<string> {
  await owner.query('DELETE FROM places WHERE dispositif_id = $1', [monde.seine.dispositif])
  return request(monde)
}

async function promised(monde: Monde): Promise<string> {
  const id = await withoutPlaces(monde)
  const entry = { id, version: 1, dispositifId: null, entreePrevue: DEMAIN }
  await act(receveurDe(monde), plusTard(1), (context) => promiseEntry(context, entry))
  return id
}

async function welcomed(monde: Monde): Promise<string> {
  const id = await promised(monde)
  await act(receveurDe(monde), plusTard(2), (context) => receivePromised(context, { id, version: 2 }))
  return id
}

const arrived = async (monde: Monde) => (await arrive(monde)).id

async function proposed(monde: Monde): Promise<string> {
  const id = await arrived(monde)
  const caarud = viewerOf(monde.paris, 'COORDINATEUR')
  await act(caarud, plusTard(70), (context) => proposeHandover(context, { id, version: 3 }))
  const { rows } = await owner.query<{ id: string }>(
    'SELECT id FROM remises_suivi WHERE orientation_id = $1',
    [id],
  )
  return rows[0]?.id ?? ''
}

async function slugOf(monde: Monde): Promise<string> {
  return String((await rowOf('dispositifs', monde.seine.dispositif))['slug'])
}

function fields(values: Readonly<Record<string, string>>): FormData {
  horloge.instant = plusTard(5)
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

/** What the life of a request brings beside its answer: the line, the promise, the agreement, the follow-up, the link, the many. */
export const orientations: Table = {
  'attente/commands.ts > enterLine': {
    ...receveur,
    prepare: request,
    tente: (lieu, id) =>
      done(lieu, plusTard(5), (context) => enterLine(context, { id, version: 1, criteres: ['RUE'] })),
  },
  'attente/commands.ts > changeRank': {
    ...receveur,
    prepare: waiting,
    tente: (lieu, id) =>
      done(lieu, plusTard(5), (context) =>
        changeRank(context, { id, version: 2, versRang: 1, motif: 'DANGER' }),
      ),
  },
  'attente/actions.ts > wait': {
    ...receveur,
    prepare: request,
    tente: (_, id) => sent(wait, 5, { id, version: '1', criteres: 'RUE' }),
  },
  'attente/actions.ts > move': {
    ...receveur,
    prepare: waiting,
    tente: (_, id) => sent(move, 5, { id, version: '2', versRang: '1', motif: 'DANGER' }),
  },
  'attente/queries.ts > listRangs': {
    ouvert: 'dans la transaction d’un changement de rang, droit déjà vérifié',
  },
  'attente/queries.ts > readListeAttente': {
    ...receveur,
    prepare: slugOf,
    tente: async ({ viewer }, slug) => (await readListeAttente(viewer, slug)) !== null,
  },
  'attente/queries.ts > countAttentes': {
    ...receveur,
    prepare: waiting,
    tente: async ({ viewer }) => (await countAttentes(viewer)).size > 0,
  },
  'app/(bureau)/orientations/attente/[dispositif]/page.tsx': {
    ...receveur,
    prepare: slugOf,
    tente: (_, dispositif) =>
      shows(import('@/app/(bureau)/orientations/attente/[dispositif]/page'), { dispositif }),
  },
  'consentements/commands.ts > withdrawConsent': {
    ...prescripteur,
    prepare: request,
    tente: (lieu, id) => done(lieu, plusTard(5), (context) => withdrawConsent(context, { id, version: 1 })),
  },
  'consentements/actions.ts > takeBack': {
    ...prescripteur,
    prepare: request,
    tente: (_, id) => sent(takeBack, 5, { id, version: '1' }),
  },
  'promesses/commands.ts > promiseEntry': {
    ...receveur,
    prepare: withoutPlaces,
    tente: (lieu, id) =>
      done(lieu, plusTard(5), (context) =>
        promiseEntry(context, { id, version: 1, dispositifId: null, entreePrevue: DEMAIN }),
      ),
  },
  'promesses/commands.ts > receivePromised': {
    ...receveur,
    prepare: promised,
    tente: (lieu, id) => done(lieu, plusTard(5), (context) => receivePromised(context, { id, version: 2 })),
  },
  'promesses/commands.ts > closePromised': {
    ...receveur,
    prepare: welcomed,
    tente: (lieu, id) =>
      done(lieu, plusTard(5), (context) => closePromised(context, { id, version: 3, issue: 'DEPART' })),
  },
  'promesses/actions.ts > promise': {
    ...receveur,
    prepare: withoutPlaces,
    tente: (_, id) => sent(promise, 5, { id, version: '1', dispositifId: '', entreePrevue: DEMAIN }),
  },
  'promesses/actions.ts > welcome': {
    ...receveur,
    prepare: promised,
    tente: (_, id) => sent(welcome, 5, { id, version: '2' }),
  },
  'promesses/actions.ts > close': {
    ...receveur,
    prepare: welcomed,
    tente: (_, id) => sent(close, 5, { id, version: '3', issue: 'DEPART' }),
  },
  'promesses/queries.ts > hasPlaces': { ouvert: 'un oui ou un non sur un dispositif de l’annuaire' },
  'promesses/queries.ts > keepsPlaces': { ouvert: 'un oui ou un non sur un dispositif de l’annuaire' },
  'suivis/commands.ts > proposeHandover': {
    ...responsable,
    prepare: arrived,
    tente: (lieu, id) => done(lieu, plusTard(70), (context) => proposeHandover(context, { id, version: 3 })),
  },
  'suivis/commands.ts > endFollowUp': {
    ...responsable,
    prepare: arrived,
    tente: (lieu, id) =>
      done(lieu, plusTard(70), (context) => endFollowUp(context, { id, version: 3, motif: 'RELAIS' })),
  },
  'suivis/commands.ts > answerHandover': {
    ...receveur,
    prepare: proposed,
    tente: (lieu, id) =>
      done(lieu, plusTard(80), (context) => answerHandover(context, { id, acceptee: 'oui' })),
  },
  'suivis/actions.ts > propose': {
    ...responsable,
    prepare: arrived,
    tente: (_, id) => sent(propose, 70, { id, version: '3' }),
  },
  'suivis/actions.ts > end': {
    ...responsable,
    prepare: arrived,
    tente: (_, id) => sent(end, 70, { id, version: '3', motif: 'RELAIS' }),
  },
  'suivis/actions.ts > answer': {
    ...receveur,
    prepare: proposed,
    tente: (_, id) => sent(answer, 80, { id, acceptee: 'oui' }),
  },
  'suivis/queries.ts > findSuivi': { ouvert: 'dans la transaction d’un lecteur, sous la sécurité par ligne' },
  'suivis/queries.ts > readSuivi': {
    ouvert: 'lu par la page après findOrientation, sous la sécurité par ligne',
  },
  'reponses/commands.ts > openLink': {
    ...prescripteur,
    prepare: request,
    tente: (lieu, id) =>
      done(lieu, plusTard(5), (context) =>
        openLink(context, { id, version: 1, empreinte: drawToken().empreinte }),
      ),
  },
  'reponses/commands.ts > answerByLink': { ouvert: 'tenir le jeton, à usage unique, est le droit' },
  'reponses/queries.ts > isAnswerable': { ouvert: 'dans la transaction d’une commande, y vérifie le droit' },
  'reponses/queries.ts > findLien': { ouvert: 'connaître l’empreinte du jeton est le droit' },
  'reponses/queries.ts > readDemandeParLien': { ouvert: 'ne lit que l’orientation qu’ouvre le jeton' },
  'reponses/actions.ts > makeLink': {
    ...prescripteur,
    prepare: request,
    tente: async (_, id) => {
      const made = await makeLink(
        { adresse: null, expireLe: null, refus: null },
        fields({ id, version: '1' }),
      )
      return made.adresse !== null
    },
  },
  'reponses/actions.ts > answerLink': { ouvert: 'tenir le jeton, à usage unique, est le droit' },
  'app/(public)/reponse/[jeton]/page.tsx': {
    ouvert: 'tenir le jeton est le droit ; sans lui, rien n’est montré',
  },
  'inclusions/actions.ts > include': {
    demande: 'orientations.ask',
    cote: 'paris',
    enSonNom: true,
    tente: async ({ monde }) => {
      const lot = crypto.randomUUID()
      const form = fields({
        lot,
        receveurDispositifId: monde.seine.dispositif,
        pourLe: '',
        lignes: 'F 30-39',
      })
      const etat = await include({ lot, reste: '', verdicts: [], champs: {} }, form)
      return etat.verdicts.some(({ envoyee }) => envoyee)
    },
  },
  'inclusions/queries.ts > findProfils': {
    demande: 'personnes.read',
    cote: 'paris',
    enSonNom: true,
    prepare: async (monde) => (await ask(monde, avecPersonne)).code ?? '',
    tente: async ({ viewer }, code) => (await findProfils(viewer, [code])).size === 1,
  },
  'app/(bureau)/orientations/inclusion/page.tsx': {
    demande: 'orientations.ask',
    cote: 'paris',
    enSonNom: true,
    tente: () => shows(import('@/app/(bureau)/orientations/inclusion/page')),
  },
  'delais/commands.ts > strikeOrientation': { ouvert: 'l’horloge seule, sous sa propre sécurité par ligne' },
  'delais/queries.ts > findAttente': {
    ouvert: 'dans la transaction de l’horloge, sous sa sécurité par ligne',
  },
}
