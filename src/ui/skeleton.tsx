/** A grey shape where content will be. Size it by `className`; show it inside a LoadingRegion. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }) {
  return (
    <div
      className={`rounded-control bg-line motion-safe:animate-pulse fort:border fort:border-line fort:bg-sunken ${className}`}
    />
  )
}
