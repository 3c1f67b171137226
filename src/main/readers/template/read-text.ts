/** Words that stand on a master or layout for good: laid out here, so that whoever draws a preview only sets them. */
import type { TemplateBox, TemplateItem } from '../../../shared/model/template'
import { advancesOf, breakLines } from '../../../shared/slides/break-lines'
import { sliceRuns } from '../../../shared/slides/flow'
import { notoSansSc } from '../../../shared/slides/font-metrics'
import { emuToPoints, EMU_PER_POINT, type Emu } from '../../../shared/units'
import { childOf, childrenOf, isElement, wholeNumber, type XmlElement } from '../ooxml/xml'
import { boxIn, type Frame, number, placedIn } from './read-frame'
import { textBoxIn } from './read-outline'
import { type ColourContext, toneIn } from './template-colours'
import { alignmentOf, anchorOf, characters, firstOf, insetIn, listLevel } from './text-properties'

/** What items of a part are read with: its colours and pictures, and how text looks that says nothing of it. */
export type ItemContext = ColourContext & { readonly textStyle: XmlElement | undefined }

type TextItem = Extract<TemplateItem, { kind: 'text' }>
type Line = TextItem['lines'][number]
type Run = Line['runs'][number]

/** A paragraph, or a part of one between its line breaks. Lengths in points. */
type Paragraph = { readonly runs: readonly Run[]; readonly align: Line['align']; readonly indent: number; readonly spaceBefore: number; readonly pitch: (size: number) => number }

/** Words on a layout are few; beyond this a file is none of a designer's. */
const MOST_CHARACTERS = 2000
const MOST_LINES = 100
/** Height of a line of Microsoft YaHei, in ems. */
const SINGLE = 1.32
const ASCENT = notoSansSc.ascent / (notoSansSc.ascent + notoSansSc.descent)
/** Fields whose words are each slide's own. */
const CHANGING = /^(slidenum|datetime)/

/** The words of a shape as one item; none where it has no words, or sets them from top to bottom. */
export function textOf(shape: XmlElement, context: ItemContext, frame: Frame): TextItem[] {
  const body = childOf(shape, 'p:txBody')
  const properties = childOf(body, 'a:bodyPr')
  const transform = childOf(childOf(shape, 'p:spPr'), 'a:xfrm')
  const placed = placedIn(transform, frame)
  const along = TURNS[properties?.attributes.get('vert') ?? 'horz']
  if (body === undefined || placed === null || along === undefined) return []
  const paragraphs = paragraphsIn(body, shape, context)
  if (paragraphs.every(({ runs }) => runs.length === 0)) return []
  // Words are turned with their shape, but never mirrored: upside down is all that comes of it (§20.1.7.6).
  const turn = (placed.pose.turn + along + (placed.pose.flippedY ? 180 : 0) + number(properties, 'rot') / 60_000) % 360
  const box = along === 0 ? placed.box : onItsSide(placed.box)
  const inner = along === 0 ? textBoxIn(childOf(shape, 'p:spPr'), boxIn(transform) ?? box, box) : box
  const isMirrored = placed.pose.flippedX !== placed.pose.flippedY
  const standing = isMirrored ? { ...inner, x: 2 * box.x + box.width - inner.x - inner.width } : inner
  return [{ kind: 'text', box, ...(turn !== 0 && { turn }), lines: linesIn(paragraphs, standing, properties) }]
}

/** Degrees by which lines that run down or up are turned. */
const TURNS: Readonly<Record<string, number>> = { horz: 0, vert: 90, vert270: -90 }

const onItsSide = ({ x, y, width, height }: TemplateBox): TemplateBox => ({ x: Math.round(x + (width - height) / 2), y: Math.round(y + (height - width) / 2), width: height, height: width })

