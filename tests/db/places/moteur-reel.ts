import type { Context } from '@/db/journal'
import { addDays } from '@/domain/commun/civil-date'
import { besoinSimple } from '@/domain/places/convient'
import { nightServed } from '@/domain/places/sejour'
import { moveStay, prolongStay } from '@/features/changements/commands'
import { closePlace, reopen } from '@/features/fermetures/commands'
import { markReady } from '@/features/places/commands'
import { bookPlace } from '@/features/reservations/commands'
import { admitBooked, endStay } from '@/features/sejours/commands'
import { releaseHold } from '@/features/tenues/commands'
import type { Monde } from '../socle/monde'
import { owner } from '../support/connections'
import { act, createSoiree, receveurDe } from './soiree'

/** For a stay that begins in `dans` days and lasts `jours`. */
type Duree = { dans: number; jours: number }

/** The real engine: commands on PostgreSQL. Each answers whether it was done. */
export class Moteur {
  constructor(
    readonly monde: Monde,
    readonly lits: readonly string[],
  ) {}

  private async do(now: number, command: (context: Context) => Promise<{ ok: boolean }>): Promise<boolean> {
    return (await act(receveurDe(this.monde), new Date(now), command)).ok
  }
  /** The stay of a bed, or its hold that ends at that instant, as the screen shows it now. */
  private async find(lit: number, etat: 'EN_COURS' | 'TENUE', fin: number | null = null) {
    const { rows } = await owner.query<{ occupationId: string; version: number }>(
      `SELECT id AS "occupationId", version FROM occupations WHERE place_id = $1 AND etat = $2::etat_occupation
        AND ($3::timestamptz IS NULL OR fin = $3) ORDER BY cree_le DESC LIMIT 1`,
      [this.lits[lit], etat, fin === null ? null : new Date(fin)],
    )
    return rows[0] ?? { occupationId: this.monde.seine.place, version: 1 }
  }
  tenir(lit: number, { dans, jours }: Duree, now: number): Promise<boolean> {
    const night = nightServed(new Date(now))
    return this.do(now, (context) =>
      bookPlace(context, {
        ...besoinSimple,
        dispositifId: this.monde.seine.dispositif,
        placeId: this.lits[lit] ?? null,
        partenaireId: null,
        pourLe: dans === 0 ? null : addDays(night, dans),
        fin: addDays(night, dans + jours),
      }),
    )
  }
  async admettre(lit: number, fin: number, now: number): Promise<boolean> {
    const vue = await this.find(lit, 'TENUE', fin)
    return this.do(now, (context) => admitBooked(context, vue))
  }
  async annuler(lit: number, fin: number, now: number): Promise<boolean> {
    const vue = await this.find(lit, 'TENUE', fin)
    return this.do(now, (context) => releaseHold(context, vue))
  }
  async finir(lit: number, now: number): Promise<boolean> {
    const vue = await this.find(lit, 'EN_COURS')
    return this.do(now, (context) =>
      endStay(context, { ...vue, destination: 'RUE', issue: 'FIN_PREVUE', acquis: [] }),
    )
  }
  async deplacer(lit: number, autre: number, now: number): Promise<boolean> {
    const vue = await this.find(lit, 'EN_COURS')
    return this.do(now, (context) => moveStay(context, { ...vue, placeId: this.lits[autre] ?? '' }))
  }
  async prolonger(lit: number, { jours }: Duree, now: number): Promise<boolean> {
    const vue = await this.find(lit, 'EN_COURS')
    const fin = addDays(nightServed(new Date(now)), jours)
    return this.do(now, (context) => prolongStay(context, { ...vue, fin }))
  }
  fermer(lit: number, now: number): Promise<boolean> {
    const fermeture = {
      placeId: this.lits[lit] ?? '',
      cause: 'TRAVAUX',
      du: null,
      finPrevue: null,
      note: null,
    } as const
    return this.do(now, (context) => closePlace(context, fermeture))
  }
  async rouvrir(lit: number, now: number): Promise<boolean> {
    const { rows } = await owner.query<{ id: string }>(
      'SELECT id FROM fermetures WHERE place_id = $1 ORDER BY du DESC LIMIT 1',
      [this.lits[lit]],
    )
    return this.do(now, (context) => reopen(context, { fermetureId: rows[0]?.id ?? this.monde.seine.place }))
  }
  async preparer(lit: number, now: number): Promise<boolean> {
    const { rows } = await owner.query<{ version: number }>('SELECT version FROM places WHERE id = $1', [
      this.lits[lit],
    ])
    const vue = { placeId: this.lits[lit] ?? '', version: rows[0]?.version ?? 0 }
    return this.do(now, (context) => markReady(context, vue))
  }
  async etats(now: number): Promise<string[]> {
    const { rows } = await owner.query<{ place_id: string; statut: string }>(
      'SELECT place_id, statut FROM etat_places_a($1, $2)',
      [new Date(now), this.monde.seine.dispositif],
    )
    return this.lits.map((id) => rows.find(({ place_id: place }) => place === id)?.statut ?? 'ABSENTE')
  }
}

/** Three beds, to prepare after each departure, where one may stay two months. */
export async function createMoteur(nombre: number): Promise<Moteur> {
  const monde = await createSoiree(nombre, { remise_en_etat: true })
  await owner.query('UPDATE regles_sejour SET duree_max = 60 WHERE dispositif_id = $1', [
    monde.seine.dispositif,
  ])
  const { rows } = await owner.query<{ id: string }>(
    'SELECT id FROM places WHERE dispositif_id = $1 ORDER BY libelle',
    [monde.seine.dispositif],
  )
  return new Moteur(
    monde,
    rows.map(({ id }) => id),
  )
}
