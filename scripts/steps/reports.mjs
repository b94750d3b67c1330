/**
 * Counts of Vitest's JSON report, and what failed. A file that could not be loaded has no test to count: it counts as
 * one failure.
 */
export function vitestCounts({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + (numTodoTests ?? 0),
    failures: [
      ...unloaded.map(({ name, message }) => failure(name, 'fichier illisible', message)),
      ...testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => failure(name, fullName, failureMessages[0])),
      ),
    ],
  }
}

/** Counts of Playwright's JSON report, and what failed; its errors are those of no test (a server that did not start, say). */
export function playwrightCounts({ stats, errors, suites }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: [
      ...errors.map(({ message }) => failure('e2e', 'hors de tout essai', message)),
      ...suites.flatMap(failuresOfSuite),
    ],
  }
}

/** Suites hold suites: a file, then its `describe` blocks. */
function failuresOfSuite({ suites = [], specs = [] }) {
  return [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) => failure(file, title, firstMessage(tests))),
    ...suites.flatMap(failuresOfSuite),
  ]
}

function firstMessage(tests) {
  return tests.flatMap(({ results }) => results).find(({ error }) => error !== undefined)?.error.message
}

/** One line: the whole text stands above, where a long log may have been cut. */
function failure(file, title, message = '') {
  return `${file} › ${title} : ${message.split('\n', 1)[0]}`
}
