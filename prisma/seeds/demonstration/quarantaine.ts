import { createHash } from 'node:crypto'
import { canonicalJson } from '@/domain/sync/empreinte'
import type { Annuaire } from './annuaire'
import type { Auteurs } from './comptes'
import { equipes } from './equipes'
import { type Fenetre, plusMinutes } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

type Refuse = {
  kind: string
  motif: string
  corps: (maraudeId: string, debut: Date) => Record<string, unknown>
}

/** What a tablet sent and a rule did not let count: something to decide for whoever opens the quarantine. */
const refuses: readonly Refuse[] = [
  {
    kind: 'arret.noter',
    motif: 'Une règle de la base le refuse (materiels_quantite)',
    corps: (maraudeId, debut) => ({
      ...arret(maraudeId, debut),
      lieu: 'Marx-Dormoy',
      materiel: [{ article: 'carnet-sniff', sens: 'DONNE', quantite: 600 }],
    }),
  },
  {
    kind: 'arret.noter',
    motif: 'L’heure de l’arrêt est loin de celle de la maraude.',
    corps: (maraudeId, debut) => ({
      ...arret(maraudeId, plusMinutes(debut, 40 * 60)),
      lieu: 'Porte de la Chapelle',
      note: 'Passage calme, la tablette avait perdu l’heure.',
    }),
  },
  {
    kind: 'maraude.clore',
    motif: 'La fin vient avant le début de la maraude.',
    corps: (maraudeId, debut) => ({
      maraudeId,
      fin: plusMinutes(debut, -30).toISOString(),
      transmission: 'Peu de monde, deux personnes à revoir demain au CAARUD.',
      couverture: [],
    }),
  },
]

function arret(maraudeId: string, arrivee: Date) {
  return {
    maraudeId,
    communeCode: '75118',
    arrivee: arrivee.toISOString(),
    rencontres: [{ genre: 'FEMME', trancheAge: 'DE_30_39', situation: 'ISOLEE', connus: 1, nouveaux: 1 }],
  }
}

/** A few acts refused, of the last rounds of the first team. */
export function addQuarantaine(
  lignes: Lignes,
  annuaire: Annuaire,
  auteurs: Auteurs,
  appareils: ReadonlyMap<string, string>,
  { graine, now }: Fenetre,
): void {
  const hasard = new Hasard(graine, 'quarantaine')
  const [equipe] = equipes
  const appareilId = equipe === undefined ? undefined : appareils.get(equipe.cle)
  if (equipe === undefined || appareilId === undefined) return
  const own = lignes.maraudes.filter(
    (maraude) => maraude.appareilId === appareilId && maraude.statut === 'CLOSE',
  )
  const whose = {
    appareilId,
    organisationId: annuaire.structure(equipe.structure).organisationId,
    auteurId: auteurs.equipe(equipe.cle),
  }
  for (const [rang, maraude] of own.slice(-refuses.length).entries()) {
    const refuse = refuses[rang]
    if (refuse === undefined) continue
    const debut = new Date(maraude.debut)
    const creeLe = plusMinutes(debut, 60)
    const corps = refuse.corps(maraude.id, plusMinutes(debut, 45))
    const { kind, motif } = refuse
    lignes.operations.push({
      ...whose,
      id: hasard.id(creeLe),
      sequence: rang + 1,
      kind,
      schemaVersion: 1,
      empreinte: createHash('sha256').update(canonicalJson({ kind, corps })).digest('hex'),
      verdict: 'QUARANTAINE',
      motif,
      corps,
      creeLe,
      decalage: 0,
      recueLe: plusMinutes(creeLe, 5) < now ? plusMinutes(creeLe, 5) : now,
    })
  }
}
