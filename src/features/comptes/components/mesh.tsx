/** Rows of the mesh, drawn once: each hexagon shares its knots with its neighbours. One knot is lit, as in the logo. */
const SIDE = 46
const WIDTH = SIDE * Math.sqrt(3)
const hexagons = Array.from({ length: 5 }, (_, row) =>
  Array.from({ length: 9 }, (_unused, column) => ({
    x: column * WIDTH + (row % 2 === 0 ? 0 : WIDTH / 2),
    y: row * SIDE * 1.5,
  })),
).flat()

function outline({ x, y }: { x: number; y: number }): string {
  const half = WIDTH / 2
  return `M${x} ${y - SIDE}l${half} ${SIDE / 2}v${SIDE}l${-half} ${SIDE / 2}l${-half} ${-SIDE / 2}v${-SIDE}z`
}

/** Behind the sign-in form, decoration only: it fades before the text. */
export function Mesh() {
  return (
    <svg
      viewBox="0 0 640 300"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden
      data-no-print
      fill="none"
      className="pointer-events-none fixed inset-x-0 top-0 -z-10 h-[36rem] w-full mask-[radial-gradient(45%_62%_at_78%_35%,black_30%,transparent)] text-line fort:hidden"
    >
      <path
        d={hexagons.map(outline).join('')}
        stroke="currentColor"
        strokeWidth="1.25"
        strokeLinejoin="round"
      />
      <g fill="currentColor">
        {hexagons.map(({ x, y }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y - SIDE} r="3" />
        ))}
      </g>
      <circle cx={WIDTH * 7} cy={SIDE * 2} r="5" className="fill-ember" />
    </svg>
  )
}
