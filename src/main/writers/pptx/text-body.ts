/**
 * Text as DrawingML (ECMA-376-1 §21.1.2). The scene has decided every paragraph; what the placeholder already says is left out, so that
 * a change of the layout or the theme in PowerPoint reaches the slide.
 */
import type { Language } from '../../../shared/language'
import type { LayoutFrame, SceneParagraph, SceneText, TextRun, TextStyle } from '../../../shared/slides/scene'
import type { FontRole } from '../../../shared/slides/theme'
import type { Points } from '../../../shared/units'
import type { Relationships } from '../opc-package'
import { el, fragment, text, type Attributes, type Xml } from '../xml'
import { schemeColour, solidFill } from './drawing'
import { languageTags } from './text-language'

/** What paragraphs of the first level inherit from the placeholder they fill. */
export type Inherited = Pick<LayoutFrame['placeholders'][number], 'style' | 'align' | 'pitch'>

/** What paragraphs of every level take from a template's placeholder: colour, typeface and weight. Sizes and distances are ours, as they were measured. */
export type FromTemplate = { readonly style: Pick<TextStyle, 'colour' | 'font' | 'bold'> }

const isOurs = (inherited: Inherited | FromTemplate): inherited is Inherited => 'pitch' in inherited

export type TextContext = {
  readonly language: Language
  /** Relationships of the part the text stands in: hyperlinks are among them. */
  readonly relationships: Relationships
  readonly inherited: Inherited | FromTemplate | null
}

const ALIGNMENT = { left: 'l', center: 'ctr', right: 'r' } as const
const ANCHOR = { top: 't', middle: 'ctr', bottom: 'b' } as const

/** Hundredths of a point, the unit of sizes and spacings (ST_TextFontSize, ST_TextSpacingPoint). */
const hundredths = (value: Points): number => Math.round(value * 100)

export const themeFonts = (font: FontRole): Xml => {
  const role = font === 'heading' ? 'mj' : 'mn'
  return fragment(el('a:latin', { typeface: `+${role}-lt` }), el('a:ea', { typeface: `+${role}-ea` }), el('a:cs', { typeface: `+${role}-cs` }))
}

/** Exact distance between baselines, `spcPts`: what the layout measured is what is drawn. */
export const linePitch = (pitch: Points): Xml => el('a:lnSpc', {}, el('a:spcPts', { val: hundredths(pitch) }))

/** Character properties under `name` (`a:rPr`, `a:defRPr`, `a:endParaRPr`); what `inherited` already says is left out. */
export const characterProperties = (name: string, style: TextStyle, inherited: Partial<TextStyle> | null, more: Attributes = {}, link: Xml | null = null): Xml =>
  el(
    name,
    { ...more, sz: style.size === inherited?.size ? undefined : hundredths(style.size), b: style.bold === (inherited?.bold ?? null) ? undefined : style.bold },
    style.colour !== inherited?.colour && solidFill(style.colour),
    style.font !== inherited?.font && themeFonts(style.font),
    link,
  )

