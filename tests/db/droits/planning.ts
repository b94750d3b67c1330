import { uuidv7 } from 'uuidv7'
import { civilDate } from '@/domain/commun/civil-date'
import { etatInitial, type EtatAction } from '@/domain/commun/etat-action'
import { tourneePrevueSchema } from '@/domain/planning/tournee-prevue'
import { readPassages } from '@/features/carte/queries'
import { readJournee } from '@/features/journees/queries'
import { cancel, change, plan, repeat, target } from '@/features/planning/actions'
import {
  cancelTournee,
  changeTournee,
  planTournee,
  repeatWeek,
  setObjectif,
} from '@/features/planning/commands'
import { readSemainePrevue } from '@/features/planning/queries'
import { SOIR } from '../places/soiree'
import { insertRow, type Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { done, type Table } from './essai'
import { round } from './maraudes'

const LUNDI = civilDate('2026-11-23')
const fields = {
  secteurCode: '75118',
  equipe: 'Chapelle',
  mode: 'A_PIED',
  nuit: LUNDI,
  heure: '1200',
  duree: '180',
}
const prevue = tourneePrevueSchema.parse(fields)

/** A round planned tonight by the association of Paris. */
export function planned({ paris }: Monde): Promise<string> {
  return insertRow(owner, 'tournees', {
    id: uuidv7(),
    organisation_id: paris.organisation,
    equipe: 'Ourcq',
    secteur_code: '75119',
    mode: 'A_PIED',
    debut: prevue.debut,
    fin: prevue.fin,
    nuit: LUNDI,
    par_id: paris.compte,
    creee_le: SOIR,
  })
}

/** A round of the association of Paris that counted one cell. */
async function walked(monde: Monde): Promise<string> {
  const id = await round(monde)
  await insertRow(owner, 'couvertures', {
    maraude_id: id,
    cellule: '891fb466257ffff',
    minutes: 20,
    passages: 1,
  })
  return id
}

async function sent(
  action: (previous: EtatAction, form: FormData) => Promise<EtatAction>,
  values: Readonly<Record<string, string>>,
): Promise<boolean> {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return (await action(etatInitial, form)).fait !== null
}

const write = { demande: 'planning.write', cote: 'paris' } as const
const wanted = { demande: 'objectifs.write', cote: 'paris', enSonNom: true } as const

/** The week to come, and the day gone by. */
export const planning: Table = {
  'planning/queries.ts > readSemainePrevue': {
    demande: 'planning.read',
    cote: 'paris',
    prepare: planned,
    tente: async ({ viewer }) =>
      (await readSemainePrevue(viewer, LUNDI))?.lignes.some(({ code }) => code === '75119') ?? false,
  },
  'carte/queries.ts > readPassages': {
    demande: 'planning.read',
    cote: 'paris',
    prepare: walked,
    tente: async ({ viewer }) => ((await readPassages(viewer, SOIR))?.features ?? []).length > 0,
  },
  'journees/queries.ts > readJournee': {
    demande: 'maraudes.read',
    cote: 'paris',
    prepare: round,
    tente: async ({ viewer }, id) => {
      const journee = await readJournee(viewer, LUNDI, SOIR)
      return journee?.equipes.some(({ maraudes }) => maraudes.some((own) => own.id === id)) ?? false
    },
  },
  'planning/commands.ts > planTournee': {
    ...write,
    enSonNom: true,
    tente: (lieu) => done(lieu, SOIR, (context) => planTournee(context, prevue)),
  },
  'planning/commands.ts > changeTournee': {
    ...write,
    prepare: planned,
    tente: (lieu, id) => done(lieu, SOIR, (context) => changeTournee(context, { ...prevue, id, version: 1 })),
  },
  'planning/commands.ts > cancelTournee': {
    ...write,
    prepare: planned,
    tente: (lieu, id) => done(lieu, SOIR, (context) => cancelTournee(context, { id, version: 1 })),
  },
  'planning/commands.ts > repeatWeek': {
    ...write,
    prepare: planned,
    tente: (lieu) => done(lieu, SOIR, (context) => repeatWeek(context, { semaine: LUNDI })),
  },
  'planning/commands.ts > setObjectif': {
    ...wanted,
    tente: (lieu) =>
      done(lieu, SOIR, (context) =>
        setObjectif(context, { secteurCode: '93008', heures: 6, semaine: LUNDI }),
      ),
  },
  'planning/actions.ts > plan': { ...write, enSonNom: true, tente: () => sent(plan, fields) },
  'planning/actions.ts > change': {
    ...write,
    prepare: planned,
    tente: (_, id) => sent(change, { ...fields, id, version: '1' }),
  },
  'planning/actions.ts > cancel': {
    ...write,
    prepare: planned,
    tente: (_, id) => sent(cancel, { id, version: '1' }),
  },
  'planning/actions.ts > repeat': {
    ...write,
    prepare: planned,
    tente: () => sent(repeat, { semaine: LUNDI }),
  },
  'planning/actions.ts > target': {
    ...wanted,
    tente: () => sent(target, { secteurCode: '93008', heures: '6', semaine: LUNDI }),
  },
}
