// npm run generate: Prisma's client, from prisma/schema to src/db/generated.
import { main, say, step } from './steps/console.mjs'
import { generateClient } from './steps/generate.mjs'

await main(() =>
  step('Client de la base (prisma/schema → src/db/generated)', async () => {
    await generateClient({ force: true })
    say('généré')
  }),
)
