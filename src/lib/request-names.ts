/** `__Host-` makes the browser refuse the cookie unless it is Secure, for this host alone and for every path. */
export const SESSION_COOKIE_SECURE = '__Host-maillage-session'
export const SESSION_COOKIE = 'maillage-session'

/** What an enrolled tablet carries to the API, and nothing else of the site. */
export const DEVICE_COOKIE = 'maillage_appareil'

/** Path asked for, written by `src/proxy.ts` for pages only, so that signing in comes back to it. */
export const PATH_HEADER = 'x-maillage-chemin'

/** Address of the client as our own server sees it, after the proxies it trusts. */
export const ADDRESS_HEADER = 'x-maillage-address'