/** Keeps a link in the colour of its run: PowerPoint would paint it in the theme's hyperlink slot ([MS-ODRAWXML] §2.34.3, hlinkClr). */
const ownColour = el('a:extLst', {}, el('a:ext', { uri: '{A12FA001-AC4F-418D-AE19-62706E023703}' }, el('ahyp:hlinkClr', { 'xmlns:ahyp': 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor', val: 'tx' })))

/** Address of a link that may leave the deck: web and mail only, percent-encoded; null for anything else, which stays plain text. */
const linkAddress = (href: string): string | null => {
  const url = URL.canParse(href) ? new URL(href) : null
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

const run = ({ text: value, style, italic, href }: TextRun, context: TextContext, inherited: TextContext['inherited']): Xml => {
  const address = href === undefined ? null : linkAddress(href)
  const link = address === null ? null : el('a:hlinkClick', { 'r:id': context.relationships.toAddress('hyperlink', address) }, ownColour)
  const properties = { ...languageTags(value, context.language), i: italic ? true : undefined, dirty: false }
  // A line end inside a run would be drawn as a stray mark; the scene breaks lines by width alone.
  return el('a:r', {}, characterProperties('a:rPr', style, inherited?.style ?? null, properties, link), el('a:t', {}, text(value.replace(/[\r\n\v]/g, ' '))))
}

/** Number of the first paragraph in the run of numbered paragraphs that `index` belongs to; deeper levels in between do not end it. */
const firstNumber = (paragraphs: readonly SceneParagraph[], index: number): number => {
  const { level } = paragraphs[index]!
  let first = index
  for (let i = index; i >= 0 && paragraphs[i]!.level >= level; i--) {
    if (paragraphs[i]!.level > level) continue
    if (paragraphs[i]!.marker?.auto !== 'arabic-period') break
    first = i
  }
  return Number.parseInt(paragraphs[first]!.marker!.text, 10) || 1
}

/** The dot is Arial's, as PowerPoint's own and the one of the preview are: typefaces draw theirs in many sizes, and 宋体 as wide as a character. */
export const dotFont = el('a:buFont', { typeface: 'Arial', panose: '020B0604020202020204', pitchFamily: 34, charset: 0 })

/** PowerPoint's own bullets and numbers where it has them, so that a new point gets its marker by itself. */
const markerXml = (paragraphs: readonly SceneParagraph[], index: number): Xml => {
  const { marker } = paragraphs[index]!
  if (!marker || literalMarker(paragraphs[index]!) !== null) return el('a:buNone')
  const colour = el('a:buClr', {}, schemeColour(marker.colour))
  if (marker.auto === 'arabic-period') {
    const startAt = firstNumber(paragraphs, index)
    return fragment(colour, el('a:buFontTx'), el('a:buAutoNum', { type: 'arabicPeriod', startAt: startAt === 1 ? undefined : startAt }))
  }
  return fragment(colour, marker.text === '•' ? dotFont : el('a:buFontTx'), el('a:buChar', { char: marker.text }))
}

/** A marker of several characters cannot be a bullet (PowerPoint draws one character): it is written in the text, with a tab to the indent. */
const literalMarker = ({ marker }: SceneParagraph): string | null => (marker && marker.auto !== 'arabic-period' && /^..+$/su.test(marker.text) ? marker.text : null)

/** One paragraph of a list of paragraphs; its neighbours decide where numbering starts. */
const paragraph = (paragraphs: readonly SceneParagraph[], index: number, context: TextContext): Xml => {
  const one = paragraphs[index]!
  const fromTemplate = context.inherited !== null && !isOurs(context.inherited)
  const inherited = one.level === 0 || fromTemplate ? context.inherited : null
  const ofPlaceholder = inherited !== null && isOurs(inherited) ? inherited : null
  const hanging = one.marker ? (one.hang ?? one.indent) : 0
  const properties = el(
    'a:pPr',
    {
      marL: one.indent,
      indent: 0 - hanging,
      lvl: one.level === 0 ? undefined : one.level,
      algn: one.align === ofPlaceholder?.align ? undefined : ALIGNMENT[one.align],
      // A template from where text runs from right to left would set bullets at the other end.
      rtl: fromTemplate ? false : undefined,
      hangingPunct: false,
    },
    one.pitch !== ofPlaceholder?.pitch && linePitch(one.pitch),
    el('a:spcBef', {}, el('a:spcPts', { val: hundredths(one.spaceBefore) })),
    fromTemplate && el('a:spcAft', {}, el('a:spcPts', { val: 0 })),
    markerXml(paragraphs, index),
  )
  const literal = literalMarker(one)
  const first = one.runs[0]
  const lead = literal !== null && first ? [{ text: `${literal}\t`, style: { ...first.style, colour: one.marker!.colour } }] : []
  const runs = [...lead, ...one.runs].filter(({ text: value }) => value !== '')
  return el('a:p', {}, properties, runs.map((each) => run(each, context, inherited)), runs.length === 0 && endOfParagraph(one, context, inherited))
}

/** An empty paragraph keeps its height through the properties of its end. */
const endOfParagraph = (one: SceneParagraph, context: TextContext, inherited: TextContext['inherited']): Xml => {
  const tags = { ...languageTags('', context.language), dirty: false }
  const style = one.runs[0]?.style
  return style ? characterProperties('a:endParaRPr', style, inherited?.style ?? null, tags) : el('a:endParaRPr', tags)
}

/** The paragraphs of a text body; an empty one is written when there is none, as the schema asks for one. */
export const paragraphsXml = (paragraphs: readonly SceneParagraph[], context: TextContext): Xml =>
  paragraphs.length === 0 ? el('a:p', {}, el('a:endParaRPr', languageTags('', context.language))) : fragment(...paragraphs.map((_, index) => paragraph(paragraphs, index, context)))

/** Body properties without insets, as boxes are measured, and with a bare `normAutofit`: PowerPoint shrinks text only after it was edited. */
export const bodyProperties = (anchor: SceneText['anchor']): Xml =>
  el('a:bodyPr', { vert: 'horz', wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false, anchor: ANCHOR[anchor] }, el('a:normAutofit'))

/** Latin letters are set with their kerning from 12 pt on, as in PowerPoint's own templates and in the preview. In hundredths of a point. */
export const KERNED_FROM = 1200

/** First-level paragraph and character properties of a placeholder, for the list style of a layout. */
export const inheritedStyle = ({ style, align, pitch }: Inherited): Xml =>
  el(
    'a:lvl1pPr',
    { marL: 0, indent: 0, algn: ALIGNMENT[align], hangingPunct: false },
    linePitch(pitch),
    el('a:spcBef', {}, el('a:spcPts', { val: 0 })),
    el('a:buNone'),
    characterProperties('a:defRPr', style, null, { kern: KERNED_FROM }),
  )
