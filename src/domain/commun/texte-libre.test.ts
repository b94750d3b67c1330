import { describe, expect, it } from 'vitest'
import { screenText } from './texte-libre'

const silent = [
  '',
  'Passage calme, trois personnes près du canal. Rien à signaler.',
  'Porte de la Chapelle, puis rue Marx Dormoy et square Ernest Legouvé.',
  'Métro Marcadet-Poissonniers fermé, la Gare du Nord est gardée.',
  'Orientation vers le Sleep-In refusée, le CAARUD rappelle demain.',
  'Saint-Denis : 12 seringues ramassées. Aubervilliers : aucune.',
  'DASRI plein à 22 h 30. AES déclaré, RDV aux urgences de Lariboisière.',
  'L’équipe d’Aurore passe jeudi ; Gaïa et Charonne-Oppelia samedi.',
  '2 kits, 14 pipes, 0 naloxone. 75018. 93200.',
  'Hôpital Fernand-Widal : accueil possible, demander le CSAPA.',
]

const heard: [string, string[]][] = [
  ['Rappeler au 06 12 34 56 78 demain', ['TELEPHONE 06 12 34 56 78']],
  ['tel 0612345678', ['TELEPHONE 0612345678']],
  ['+33 6 12 34 56 78 ou 0033612345678', ['TELEPHONE +33 6 12 34 56 78', 'TELEPHONE 0033612345678']],
  ['NIR 1 84 12 76 451 089 46', ['NIR 1 84 12 76 451 089 46']],
  ['sécu 284127645108946', ['NIR 284127645108946']],
  ['écrire à quelqu.un@exemple.org', ['COURRIEL quelqu.un@exemple.org']],
  ['Vu avec Sofiane près du square', ['NOM Sofiane']],
  ['Vu Karim au canal', ['NOM Karim']],
  ['Karim demande une place', ['NOM Karim']],
  ['Jean Dupont est revenu', ['NOM Jean Dupont']],
  ['Zlatan Dupont est revenu', ['NOM Zlatan Dupont']],
  ['M. Bernard attend', ['NOM Bernard']],
  ['madame DUPONT attend', ['NOM DUPONT']],
  ['on a croisé DUPONTEL au canal', ['NOM DUPONTEL']],
  ['Porte de la Chapelle avec Mamadou, tel 07.11.22.33.44', ['NOM Mamadou', 'TELEPHONE 07.11.22.33.44']],
  ['le frère de Léa-Rose', ['NOM Léa-Rose']],
]

describe('le texte libre', () => {
  it.each(silent)('ne dit rien de « %s »', (text) => {
    expect(screenText(text)).toEqual([])
  })

  it.each(heard)('relève dans « %s »', (text, expected) => {
    expect(screenText(text).map(({ kind, extrait }) => `${kind} ${extrait}`)).toEqual(expected)
  })

  it('tient sur dix mille caractères sans ralentir', () => {
    const long = 'vu avec Sofiane, 06 12 34 56 78. '.repeat(300)
    expect(screenText(long).filter(({ kind }) => kind === 'TELEPHONE')).toHaveLength(300)
  })
})
