import { z } from 'zod'

const ign =
  'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0' +
  '&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png' +
  '&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}'

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'doit avoir la forme postgresql://compte:mot-de-passe@serveur:5432/base',
})

function wholeNumber(least: number, most: number) {
  const error = `doit être un nombre entier entre ${least} et ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

const tilesUrl = z
  .string()
  .refine((value) => value === 'aucun' || isTilesTemplate(value), {
    error: 'doit être une adresse http(s) contenant {z}, {x} et {y}, ou le mot « aucun »',
  })
  .transform((value) => (value === 'aucun' ? null : value))

function isTilesTemplate(value: string) {
  return /^https?:\/\/[^/]/.test(value) && ['{z}', '{x}', '{y}'].every((part) => value.includes(part))
}

/** Every setting of Maillage, as written in the environment or in `.env`; each is told in `.env.example`. */
const settings = z.object({
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  AUTH_SECRET: z.string().min(32, { error: 'doit avoir au moins 32 caractères' }).optional(),
  SEALING_SECRETS: z
    .string()
    .transform((value) => value.split(/\s+/).filter((secret) => secret !== ''))
    .refine((secrets) => secrets.every(({ length }) => length >= 32), {
      error: 'doit être une suite de secrets d’au moins 32 caractères, séparés par des espaces',
    })
    .optional(),
  DEVICE_FORGET_HOURS: wholeNumber(1, 720).default(72),
  PORT: wholeNumber(1, 65_535).default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'doit être une adresse http(s)' })
    .refine((url) => ['', '/'].includes(new URL(url).pathname), { error: 'ne doit pas avoir de chemin' })
    .transform((url) => new URL(url).origin)
    .optional(),
  TILES_URL: tilesUrl.default(ign),
  TILES_ATTRIBUTION: z
    .string()
    .regex(/^[^<>]*$/, { error: 'doit être un texte simple, sans balise' })
    .default('© IGN, Géoplateforme'),
  TILES_CACHE_MB: wholeNumber(0, 100_000).default(200),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'doit être l’un de : fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'doit avoir la forme smtp://compte:mot-de-passe@serveur:587' })
    .optional(),
  SMTP_FROM: z.email({ error: 'doit être une adresse de messagerie' }).optional(),
  SMALL_NUMBERS_THRESHOLD: wholeNumber(2, 100).default(5),
  SMALL_NUMBERS_HEALTH_THRESHOLD: wholeNumber(2, 100).default(11),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'doit être une adresse http(s)' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
})

type Settings = z.infer<typeof settings>
type Raw = Readonly<Record<string, string | undefined>>
type Parsed<T> = { ok: true; settings: T } | { ok: false; faults: string[] }

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

/** The names, in the order of `.env.example`. */
export const settingNames = settings.keyof().options

/**
 * Reads what the operator wrote. An empty value counts as absent.
 * @returns the settings with their defaults, or every fault at once, each a French sentence that begins with the name
 */
export function parseSettings(raw: Raw): Parsed<Settings & { PUBLIC_URL: string }> {
  const result = settings.safeParse(present(raw))
  const faults = [...fieldFaults(result.error, raw), ...crossFaults(present(raw))]
  if (!result.success || faults.length > 0) return { ok: false, faults }
  return { ok: true, settings: withAddress(result.data) }
}

/** What the server process gets: the scripts have found the application's account and the secret. */
export function parseServerSettings(raw: Raw) {
  const complete = settings.required({ DATABASE_APP_URL: true, AUTH_SECRET: true })
  const result = complete.safeParse(present(raw))
  if (!result.success) return { ok: false as const, faults: fieldFaults(result.error, raw) }
  return { ok: true as const, settings: withAddress(result.data) }
}

function withAddress<T extends Settings>(parsed: T) {
  return { ...parsed, PUBLIC_URL: parsed.PUBLIC_URL ?? `http://localhost:${parsed.PORT}` }
}

function present(raw: Raw) {
  const known = settingNames.map((name) => [name, raw[name]?.trim()] as const)
  return Object.fromEntries(known.filter(([, value]) => value !== undefined && value !== ''))
}

function fieldFaults(error: z.ZodError | undefined, raw: Raw) {
  return (error?.issues ?? []).map((issue) => {
    const name = issue.path.join('.')
    return `${name} ${present(raw)[name] === undefined ? 'manque' : issue.message}`
  })
}

function crossFaults(raw: Raw) {
  const oidc = oidcNames.filter((name) => raw[name] !== undefined)
  return [
    raw['DATABASE_URL'] !== undefined &&
      raw['AUTH_SECRET'] === undefined &&
      'AUTH_SECRET manque : obligatoire avec DATABASE_URL, le même sur chaque machine',
    raw['DATABASE_APP_URL'] !== undefined &&
      raw['DATABASE_URL'] === undefined &&
      'DATABASE_URL manque : DATABASE_APP_URL ne va pas sans elle',
    (raw['SMTP_URL'] === undefined) !== (raw['SMTP_FROM'] === undefined) &&
      'SMTP_URL et SMTP_FROM vont ensemble',
    ![undefined, 'aucun'].includes(raw['TILES_URL']) &&
      raw['TILES_ATTRIBUTION'] === undefined &&
      'TILES_ATTRIBUTION manque : le fournisseur de TILES_URL, à nommer sur la carte',
    oidc.length > 0 &&
      oidc.length < oidcNames.length &&
      `${oidcNames.filter((name) => !oidc.includes(name)).join(', ')} : les trois réglages OIDC vont ensemble`,
  ].filter((fault) => fault !== false)
}
