import type { Corps } from './lignes'

/** A round as its row holds it, read back as the body of its opening. */
export function corpsOuverture(row: {
  secteurCode: string | null
  mode: string
  equipe: number
  partenaires: readonly string[]
  debut: Date
}): Corps {
  const { secteurCode, mode, equipe, partenaires, debut } = row
  return { secteurCode, mode, equipe, partenaires, debut: debut.toISOString() }
}

/** Its closing, likewise; null while it is under way. */
export function corpsCloture(row: {
  id: string
  fin: Date | null
  transmission: string | null
  couvertures: readonly { cellule: string; minutes: number; passages: number }[]
}): Corps | null {
  if (row.fin === null) return null
  const couverture = row.couvertures.map(({ cellule, minutes, passages }) => ({ cellule, minutes, passages }))
  return { maraudeId: row.id, fin: row.fin.toISOString(), transmission: row.transmission, couverture }
}

type ArretEnregistre = {
  maraudeId: string
  communeCode: string
  structureId: string | null
  cellule: string | null
  lieu: string | null
  arrivee: Date
  depart: Date | null
  ambiance: string | null
  presencePoliciere: boolean | null
  mediations: number
  note: string | null
  rencontres: readonly Corps[]
  materiels: readonly { articleCode: string; sens: string; quantite: number }[]
  besoins: readonly Corps[]
  incidents: readonly Corps[]
  messages: readonly Corps[]
}

/** A stop, likewise: its material in units, kits already expanded. */
export function corpsArret(row: ArretEnregistre): Corps {
  const { rencontres, materiels, besoins, incidents, messages } = row
  return {
    maraudeId: row.maraudeId,
    communeCode: row.communeCode,
    structureId: row.structureId,
    cellule: row.cellule,
    lieu: row.lieu,
    arrivee: row.arrivee.toISOString(),
    depart: row.depart?.toISOString() ?? null,
    ambiance: row.ambiance,
    presencePoliciere: row.presencePoliciere,
    mediations: row.mediations,
    note: row.note,
    rencontres: rencontres.map((line) =>
      only(line, ['genre', 'trancheAge', 'situation', 'connus', 'nouveaux']),
    ),
    materiel: materiels.map(({ articleCode, sens, quantite }) => ({ article: articleCode, sens, quantite })),
    besoins: besoins.map((line) => only(line, ['kind', 'personnes', 'reponse', 'cause'])),
    incidents: incidents.map((line) => only(line, ['kind', 'personnes', 'doses'])),
    messages: messages.map((line) => only(line, ['carte', 'personnes'])),
  }
}

/** A request for a place, likewise; whom it is for stays where it is. */
export function corpsDemande(row: Corps): Corps {
  const names = ['arretId', 'receveurDispositifId', 'echeance', 'genre', 'trancheAge', 'personnes', 'couple']
  return only(row, [...names, 'animaux', 'mobilite', 'femmesSeulement'])
}

function only(line: Corps, names: readonly string[]): Corps {
  return Object.fromEntries(names.map((name) => [name, line[name]]))
}
