import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { Stop } from './console.mjs'
import { inProject } from './folders.mjs'

/** The tablet's page: static, public and without data, or a worker could not keep it. */
const shell = '/terrain'
/** Bytes a tablet downloads once for a build, before compression. */
const budget = 4_000_000
const generated = 'public/sw.js'

/** Bundles the tablet's worker with the list of what it keeps: the files of this build alone. Runs after `next build`. */
export async function makeServiceWorker() {
  const { build } = await import('esbuild')
  const { entries, octets } = await listFiles()
  const { outputFiles } = await build({
    entryPoints: [inProject('src', 'offline', 'worker.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'safari16.4', 'firefox115'],
    legalComments: 'none',
    write: false,
    define: {
      FICHIERS: JSON.stringify(entries),
      OCTETS: JSON.stringify(octets),
      CONSTRUCTION: JSON.stringify(fs.readFileSync(inProject('.next', 'BUILD_ID'), 'utf8')),
      'process.env.NODE_ENV': '"production"',
    },
  })
  fs.writeFileSync(inProject(generated), outputFiles[0].contents)
}

async function listFiles() {
  const { getManifest } = await import('@serwist/build')
  const octets = {}
  const { manifestEntries, size } = await getManifest({
    globDirectory: inProject(),
    globPatterns: ['.next/static/**/*.{js,css,woff2}', 'public/*.{png,svg}'],
    maximumFileSizeToCacheInBytes: budget,
    dontCacheBustURLsMatching: /^\.next\/static\//,
    manifestTransforms: [
      async (files) => {
        const manifest = files.map((file) => ({ ...file, url: addressOf(file.url) }))
        for (const { url, size: bytes } of manifest) octets[url] = bytes
        return { manifest, warnings: [] }
      },
    ],
  })
  if (size > budget) throw new Stop(`La tablette garderait ${size} octets : la limite est ${budget}.`)
  return { entries: [...manifestEntries, shellEntry(), manifestEntry()], octets }
}

function addressOf(file) {
  return file.replace(/^\.next\//, '/_next/').replace(/^public\//, '/')
}

function shellEntry() {
  return { url: shell, revision: revisionOf('.next', 'server', 'app', `${shell}.html`) }
}

function manifestEntry() {
  return {
    url: '/manifest.webmanifest',
    revision: revisionOf('.next', 'server', 'app', 'manifest.webmanifest.body'),
  }
}

function revisionOf(...names) {
  const file = inProject(...names)
  if (!fs.existsSync(file))
    throw new Stop(`${names.at(-1)} n’est pas construit d’avance : la tablette ne démarrerait pas.`)
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex').slice(0, 16)
}

/** In development pages change at every edit: a worker left by a build would show old ones, so it is told to go. */
export function disarmServiceWorker() {
  fs.writeFileSync(
    inProject(generated),
    "self.addEventListener('install', () => self.skipWaiting())\nself.addEventListener('activate', () => self.registration.unregister())\n",
  )
}
