/** `word/styles.xml` (ECMA-376-1 §17.7): a preset as styles that the user finds in the style list and may change. */
import { el, type Xml } from '../xml'
import { CELL_MARGINS } from './page-measures'
import type { Look, Preset, RunLook } from './presets'
import { type ScriptStyle, scriptStyles } from './script-document'
import type { Typeface } from './typefaces'
import { W } from './word-names'
import { halfPoints, twips } from './word-units'

/** Word knows these by name, shows them in the user's language and offers them first; the others are ours. */
export const styleIds: Readonly<Record<ScriptStyle, { readonly id: string; readonly name: string }>> = {
  title: { id: 'Title', name: 'Title' },
  subtitle: { id: 'Subtitle', name: 'Subtitle' },
  facts: { id: 'TalkFacts', name: 'Talk Facts' },
  'contents-title': { id: 'TOCHeading', name: 'TOC Heading' },
  'contents-1': { id: 'TOC1', name: 'toc 1' },
  'contents-2': { id: 'TOC2', name: 'toc 2' },
  section: { id: 'Heading1', name: 'heading 1' },
  block: { id: 'Heading2', name: 'heading 2' },
  meta: { id: 'SlideReference', name: 'Slide Reference' },
  body: { id: 'BodyText', name: 'Body Text' },
  'cue-line': { id: 'Cue', name: 'Cue' },
  shown: { id: 'OnTheSlide', name: 'On the Slide' },
  quote: { id: 'Quote', name: 'Quote' },
  attribution: { id: 'Attribution', name: 'Attribution' },
  caption: { id: 'Caption', name: 'caption' },
  'cell-head': { id: 'TableHead', name: 'Table Head' },
  cell: { id: 'TableText', name: 'Table Text' },
  reference: { id: 'Reference', name: 'Reference' },
  footnote: { id: 'FootnoteText', name: 'footnote text' },
  'page-number': { id: 'Footer', name: 'footer' },
  'running-head': { id: 'Header', name: 'header' },
  point: { id: 'Point', name: 'Point' },
  'sub-point': { id: 'SubPoint', name: 'Sub Point' },
  picture: { id: 'PictureLine', name: 'Picture Line' },
  'ruled-line': { id: 'RuledLine', name: 'Ruled Line' },
}

/** Styles of stretches of text. */
export const characterStyles = { cue: 'CueMark', label: 'Label', link: 'Hyperlink', note: 'FootnoteReference' } as const

/** Styles of tables: of figures, and of content with room for notes beside it. */
export type TableStyle = 'Figures' | 'NotesTable'

/** Depth of a heading in the navigation pane, for screen readers and in the contents, from 0. */
const outlineLevels: Partial<Record<ScriptStyle, number>> = { section: 0, block: 1 }

/** Behind what is written in these, Word's Enter key begins body text. */
const followedByBody = new Set<ScriptStyle>(['section', 'block'])

