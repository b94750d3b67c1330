import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { inData, inProject } from './folders.mjs'

/** One word for the content of these files and folders of the project; what does not exist counts as empty. */
export function fingerprint(names, { except = [] } = {}) {
  const hash = createHash('sha256')
  const skipped = new Set(except.map((name) => inProject(name)))
  const visit = (file) => {
    if (skipped.has(file) || !fs.existsSync(file)) return
    if (fs.statSync(file).isDirectory()) {
      for (const name of fs.readdirSync(file).toSorted()) visit(path.join(file, name))
    } else {
      hash.update(path.relative(inProject(), file)).update('\0').update(fs.readFileSync(file)).update('\0')
    }
  }
  for (const name of names) visit(inProject(name))
  return hash.digest('hex')
}

const stampFile = (name) => inData(`${name}.empreinte`)

/** Whether what bears this name was made, to its end, for this fingerprint. */
export function isCurrent(name, print, made) {
  const file = stampFile(name)
  return made() && fs.existsSync(file) && fs.readFileSync(file, 'utf8') === print
}

/** Does `work` unless it is current. The stamp goes first and comes back last: a killed run leaves none. */
export async function whenChanged(name, print, made, work) {
  if (isCurrent(name, print, made)) return
  fs.rmSync(stampFile(name), { force: true })
  await work()
  fs.mkdirSync(path.dirname(stampFile(name)), { recursive: true })
  fs.writeFileSync(stampFile(name), print)
}
