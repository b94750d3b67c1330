// npm run create-admin -- courriel@exemple.fr [--encore] [--mot-de-passe-genere]: the first administrator of a real base.
import { randomInt } from 'node:crypto'
import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { adminRefusals, createAdmin } from '@/auth/create-admin'
import { prisma } from '@/db/client'
import { courrielSchema } from '@/domain/comptes/connexion'
import { motDePasseSchema } from '@/domain/comptes/mot-de-passe'

const USAGE = 'Usage : npm run create-admin -- courriel@exemple.fr [--encore] [--mot-de-passe-genere]'
const TRIES = 3

/** Something to tell the operator; nothing was created. */
class Refused extends Error {}

function readArguments() {
  const options = {
    encore: { type: 'boolean', default: false },
    'mot-de-passe-genere': { type: 'boolean', default: false },
  } as const
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch {
    throw new Refused(USAGE) // Node's own sentence is in English
  }
}

function readCommand() {
  const { positionals, values } = readArguments()
  const [courriel, ...others] = positionals
  if (courriel === undefined || others.length > 0) throw new Refused(USAGE)
  const parsed = courrielSchema.safeParse(courriel)
  if (!parsed.success) throw new Refused(adminRefusals.COURRIEL_INVALIDE)
  return { courriel: parsed.data, encore: values.encore, isGenerated: values['mot-de-passe-genere'] }
}

/** 20 letters and digits that no one mistakes for another: 97 bits. */
function generatePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: 5 }, group).join('-')
}

/** Asks on the terminal, which shows nothing of what is typed. */
async function askHidden(question: string): Promise<string> {
  process.stdout.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, next) => next() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.once('SIGINT', () => reject(new Refused('Abandonné : aucun compte n’a été créé.')))
      terminal.question('').then(resolve, reject)
    })
  } finally {
    terminal.close()
    process.stdout.write('\n')
  }
}

async function askPassword(courriel: string): Promise<string> {
  console.log('Choisissez un mot de passe d’au moins 12 caractères. Rien ne s’affiche pendant la frappe.')
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const first = await askHidden('Mot de passe : ')
    const faults = motDePasseSchema(courriel).safeParse(first).error?.issues ?? []
    if (faults.length > 0) console.log(faults.map(({ message }) => message).join(' '))
    else if (first === (await askHidden('Une seconde fois : '))) return first
    else console.log('Les deux ne sont pas les mêmes.')
  }
  throw new Refused('Aucun compte n’a été créé.')
}

async function run() {
  const { courriel, encore, isGenerated } = readCommand()
  const generates = isGenerated || !process.stdin.isTTY
  const motDePasse = generates ? generatePassword() : await askPassword(courriel)
  const result = await createAdmin({ courriel, motDePasse, encore }, new Date())
  if (!result.ok) throw new Refused(adminRefusals[result.reason])
  console.log(`Compte d’administration créé : ${result.value.courriel}`)
  if (generates) console.log(`Mot de passe, montré cette seule fois : ${motDePasse}`)
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Refused ? error.message : error)
  process.exitCode = 1
} finally {
  await prisma.$disconnect()
}
