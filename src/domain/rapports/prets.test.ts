import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { findIndicateur } from './catalogue'
import { parseDemande } from './demande'
import { findPret, periodeQuestion, rapportsPrets, usualPeriode } from './prets'

const chapitres = rapportsPrets.flatMap(({ id, chapitres: siens }) =>
  siens.map((chapitre) => [`${id} > ${chapitre.titre}`, chapitre] as const),
)

describe('un rapport prêt', () => {
  it.each(chapitres)(
    '%s ne demande que des indicateurs du catalogue, coupés comme ils peuvent l’être',
    (_, each) => {
      const found = each.indicateurs.map((id) => findIndicateur(id))
      expect(found.filter((indicateur) => indicateur?.dimensions.includes(each.par) !== true)).toEqual([])
    },
  )

  it('a un nom à lui, des chapitres tous différents', () => {
    expect(new Set(rapportsPrets.map(({ id }) => id)).size).toBe(rapportsPrets.length)
    for (const { chapitres: siens } of rapportsPrets)
      expect(new Set(siens.map(({ titre }) => titre)).size).toBe(siens.length)
  })

  it('porte d’ordinaire sur le dernier trimestre entier, ou la dernière année entière', () => {
    const today = civilDate('2026-11-26')
    const codeOf = (id: string) => {
      const pret = findPret(id)
      return pret && usualPeriode(pret, today).code
    }
    expect(codeOf('mmpcr-trimestre')).toBe('2026-T3')
    expect(codeOf('mmpcr-annee')).toBe('2025')
    expect(codeOf('inconnu')).toBeUndefined()
  })

  it('a une adresse que relit le lecteur des adresses', () => {
    const today = civilDate('2026-11-26')
    const question = { periode: 'dates', du: '2026-09-01', au: '2026-09-15' }
    const lue = parseDemande(question, today)
    if (!lue.ok) throw new Error(lue.fautes.join())
    expect(Object.fromEntries(periodeQuestion(lue.demande.periode))).toEqual(question)
  })
})
