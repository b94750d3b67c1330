// npm run generate: Prisma's client, from prisma/schema to src/db/generated.
import { step } from './steps/console.mjs'
import { generateClient } from './steps/generate.mjs'
import { ensureInstalled } from './steps/install.mjs'
import { main } from './steps/lifecycle.mjs'

await main(async () => {
  await ensureInstalled()
  await step('Client de la base (prisma/schema → src/db/generated)', generateClient)
})
