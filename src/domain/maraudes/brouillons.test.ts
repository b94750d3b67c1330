import { describe, expect, it } from 'vitest'
import { findingsOf, isEmptyArret, readBrouillon, startArret, startCorrection } from './arret-brouillon'
import { readDemande, startDemande } from './demande-brouillon'
import { nameProfil, recentProfils, setRencontre } from './rencontres'

const id = '01931f6a-0000-7000-8000-000000000001'
const now = new Date('2026-11-23T21:00:00Z')
const vide = startArret({ id, maraudeId: id, arrivee: '2026-11-23T20:00:00.000Z', communeCode: '75118' })
const profil = { genre: 'FEMME', trancheAge: 'DE_18_24', situation: 'ISOLEE' } as const

describe('un arrêt en cours', () => {
  it('vide se sait vide, et finit quand on l’enregistre', () => {
    expect(isEmptyArret(vide)).toBe(true)
    expect(readBrouillon(vide, now)).toMatchObject({
      ok: true,
      corps: { depart: '2026-11-23T21:00:00.000Z' },
    })
  })

  it.each([
    ['sans commune', { communeCode: null }, 'lieu', 'Choisissez la commune de l’arrêt'],
    [
      'avec un besoin dont on ne sait pas la réponse',
      { besoins: [{ kind: 'DORMIR', personnes: 1, reponse: null, cause: null }] },
      'besoins',
      'Dormir : dites la réponse donnée',
    ],
    [
      'avec un besoin sans réponse ni cause',
      { besoins: [{ kind: 'SOINS', personnes: 1, reponse: 'SANS_REPONSE', cause: null }] },
      'besoins',
      'Soins : dites pourquoi il reste sans réponse',
    ],
    [
      'avec un nom dans la note',
      { note: 'Vu Karim au square' },
      'notes',
      'Le texte peut désigner une personne : relisez-le',
    ],
    [
      'avec un téléphone dans le lieu',
      { lieu: '06 12 34 56 78' },
      'lieu',
      'Le texte peut désigner une personne : relisez-le',
    ],
    ['avec une note trop longue', { note: 'a'.repeat(1001) }, 'notes', 'Note : 1000 caractères au plus'],
  ] as const)('ne s’enregistre pas %s', (_, change, section, message) => {
    const draft = { ...vide, ...change, besoins: 'besoins' in change ? [...change.besoins] : [] }
    expect(readBrouillon(draft, now)).toEqual({ ok: false, fautes: [{ section, message }] })
  })

  it('passe quand ce qui ressemblait à un nom a été relu, mais jamais un numéro', () => {
    expect(findingsOf('Vu près de Zinedine', ['Zinedine'])).toEqual([])
    expect(findingsOf('06 12 34 56 78', ['06 12 34 56 78'])).toHaveLength(1)
  })

  it('se corrige à partir de ce qui a été enregistré, sans changer ses heures', () => {
    const read = readBrouillon(
      { ...vide, note: 'calme', rencontres: setRencontre([], profil, { connus: 2 }) },
      now,
    )
    const corps = read.ok && !('remplaceId' in read.corps) ? read.corps : null
    const correction = corps && startCorrection('c', id, corps)
    expect(correction).toMatchObject({
      id: 'c',
      remplaceId: id,
      communeCode: '75118',
      arrivee: vide.arrivee,
      depart: '2026-11-23T21:00:00.000Z',
      note: 'calme',
      lieu: '',
      rencontres: [{ connus: 2 }],
    })
    expect(correction && readBrouillon(correction, new Date('2026-11-24T09:00:00Z'))).toMatchObject({
      ok: true,
      corps: { remplaceId: id, depart: '2026-11-23T21:00:00.000Z' },
    })
  })
})

describe('les personnes rencontrées', () => {
  it('s’ajoutent par profil et disparaissent à zéro', () => {
    const once = setRencontre([], profil, { nouveaux: 1 })
    expect(once).toEqual([{ ...profil, connus: 0, nouveaux: 1 }])
    expect(setRencontre(once, profil, { connus: 3 })).toEqual([{ ...profil, connus: 3, nouveaux: 1 }])
    expect(setRencontre(once, profil, { nouveaux: 0 })).toEqual([])
    expect(nameProfil({ ...profil, situation: 'COUPLE' })).toBe('Femme, 18-24, en couple')
  })

  it('proposent d’abord les profils les plus récents, une fois chacun', () => {
    const homme = { ...profil, genre: 'HOMME' } as const
    const stops = [{ rencontres: [homme] }, { rencontres: [profil, homme] }, { rencontres: [] }]
    expect(recentProfils(stops, 5)).toEqual([homme, profil])
  })
})

describe('une demande en cours', () => {
  const draft = startDemande({ id, arretId: id, souhaitLe: '2026-11-23T20:00:00.000Z' })
  it.each([
    ['sans profil', {}, 'Dites le genre et la tranche d’âge'],
    [
      'à une date non dite',
      { genre: 'HOMME', trancheAge: 'PLUS_60', echeance: 'A_DATE' },
      'Date attendue, par exemple 2026-11-23',
    ],
    [
      'avec un code sans accord',
      { genre: 'HOMME', trancheAge: 'PLUS_60', withCode: true },
      'Dites ce que la personne accepte de transmettre',
    ],
    [
      'pour un mineur',
      { genre: 'HOMME', trancheAge: 'MOINS_18' },
      'Une personne mineure n’est jamais enregistrée ni orientée vers une place : contacter l’ASE du département',
    ],
  ] as const)('ne part pas %s', (_, change, message) => {
    expect(readDemande({ ...draft, ...change })).toEqual({ ok: false, message })
  })

  it('part sans aucun dossier, à deux pour un couple', () => {
    const read = readDemande({ ...draft, genre: 'FEMME', trancheAge: 'DE_30_39', couple: true })
    expect(read).toMatchObject({ ok: true, corps: { personnes: 2, receveurDispositifId: null } })
    expect(read.ok && 'personne' in read.corps).toBe(false)
  })
})
