import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type WindowPlace = { readonly bounds: Partial<Bounds> & { readonly width: number; readonly height: number }; readonly maximized: boolean }

/** Device-independent pixels. Smaller than the least, the talk desk cannot be used. */
export const LEAST = { width: 900, height: 600 }
const DEFAULT: WindowPlace = { bounds: { width: 1360, height: 860 }, maximized: false }
/** So much of the title bar has to be on a display that a mouse can get hold of it. */
const GRIP = 120

const Saved = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1), maximized: z.boolean() })

/**
 * Where a window opens: where it was, when that is still on a display, else in the middle of the first.
 * @param saved whatever the file held
 * @param displays work areas of all displays, the primary first
 */
export function placeWindow(saved: unknown, displays: readonly Bounds[]): WindowPlace {
  const parsed = Saved.safeParse(saved)
  if (!parsed.success) return DEFAULT
  const { x, y, maximized } = parsed.data
  const width = Math.max(parsed.data.width, LEAST.width)
  const height = Math.max(parsed.data.height, LEAST.height)
  const reachable = displays.some((area) => x + width >= area.x + GRIP && x <= area.x + area.width - GRIP && y >= area.y && y <= area.y + area.height - GRIP)
  return { bounds: reachable ? { x, y, width, height } : { width, height }, maximized }
}

/** What the file holds, or null: a missing or damaged file only costs the window its place. */
export function readWindowState(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