function paragraphsIn(body: XmlElement, shape: XmlElement, context: ItemContext): Paragraph[] {
  const fontScale = number(childOf(childOf(body, 'a:bodyPr'), 'a:normAutofit'), 'fontScale') / 100_000 || 1
  const fontReference = childOf(childOf(shape, 'p:style'), 'a:fontRef')
  let left = MOST_CHARACTERS
  return childrenOf(body, 'a:p').flatMap((paragraph): Paragraph[] => {
    const own = childOf(paragraph, 'a:pPr')
    const styles = [own, listLevel(body, Math.max(0, Math.min(8, number(own, 'lvl')))), context.textStyle]
    const looks = styles.slice(1).map(characters)
    const runOf = (text: string, said: XmlElement | undefined): Run => {
      const saying = [said, ...looks]
      const flag = (name: string): boolean => ['1', 'true'].includes(firstOf(saying, (one) => one.attributes.get(name)) ?? '0')
      const colour = [said, looks[0]].map((one) => toneIn(childOf(one, 'a:solidFill'), context)).find((tone) => tone !== null) ?? toneIn(fontReference, context) ?? toneIn(childOf(looks[1], 'a:solidFill'), context)
      return {
        text: firstOf(saying, (one) => one.attributes.get('cap')) === 'all' ? text.toUpperCase() : text,
        size: Math.max(1, Math.min(4000, ((firstOf(saying, (one) => wholeNumber(one.attributes.get('sz'))) ?? 1800) / 100) * fontScale)),
        bold: flag('b'),
        ...(flag('i') && { italic: true }),
        colour: colour?.colour ?? context.scheme[context.map.tx1],
      }
    }
    const parts: Run[][] = [[]]
    for (const child of paragraph.children.filter(isElement)) {
      if (child.name === 'a:br') parts.push([])
      if (child.name !== 'a:r' && (child.name !== 'a:fld' || CHANGING.test(child.attributes.get('type') ?? ''))) continue
      const text = wordsIn(childOf(child, 'a:t')).slice(0, left)
      left -= text.length
      if (text !== '') parts.at(-1)!.push(runOf(text, childOf(child, 'a:rPr')))
    }
    const spacing = firstOf(styles, (style) => childOf(style, 'a:lnSpc'))
    const before = firstOf(styles, (style) => childOf(style, 'a:spcBef'))
    const shared = { align: LINE_ALIGNMENTS[alignmentOf(styles)], indent: emuToPoints((firstOf(styles, (style) => wholeNumber(style.attributes.get('marL'))) ?? 0) as Emu), pitch: (size: number) => spaceOf(spacing, size * SINGLE) ?? size * SINGLE }
    const size = parts[0]?.[0]?.size ?? 18
    return parts.map((runs, at) => ({ ...shared, runs, spaceBefore: at === 0 ? (spaceOf(before, size * SINGLE) ?? 0) : 0 }))
  })
}

const LINE_ALIGNMENTS = { left: 'start', center: 'middle', right: 'end' } as const

/** What is not to be drawn, and whatever space there is as one. */
const wordsIn = (text: XmlElement | undefined): string => (text?.children ?? []).filter((child) => typeof child === 'string').join('').replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')

/** Points that `a:lnSpc` or `a:spcBef` says; null where it says nothing. @param whole what 100 per cent are */
function spaceOf(spacing: XmlElement | undefined, whole: number): number | null {
  const exact = wholeNumber(childOf(spacing, 'a:spcPts')?.attributes.get('val'))
  if (exact !== undefined) return Math.max(0, exact / 100)
  const share = wholeNumber(childOf(spacing, 'a:spcPct')?.attributes.get('val'))
  return share === undefined ? null : Math.max(0, (share / 100_000) * whole)
}

/** Every line in its place on the slide, as if nothing were turned. */
function linesIn(paragraphs: readonly Paragraph[], box: TemplateBox, properties: XmlElement | undefined): Line[] {
  const inset = insetIn([properties])
  const width = emuToPoints((box.width - inset.left - inset.right) as Emu)
  const wraps = properties?.attributes.get('wrap') !== 'none'
  const set = paragraphs.map((paragraph, at) => ({ ...paragraph, spaceBefore: at === 0 ? 0 : paragraph.spaceBefore, lines: brokenInto(paragraph, wraps ? Math.max(1, width - paragraph.indent) : Infinity) }))
  const heights = set.map(({ lines, pitch, spaceBefore }) => spaceBefore + lines.reduce((sum, { size }) => sum + pitch(size), 0))
  const [height, room] = [heights.reduce((sum, one) => sum + one, 0), emuToPoints((box.height - inset.top - inset.bottom) as Emu)]
  const anchor = anchorOf([properties])
  const [left, top] = [emuToPoints((box.x + inset.left) as Emu), emuToPoints((box.y + inset.top) as Emu)]
  let y = top + (anchor === 'top' ? 0 : anchor === 'middle' ? (room - height) / 2 : room - height)
  const placed: Line[] = []
  for (const { lines, align, indent, pitch, spaceBefore } of set) {
    y += spaceBefore
    for (const { runs, size } of lines) {
      const high = pitch(size)
      const x = align === 'start' ? left + indent : align === 'middle' ? left + (width + indent) / 2 : left + width
      if (runs.length > 0) placed.push({ x: Math.round(x * EMU_PER_POINT), baseline: Math.round((y + high * ASCENT) * EMU_PER_POINT), align, runs: [...runs] })
      y += high
    }
  }
  return placed.slice(0, MOST_LINES)
}

/** A part of a paragraph in lines; an empty one is a line as well. */
function brokenInto({ runs }: Paragraph, width: number): { readonly runs: readonly Run[]; readonly size: number }[] {
  const text = runs.map((run) => run.text).join('')
  if (text === '') return [{ runs: [], size: 18 }]
  const starts = breakLines(text, advancesOf(runs.map((run) => ({ text: run.text, style: run })), notoSansSc), width)
  return starts.map((start, line) => {
    const end = starts[line + 1] ?? text.length
    const cut = sliceRuns(runs, start, start + text.slice(start, end).trimEnd().length)
    return { runs: cut, size: Math.max(0, ...cut.map(({ size }) => size)) || 18 }
  })
}
