import { describe, expect, it } from 'vitest'
import { mintViewer } from '@/auth/mint-viewer'
import { firstScreen, offersScreen } from './ecrans'
import type { Role } from './roles'

const ID = '0198dddd-0000-7000-8000-000000000001'

function viewer(...roles: Role[]) {
  return mintViewer({
    compteId: ID,
    sessionId: ID,
    organisationId: ID,
    fonction: 'essai',
    attributions: roles.map((role) => ({ role, structureId: null })),
  })
}

describe('le premier écran', () => {
  it.each([
    ['INTERVENANT', '/'],
    ['COORDINATEUR', '/'],
    ['RESPONSABLE', '/'],
    ['MEDIATEUR', '/'],
    ['MMPCR', '/'],
    ['ADMIN', '/administration'],
    ['LECTEUR', '/rapports'],
  ] as const)('de %s est %s, et sa navigation le propose', (role, screen) => {
    expect(firstScreen(viewer(role))).toBe(screen)
    expect(offersScreen(viewer(role), screen)).toBe(true)
    expect(offersScreen(viewer(role), '/')).toBe(screen === '/')
  })

  it('de qui tient deux rôles est celui de ce qui l’attend', () => {
    expect(firstScreen(viewer('ADMIN', 'COORDINATEUR'))).toBe('/')
  })

  it('de qui n’a aucun rôle ne le renvoie nulle part', () => {
    expect(firstScreen(viewer())).toBe('/')
  })
})