export const stylesPart = (preset: Preset): Xml =>
  el(
    'w:styles',
    { 'xmlns:w': W },
    el('w:docDefaults', {}, el('w:rPrDefault', {}, el('w:rPr', {}, fonts(preset.looks.body.face), el('w:spacing', { 'w:val': twips(preset.tracking) }), size(preset.looks.body.size), el('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }))), el('w:pPrDefault')),
    el('w:style', { 'w:type': 'paragraph', 'w:default': true, 'w:styleId': 'Normal' }, named('Normal'), el('w:qFormat')),
    el('w:style', { 'w:type': 'character', 'w:default': true, 'w:styleId': 'DefaultParagraphFont' }, named('Default Paragraph Font'), hidden()),
    el('w:style', { 'w:type': 'table', 'w:default': true, 'w:styleId': 'TableNormal' }, named('Normal Table'), hidden(), el('w:tblPr', {}, el('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins(0, 108))),
    scriptStyles.map((style) => paragraphStyle(style, preset)),
    tableStyle('Figures', 'Figures', preset, { sides: preset.table.sides, inside: preset.table.sides, head: preset.table.head, inset: { x: CELL_MARGINS / 2, y: 2 } }),
    tableStyle('NotesTable', 'Notes Table', preset, { sides: false, inside: true, head: null }),
    characterStyle(characterStyles.link, 'Hyperlink', el('w:color', { 'w:val': preset.looks.body.colour ?? '000000' }), el('w:u', { 'w:val': 'single' })),
    characterStyle(characterStyles.note, 'footnote reference', el('w:vertAlign', { 'w:val': 'superscript' })),
    characterStyle(characterStyles.cue, 'Cue Mark', runProperties(preset.cue)),
    characterStyle(characterStyles.label, 'Label', runProperties(preset.label)),
  )

const named = (name: string): Xml => el('w:name', { 'w:val': name })
const hidden = (): readonly Xml[] => [el('w:uiPriority', { 'w:val': 99 }), el('w:semiHidden'), el('w:unhideWhenUsed')]

/**
 * Room around what stands in a cell, in twips.
 * @param ends above and below
 * @param sides left and right
 */
export const cellMargins = (ends: number, sides: number, name: 'w:tblCellMar' | 'w:tcMar' = 'w:tblCellMar'): Xml =>
  el(name, {}, (['top', 'left', 'bottom', 'right'] as const).map((side) => el(`w:${side}`, { 'w:w': side === 'left' || side === 'right' ? sides : ends, 'w:type': 'dxa' })))

type TableLook = {
  /** Rules at the left and right edges, and between columns. */
  readonly sides: boolean
  readonly inside: boolean
  /** The ground of its first row, `RRGGBB`. */
  readonly head: string | null
  /** Points left and right, above and below what stands in a cell. */
  readonly inset?: { readonly x: number; readonly y: number }
}

function tableStyle(id: TableStyle, name: string, { table: { rule } }: Preset, { sides, inside, head, inset }: TableLook): Xml {
  const border = (side: string, drawn: boolean): Xml => el(`w:${side}`, drawn ? { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': rule } : { 'w:val': 'nil' })
  const borders = el('w:tblBorders', {}, border('top', true), border('left', sides), border('bottom', true), border('right', sides), border('insideH', true), border('insideV', inside))
  return el(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': true, 'w:styleId': id },
    named(name),
    el('w:basedOn', { 'w:val': 'TableNormal' }),
    el('w:tblPr', {}, borders, inset === undefined ? null : cellMargins(twips(inset.y), twips(inset.x))),
    head === null ? null : el('w:tblStylePr', { 'w:type': 'firstRow' }, el('w:tcPr', {}, shade(head))),
  )
}

function paragraphStyle(style: ScriptStyle, preset: Preset): Xml {
  const { id, name } = styleIds[style]
  const look = preset.looks[style]
  return el(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    named(name),
    el('w:basedOn', { 'w:val': 'Normal' }),
    followedByBody.has(style) ? el('w:next', { 'w:val': styleIds.body.id }) : null,
    style === 'footnote' ? hidden() : el('w:qFormat'),
    paragraphProperties(look, preset, outlineLevels[style]),
    el('w:rPr', {}, runProperties(look)),
  )
}

const characterStyle = (id: string, name: string, ...properties: readonly (Xml | readonly Xml[])[]): Xml =>
  el('w:style', { 'w:type': 'character', 'w:styleId': id }, named(name), el('w:basedOn', { 'w:val': 'DefaultParagraphFont' }), el('w:qFormat'), el('w:rPr', {}, ...properties))

const fonts = ({ latin, eastAsian }: Typeface): Xml => el('w:rFonts', { 'w:ascii': latin.name, 'w:hAnsi': latin.name, 'w:cs': latin.name, 'w:eastAsia': eastAsian.name })
const size = (points: number): readonly Xml[] => ['w:sz', 'w:szCs'].map((name) => el(name, { 'w:val': halfPoints(points) }))

/** A property that is on, or off where the style asks for it. */
export const onOff = (name: string, on: boolean): Xml => (on ? el(name) : el(name, { 'w:val': false }))

/** Order of the children as EG_RPrBase has it (§17.3.2). */
function runProperties(look: Look | RunLook): readonly Xml[] {
  return [
    fonts(look.face),
    ...(look.bold === undefined ? [] : [onOff('w:b', look.bold), onOff('w:bCs', look.bold)]),
    ...(look.colour === undefined ? [] : [el('w:color', { 'w:val': look.colour })]),
    ...(look.size === undefined ? [] : size(look.size)),
    ...('box' in look && look.box !== undefined ? [el('w:bdr', { 'w:val': 'single', 'w:color': look.box, 'w:sz': 6, 'w:space': 1 })] : []),
    ...('shade' in look && look.shade !== undefined ? [shade(look.shade)] : []),
  ]
}

/** A plain ground behind letters or in a cell. */
const shade = (fill: string): Xml => el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill })

/**
 * Order of the children as CT_PPrBase has it (§17.3.1.26). `overflowPunct` (§17.3.1.21) is on in Word anyway; LibreOffice 7.4 reads it the wrong way
 * round and so stops hanging punctuation over the end of a line, of which it loses some in justified text. Styles of another pitch than the grid's do
 * not snap to it (§17.3.1.32): Word leaves an exact pitch alone anyway, LibreOffice stretches it.
 */
function paragraphProperties(look: Look, { widowControl, grid }: Preset, outlineLevel: number | undefined): Xml {
  const pitch = twips(look.pitch)
  return el(
    'w:pPr',
    {},
    onOff('w:keepNext', look.keepNext ?? false),
    onOff('w:keepLines', look.keepLines ?? false),
    onOff('w:widowControl', widowControl),
    look.bar === undefined ? null : el('w:pBdr', {}, el('w:left', { 'w:val': 'single', 'w:color': look.bar, 'w:sz': 12, 'w:space': 8 })),
    el('w:overflowPunct', { 'w:val': true }),
    grid === null || pitch === twips(grid) ? null : el('w:snapToGrid', { 'w:val': false }),
    el('w:spacing', { 'w:before': twips(look.before ?? 0), 'w:after': twips(look.after ?? 0), 'w:line': pitch, 'w:lineRule': 'exact' }),
    el('w:ind', {
      'w:left': twips((look.left ?? 0) * look.size),
      'w:firstLine': look.firstLine === undefined ? undefined : twips(look.firstLine * look.size),
      'w:firstLineChars': look.firstLine === undefined ? undefined : look.firstLine * 100,
      'w:hanging': look.hanging === undefined ? undefined : twips(look.hanging * look.size),
    }),
    el('w:jc', { 'w:val': look.align ?? 'left' }),
    outlineLevel === undefined ? null : el('w:outlineLvl', { 'w:val': outlineLevel }),
  )
}
