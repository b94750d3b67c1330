import { addDays, fromParis, toDatabaseDate, toParis } from '@/domain/commun/civil-date'
import type { Annuaire } from './annuaire'
import { type Fenetre, plusMinutes } from './fenetre'
import { Hasard } from './hasard'
import type { Lignes } from './lignes'

const JOURS_VISITES = 10
const NUITS_AVANT = 7
const NUITS_APRES = 10
/** The 119 and the services of child protection are counted, never anybody. */
const MINEURS = [
  ['ASE_75', 4],
  ['ASE_93', 7],
  ['HORS_LA_RUE', 6],
] as const

/** Adds the rounds of the hotels, the roster of the Pavillon, and the counts of minors led to a service. */
export function addVeille(lignes: Lignes, annuaire: Annuaire, fenetre: Fenetre): void {
  const hasard = new Hasard(fenetre.graine, 'veille')
  addVisites(lignes, annuaire, fenetre, hasard)
  addAstreintes(lignes, annuaire, fenetre, hasard)
  addMineurs(lignes, annuaire, fenetre)
}

/** Stays under way in one device. */
function presents(lignes: Lignes, dispositifId: string) {
  const places = new Set(
    lignes.places.filter((place) => place.dispositifId === dispositifId).map(({ id }) => id),
  )
  return lignes.occupations.flatMap(({ id, placeId, etat, debut }) =>
    id !== undefined && etat === 'EN_COURS' && places.has(placeId) ? { id, debut: new Date(debut) } : [],
  )
}

function addVisites(lignes: Lignes, annuaire: Annuaire, { now }: Fenetre, hasard: Hasard): void {
  const { id: dispositifId, organisationId } = annuaire.dispositif('assore-hotel')
  lignes.regles_visite.push({
    dispositifId,
    organisationId,
    alerteApres: 2,
    prevenir: ['RECEPTION', 'CADRE', 'STRUCTURE_SUIVI', 'SECOURS'],
  })
  const today = toParis(now).date
  for (const [rank, { id, debut }] of presents(lignes, dispositifId).entries()) {
    // One door in a hundred has not answered for two days: the alert is open.
    const silent = rank % 100 === 3
    for (let before = JOURS_VISITES; before >= 1; before--) {
      const day = addDays(today, -before)
      const le = fromParis(day, hasard.between(10 * 60, 17 * 60))
      const drawn = hasard.weighted({ VU: 82, PAS_DE_REPONSE: 8, ABSENT_PREVENU: 7, REFUS: 3 } as const)
      if (le <= debut) continue
      const answered = before === 1 && drawn === 'PAS_DE_REPONSE' ? 'VU' : drawn
      const issue = silent && before <= 2 ? 'PAS_DE_REPONSE' : answered
      lignes.visites.push({
        id: hasard.id(le),
        occupationId: id,
        organisationId,
        jour: toDatabaseDate(day),
        le,
        issue,
      })
    }
    const hier = fromParis(addDays(today, -1), 17 * 60 + 5)
    if (!silent || plusMinutes(debut, 2 * 24 * 60) > hier) continue
    const alerteId = hasard.id(hier)
    lignes.alertes_visite.push({ id: alerteId, occupationId: id, organisationId, ouverteLe: hier })
    lignes.alertes_prevenues.push({ alerteId, organisationId, qui: 'RECEPTION', le: plusMinutes(hier, 5) })
  }
}

function addAstreintes(lignes: Lignes, annuaire: Annuaire, { ceSoir }: Fenetre, hasard: Hasard): void {
  const { id: structureId, organisationId } = annuaire.structure('le-pavillon')
  const residents = presents(lignes, annuaire.dispositif('le-pavillon-hebergement').id)
  for (let rank = -NUITS_AVANT; rank <= NUITS_APRES; rank++) {
    const day = addDays(ceSoir, rank)
    const night = { structureId, organisationId, nuit: toDatabaseDate(day) }
    const resident = residents[(rank + NUITS_AVANT) % Math.max(1, residents.length)]
    const at = fromParis(day, 12 * 60)
    const livesThere = resident !== undefined && resident.debut < at
    // Two nights are still to be given: a gap that the roster shows.
    if (livesThere && rank !== 3 && rank !== 8)
      lignes.astreintes.push({
        ...night,
        id: hasard.id(at),
        poste: 'RESIDENT',
        occupationId: resident.id,
        fonction: null,
        telephone: null,
      })
    if (rank < 7)
      lignes.astreintes.push({
        ...night,
        id: hasard.id(at),
        poste: 'CADRE',
        occupationId: null,
        fonction: rank % 2 === 0 ? 'CADRE_ASTREINTE' : 'SERVICE',
        telephone: '01 99 00 12 34',
      })
  }
}

function addMineurs(lignes: Lignes, annuaire: Annuaire, { ceSoir }: Fenetre): void {
  const organisationId = annuaire.organisation('gaia')
  for (const [rank, [service, nombre]] of MINEURS.entries())
    lignes.mineurs_orientes.push({
      organisationId,
      jour: toDatabaseDate(addDays(ceSoir, -9 - rank * 14)),
      service,
      nombre,
    })
}
