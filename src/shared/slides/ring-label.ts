import type { ColourRole } from './theme'

const PALE: ReadonlySet<ColourRole> = new Set(['paper', 'accent-tint', 'neutral-1', 'neutral-2', 'neutral-3'])

/** What a share is written in on a slice of this colour, so that it is read in light and dark designs alike. */
export const ringLabel = (slice: ColourRole): ColourRole => (PALE.has(slice) ? 'ink' : 'paper')
