/** What a designer, a screen reader or a projector would object to in a laid-out slide, in words. */
import { contrast } from '../../src/shared/slides/colour'
import { MARK_CONTRAST, TEXT_CONTRAST } from '../../src/shared/slides/colour-roles'
import { frameOf } from '../../src/shared/slides/layouts'
import { pageOf, type SlideSize } from '../../src/shared/slides/page'
import type { Box, Scene, SceneItem } from '../../src/shared/slides/scene'
import type { ColourRole, Theme } from '../../src/shared/slides/theme'
import { emuToPoints } from '../../src/shared/units'
import { extentOf, paragraphsOf } from './slides'

/** Type sizes in points below which nothing of a kind is set (look.md); 20 for all that is not named. */
const FLOORS: Readonly<Record<string, number>> = { source: 12, number: 12, caption: 16, 'missing-picture': 16, attribution: 18, subtitle: 18 }
/** Cover and closing page set what is too long for them in small print, and warn of it. */
const OPENING_FLOOR = 12
const FOOT = 490
/** Large text in points (WCAG 2.2, "large scale"): bold from the first on, any from the second. */
const LARGE = { bold: 14, any: 18 }

const placed = (item: SceneItem) => {
  if (item.kind === 'text') return extentOf(item)
  const [left = 0, top = 0, width = 0, height = 0] = [item.box.x, item.box.y, item.box.width, item.box.height].map((value) => emuToPoints(value))
  return { left, top, right: left + width, bottom: top + height }
}

/** What leaves the slide, runs into the footer or over something else, or is set too small; names that repeat. */
export function geometryFaults(scene: Scene, size: SlideSize, theme: Theme): string[] {
  const page = pageOf(size, theme.structure)
  const found: string[] = []
  const solid = scene.items.filter((item) => item.kind !== 'shape')
  for (const item of scene.items) {
    const { left, top, right, bottom } = placed(item)
    if (left < -0.1 || top < -0.1 || right > page.width + 0.1 || bottom > page.height + 0.1) found.push(`${item.name} leaves the slide: ${[left, top, right, bottom].map(Math.round).join(' ')}`)
    if (item.kind === 'text' && item.placeholder !== 'source' && item.placeholder !== 'number' && scene.layout !== 'cover' && scene.layout !== 'closing' && bottom > FOOT) found.push(`${item.name} runs into the footer: ${Math.round(bottom)}`)
    for (const { runs } of paragraphsOf(item)) {
      for (const { style, text } of runs) if (style.size < (scene.layout === 'cover' || scene.layout === 'closing' ? OPENING_FLOOR : (FLOORS[item.name] ?? 20))) found.push(`${item.name} at ${style.size} pt: ${text}`)
    }
  }
  solid.forEach((one, index) => {
    for (const other of solid.slice(index + 1)) {
      const [a, b] = [placed(one), placed(other)]
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (across > 0.5 && down > 0.5) found.push(`${one.name} overlaps ${other.name} by ${Math.round(across)} × ${Math.round(down)}`)
    }
  })
  const names = scene.items.map(({ name }) => name)
  if (new Set(names).size !== names.length) found.push(`names repeat: ${names.join(' ')}`)
  return found
}

/** Text that is taller than the box it is set into, or fills it to the last point: PowerPoint or LibreOffice would shrink it. A tenth of a point is rounding. */
export const overflowFaults = (scene: Scene): string[] =>
  scene.items.flatMap((item) => {
    if (item.kind !== 'text') return []
    const { top, bottom } = extentOf(item)
    const over = bottom - top - emuToPoints(item.box.height)
    return over > -0.9 ? [`${item.name} leaves ${(-over).toFixed(1)} pt of its box`] : []
  })

/** Text that cannot be read on the shape, table row or page behind it. */
export function contrastFaults(scene: Scene, size: SlideSize, theme: Theme): string[] {
  const behind = (box: Box): ColourRole => {
    const frame = frameOf(scene.layout, size, theme.structure)
    const [x, y] = [box.x + Math.min(box.width, 200_000) / 2, box.y + box.height / 2]
    const shapes = [...frame.decorations, ...scene.items].filter((item) => item.kind === 'shape')
    return shapes.findLast(({ box: shape, fill }) => fill !== null && x >= shape.x && x <= shape.x + shape.width && y >= shape.y && y <= shape.y + shape.height)?.fill ?? frame.background
  }
  const grounded = scene.items.flatMap((item) => {
    if (item.kind === 'text') return item.paragraphs.map((paragraph) => ({ paragraph, ground: behind(item.box) }))
    return item.kind === 'table' ? item.rows.flatMap(({ fill, cells }) => cells.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => ({ paragraph, ground: fill ?? behind(item.box) })))) : []
  })
  return grounded.flatMap(({ paragraph, ground }) =>
    paragraph.runs.flatMap(({ text, style }) => {
      // A square names a series' colour; it is a mark, not text.
      if (text.trim() === '■' || text.trim() === '') return []
      const large = style.size >= LARGE.any || (style.bold && style.size >= LARGE.bold)
      const ratio = contrast(theme.colours[style.colour], theme.colours[ground])
      return ratio < (large ? MARK_CONTRAST : TEXT_CONTRAST) ? [`“${text.slice(0, 20)}” in ${style.colour} on ${ground}: ${ratio.toFixed(2)}`] : []
    }),
  )
}

/** What a screen reader would miss: a title, and words for what is not text. */
export const namelessFaults = (scene: Scene): string[] => [
  ...(scene.title.trim() === '' ? ['no title'] : []),
  ...scene.items.flatMap((item) => ((item.kind === 'picture' || item.kind === 'table' || item.kind === 'chart') && item.alt.trim() === '' ? [`${item.name} has no alternative text`] : [])),
]

export const sceneFaults = (scene: Scene, size: SlideSize, theme: Theme): string[] =>
  [...geometryFaults(scene, size, theme), ...overflowFaults(scene), ...contrastFaults(scene, size, theme), ...namelessFaults(scene)].map((fault) => `${theme.name} ${size} ${scene.id} “${scene.title.slice(0, 16)}” (${scene.layout}): ${fault}`)
