import 'server-only'
import { parseServerSettings } from './settings'

/** `next build` loads every route without serving any: these stand for what only a running server has. */
const whileBuilding = {
  DATABASE_APP_URL: 'postgresql://construction@127.0.0.1:1/aucune',
  AUTH_SECRET: 'construction-'.repeat(3),
}

function read() {
  const building = process.env['NEXT_PHASE'] === 'phase-production-build'
  const parsed = parseServerSettings(building ? { ...process.env, ...whileBuilding } : process.env)
  if (!parsed.ok) throw new Error(['Réglages invalides :', ...parsed.faults].join('\n- '))
  return parsed.settings
}

/** The settings of this server, read once. The only place where the application reads its environment. */
export const env = read()
