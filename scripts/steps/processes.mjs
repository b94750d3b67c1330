import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { Stop } from './console.mjs'
import { projectFolder } from './folders.mjs'

/** When a process began, in a form that tells it from a later one given the same number; null when there is none. */
export function birthOf(pid) {
  try {
    if (fs.existsSync('/proc/self/stat')) {
      const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
      return fields[0] === 'Z' ? null : `${boot}:${fields[19]}`
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

export function isAlive({ pid, birth }) {
  return birth !== null && birthOf(pid) === birth
}

/** The command line of a process, empty when it is gone. */
export function commandOf(pid) {
  try {
    if (fs.existsSync('/proc/self/cmdline')) {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

export function signal(pid, name) {
  try {
    process.kill(pid, name)
    return true
  } catch {
    return false
  }
}

/** Waits until nothing bears this number any more; false when the time is over first. */
export async function waitForEnd(pid, milliseconds) {
  const birth = birthOf(pid)
  const deadline = performance.now() + milliseconds
  if (birth === null) return true
  while (isAlive({ pid, birth })) {
    if (performance.now() > deadline) return false
    await wait(50)
  }
  return true
}

const running = new Set()

/**
 * Starts a child at the head of its own process group, so that Ctrl-C in a terminal reaches only the script, which stops
 * its children in order, and so that a child is stopped with its own children.
 */
export function start(command, parameters, options = {}) {
  const child = spawn(command, parameters, {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    ...options,
  })
  child.birth = child.pid === undefined ? null : birthOf(child.pid)
  child.ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, error }))
    child.once('exit', (code, signalName) => resolve({ code, signalName }))
  })
  running.add(child)
  void child.ended.then(() => running.delete(child))
  watchers.forEach((watcher) => watcher([...running]))
  return child
}

const watchers = new Set()

/** Calls back with the list of children each time one starts: the lock keeps it for the next start. */
export function onChildren(watcher) {
  watchers.add(watcher)
}

/** Asks a child to end, then ends its whole group when it does not. */
export async function stop(child, { name = 'SIGTERM', patience = 8_000 } = {}) {
  if (child.exitCode === null && child.signalCode === null) {
    signal(child.pid, name)
    await Promise.race([child.ended, wait(patience, undefined, { ref: false })])
  }
  signal(-child.pid, 'SIGKILL')
  await child.ended
}

const tasks = new Set()

/** Ends the commands that `run` waits for; servers are stopped by whoever started them, in their order. */
export async function stopTasks() {
  await Promise.all([...tasks].map((child) => stop(child, { name: 'SIGINT' })))
}

/** Runs a command to its end and returns `{ code, text }`; its output is shown, or (`quiet`) kept in `text`. */
export async function runToEnd(command, parameters, { quiet = false, ...options } = {}) {
  const child = start(command, parameters, {
    ...(quiet && { stdio: ['ignore', 'pipe', 'pipe'] }),
    ...options,
  })
  tasks.add(child)
  const output = []
  child.stdout?.on('data', (chunk) => output.push(chunk))
  child.stderr?.on('data', (chunk) => output.push(chunk))
  const { code, error } = await child.ended
  tasks.delete(child)
  return {
    code: code ?? 1,
    text: [Buffer.concat(output).toString('utf8').trim(), error?.message].filter(Boolean).join('\n'),
  }
}

/** The same, where anything but success stops everything with `failure`, then what the command said. */
export async function run(command, parameters, { failure, ...options } = {}) {
  const { code, text } = await runToEnd(command, parameters, options)
  if (code !== 0)
    throw new Stop(`${failure ?? `« ${[command, ...parameters].join(' ')} » a échoué`}.\n${text}`.trim())
  return text
}
