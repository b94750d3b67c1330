import { readTuile, widen } from '@/domain/territoire/tuiles'

/** Beyond three zooms a plan is only a stain. */
const LEVELS_MAX = 3
const SIDE_PX = 256

/** The address of a square of plan on our server. */
const ADDRESS = /^(\/api\/tuiles\/)(\d+)\/(\d+)\/(\d+)$/

/**
 * A square that was never seen, cut out of the nearest wider one that was and enlarged; null when none was. `findSeen` looks for a
 * square by its path among those kept, and never asks anybody for it.
 */
export async function enlargeSeen(
  path: string,
  findSeen: (path: string) => Promise<Response | undefined>,
): Promise<Response | null> {
  const [, prefix, z = '', x = '', y = ''] = ADDRESS.exec(path) ?? []
  const tuile = readTuile(z, x, y)
  if (tuile === null) return null
  for (let levels = 1; levels <= LEVELS_MAX; levels++) {
    const wider = widen(tuile, levels)
    if (wider === null) return null
    const seen = await findSeen(`${prefix}${wider.tuile.z}/${wider.tuile.x}/${wider.tuile.y}`)
    if (seen !== undefined) return cut(await seen.blob(), wider.part)
  }
  return null
}

type Part = NonNullable<ReturnType<typeof widen>>['part']

async function cut(image: Blob, { x, y, side }: Part): Promise<Response | null> {
  const bitmap = await createImageBitmap(image)
  const { width, height } = bitmap
  const canvas = new OffscreenCanvas(SIDE_PX, SIDE_PX)
  const drawing = canvas.getContext('2d')
  drawing?.drawImage(bitmap, x * width, y * height, side * width, side * height, 0, 0, SIDE_PX, SIDE_PX)
  // Not to be kept by the browser either: the true square takes its place as soon as it can be had.
  return new Response(await canvas.convertToBlob(), { headers: { 'cache-control': 'no-store' } })
}
