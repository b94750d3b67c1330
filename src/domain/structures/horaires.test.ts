import { describe, expect, it } from 'vitest'
import { civilDate, fromParis } from '../commun/civil-date'
import {
  etatOuverture,
  type ExceptionHoraire,
  type Horaires,
  isOpen,
  type Plage,
  plagesDuSite,
} from './horaires'
import { etatEnTexte, heureEnTexte, semaineCourante, semaineEnTexte } from './horaires-texte'

const SEMAINE = [1, 2, 3, 4, 5]
const TOUS = [...SEMAINE, 6, 7]

function plages(jours: number[], ouvre: number, ferme: number, bounds: Partial<Plage> = {}): Plage[] {
  return jours.map((jour) => ({ jour, ouvre: ouvre * 60, ferme: ferme * 60, du: null, au: null, ...bounds }))
}

function horaires(list: Plage[], exceptions: ExceptionHoraire[] = []): Horaires {
  return { plages: list, exceptions }
}

/** « 2026-11-23 10:30 » as a clock in Paris shows it. */
function paris(text: string): Date {
  const [date = '', time = ''] = text.split(' ')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return fromParis(civilDate(date), hours * 60 + minutes)
}

const bureau = horaires(plages(SEMAINE, 10.5, 16.5))
const soir = horaires(plages([1, 2, 3, 4], 20, 24))
const nuit = horaires(plages(TOUS, 20, 26))
const sansArret = horaires(plages(TOUS, 0, 24))
const coupe = horaires([...plages(SEMAINE, 9, 12), ...plages(SEMAINE, 14, 17)])
const nuitDuSamedi = horaires(plages([6], 22, 30))
const noel: ExceptionHoraire = { jour: civilDate('2026-12-25'), ouvre: null, ferme: null, motif: 'Noël' }
const plusTard: ExceptionHoraire = {
  jour: civilDate('2026-11-23'),
  ouvre: 13 * 60,
  ferme: 15 * 60,
  motif: 'Réunion',
}
const changement = horaires([
  ...plages(TOUS, 8, 14, { au: civilDate('2026-12-01') }),
  ...plages(TOUS, 9, 17, { du: civilDate('2026-12-01') }),
])

/** Hours during which the Saturday night is open, counted quarter by quarter. */
function openHours(from: string, to: string): number {
  let open = 0
  for (let time = paris(from).getTime(); time < paris(to).getTime(); time += 900_000) {
    if (isOpen(nuitDuSamedi, new Date(time))) open += 0.25
  }
  return open
}

// 2026-11-23 is a Monday; clocks change on 2026-03-29 and 2026-10-25.
const cases: [quand: string, quoi: Horaires, open: boolean, texte: string][] = [
  ['2026-11-23 10:29', bureau, false, 'Fermé, ouvre à 10 h 30'],
  ['2026-11-23 10:30', bureau, true, 'Ouvert jusqu’à 16 h 30'],
  ['2026-11-23 16:29', bureau, true, 'Ouvert jusqu’à 16 h 30'],
  ['2026-11-23 16:30', bureau, false, 'Fermé, ouvre demain à 10 h 30'],
  ['2026-11-27 17:00', bureau, false, 'Fermé, ouvre lundi à 10 h 30'],
  ['2026-11-23 12:30', coupe, false, 'Fermé, ouvre à 14 h'],
  ['2026-11-23 23:59', soir, true, 'Ouvert jusqu’à minuit'],
  ['2026-11-24 00:00', soir, false, 'Fermé, ouvre à 20 h'],
  ['2026-11-24 01:59', nuit, true, 'Ouvert jusqu’à 2 h'],
  ['2026-11-23 21:00', nuit, true, 'Ouvert jusqu’à demain 2 h'],
  ['2026-11-24 02:00', nuit, false, 'Fermé, ouvre à 20 h'],
  ['2026-11-23 03:00', sansArret, true, 'Ouvert jour et nuit'],
  ['2026-12-25 11:00', horaires([...bureau.plages], [noel]), false, 'Fermé, ouvre lundi à 10 h 30'],
  ['2026-12-24 23:00', horaires([...nuit.plages], [noel]), true, 'Ouvert jusqu’à demain 2 h'],
  ['2026-12-25 21:00', horaires([...nuit.plages], [noel]), false, 'Fermé, ouvre demain à 20 h'],
  ['2026-11-23 11:00', horaires([...bureau.plages], [plusTard]), false, 'Fermé, ouvre à 13 h'],
  ['2026-11-23 14:00', horaires([...bureau.plages], [plusTard]), true, 'Ouvert jusqu’à 15 h'],
  ['2026-11-30 15:00', changement, false, 'Fermé, ouvre demain à 9 h'],
  ['2026-12-01 08:30', changement, false, 'Fermé, ouvre à 9 h'],
  ['2026-12-01 16:00', changement, true, 'Ouvert jusqu’à 17 h'],
  // The night of 25 October lasts an hour more, that of 29 March an hour less: closing stays at 6 h on the wall.
  ['2026-10-25 05:59', nuitDuSamedi, true, 'Ouvert jusqu’à 6 h'],
  ['2026-10-25 06:00', nuitDuSamedi, false, 'Fermé, ouvre samedi à 22 h'],
  ['2026-03-29 05:59', nuitDuSamedi, true, 'Ouvert jusqu’à 6 h'],
  ['2026-03-29 06:00', nuitDuSamedi, false, 'Fermé, ouvre samedi à 22 h'],
  ['2026-11-23 12:00', horaires([]), false, 'Horaires inconnus'],
  [
    '2026-11-23 12:00',
    horaires(plages(TOUS, 9, 17, { au: civilDate('2026-01-01') })),
    false,
    'Fermé, sans réouverture connue',
  ],
]

