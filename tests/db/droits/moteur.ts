import { uuidv7 } from 'uuidv7'
import { civilDate } from '@/domain/commun/civil-date'
import { undoArrival, undoDeparture } from '@/features/annulations/commands'
import { moveStay, prolongStay } from '@/features/changements/commands'
import { changeOpening, openPlaces, setUnits } from '@/features/capacites/commands'
import { endLoan, lendPlaces } from '@/features/contingents/commands'
import { logPassage, strikePassage } from '@/features/entrees/commands'
import { closeDispositif, closePlace, reopen } from '@/features/fermetures/commands'
import { bookPlace, retakeHold } from '@/features/reservations/commands'
import { admitBooked, endStay } from '@/features/sejours/commands'
import { releaseHold } from '@/features/tenues/commands'
import { act, addPlace, plusTard, receveurDe, SOIR } from '../places/soiree'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { held, holdOf, sejour } from './ecritures'
import { done, type Table } from './essai'

/** A stay of Seine ended in the night. */
export async function parti(monde: Monde): Promise<string> {
  const occupationId = await sejour(monde)
  const depart = { occupationId, version: 1, destination: 'RUE', issue: 'FIN_PREVUE', acquis: [] } as const
  const ended = await act(receveurDe(monde), plusTard(100), (context) =>
    endStay(context, { ...depart, acquis: [] }),
  )
  if (!ended.ok) throw new Error(ended.reason)
  return occupationId
}

/** A hold of Seine, without any request, given back. */
export async function released(monde: Monde): Promise<string> {
  const occupationId = await held(monde)
  const vue = { occupationId, version: 1 }
  const given = await act(receveurDe(monde), plusTard(5), (context) => releaseHold(context, vue))
  if (!given.ok) throw new Error(given.reason)
  return occupationId
}

/** A stay of Seine begun, and a place to move to. */
export async function sejourEtPlace(monde: Monde): Promise<string> {
  const placeId = await addPlace(monde.seine, 'Lit voisin')
  return `${await sejour(monde)} ${placeId}`
}

/** The place of Seine, closed. */
export async function fermee({ seine }: Monde): Promise<string> {
  return insertRow(owner, 'fermetures', {
    id: uuidv7(),
    place_id: seine.place,
    cause: 'TRAVAUX',
    du: '2026-11-20T11:00:00Z',
  })
}

/** A place of Seine lent to Paris. */
export async function pret({ seine, paris }: Monde): Promise<string> {
  return insertRow(owner, 'contingents', {
    id: uuidv7(),
    dispositif_id: seine.dispositif,
    organisation_id: paris.organisation,
    places: 1,
    du: '2026-11-01T11:00:00Z',
  })
}

/** Places of Seine opened until December. */
export function ouverture({ seine }: Monde): Promise<string> {
  return insertRow(owner, 'ouvertures_crise', {
    id: uuidv7(),
    dispositif_id: seine.dispositif,
    places: 3,
    du: '2026-11-20',
    au: '2026-12-01',
    motif: 'Grand froid',
    cree_le: '2026-11-20T11:00:00Z',
  })
}

/** The device of Seine, made a rest space for two. */
export async function repos({ seine }: Monde): Promise<string> {
  await owner.query('DELETE FROM places WHERE dispositif_id = $1', [seine.dispositif])
  await owner.query(`UPDATE dispositifs SET kind = 'REPOS' WHERE id = $1`, [seine.dispositif])
  await insertRow(owner, 'capacites', {
    id: uuidv7(),
    dispositif_id: seine.dispositif,
    mode: 'SIMULTANEE',
    places: 2,
    du: '2026-01-01',
  })
  return seine.dispositif
}

/** Somebody already inside that rest space. */
export async function passage(monde: Monde): Promise<string> {
  const dispositifId = await repos(monde)
  const entree = { dispositifId, kind: 'ENTREE', personnes: 1, femmes: 0 } as const
  const inside = await act(receveurDe(monde), SOIR, (context) => logPassage(context, entree))
  if (!inside.ok) throw new Error(inside.reason)
  return inside.value.id
}

const fermeture = { cause: 'TRAVAUX', du: null, finPrevue: null, note: null } as const

