import 'server-only'
import pino from 'pino'
import { env } from './env'

/** The technical log, on standard output. Codes and identifiers only: never a body, a text, or what names a person. */
export const logger = pino({ level: env.LOG_LEVEL, base: null })
