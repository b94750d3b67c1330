import type { MetadataRoute } from 'next'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Maillage',
    short_name: 'Maillage',
    description: 'Maraudes, places et orientations à Paris et en Seine-Saint-Denis.',
    lang: 'fr',
    start_url: '/terrain',
    scope: '/',
    display: 'standalone',
    background_color: '#15130f',
    theme_color: '#110f0c',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
