import type { Deck } from '../../../shared/slides/scene'
import { el, type Xml } from '../xml'

const effects: Readonly<Record<NonNullable<Deck['transition']>, Xml>> = { fade: el('p:fade'), push: el('p:push', { dir: 'l' }) }

/**
 * How a slide comes in (ECMA-376-1 §19.3.1.50): effects that are in the standard since its first edition, so that nothing stands in an alternative that an older
 * program would have to choose. The next slide comes on a click, as ever.
 */
export const transitionXml = (transition: Deck['transition']): Xml | null => (transition === undefined ? null : el('p:transition', { spd: 'fast' }, effects[transition]))
