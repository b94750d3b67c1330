/** Called once by Next when a server starts, before it answers: jobs run in the same process, on every node. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return
  const { startJobs } = await import('./jobs/boss')
  const { followExports } = await import('./jobs/exports')
  startJobs()
  followExports()
}
