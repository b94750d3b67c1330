import 'server-only'
import { readAs } from '@/db/transaction'
import { can } from '@/domain/comptes/can'
import type { Viewer } from '@/domain/comptes/viewer'
import {
  goulot,
  type MarcheComptee,
  type MarcheMontree,
  type Perimetre,
  protegeMarche,
} from '@/domain/parcours/marches'
import { env } from '@/lib/env'

/** Days over which waits, stays and exits are looked at. */
const PERIODE_JOURS = 90
const MS_PAR_JOUR = 86_400_000

export type MarcheVue = MarcheMontree & {
  nom: string
  dureeMin: number | null
  dureeMax: number | null
  dureeMoyenne: number | null
}

export type ParcoursVu = {
  code: string
  nom: string
  /** given as a reference: none of its steps is a device of ours */
  modele: boolean
  source: string
  depuis: Date
  marches: MarcheVue[]
  goulot: number | null
}

/** The configured pathways, step by step. Null for a viewer without the right to see places. Aggregates only, whoever asks. */
export async function readParcours(
  viewer: Viewer,
  perimetre: Perimetre,
  now: Date,
): Promise<ParcoursVu[] | null> {
  if (!can(viewer, 'places.read')) return null
  const own = perimetre === 'les-miens' && can(viewer, 'parcours.read') && viewer.organisationId !== null
  const depuis = new Date(now.getTime() - PERIODE_JOURS * MS_PAR_JOUR)
  return readAs(viewer, async (tx) => {
    const parcours = await tx.parcours.findMany({
      orderBy: [{ modele: 'asc' }, { nom: 'asc' }],
      include: { marches: { orderBy: { ordre: 'asc' } } },
    })
    const vus: ParcoursVu[] = []
    for (const { code, nom, modele, source, marches } of parcours) {
      const counted = await tx.$queryRaw<MarcheComptee[]>`
        SELECT ordre::int, dispositifs, capacite, places, occupees, libres, fermees, en_attente AS "enAttente", arrivees, attente,
          sorties, duree, montees
        FROM marches_a(${code}, ${now}, ${depuis}, ${own})`
      const shown = counted.map((marche) =>
        own ? marche : protegeMarche(marche, env.SMALL_NUMBERS_THRESHOLD),
      )
      vus.push({
        code,
        nom,
        modele,
        source,
        depuis,
        goulot: goulot(shown),
        marches: marches.flatMap(({ ordre, nom: step, dureeMin, dureeMax, dureeMoyenne }) => {
          const figures = shown.find((marche) => marche.ordre === ordre)
          return figures === undefined ? [] : [{ ...figures, nom: step, dureeMin, dureeMax, dureeMoyenne }]
        }),
      })
    }
    return vus
  })
}
