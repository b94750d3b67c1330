const BASE = 'http://maillage.invalid'

/**
 * Where signing in leads back to: a page of this site, or the first page when what is asked is anything else (another
 * site, the API, the sign-in page itself). Never trusts the text: `//site`, `/\site` and `/.//site` all lead elsewhere.
 */
export function cheminDeRetour(text: string | null | undefined): string {
  if (!text?.startsWith('/') || !URL.canParse(text, BASE)) return '/'
  const url = new URL(text, BASE)
  if (url.origin !== BASE || url.pathname.startsWith('//')) return '/'
  if (/^\/(connexion|api)(\/|$)/.test(url.pathname)) return '/'
  url.searchParams.delete('_rsc')
  return `${url.pathname}${url.search}`
}
