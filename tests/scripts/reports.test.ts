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
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
        { status: 'passed', assertionResults: [] },
      ],
    }
    expect(vitestCounts(report)).toEqual({ passed: 3, failed: 2, skipped: 2 })
  })

  it('compte un échec pour un essai instable et pour un serveur qui n’a pas démarré', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] }
    expect(playwrightCounts(report)).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })
})
