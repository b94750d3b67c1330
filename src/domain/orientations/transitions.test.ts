import { describe, expect, it } from 'vitest'
import { coteMotifSchema, statutOrientationSchema } from './statuts'
import { type Exigence, findPassage, passages } from './transitions'

const statuts = statutOrientationSchema.options
const cotes = coteMotifSchema.options

/** The table of the design, written out again by hand: what is not here is refused. */
const permis: readonly (readonly [from: string, to: string, cote: string, needs: readonly Exigence[]])[] = [
  ['BROUILLON', 'ENVOYEE', 'PRESCRIPTEUR', ['ACCORD']],
  ['ENVOYEE', 'RECUE', 'STRUCTURE', []],
  ['ENVOYEE', 'A_L_ETUDE', 'STRUCTURE', []],
  ['RECUE', 'A_L_ETUDE', 'STRUCTURE', []],
  ['ENVOYEE', 'ACCEPTEE', 'STRUCTURE', ['PLACE']],
  ['RECUE', 'ACCEPTEE', 'STRUCTURE', ['PLACE']],
  ['A_L_ETUDE', 'ACCEPTEE', 'STRUCTURE', ['PLACE']],
  ['EN_ATTENTE', 'ACCEPTEE', 'STRUCTURE', ['PLACE']],
  ['ENVOYEE', 'REFUSEE', 'STRUCTURE', ['MOTIF', 'SUITE']],
  ['RECUE', 'REFUSEE', 'STRUCTURE', ['MOTIF', 'SUITE']],
  ['A_L_ETUDE', 'REFUSEE', 'STRUCTURE', ['MOTIF', 'SUITE']],
  ['EN_ATTENTE', 'REFUSEE', 'STRUCTURE', ['MOTIF', 'SUITE']],
  ['ENVOYEE', 'EN_ATTENTE', 'STRUCTURE', ['RANG']],
  ['RECUE', 'EN_ATTENTE', 'STRUCTURE', ['RANG']],
  ['A_L_ETUDE', 'EN_ATTENTE', 'STRUCTURE', ['RANG']],
  ['ENVOYEE', 'RENONCEE', 'PERSONNE', ['MOTIF']],
  ['RECUE', 'RENONCEE', 'PERSONNE', ['MOTIF']],
  ['A_L_ETUDE', 'RENONCEE', 'PERSONNE', ['MOTIF']],
  ['EN_ATTENTE', 'RENONCEE', 'PERSONNE', ['MOTIF']],
  ['ACCEPTEE', 'RENONCEE', 'PERSONNE', ['MOTIF']],
  ['ENVOYEE', 'RETIREE', 'PRESCRIPTEUR', ['MOTIF']],
  ['RECUE', 'RETIREE', 'PRESCRIPTEUR', ['MOTIF']],
  ['A_L_ETUDE', 'RETIREE', 'PRESCRIPTEUR', ['MOTIF']],
  ['EN_ATTENTE', 'RETIREE', 'PRESCRIPTEUR', ['MOTIF']],
  ['ACCEPTEE', 'RETIREE', 'PRESCRIPTEUR', ['MOTIF']],
  ['ENVOYEE', 'EXPIREE', 'HORLOGE', ['RETARD']],
  ['RECUE', 'EXPIREE', 'HORLOGE', ['RETARD']],
  ['A_L_ETUDE', 'EXPIREE', 'HORLOGE', ['RETARD']],
  ['EN_ATTENTE', 'EXPIREE', 'HORLOGE', ['RETARD']],
  ['ACCEPTEE', 'EXPIREE', 'HORLOGE', ['RETARD']],
  ['ACCEPTEE', 'ARRIVEE', 'STRUCTURE', ['PLACE']],
  ['ACCEPTEE', 'NON_VENUE', 'STRUCTURE', ['MOTIF']],
  ['ACCEPTEE', 'NON_VENUE', 'HORLOGE', ['MOTIF']],
  ['ARRIVEE', 'CLOSE', 'STRUCTURE', ['ISSUE']],
]

describe('les passages d’une orientation', () => {
  it.each(permis)('%s → %s par %s', (from, to, cote, needs) => {
    const passage = findPassage(
      statutOrientationSchema.parse(from),
      statutOrientationSchema.parse(to),
      coteMotifSchema.parse(cote),
    )
    expect(passage?.needs).toEqual(needs)
  })

  it('refuse tout ce qui n’est pas dans la table, pour chaque côté', () => {
    const attendus = new Set(permis.map(([from, to, cote]) => `${from} ${to} ${cote}`))
    const trouves = statuts.flatMap((from) =>
      statuts.flatMap((to) =>
        cotes.flatMap((cote) => (findPassage(from, to, cote) ? [`${from} ${to} ${cote}`] : [])),
      ),
    )
    expect(new Set(trouves)).toEqual(attendus)
    expect(statuts.length ** 2 * cotes.length).toBe(676)
  })

  it('n’écrit pas deux fois le même', () => {
    const cles = passages.map(({ from, to }) => `${from} ${to}`)
    expect(new Set(cles).size).toBe(cles.length)
  })

  it('ne laisse personne d’autre que la personne renoncer, ni d’autre que la structure refuser', () => {
    expect(passages.filter(({ to }) => to === 'RENONCEE').flatMap(({ cotes: qui }) => qui)).not.toContain(
      'STRUCTURE',
    )
    expect(new Set(passages.filter(({ to }) => to === 'REFUSEE').flatMap(({ cotes: qui }) => qui))).toEqual(
      new Set(['STRUCTURE']),
    )
  })
})
