import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** WCAG AA: text, then borders of controls and bars. */
const TEXT = 4.5
const SHAPE = 3

type Palette = ReadonlyMap<string, string>

const grounds = ['canvas', 'surface', 'sunken', 'raised']
const tones = ['info', 'success', 'warning', 'danger']

/** Every pair of tokens that components put one on the other, and the least contrast it needs. */
const pairs: readonly (readonly [front: string, back: string, least: number])[] = [
  ...grounds.flatMap((ground) => [
    ['ink', ground, TEXT] as const,
    ['soft', ground, TEXT] as const,
    ['accent', ground, TEXT] as const,
    ['accent-strong', ground, TEXT] as const,
    ['edge', ground, SHAPE] as const,
    ...tones.map((tone) => [tone, ground, TEXT] as const),
  ]),
  ...[...tones, 'accent'].flatMap((tone) => [
    ['ink', `${tone}-soft`, TEXT] as const,
    ['soft', `${tone}-soft`, TEXT] as const,
    [tone, `${tone}-soft`, TEXT] as const,
    ['accent', `${tone}-soft`, TEXT] as const,
  ]),
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-strong', TEXT],
  ['on-danger', 'danger-solid', TEXT],
  ['on-danger', 'danger-strong', TEXT],
  ['canvas', 'ink', TEXT],
  ['accent', 'surface', SHAPE],
  ['success-solid', 'surface', SHAPE],
  ['warning-solid', 'surface', SHAPE],
  ['danger-solid', 'surface', SHAPE],
]

function palettesOf(css: string): Record<'clair' | 'sombre' | 'clair renforcé' | 'sombre renforcé', Palette> {
  const [base = '', strong = ''] = css.split('@variant fort')
  const [day, night] = [readSide(base, 1), readSide(base, 2)]
  return {
    clair: day,
    sombre: night,
    'clair renforcé': new Map([...day, ...readSide(strong, 1)]),
    'sombre renforcé': new Map([...night, ...readSide(strong, 2)]),
  }
}

function readSide(css: string, side: 1 | 2): Palette {
  const declared = css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)
  return new Map([...declared].map((match) => [match[1] ?? '', match[side + 1] ?? '']))
}

function tooFaint(palette: Palette): string[] {
  return pairs
    .map(([front, back, least]) => ({
      front,
      back,
      least,
      ratio: contrast(hex(palette, front), hex(palette, back)),
    }))
    .filter(({ ratio, least }) => ratio < least)
    .map(({ front, back, ratio }) => `${front} sur ${back} : ${ratio.toFixed(2)}`)
}

/** A colour of which only this share is seen, the rest being the ground under it. */
function fade(colour: string, ground: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [over = 0, under = 0] = [colour, ground].map((each) => Number.parseInt(each.slice(at, at + 2), 16))
    return Math.round(share * over + (1 - share) * under)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}

function hex(palette: Palette, token: string): string {
  const value = palette.get(token)
  if (value === undefined) throw new Error(`Jeton inconnu : ${token}`)
  return value
}

function contrast(a: string, b: string): number {
  const [light = 1, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

describe('les couleurs', () => {
  const palettes = palettesOf(readFileSync('src/app/globals.css', 'utf8'))
  const bar = readFileSync('src/features/grille/components/barre-de-nuit.tsx', 'utf8')

  it('sont toutes lues', () => {
    expect(palettes.clair.size).toBeGreaterThan(20)
    expect(palettes['clair renforcé'].get('ink')).toBe('#000000')
  })

  it.each(Object.entries(palettes))('se lisent en %s', (_name, palette) => {
    expect(tooFaint(palette)).toEqual([])
  })

  it.each(Object.entries(palettes))(
    'se lisent en %s sur une barre de nuit passée, pâlie',
    (_name, palette) => {
      const [, percent] = /passee \? 'opacity-(\d+)'/.exec(bar) ?? []
      const faded = (token: string) =>
        fade(hex(palette, token), hex(palette, 'surface'), Number(percent) / 100)
      for (const back of ['accent-soft', 'info-soft', 'sunken', 'stripe'])
        expect(contrast(faded('ink'), faded(back))).toBeGreaterThanOrEqual(TEXT)
    },
  )

  it.each(Object.entries(palettes))('se lisent en %s sur les rayures d’une nuit', (_name, palette) => {
    const striped = [...bar.matchAll(/repeating-linear-gradient\(([^\]]+)\)\] text-([a-z-]+)'/g)].flatMap(
      ([, gradient = '', front = '']) =>
        [...gradient.matchAll(/var\(--color-([a-z-]+)\)/g)].map(([, back = '']) => [front, back] as const),
    )
    expect(striped).toHaveLength(4)
    for (const [front, back] of striped)
      expect(contrast(hex(palette, front), hex(palette, back))).toBeGreaterThanOrEqual(TEXT)
  })

  it('sont refusées quand elles pâlissent', () => {
    expect(tooFaint(new Map([...palettes.clair, ['soft', '#a0988c']]))).not.toEqual([])
  })
})