/** Commands on what becomes of a place: moved, prolonged, closed, booked, undone. */
export const moteur: Table = {
  'capacites/commands.ts > setUnits': {
    demande: 'places.configure',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) =>
        setUnits(context, { dispositifId: lieu.monde.seine.dispositif, nombre: 5 }),
      ),
  },
  'capacites/commands.ts > openPlaces': {
    demande: 'places.configure',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) =>
        openPlaces(context, {
          dispositifId: lieu.monde.seine.dispositif,
          places: 3,
          du: civilDate('2026-11-23'),
          au: civilDate('2026-12-01'),
          dureeMax: 13,
          motif: 'Grand froid',
        }),
      ),
  },
  'capacites/commands.ts > changeOpening': {
    demande: 'places.configure',
    cote: 'seine',
    prepare: ouverture,
    tente: (lieu, ouvertureId) =>
      done(lieu, SOIR, (context) => changeOpening(context, { ouvertureId, au: civilDate('2026-12-05') })),
  },
  'contingents/commands.ts > lendPlaces': {
    demande: 'places.configure',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) =>
        lendPlaces(context, {
          dispositifId: lieu.monde.seine.dispositif,
          organisationId: lieu.monde.paris.organisation,
          places: 1,
          du: null,
          au: null,
          retour: null,
        }),
      ),
  },
  'contingents/commands.ts > endLoan': {
    demande: 'places.configure',
    cote: 'seine',
    prepare: pret,
    tente: (lieu, contingentId) => done(lieu, SOIR, (context) => endLoan(context, { contingentId })),
  },
  'entrees/commands.ts > logPassage': {
    demande: 'entrees.log',
    cote: 'seine',
    prepare: repos,
    tente: (lieu, dispositifId) =>
      done(lieu, SOIR, (context) =>
        logPassage(context, { dispositifId, kind: 'ENTREE', personnes: 1, femmes: 0 }),
      ),
  },
  'entrees/commands.ts > strikePassage': {
    demande: 'entrees.log',
    cote: 'seine',
    prepare: passage,
    tente: (lieu, entreeId) => done(lieu, plusTard(5), (context) => strikePassage(context, { entreeId })),
  },
  'annulations/commands.ts > undoArrival': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: sejour,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(70), (context) => undoArrival(context, { occupationId, version: 1 })),
  },
  'annulations/commands.ts > undoDeparture': {
    demande: 'places.leave',
    cote: 'seine',
    prepare: parti,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(105), (context) => undoDeparture(context, { occupationId, version: 2 })),
  },
  'changements/commands.ts > moveStay': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: sejourEtPlace,
    tente: (lieu, prepared) => {
      const [occupationId = '', placeId = ''] = prepared.split(' ')
      return done(lieu, plusTard(90), (context) => moveStay(context, { occupationId, version: 1, placeId }))
    },
  },
  'changements/commands.ts > prolongStay': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: sejour,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(90), (context) =>
        prolongStay(context, { occupationId, version: 1, fin: civilDate('2026-11-24') }),
      ),
  },
  'fermetures/commands.ts > closePlace': {
    demande: 'places.close',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) => closePlace(context, { placeId: lieu.monde.seine.place, ...fermeture })),
  },
  'fermetures/commands.ts > closeDispositif': {
    demande: 'places.close',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) =>
        closeDispositif(context, { dispositifId: lieu.monde.seine.dispositif, ...fermeture }),
      ),
  },
  'fermetures/commands.ts > reopen': {
    demande: 'places.close',
    cote: 'seine',
    prepare: fermee,
    tente: (lieu, fermetureId) => done(lieu, SOIR, (context) => reopen(context, { fermetureId })),
  },
  'sejours/commands.ts > admitBooked': {
    demande: 'places.admit',
    cote: 'seine',
    prepare: held,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(30), (context) => admitBooked(context, { occupationId, version: 1 })),
  },
  'reservations/commands.ts > bookPlace': {
    demande: 'places.hold',
    cote: 'seine',
    tente: (lieu) =>
      done(lieu, SOIR, (context) => {
        const { dispositifId, besoin } = holdOf(lieu.monde)
        return bookPlace(context, {
          dispositifId,
          placeId: null,
          partenaireId: null,
          pourLe: null,
          fin: null,
          ...besoin,
        })
      }),
  },
  'reservations/commands.ts > retakeHold': {
    demande: 'places.hold',
    cote: 'seine',
    prepare: released,
    tente: (lieu, occupationId) =>
      done(lieu, plusTard(30), (context) => retakeHold(context, { occupationId, version: 2 })),
  },
}
