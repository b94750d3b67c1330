import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the project and what the scripts write live. `.data` is ignored by git: removing it starts afresh. */
export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
export const dataFolder = path.join(projectFolder, '.data')

export function inProject(...names) {
  return path.join(projectFolder, ...names)
}

export function inData(...names) {
  return path.join(dataFolder, ...names)
}
