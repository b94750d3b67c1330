import 'server-only'
import { create } from 'qrcode'

/** A text as a QR code: one SVG path of unit squares, in a square of `size` units, its quiet margin of four included. */
export function drawQrCode(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const squares: string[] = []
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column) === 1) squares.push(`M${column + MARGIN} ${row + MARGIN}h1v1h-1z`)
  return { path: squares.join(''), size: modules.size + 2 * MARGIN }
}

const MARGIN = 4
