import { describe, expect, it } from 'vitest'
import { cheminDeRetour } from './retour'

describe('le retour après connexion', () => {
  it.each([
    ['/places', '/places'],
    ['/carte?communes=93055&nuit=2026-11-23', '/carte?communes=93055&nuit=2026-11-23'],
    ['/terrain', '/terrain'],
    ['/places?_rsc=1a2b', '/places'],
    ['/places/../carte', '/carte'],
    ['/connexions', '/connexions'],
  ])('ramène %j à %j', (asked, path) => {
    expect(cheminDeRetour(asked)).toBe(path)
  })

  it.each([
    'https://ailleurs.fr/places',
    '//ailleurs.fr',
    '/\\ailleurs.fr',
    '/\t/ailleurs.fr',
    '/.//ailleurs.fr',
    '/places/..//ailleurs.fr',
    'javascript:alert(1)',
    'places',
    '',
    '/connexion?suite=/connexion',
    '/api/terrain/demandes',
    null,
    undefined,
  ])('ne suit pas %j', (asked) => {
    expect(cheminDeRetour(asked)).toBe('/')
  })
})
