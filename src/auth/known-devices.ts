import 'server-only'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { cookies } from 'next/headers'
import { fingerprint } from './keys'
import { cookieOptions, isSecure } from './session-cookie'

const COOKIE = isSecure ? '__Host-maillage-appareil' : 'maillage-appareil'
const YEAR_SECONDS = 365 * 24 * 60 * 60
/** A post shared by a team knows as many accounts; the oldest is forgotten beyond. */
const MOST_ACCOUNTS = 12

/**
 * Device cookie (OWASP): a proof, kept by the device, that this account once signed in from it. It opens nothing; it only
 * gives the device its own count of attempts. One entry for each account: `account.nonce.signature`, the last used first.
 */
type Entry = { account: string; nonce: string }

function sign({ account, nonce }: Entry): string {
  return fingerprint('appareil connu', `${account}.${nonce}`)
}

function parse(text: string): Entry[] {
  const [account = '', nonce = '', signature = ''] = text.split('.')
  const expected = Buffer.from(sign({ account, nonce }))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given) ? [{ account, nonce }] : []
}

function parseCookie(value: string | undefined): Entry[] {
  return (value ?? '').split('~').slice(0, MOST_ACCOUNTS).flatMap(parse)
}

function print(entries: readonly Entry[]): string {
  return entries.map((entry) => `${entry.account}.${entry.nonce}.${sign(entry)}`).join('~')
}

/** Fingerprint of the device for this account (itself a fingerprint), or null on a device that never signed it in. */
export function knownDevice(cookie: string | undefined, account: string): string | null {
  const entry = parseCookie(cookie).find((known) => known.account === account)
  return entry === undefined ? null : fingerprint('essais', `appareil ${entry.nonce}`)
}

/** The cookie once this account has signed in: a fresh proof, the other accounts of the device kept. */
export function withKnownAccount(cookie: string | undefined, account: string): string {
  const others = parseCookie(cookie).filter((known) => known.account !== account)
  const fresh = { account, nonce: randomBytes(16).toString('base64url') }
  return print([fresh, ...others].slice(0, MOST_ACCOUNTS))
}

export async function readDeviceCookie(): Promise<string | undefined> {
  return (await cookies()).get(COOKIE)?.value
}

export async function rememberAccount(account: string): Promise<void> {
  const jar = await cookies()
  const value = withKnownAccount(jar.get(COOKIE)?.value, account)
  jar.set(COOKIE, value, { ...cookieOptions, maxAge: YEAR_SECONDS })
}
