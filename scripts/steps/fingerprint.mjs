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

/** Does `work` unless it was done, to its end, for this fingerprint; true when it did. */
export async function whenChanged(name, print, made, work) {
  const stamp = inData(`${name}.empreinte`)
  if (made() && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === print) return false
  fs.rmSync(stamp, { force: true })
  await work()
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, print)
  return true
}
