import { describe, expect, it } from 'vitest'
import { playwrightCounts, vitestCounts } from '../../scripts/steps/reports.mjs'

describe('le compte des essais', () => {
  it('compte un échec pour un fichier qui n’a pas pu être lu', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', name: 'a.test.ts', message: 'mal écrit', assertionResults: [] },
        {
          status: 'failed',
          name: 'b.test.ts',
          assertionResults: [
            { status: 'failed', fullName: 'deux et deux', failureMessages: ['attendu 4\n  à la ligne 3'] },
            { status: 'passed', fullName: 'un et un', failureMessages: [] },
          ],
        },
        { status: 'passed', assertionResults: [] },
      ],
    }
    expect(vitestCounts(report)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 2,
      failures: ['a.test.ts › fichier illisible : mal écrit', 'b.test.ts › deux et deux : attendu 4'],
    })
  })

  it('compte un échec pour un essai instable et pour un serveur qui n’a pas démarré', () => {
    const lost = {
      ok: false,
      file: 'c.spec.ts',
      title: 'la place est perdue',
      tests: [{ results: [{}, { error: { message: 'introuvable\nici' } }] }],
    }
    const held = { ok: true, file: 'c.spec.ts', title: 'la place est tenue', tests: [{ results: [{}] }] }
    const report = {
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'port pris' }],
      suites: [{ suites: [{ specs: [lost, held] }] }],
    }
    expect(playwrightCounts(report)).toEqual({
      passed: 5,
      failed: 3,
      skipped: 2,
      failures: ['e2e › hors de tout essai : port pris', 'c.spec.ts › la place est perdue : introuvable'],
    })
  })
})
