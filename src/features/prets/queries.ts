import 'server-only'
import type { Viewer } from '@/domain/comptes/viewer'
import type { Livre } from '@/domain/rapports/livre'
import type { Periode } from '@/domain/rapports/periode'
import { demandeOf, type RapportPret } from '@/domain/rapports/prets'
import { readRapport } from '@/features/rapports/queries'

/** Counts and protects every chapter of a ready report, at one instant. Null: this account reads no report. */
export async function readLivre(
  viewer: Viewer,
  pret: RapportPret,
  periode: Periode,
  now: Date,
): Promise<Livre | null> {
  const lus = []
  for (const chapitre of pret.chapitres) {
    const demande = demandeOf(chapitre, periode)
    const rapport = await readRapport(viewer, demande, now)
    if (rapport === null) return null
    lus.push({ chapitre: { titre: chapitre.titre, demande, sections: rapport.sections }, rapport })
  }
  const [first] = lus
  if (first === undefined) return null
  const { organisation, calculeLe, seuils, maraudesOuvertes } = first.rapport
  return {
    pret,
    periode,
    organisation,
    calculeLe,
    seuils,
    maraudesOuvertes,
    chapitres: lus.map(({ chapitre }) => chapitre),
  }
}