describe('l’ouverture d’une structure', () => {
  it.each(cases)('le %s', (quand, quoi, open, texte) => {
    const instant = paris(quand)
    expect(isOpen(quoi, instant)).toBe(open)
    expect(etatEnTexte(etatOuverture(quoi, instant), instant).replaceAll(/\s/g, ' ')).toBe(texte)
  })

  it('dure une heure de plus la nuit où l’heure recule, une de moins celle où elle avance', () => {
    expect(openHours('2026-10-24 12:00', '2026-10-25 12:00')).toBe(9)
    expect(openHours('2026-03-28 12:00', '2026-03-29 12:00')).toBe(7)
    expect(openHours('2026-11-21 12:00', '2026-11-22 12:00')).toBe(8)
  })

  it('suit les heures du site, et à défaut celles de ses dispositifs', () => {
    const [own] = plages([1], 9, 17)
    const [device] = plages([1], 10, 18)
    if (!own || !device) throw new Error('plages attendues')
    const both = [
      { ...own, dispositifId: null },
      { ...device, dispositifId: 'repos' },
    ]
    expect(plagesDuSite(both)).toEqual([both[0]])
    expect(plagesDuSite(both.slice(1))).toEqual([both[1]])
  })
})

describe('les horaires en toutes lettres', () => {
  const monday = civilDate('2026-11-23')

  it.each([
    [bureau, 'lun.–ven. 10 h 30 – 16 h 30'],
    [soir, 'lun.–jeu. 20 h – minuit'],
    [nuit, 'tous les jours 20 h – 2 h'],
    [sansArret, 'tous les jours 24 h/24'],
    [coupe, 'lun.–ven. 9 h – 12 h, 14 h – 17 h'],
    [
      horaires([...plages([1, 2, 4], 9, 17), ...plages([6], 9, 12)]),
      'lun. et mar. 9 h – 17 h ; jeu. 9 h – 17 h ; sam. 9 h – 12 h',
    ],
    [changement, 'tous les jours 8 h – 14 h'],
    [horaires([]), ''],
  ])('groupent les jours semblables (%#)', (quoi, texte) => {
    expect(semaineEnTexte(quoi, monday).replaceAll(/\s/g, ' ')).toBe(texte)
  })

  it('gardent chaque espace insécable à sa place', () => {
    expect(semaineEnTexte(bureau, monday)).toBe('lun.–ven. 10\u00a0h\u00a030\u00a0–\u00a016\u00a0h\u00a030')
    expect(heureEnTexte(26 * 60)).toBe('2\u00a0h')
  })

  it('montrent la semaine jour par jour avec ses exceptions et leur motif', () => {
    const week = semaineCourante(horaires([...bureau.plages], [noel]), civilDate('2026-12-23'))
    expect(week).toHaveLength(7)
    expect(week[0]).toMatchObject({ date: '2026-12-21', jour: 'lundi', motif: null })
    expect(week[4]).toEqual({ date: '2026-12-25', jour: 'vendredi', heures: 'fermé', motif: 'Noël' })
  })
})
