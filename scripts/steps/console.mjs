/** A fault that the reader can act upon: printed as it is, without a stack. */
export class Stop extends Error {}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1).replace('.', ',')} s`

export function say(text) {
  console.log(`  ${text}`)
}

export function warn(text) {
  console.log(`! ${text}`)
}

/** Runs one step, saying that it goes on every ten seconds and how long it took. */
export async function step(title, work) {
  const start = performance.now()
  console.log(`→ ${title}`)
  const reminder = setInterval(
    () => say(`… toujours en cours (${seconds(performance.now() - start)})`),
    10_000,
  )
  try {
    return await work()
  } finally {
    clearInterval(reminder)
    say(`(${seconds(performance.now() - start)})`)
  }
}
