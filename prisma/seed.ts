// Fills an empty base with the real structures and a demonstration activity; refuses any other. Run as the owner of the tables:
//   DATABASE_URL=… tsx --conditions=react-server prisma/seed.ts [petite]
import process from 'node:process'
import { PrismaPg } from '@prisma/adapter-pg'
import { hashPassword } from '../src/auth/password'
import { PrismaClient } from '../src/db/generated/client'
import { MOT_DE_PASSE_DEMONSTRATION } from '../src/domain/comptes/demonstration'
import { libellesRole } from '../src/domain/comptes/roles'
import { now } from '../src/lib/clock'
import { seedDemonstration } from './seeds/demonstration'
import { comptesDemonstration } from './seeds/demonstration/comptes'

const GRAINE = 7593

/** What goes by, and what is worth keeping: `npm start` shows the accounts again each time. */
const progress = (text: string) => process.stderr.write(`${text}\n`)
const say = (text: string) => process.stdout.write(`${text}\n`)
const nombre = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** What each table holds, in words; the others are not worth a line. */
const mots: Readonly<Record<string, string>> = {
  structures: 'structures réelles',
  comptes: 'comptes',
  maraudes: 'maraudes',
  arrets: 'arrêts',
  rencontres: 'rencontres, par profil',
  materiels: 'lignes de matériel',
  besoins: 'besoins exprimés',
  places: 'places',
  entrees: 'passages à la porte des espaces de repos',
  personnes: 'codes de personnes',
  orientations: 'orientations',
  occupations: 'séjours et réservations',
}

function tell(table: string, lignes: number): void {
  const mot = mots[table]
  if (mot !== undefined) progress(`${nombre.format(lignes).padStart(8)} ${mot}`)
}

/** The accounts, as a small table. */
function tellComptes(): void {
  say('Comptes de démonstration (un même mot de passe pour tous) :')
  for (const { courriel, role, fonction } of comptesDemonstration) {
    say(`  ${courriel.padEnd(36)} ${libellesRole[role].padEnd(26)} ${fonction}`)
  }
  say(`  mot de passe : ${MOT_DE_PASSE_DEMONSTRATION}`)
}

async function main(): Promise<void> {
  const { DATABASE_URL: connectionString, DEMONSTRATION: wanted = process.argv[2] } = process.env
  if (connectionString === undefined)
    throw new Error('DATABASE_URL : l’adresse de la base, avec le compte qui en possède les tables.')
  const start = performance.now()
  const taille = wanted === 'petite' ? 'petite' : 'complete'
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString }) })
  try {
    const motDePasse = await hashPassword(MOT_DE_PASSE_DEMONSTRATION)
    const rempli = await seedDemonstration(prisma, { now: now(), taille, graine: GRAINE, motDePasse }, tell)
    if (rempli.ok) {
      progress(`Écrit en ${nombre.format((performance.now() - start) / 1000)} s.`)
      return tellComptes()
    }
    progress(
      `Cette base contient déjà quelque chose (${rempli.tables.join(', ')}).\n` +
        'Les données de démonstration ne vont que dans une base vide : rien n’a été changé.',
    )
    process.exitCode = 1
  } finally {
    await prisma.$disconnect()
  }
}

await main()
