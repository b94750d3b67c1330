/** @type {import('next').NextConfig} */
const config = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a floor of `npm test`, tests included; a start does not wait for them again.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    rules: {
      '**/{react-aria,react-stately,react-aria-components}/dist/private/intl/**/*.mjs': {
        loaders: ['./scripts/french-only.cjs'],
      },
    },
  },
  serverExternalPackages: ['@node-rs/argon2', 'pdfmake', 'pg', 'pg-boss', 'pino'],
  async headers() {
    return [
      { source: '/:path*', headers: securityHeaders },
      // A cache that kept an old worker would keep every tablet on an old version.
      { source: '/sw.js', headers: [{ key: 'Cache-Control', value: 'no-cache' }] },
    ]
  },
}

/**
 * `style-src` keeps `unsafe-inline` because Leaflet and React Aria place elements with inline styles. `wasm-unsafe-eval` lets the
 * tablet compile argon2id, which unlocks what it keeps; it does not let any text be run.
 */
const securityHeaders = [
  {
    key: 'Content-Security-Policy',
    value: [
      "default-src 'self'",
      "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'" +
        (process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''),
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "connect-src 'self'",
      "worker-src 'self'",
      "manifest-src 'self'",
      "font-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(self)' },
]

export default config
