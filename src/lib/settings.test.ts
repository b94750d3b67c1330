import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseServerSettings, parseSettings, settingNames } from './settings'

const real = {
  DATABASE_URL: 'postgresql://maillage:secret@serveur:5432/maillage',
  AUTH_SECRET: 'x'.repeat(32),
}

function faultsOf(raw: Record<string, string>) {
  const parsed = parseSettings(raw)
  return parsed.ok ? [] : parsed.faults
}

describe('les réglages', () => {
  it('se passent tous d’être écrits', () => {
    const parsed = parseSettings({})
    expect(parsed).toMatchObject({ ok: true, settings: { PORT: 3000, PUBLIC_URL: 'http://localhost:3000' } })
  })

  it('tiennent une valeur vide pour absente', () => {
    expect(parseSettings({ AUTH_SECRET: '', PORT: ' ' })).toMatchObject({
      ok: true,
      settings: { PORT: 3000 },
    })
  })

  it.each([
    [{ PORT: 'abc' }, 'PORT doit être un nombre entier entre 1 et 65535'],
    [{ PORT: '0' }, 'PORT doit être un nombre entier entre 1 et 65535'],
    [{ PORT: '65536' }, 'PORT doit être un nombre entier entre 1 et 65535'],
    [{ AUTH_SECRET: 'x'.repeat(31) }, 'AUTH_SECRET doit avoir au moins 32 caractères'],
    [{ PUBLIC_URL: 'ftp://x.fr' }, 'PUBLIC_URL doit être une adresse http(s)'],
    [{ PUBLIC_URL: 'https://x.fr/maillage' }, 'PUBLIC_URL ne doit pas avoir de chemin'],
    [
      { TILES_URL: 'https://x.fr/{z}/{x}', TILES_ATTRIBUTION: '© X' },
      'TILES_URL doit être une adresse http(s) contenant {z}, {x} et {y}, ou le mot « aucun »',
    ],
    [
      { TILES_URL: 'https://x.fr/{z}/{x}/{y}' },
      'TILES_ATTRIBUTION manque : le fournisseur de TILES_URL, à nommer sur la carte',
    ],
    [{ TILES_ATTRIBUTION: '<b>X</b>' }, 'TILES_ATTRIBUTION doit être un texte simple, sans balise'],
    [{ TRUSTED_PROXIES: '-1' }, 'TRUSTED_PROXIES doit être un nombre entier entre 0 et 10'],
    [{ LOG_LEVEL: 'fort' }, 'LOG_LEVEL doit être l’un de : fatal, error, warn, info, debug, trace, silent'],
    [
      { DATABASE_URL: 'mysql://x/y', AUTH_SECRET: real.AUTH_SECRET },
      'DATABASE_URL doit avoir la forme postgresql://compte:mot-de-passe@serveur:5432/base',
    ],
    [
      { DATABASE_URL: real.DATABASE_URL },
      'AUTH_SECRET manque : obligatoire avec DATABASE_URL, le même sur chaque machine',
    ],
    [{ DATABASE_APP_URL: real.DATABASE_URL }, 'DATABASE_URL manque : DATABASE_APP_URL ne va pas sans elle'],
    [
      { OIDC_ISSUER: 'https://x.fr' },
      'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET : les trois réglages OIDC vont ensemble',
    ],
  ])('refusent %j', (raw, fault) => {
    expect(faultsOf(raw)).toEqual([fault])
  })

  it('disent toutes leurs fautes d’un coup', () => {
    expect(faultsOf({ PORT: 'abc', LOG_LEVEL: 'fort', OIDC_CLIENT_ID: 'x' })).toHaveLength(3)
  })

  it('nomment l’IGN sur la carte, ou le fournisseur qu’on a choisi', () => {
    const autre = { TILES_URL: 'https://x.fr/{z}/{x}/{y}', TILES_ATTRIBUTION: '© X' }
    expect(parseSettings({})).toMatchObject({ settings: { TILES_ATTRIBUTION: '© IGN, Géoplateforme' } })
    expect(parseSettings(autre)).toMatchObject({ settings: { TILES_ATTRIBUTION: '© X' } })
  })

  it('prennent « aucun » pour l’absence de fond de carte', () => {
    expect(parseSettings({ TILES_URL: 'aucun' })).toMatchObject({ ok: true, settings: { TILES_URL: null } })
  })

  it('gardent de l’adresse publique ce qu’un navigateur appelle l’origine', () => {
    expect(parseSettings({ PUBLIC_URL: 'https://maillage.fr/' })).toMatchObject({
      ok: true,
      settings: { PUBLIC_URL: 'https://maillage.fr' },
    })
  })

  it('manquent au serveur quand les scripts ne les lui ont pas donnés', () => {
    expect(parseServerSettings({})).toEqual({
      ok: false,
      faults: ['DATABASE_APP_URL manque', 'AUTH_SECRET manque'],
    })
  })

  it('sont tous dans .env.example, et rien d’autre', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
    const written = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name)
    expect(new Set(written)).toEqual(new Set(settingNames))
    expect(written.length).toBeGreaterThanOrEqual(15)
  })
})
