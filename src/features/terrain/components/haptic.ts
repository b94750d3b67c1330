/** A short tremor under the thumb: the tap was taken, even when the screen is wet or out of sight. */
export function buzz(milliseconds = 12): void {
  navigator.vibrate?.(milliseconds)
}
