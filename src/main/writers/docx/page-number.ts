import { el, type Xml } from '../xml'
import { paragraphXml, runXml, wordsXml } from './body-writer'
import { field, instruction } from './field'
import type { Preset } from './presets'

/** What stands at the foot of the pages, by the side they are on: their number. */
export function pageNumbers({ pageNumber, looks }: Preset): readonly { readonly on: 'default' | 'even'; readonly paragraph: Xml }[] {
  const number = [field('begin'), instruction('PAGE'), field('separate'), wordsXml('1'), field('end')].map((part) => el('w:r', {}, part))
  if (pageNumber === 'plain') return [{ on: 'default', paragraph: paragraphXml('page-number', { align: 'center' }, ...number) }]
  // The number stands one character in from the outer edge (GB/T 9704-2012 §7.5).
  const dashed = (outer: 'left' | 'right'): Xml =>
    paragraphXml('page-number', { align: outer, indent: { side: outer, by: looks['page-number'].size } }, runXml([], wordsXml('— ')), ...number, runXml([], wordsXml(' —')))
  return [
    { on: 'default', paragraph: dashed('right') },
    { on: 'even', paragraph: dashed('left') },
  ]
}
