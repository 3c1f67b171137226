import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

type VirtualRows = {
  readonly count: number
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Expected height of a row in pixels; measured ones replace it where the row carries `measureElement`. */
  readonly height: (row: number) => number
  /** What a row is, so that its measured height goes with it when rows are added or taken away. */
  readonly keyOf: (row: number) => string | number
  /** Rows drawn above and below those in view, for scrolling not to outrun them. */
  readonly around?: number
}

/** The rows of a long list that are in view, and a few around them. */
export function useVirtualRows({ count, scroller, height, keyOf, around = 8 }: VirtualRows): Virtualizer<HTMLDivElement, Element> {
  // The window is built without the React Compiler, which is what this rule warns for.
  // oxlint-disable-next-line react/incompatible-library
  return useVirtualizer<HTMLDivElement, Element>({ count, getScrollElement: () => scroller.current, estimateSize: height, getItemKey: keyOf, overscan: around, initialRect: { width: 400, height: 640 } })
}
