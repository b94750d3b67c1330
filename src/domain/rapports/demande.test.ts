import { describe, expect, it } from 'vitest'
import { civilDate } from '@/domain/commun/civil-date'
import { catalogue } from './catalogue'
import { parseDemande, questionOf } from './demande'

const today = civilDate('2026-11-23')

function fautes(parametres: Record<string, string | string[]>): readonly string[] {
  const lue = parseDemande(parametres, today)
  return lue.ok ? [] : lue.fautes
}

describe('l’adresse d’un rapport', () => {
  it('dit les chiffres, la période, la coupe et le département', () => {
    const lue = parseDemande(
      { indicateur: ['heures', 'contacts', 'heures'], periode: '2026-09', par: 'commune', departement: '93' },
      today,
    )
    expect(lue.ok && { ...lue.demande, indicateurs: lue.demande.indicateurs.map(({ id }) => id) }).toEqual({
      indicateurs: ['heures', 'contacts'],
      periode: { code: '2026-09', libelle: 'Septembre 2026', du: '2026-09-01', au: '2026-09-30' },
      par: 'commune',
      departement: '93',
      comparer: null,
    })
  })

  it('sans rien, est le catalogue, sur le dernier trimestre entier et par département', () => {
    const lue = parseDemande({}, today)
    expect(lue.ok && lue.demande).toMatchObject({
      indicateurs: [],
      periode: { code: '2026-T3' },
      par: 'departement',
      departement: null,
    })
  })

  it('se récrit comme elle se lit', () => {
    const question =
      'indicateur=heures&indicateur=refus&periode=dates&du=2026-10-24&au=2026-10-25&par=ept&departement=75&comparer=precedente'
    const asked = new URLSearchParams(question)
    const parametres = Object.fromEntries([...asked.keys()].map((name) => [name, asked.getAll(name)]))
    const lue = parseDemande(parametres, today)
    expect(lue.ok && questionOf(lue.demande).toString()).toBe(question)
  })

  it('ignore des champs de dates quand une période a un nom', () => {
    expect(fautes({ indicateur: 'heures', periode: '2026-T3', du: '', au: 'n’importe quoi' })).toEqual([])
  })

  it.each([
    [{ indicateur: 'euros' }, 'Aucun indicateur ne s’appelle « euros ».'],
    [{ indicateur: '__proto__' }, 'Aucun indicateur ne s’appelle « __proto__ ».'],
    [{ periode: '2026-T9' }, /2026-T9.*n’existe pas/],
    [{ periode: '2019' }, /2019.*n’existe pas/],
    [{ periode: '2027-T1' }, /n’a pas commencé/],
    [{ periode: 'dates', du: '2026-12-01', au: '2026-12-02' }, /n’a pas commencé/],
    [{ periode: 'dates', du: '2026-10-02', au: '2026-10-01' }, 'La dernière nuit est avant la première.'],
    [{ periode: 'dates', du: '1970-01-01', au: '2026-10-01' }, /1970-01-01/],
    [{ periode: 'dates' }, 'Donnez la première et la dernière nuit.'],
    [{ par: 'quartier' }, 'Un rapport ne se coupe pas par « quartier ».'],
    [{ comparer: 'hier' }, 'Un rapport ne se compare pas à « hier ».'],
    [{ comparer: 'departements', departement: '75' }, /demandez les deux départements/],
    [{ comparer: 'precedente', periode: '2020-T1' }, /pas de période d’avant/],
    [{ departement: '92' }, '« 92 » n’est pas un département de Maillage : 75 ou 93.'],
  ])('%j répond par une phrase', (parametres, faute) => {
    expect(fautes(parametres)).toEqual([expect.stringMatching(faute)])
  })

  it('qui compare les départements coupe par département', () => {
    const lue = parseDemande({ comparer: 'departements', par: 'commune' }, today)
    expect(lue.ok && lue.demande.par).toBe('departement')
  })

  it('dit toutes ses fautes à la fois', () => {
    const faux = { indicateur: ['a', 'b'], periode: 'hier', par: 'x', departement: '1', comparer: 'y' }
    expect(fautes(faux)).toHaveLength(6)
  })
})

describe('le catalogue', () => {
  it('définit chaque chiffre une fois, et montre au moins une colonne de son fait', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
    const referentiel = {
      articles: [
        { code: 'embout', libelle: 'Embout', groupe: 'INHALATION' },
        { code: 'naloxone-nasale', libelle: 'Naloxone nasale', groupe: 'NALOXONE' },
      ],
      dispositifs: [],
      structures: [],
      organisations: [],
    }
    for (const indicateur of catalogue) {
      const shown = indicateur.fait
        .colonnes(referentiel)
        .filter((colonne) => colonne.publie && indicateur.shows(colonne))
      expect([indicateur.id, shown.length > 0]).toEqual([indicateur.id, true])
      expect(indicateur.dimensions.length).toBeGreaterThan(0)
    }
  })
})
