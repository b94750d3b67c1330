// npm run build: the application, then the tablet's worker.
import { build } from './steps/build.mjs'
import { main } from './steps/lifecycle.mjs'

await main(build)
