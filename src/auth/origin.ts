import 'server-only'
import { headers } from 'next/headers'
import { ADDRESS_HEADER } from '@/lib/request-names'
import type { Origin } from './attempts'
import { readDeviceCookie } from './known-devices'

/**
 * Where this request comes from. Our own server writes the address (and erases one that a client sent); behind no such
 * server, in development, everybody shares one place.
 */
export async function readOrigin(): Promise<Origin> {
  const address = (await headers()).get(ADDRESS_HEADER) ?? 'inconnue'
  return { address, deviceCookie: await readDeviceCookie() }
}
