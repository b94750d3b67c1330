'use client'

import { type ReactNode, useEffect, useRef } from 'react'

type Move = { rows: number; columns: number }

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
  PageUp: { rows: -10, columns: 0 },
  PageDown: { rows: 10, columns: 0 },
  Home: { rows: 0, columns: -Infinity },
  End: { rows: 0, columns: Infinity },
}

/** The keyboard of the grid: one stop of the Tab key, arrows from cell to cell, Enter or a press opens the place of the row. */
export function GrilleClavier({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const grid = frame.current
    if (grid === null) return
    const press = (event: KeyboardEvent) => answer(grid, event)
    grid.addEventListener('keydown', press)
    grid.addEventListener('click', openUnder)
    return () => {
      grid.removeEventListener('keydown', press)
      grid.removeEventListener('click', openUnder)
    }
  }, [])

  return (
    <div
      ref={frame}
      className="relative max-h-[78dvh] overflow-auto rounded-card border border-line bg-surface shadow-card print:max-h-none print:overflow-visible"
    >
      {children}
    </div>
  )
}

function answer(grid: HTMLElement, event: KeyboardEvent): void {
  const cell = cellOf(event.target)
  const move = moves[event.key]
  const opens = event.key === 'Enter' || event.key === ' '
  if (cell === null || (move === undefined && !opens)) return
  event.preventDefault()
  if (move === undefined) open(cell)
  else go(grid, cell, move)
}

function go(grid: HTMLElement, from: HTMLElement, { rows, columns }: Move): void {
  const lines = [...grid.querySelectorAll<HTMLElement>('tbody tr')]
  const row = from.closest('tr')
  const line = lines[clamp(lines.findIndex((each) => each === row) + rows, lines.length)]
  const cells = [...(line?.querySelectorAll<HTMLElement>('[data-nuit]') ?? [])]
  const next = cells[clamp(Number(from.dataset['nuit']) + columns, cells.length)]
  if (next === undefined) return
  for (const stop of grid.querySelectorAll('[data-nuit][tabindex="0"]')) stop.setAttribute('tabindex', '-1')
  next.setAttribute('tabindex', '0')
  next.focus()
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function openUnder({ target }: MouseEvent): void {
  const cell = cellOf(target)
  if (cell !== null) open(cell)
}

function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-nuit]') : null
}

function open(cell: HTMLElement): void {
  cell.closest('tr')?.querySelector<HTMLElement>('[data-ouvre]')?.click()
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index))
}
