import { execFile, execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** Semicolons, quotes, UTF-8, French, cells as shown, every sheet in its file. */
const asCsv = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true,true,false,false,-1'
/** A French spreadsheet, as our readers have. */
const french = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item></oor:items>`
const readCsv = '--infilter=Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true'

/** Whether LibreOffice is installed here. */
export function hasSpreadsheet(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Opens a file in LibreOffice and saves it in the other format: what it understood of it, by file name. */
export async function openInSpreadsheet(
  name: string,
  bytes: Uint8Array,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-tableur-'))
  try {
    await writeFile(join(folder, name), bytes)
    await mkdir(join(folder, 'profil', 'user'), { recursive: true })
    await writeFile(join(folder, 'profil', 'user', 'registrymodifications.xcu'), french)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profil')).href}`
    const asked = name.endsWith('.csv') ? [readCsv, '--convert-to', 'xlsx'] : ['--convert-to', asCsv]
    const out = join(folder, 'lu')
    await run('soffice', [profile, '--headless', ...asked, '--outdir', out, join(folder, name)])
    const files = await readdir(out)
    return new Map(
      await Promise.all(files.map(async (file) => [file, await readFile(join(out, file))] as const)),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
