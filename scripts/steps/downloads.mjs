import process from 'node:process'

/** Prisma asks its download host for an engine that neither `generate` nor our migrations use: any program will do. */
export const withoutDownload = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
  NEXT_TELEMETRY_DISABLED: '1',
}
