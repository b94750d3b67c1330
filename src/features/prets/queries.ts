import 'server-only'
import type { Viewer } from '@/domain/comptes/viewer'
import type { Livre } from '@/domain/rapports/livre'
import type { Periode } from '@/domain/rapports/periode'
import { demandeOf, type RapportPret } from '@/domain/rapports/prets'
import { readRapports } from '@/features/rapports/queries'

/** Counts and protects every chapter of a ready report, at one instant. Null: this account reads no report. */
export async function readLivre(
  viewer: Viewer,
  pret: RapportPret,
  periode: Periode,
  now: Date,
): Promise<Livre | null> {
  const demandes = pret.chapitres.map((chapitre) => demandeOf(chapitre, periode))
  const rapports = await readRapports(viewer, periode, demandes, now)
  const [first] = rapports ?? []
  if (first === undefined) return null
  const { organisation, calculeLe, seuils, maraudesOuvertes } = first
  return {
    pret,
    periode,
    organisation,
    calculeLe,
    seuils,
    maraudesOuvertes,
    chapitres: pret.chapitres.flatMap(({ titre }, rang) => {
      const [demande, rapport] = [demandes[rang], rapports?.[rang]]
      return demande && rapport ? { titre, demande, sections: rapport.sections } : []
    }),
  }
}
