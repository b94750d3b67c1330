/** Something on the map that a name must not cover, in pixels from its centre. */
export type Obstacle = { x: number; y: number; width: number; height: number }

type Label = { text: string; x: number; y: number; room: number }
type PlacedLabel<Item> = { item: Item; shift: number }

/** Average width of a letter, and height of a line, in pixels. */
const LETTER_PX = 6.8
const LINE_PX = 14
/** Where a name is tried: at its place, then under it, then above. Pixels. */
const SHIFTS = [0, 24, -24, 34, -34]

/**
 * Which names to write, and how far below their place: those with enough room of their own (`room`, pixels) that cover neither an
 * obstacle nor a name already written. First come, first served: give the largest first.
 */
export function placeLabels<Item>(
  items: readonly (Label & { item: Item })[],
  obstacles: readonly Obstacle[],
): PlacedLabel<Item>[] {
  const taken = [...obstacles]
  return items.flatMap(({ item, text, x, y, room }) => {
    const width = text.length * LETTER_PX
    if (width > room) return []
    const boxes = SHIFTS.map((shift) => ({ shift, box: { x, y: y + shift, width, height: LINE_PX } }))
    const free = boxes.find(({ box }) => !taken.some((other) => overlap(box, other)))
    if (free === undefined) return []
    taken.push(free.box)
    return [{ item, shift: free.shift }]
  })
}

function overlap(a: Obstacle, b: Obstacle): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height
}
