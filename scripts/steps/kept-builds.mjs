import fs from 'node:fs'
import path from 'node:path'
import { inData, inProject } from './folders.mjs'

/** Builds whose files stay served: a tablet left open, or waiting to be updated, still asks for those of the last one. */
const kept = 2

const folder = (...names) => inData('constructions', ...names)
const served = () => inProject('.next', 'static')

/** Keeps a copy of this build's files, and serves again those of the build before it. */
export function keepBuiltFiles() {
  const name = fs.readFileSync(inProject('.next', 'BUILD_ID'), 'utf8')
  fs.rmSync(folder(name), { recursive: true, force: true })
  fs.cpSync(served(), folder(name), { recursive: true })
  const builds = fs.readdirSync(folder()).toSorted((one, other) => ageOf(one) - ageOf(other))
  for (const old of builds.slice(kept)) fs.rmSync(folder(old), { recursive: true, force: true })
  for (const earlier of builds.slice(1, kept))
    fs.cpSync(folder(earlier), served(), { recursive: true, force: false, errorOnExist: false })
}

function ageOf(name) {
  return -fs.statSync(path.join(folder(), name)).ctimeMs
}
