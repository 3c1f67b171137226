import { emu, type Emu, points, type Points } from '../../units'
import type { Box, Deck, SceneItem, SceneParagraph } from '../scene'

/** A deck in another size: every length and type size times `factor`. Line breaks stay, since everything grows alike. */
export function scaledDeck(deck: Deck, size: Deck['size'], factor: number): Deck {
  if (factor === 1) return { ...deck, size }
  return { ...deck, size, scenes: deck.scenes.map((scene) => ({ ...scene, items: scene.items.map((item) => scaledItem(item, factor)) })) }
}

function scaledItem(item: SceneItem, factor: number): SceneItem {
  const length = (value: Emu): Emu => emu(value * factor)
  const type = (value: Points): Points => points(Math.round(value * factor * 100) / 100)
  const box = ({ x, y, width, height }: Box): Box => ({ x: length(x), y: length(y), width: length(width), height: length(height) })
  const paragraph = (one: SceneParagraph): SceneParagraph => ({
    ...one,
    runs: one.runs.map((run) => ({ ...run, style: { ...run.style, size: type(run.style.size) } })),
    indent: length(one.indent),
    ...(one.hang === undefined ? {} : { hang: length(one.hang) }),
    pitch: type(one.pitch),
    spaceBefore: type(one.spaceBefore),
  })
  const line = <T extends { readonly width: Points }>(one: T | null): T | null => one && { ...one, width: type(one.width) }
  switch (item.kind) {
    case 'text':
      return { ...item, box: box(item.box), paragraphs: item.paragraphs.map(paragraph) }
    case 'shape':
      return { ...item, box: box(item.box), line: line(item.line), ...(item.radius === undefined ? {} : { radius: length(item.radius) }) }
    case 'picture':
      return { ...item, box: box(item.box) }
    case 'table':
      return {
        ...item,
        box: box(item.box),
        columns: item.columns.map(length),
        rows: item.rows.map((row) => ({ ...row, height: length(row.height), cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(paragraph) })) })),
        inset: { x: length(item.inset.x), y: length(item.inset.y) },
        heavyRule: line(item.heavyRule),
      }
    case 'chart':
      return { ...item, box: box(item.box), labelSize: type(item.labelSize) }
  }
}
