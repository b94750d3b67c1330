/** Six knots of a mesh, one of them lit: someone is reached. */
export function Logo({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className} fill="none">
      <path
        d="M16 5 25.5 10.5v11L16 27 6.5 21.5v-11zM6.5 10.5 16 16m9.5-5.5L16 16m0 11V16"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <g fill="currentColor">
        <circle cx="16" cy="5" r="2.5" />
        <circle cx="25.5" cy="10.5" r="2.5" />
        <circle cx="25.5" cy="21.5" r="2.5" />
        <circle cx="16" cy="27" r="2.5" />
        <circle cx="6.5" cy="21.5" r="2.5" />
        <circle cx="6.5" cy="10.5" r="2.5" />
      </g>
      <circle cx="16" cy="16" r="4" className="fill-ember" />
    </svg>
  )
}
