import fc from 'fast-check'
import type { Block, BlockContent, Inline, Point, Talk } from '../../src/shared/model/block'
import type { Outcome } from '../../src/shared/outcome'
import { layOut, type LayOutOptions } from '../../src/shared/slides/lay-out'
import type { Deck, Scene, SceneItem, SceneParagraph, SceneText } from '../../src/shared/slides/scene'
import { metricsOf } from '../../src/shared/slides/theme-metrics'
import { clearTheme } from '../../src/shared/slides/themes/clear'
import { emuToPoints } from '../../src/shared/units'
import { showcasePicture } from './showcase-talk'
import { block, content, type PointLike } from './talk'

/** Lays out with the first design, the bundled metrics and the showcase's pictures. */
export const laidOut = (talk: Talk, more: Partial<LayOutOptions> = {}): Outcome<Deck> =>
  layOut(talk, { theme: clearTheme, metrics: metricsOf(more.theme ?? clearTheme), picture: showcasePicture, language: talk.front.lang, ...more })

export const scenesOf = (deck: Deck, key: string): readonly Scene[] => deck.scenes.filter((scene) => scene.block === key)

export const paragraphText = ({ runs }: SceneParagraph): string => runs.map(({ text }) => text).join('')
export const linesOf = (paragraph: SceneParagraph): string[] => paragraph.lineStarts.map((start, line) => paragraphText(paragraph).slice(start, paragraph.lineStarts[line + 1]))

/** Every paragraph an item shows, in reading order. */
export function paragraphsOf(item: SceneItem): readonly SceneParagraph[] {
  if (item.kind === 'text') return item.paragraphs
  return item.kind === 'table' ? item.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs)) : []
}

export const textNamed = (scene: Scene | undefined, name: string): SceneText | undefined => scene?.items.find((item): item is SceneText => item.kind === 'text' && item.name === name)

/** Where the lines of a text really are, in points: its box is often taller. */
export function extentOf(text: SceneText): { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } {
  const height = text.paragraphs.reduce((sum, { spaceBefore, pitch, lineStarts }) => sum + spaceBefore + pitch * lineStarts.length, 0)
  const box = { y: emuToPoints(text.box.y), height: emuToPoints(text.box.height), x: emuToPoints(text.box.x), width: emuToPoints(text.box.width) }
  const top = box.y + (text.anchor === 'top' ? 0 : text.anchor === 'middle' ? (box.height - height) / 2 : box.height - height)
  return { top, bottom: top + height, left: box.x, right: box.x + box.width }
}

const phrase = fc.constantFrom('数字资源', '从本校走向全网，', '“用得上”', '《示例规划》', '——不求多', '（试行）', '……', '教师', '92.6%', '1,240', 'classroom', ' AI ', 'https://example.org/a/very/long/address/without/any/space', '、', '。', '𠮷野家', '3.5 次', 'well-known ', '🙂')
/** Text as people write it: Chinese with punctuation, figures, Latin words, a long address. */
export const anyText = (maxPhrases: number): fc.Arbitrary<string> => fc.array(phrase, { minLength: 1, maxLength: maxPhrases }).map((phrases) => phrases.join(''))

const pointLike: fc.Arbitrary<PointLike> = fc.oneof(anyText(14), fc.tuple(anyText(8), fc.array(anyText(6), { maxLength: 4 })).map(([text, children]): PointLike => [text, ...children]))
const pointLikes = (max: number): fc.Arbitrary<PointLike[]> => fc.array(pointLike, { minLength: 1, maxLength: max })

/** Content of every kind, from a word to far too much. */
export const anyContent: fc.Arbitrary<BlockContent> = fc.oneof(
  pointLikes(14).map((likes) => content.points(...likes)),
  pointLikes(9).map((likes) => content.numbered(...likes)),
  fc.tuple(fc.constantFrom('photo', 'upright', 'wide', 'gone.png'), anyText(3), pointLikes(6)).map(([src, caption, likes]) => content.pointsWithPicture(src, '图', caption, ...likes)),
  fc.tuple(fc.array(anyText(30), { minLength: 1, maxLength: 5 }), anyText(4)).map(([paragraphs, by]) => content.quote(paragraphs.join('\n'), by)),
  fc.integer({ min: 1, max: 6 }).chain((columns) => fc.array(fc.array(anyText(10), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 14 })).map(([header = [], ...rows]) => content.table(header, ...rows)),
  fc.tuple(fc.constantFrom('photo', 'upright', 'wide', 'square', 'gone.png'), anyText(6)).map(([src, caption]) => content.picture(src, '图', caption)),
  fc.array(fc.tuple(anyText(2), pointLikes(4)), { minLength: 1, maxLength: 6 }).map((parts) => content.caseStudy('示例小学', ...parts.map(([title, likes]): [string, ...PointLike[]] => [title, ...likes]))),
  fc.tuple(pointLikes(7), pointLikes(7)).map(([left, right]) => content.twoColumns(['过去', ...left], ['现在', ...right])),
  fc.array(fc.tuple(anyText(2), anyText(12)), { minLength: 1, maxLength: 12 }).map((events) => content.timeline(...events)),
  fc.tuple(anyText(20), fc.array(anyText(12), { maxLength: 6 }), anyText(30)).map(([stem, options, why]) => content.question(stem, options, 'B', why)),
  fc.tuple(fc.option(fc.integer({ min: 1, max: 90 })), pointLikes(7)).map(([minutes, likes]) => content.activity(minutes, ...likes)),
)

export const anyBlock: fc.Arbitrary<Block> = fc.tuple(anyText(5), anyContent).map(([title, shown]) => block(title.slice(0, 60), shown))

const inlineText = (parts: readonly Inline[]): string => parts.map(({ text }) => text).join('')
const pointText = (points: readonly Point[]): string => points.map(({ inlines: own, children }) => inlineText(own) + pointText(children)).join('')

/** All text that a block shows, in any order. */
export function shownText(shown: BlockContent): string {
  switch (shown.kind) {
    case 'points':
      return pointText(shown.points) + (shown.picture?.caption ?? '')
    case 'quote':
      // The thin rule stands for the dash before a source.
      return shown.paragraphs.map(inlineText).join('') + shown.attribution.replace(/^[—\s]+/, '')
    case 'table':
      return [shown.table.header, ...shown.table.rows].flat().map(inlineText).join('') + pointText(shown.lead)
    case 'picture':
      return shown.picture.caption
    case 'case':
      return shown.school + shown.parts.map(({ title, points }) => title + pointText(points)).join('')
    case 'chart':
      return shown.unit + shown.categories.join('') + shown.series.map(({ name }) => name).join('')
    case 'two-columns':
      return shown.columns.map(({ title, points }) => title + pointText(points)).join('')
    case 'timeline':
      return shown.events.map(({ when, what }) => when + inlineText(what)).join('')
    case 'question':
      return shown.stem.map(inlineText).join('') + shown.options.map(({ letter, inlines: own }) => letter + inlineText(own)).join('') + shown.explanation.map(inlineText).join('')
    case 'discussion':
    case 'activity':
      return String(shown.minutes ?? '') + pointText(shown.points)
    case 'local-case':
      return pointText(shown.fallback)
    case 'closing':
      return pointText(shown.points)
    case 'agenda':
    case 'references':
      // Made from the rest of the talk.
      return ''
  }
}

/** How often each character occurs, spaces left out. */
export function characterCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const char of text) if (!/\s/.test(char)) counts.set(char, (counts.get(char) ?? 0) + 1)
  return counts
}

