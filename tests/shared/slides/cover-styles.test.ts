import { describe, expect, it } from 'vitest'
import { brandedTheme } from '../../../src/shared/brand/branded-theme'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { coverStyles } from '../../../src/shared/model/brand'
import { colourModes, designNames, slideRatios } from '../../../src/shared/model/look'
import { textPairs } from '../../../src/shared/slides/colour-roles'
import { layOut } from '../../../src/shared/slides/lay-out'
import { heightOf } from '../../../src/shared/slides/compose'
import { frameOf } from '../../../src/shared/slides/layouts'
import type { Box, SceneText } from '../../../src/shared/slides/scene'
import { metricsOf } from '../../../src/shared/slides/theme-metrics'
import { themeOf } from '../../../src/shared/slides/themes/built-in'
import { withMarks } from '../../../src/shared/slides/with-marks'
import { EMU_PER_POINT } from '../../../src/shared/units'

const TALK = '---\ntitle: 数字资源走进每一间教室\nsubtitle: 面向青年教师的示例宣讲\nspeaker: 示例教师\noccasion: 开学第一周\ndate: 2026-09-10\n---\n\n## 从一节课开始\n\n:::closing\n- 本周选一节课试用\n:::\n'

/** Cover and last page, with the shapes beneath their words. */
function openingPages(design: (typeof designNames)[number], mode: (typeof colourModes)[number], size: (typeof slideRatios)[number], coverStyle: (typeof coverStyles)[number]) {
  const { theme } = brandedTheme(themeOf({ design, mode }), { primary: '1C5FB8', accent: null, headingFont: '', bodyFont: '', coverStyle })
  const deck = layOut(parseTalk(TALK).value, { theme, metrics: metricsOf(theme), picture: () => null, size, language: 'zh-CN' }).value
  const { scenes } = withMarks(deck, { logo: null, logoOnDark: null, series: '示例讲堂', owner: '示例小学' }, theme)
  return [scenes[0]!, scenes.at(-1)!].map(({ layout, items }) => {
    const { background, decorations } = frameOf(layout, size, theme.structure)
    return { layout, background, decorations, texts: items.filter((item): item is SceneText => item.kind === 'text') }
  })
}

/** Where a text's lines really stand in its box. */
function inked({ box, anchor, paragraphs }: SceneText): Box {
  const height = Math.min(box.height, heightOf(paragraphs) * EMU_PER_POINT)
  const free = box.height - height
  return { ...box, y: (box.y + (anchor === 'top' ? 0 : anchor === 'middle' ? free / 2 : free)) as Box['y'], height: height as Box['height'] }
}

const contains = (outer: Box, inner: Box): boolean => outer.x <= inner.x && outer.y <= inner.y && outer.x + outer.width >= inner.x + inner.width && outer.y + outer.height >= inner.y + inner.height
const meets = (one: Box, other: Box): boolean => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height

const looks = designNames.flatMap((design) => colourModes.flatMap((mode) => slideRatios.map((size) => [design, mode, size] as const)))
const read = new Set(textPairs.map((pair) => pair.join(' on ')))

describe('a brand’s style of cover', () => {
  // So the sweep over 4,096 brand colours, which holds these pairs to their contrast, holds every cover to it.
  it.each(looks)('sets its words in pairs of colours that are held to their contrast, and clear of its shapes: %s %s %s', (design, mode, size) => {
    const wrong = coverStyles.flatMap((style) =>
      openingPages(design, mode, size, style).flatMap(({ layout, background, decorations, texts }) =>
        texts.flatMap((text) => {
          const box = inked(text)
          const ground = decorations.findLast((shape) => contains(shape.box, box))?.fill ?? background
          const unread = text.paragraphs.flatMap(({ runs }) => runs.map((run) => `${run.style.colour} on ${ground}`)).filter((pair) => !read.has(pair))
          const hit = decorations.filter((shape) => !contains(shape.box, box) && meets(shape.box, box)).map((shape) => `meets ${shape.name}`)
          return [...unread, ...hit].map((what) => `${style} ${layout} ${text.name}: ${what}`)
        }),
      ),
    )
    expect(wrong).toEqual([])
  })

  it.each(looks)('is another cover for each style, and the design’s own for none: %s %s %s', (design, mode, size) => {
    const drawn = new Map(coverStyles.map((style) => [style, JSON.stringify(openingPages(design, mode, size, style))]))
    expect(new Set(drawn.values()).size).toBe(coverStyles.length - 1)
    expect(drawn.get('design')).toBe(drawn.get(themeOf({ design, mode }).structure.cover))
  })
})
