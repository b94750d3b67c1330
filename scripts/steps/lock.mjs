import fs from 'node:fs'
import process from 'node:process'
import { Stop, say } from './console.mjs'
import { inData } from './folders.mjs'
import { birthOf, isAlive, onChildren, signal } from './processes.mjs'
import { writePrivate } from './secrets.mjs'

const file = inData('verrou.json')
const justBegun = 'Un autre démarrage vient de commencer dans ce dossier.'

/** Who holds this folder, with its children and, once it serves, its address; null when nobody does. */
export function readHolder() {
  const holder = fs.existsSync(file) ? readJson(file) : { birth: null }
  return isAlive(holder) ? holder : null
}

/**
 * Takes the folder for this process until it ends. What a killed run left alive (a build, a web server, an install) is
 * ended first: it would write where we write.
 * @returns `announce(address)`, which the second to come will be told
 */
export function takeLock(purpose) {
  fs.mkdirSync(inData(), { recursive: true, mode: 0o755 })
  const holder = readHolder()
  if (holder !== null) throw new Stop(sentence(holder))
  if (fs.existsSync(file)) clearStale()
  const state = { pid: process.pid, birth: birthOf(process.pid), purpose, children: [] }
  const claim = inData(`verrou.${process.pid}`)
  writePrivate(claim, JSON.stringify(state))
  try {
    // A link, unlike a rename, fails when another start was quicker.
    fs.linkSync(claim, file)
  } catch {
    throw new Stop(justBegun)
  } finally {
    fs.rmSync(claim)
  }
  return keep(state)
}

function sentence({ purpose, pid, address }) {
  const where = address === undefined ? ', encore en train de démarrer' : ` : ${address}`
  return `« ${purpose} » tourne déjà dans ce dossier (processus ${pid})${where}`
}

/** Moved away before it is read: two starts that both saw it dead must not remove the lock of the quicker one. */
function clearStale() {
  const stale = inData(`verrou-perime.${process.pid}`)
  try {
    fs.renameSync(file, stale)
  } catch {
    throw new Stop(justBegun)
  }
  const { children = [], ...holder } = readJson(stale)
  if (isAlive(holder)) {
    fs.renameSync(stale, file)
    throw new Stop(sentence(holder))
  }
  fs.rmSync(stale)
  const orphans = children.filter((child) => isAlive(child))
  for (const { pid } of orphans) signal(-pid, 'SIGKILL')
  const names = orphans.map(({ name }) => name).join(', ')
  say(`Un démarrage précédent a été interrompu${names && ` ; arrêt de ce qu’il a laissé : ${names}`}.`)
}

/** Unreadable when the disk was full, or when somebody edited it: nobody holds the folder then. */
function readJson(name) {
  try {
    return JSON.parse(fs.readFileSync(name, 'utf8'))
  } catch {
    return { birth: null }
  }
}

function keep(state) {
  const write = () => writePrivate(file, JSON.stringify(state))
  onChildren((children) => {
    const durable = children.filter((child) => !child.spawnfile.endsWith('/postgres'))
    state.children = durable.map(({ pid, birth, spawnargs }) => ({ pid, birth, name: nameOf(spawnargs) }))
    write()
  })
  process.on('exit', () => fs.rmSync(file, { force: true }))
  return {
    announce(address) {
      state.address = address
      write()
    },
  }
}

/** The program, rather than the node that runs it. */
function nameOf(parameters) {
  const program = parameters.find(
    (word) => word.includes('/') && !word.startsWith('-') && word !== process.execPath,
  )
  return (program ?? parameters[0]).split('/').slice(-2).join('/')
}
