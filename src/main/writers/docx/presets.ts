import type { Language } from '../../../shared/language'
import { type Points, points } from '../../../shared/units'
import type { ScriptStyle } from './script-document'
import { type Typeface, typefaces } from './typefaces'

/** How a paragraph style looks. Lengths are points unless they say otherwise; indents count in ems of the style's own size. */
export type Look = {
  readonly face: Typeface
  readonly size: Points
  /** Exact distance between baselines, so that a page breaks at the same line whatever typeface the machine has. */
  readonly pitch: Points
  readonly bold?: boolean
  readonly align?: 'left' | 'center' | 'right' | 'both'
  readonly before?: Points
  readonly after?: Points
  readonly firstLine?: number
  readonly left?: number
  /** How far left of `left` the first line begins: room for a bullet or a number. */
  readonly hanging?: number
  /** `RRGGBB`; black without. */
  readonly colour?: string
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  /** A bar at the left edge: sets apart what is shown from what is said. `RRGGBB`. */
  readonly bar?: string
}

/** How a stretch of text within a paragraph differs from its paragraph. */
export type RunLook = { readonly face: Typeface; readonly bold?: boolean; readonly colour?: string; readonly shade?: string; readonly size?: Points; /** A box around it. `RRGGBB`. */ readonly box?: string }

export type Preset = {
  /** Millimetres. The text area is what the margins leave of A4. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number; readonly footer: number }
  /** Distance of the document grid's lines; null without a grid. */
  readonly grid: Points | null
  /** Added to the advance of every character of the body. */
  readonly tracking: Points
  readonly looks: Readonly<Record<ScriptStyle, Look>>
  readonly cue: RunLook
  readonly label: RunLook
  readonly table: { readonly rule: string; readonly head: string | null; readonly sides: boolean }
  /** `dashes`: — 1 — at the outer edge, as GB/T 9704-2012 §7.5 asks. `plain`: the number alone, centred. */
  readonly pageNumber: 'dashes' | 'plain'
  /** Whether two lines of a paragraph stay together at the edges of a page. */
  readonly widowControl: boolean
}

export type PresetName = 'official' | 'plain' | 'large-print'

const { xiaobiaosong, fangsong, kaiti, heiti, songti, sans } = typefaces
const pt = points

/** 225 mm of text height over 22 lines. */
const OFFICIAL_PITCH = pt(28.95)

/**
 * GB/T 9704-2012 for documents of Party and government organs: A4, 37 mm above, 28 mm left, a text area of 156 × 225 mm (§5.2),
 * 22 lines of 28 characters in 仿宋 3号 = 16 pt (§5.2.3), title in 小标宋 2号 = 22 pt (§7.3.1), headings in 黑体 and 楷体 (§7.3.3), page number
 * in 4号 宋体 between dashes (§7.5). Everything keeps the pitch of the body, so that every page holds its 22 lines.
 */
const officialChinese: Preset = {
  margins: { top: 37, bottom: 35, left: 28, right: 26, footer: 25 },
  grid: OFFICIAL_PITCH,
  // 156 mm hold 27.6 characters of 16 pt; a quarter of a point less each makes 28.
  tracking: pt(-0.25),
  looks: {
    title: { face: xiaobiaosong, size: pt(22), pitch: pt(36), align: 'center', before: pt(28.95), after: pt(8) },
    subtitle: { face: kaiti, size: pt(16), pitch: OFFICIAL_PITCH, align: 'center' },
    facts: { face: fangsong, size: pt(14), pitch: pt(24), align: 'center' },
    'contents-title': { face: heiti, size: pt(16), pitch: OFFICIAL_PITCH, align: 'center', before: pt(28.95), after: pt(6), keepNext: true },
    'contents-1': { face: heiti, size: pt(14), pitch: pt(24) },
    'contents-2': { face: fangsong, size: pt(14), pitch: pt(24), left: 2 },
    section: { face: heiti, size: pt(16), pitch: OFFICIAL_PITCH, firstLine: 2, keepNext: true },
    block: { face: kaiti, size: pt(16), pitch: OFFICIAL_PITCH, firstLine: 2, keepNext: true },
    meta: { face: songti, size: pt(10.5), pitch: OFFICIAL_PITCH, colour: '595959', left: 3.05, keepNext: true },
    body: { face: fangsong, size: pt(16), pitch: OFFICIAL_PITCH, align: 'both', firstLine: 2 },
    'cue-line': { face: heiti, size: pt(14), pitch: OFFICIAL_PITCH, left: 2.3 },
    shown: { face: kaiti, size: pt(14), pitch: OFFICIAL_PITCH, left: 2.3, bar: 'A6A6A6' },
    quote: { face: kaiti, size: pt(16), pitch: OFFICIAL_PITCH, align: 'both', left: 2, bar: 'A6A6A6' },
    attribution: { face: kaiti, size: pt(14), pitch: OFFICIAL_PITCH, align: 'right' },
    caption: { face: heiti, size: pt(12), pitch: OFFICIAL_PITCH, align: 'center', keepNext: true },
    'cell-head': { face: heiti, size: pt(12), pitch: pt(20) },
    cell: { face: fangsong, size: pt(12), pitch: pt(20) },
    reference: { face: fangsong, size: pt(14), pitch: OFFICIAL_PITCH, left: 0 },
    footnote: { face: songti, size: pt(9), pitch: pt(13) },
    'page-number': { face: songti, size: pt(14), pitch: pt(18) },
    'running-head': { face: songti, size: pt(10.5), pitch: pt(16) },
    point: { face: fangsong, size: pt(16), pitch: OFFICIAL_PITCH, left: 3.5, hanging: 1.5 },
    'sub-point': { face: fangsong, size: pt(16), pitch: OFFICIAL_PITCH, left: 5, hanging: 1.5 },
    picture: { face: fangsong, size: pt(16), pitch: OFFICIAL_PITCH, left: 2, before: pt(6), after: pt(6) },
    'ruled-line': { face: fangsong, size: pt(16), pitch: OFFICIAL_PITCH },
  },
  cue: { face: heiti, size: pt(14), shade: 'E7E6E6' },
  label: { face: heiti },
  table: { rule: '404040', head: null, sides: true },
  pageNumber: 'dashes',
  // A page of 22 lines holds 22 lines: the standard knows no widows.
  widowControl: false,
}

const INK = '1F2933'
const MUTED = '5B6770'
const ACCENT = '1D5B8F'
const BODY_PITCH = pt(20)

/** A report for reading on a desk: 12 pt on 20, sans headings, ragged paragraphs apart by space instead of by an indent. */
const plainChinese: Preset = {
  margins: { top: 25.4, bottom: 25.4, left: 30, right: 30, footer: 13 },
  grid: null,
  tracking: pt(0),
  looks: {
    title: { face: sans, size: pt(24), pitch: pt(34), bold: true, colour: INK, before: pt(12), after: pt(4) },
    subtitle: { face: sans, size: pt(14), pitch: pt(22), colour: MUTED, after: pt(8) },
    facts: { face: sans, size: pt(10.5), pitch: pt(18), colour: MUTED },
    'contents-title': { face: sans, size: pt(14), pitch: pt(22), bold: true, colour: INK, before: pt(24), after: pt(6), keepNext: true },
    'contents-1': { face: sans, size: pt(11), pitch: pt(20), bold: true, colour: INK, before: pt(4) },
    'contents-2': { face: sans, size: pt(10.5), pitch: pt(18), left: 1.5, colour: INK },
    section: { face: sans, size: pt(18), pitch: pt(26), bold: true, colour: ACCENT, before: pt(24), after: pt(2), keepNext: true, keepLines: true },
    block: { face: sans, size: pt(14), pitch: pt(22), bold: true, colour: INK, before: pt(16), after: pt(2), keepNext: true, keepLines: true },
    meta: { face: sans, size: pt(9), pitch: pt(14), colour: MUTED, after: pt(6), keepNext: true },
    body: { face: songti, size: pt(12), pitch: BODY_PITCH, align: 'both', after: pt(6) },
    'cue-line': { face: sans, size: pt(10.5), pitch: BODY_PITCH, after: pt(6) },
    shown: { face: sans, size: pt(10.5), pitch: pt(18), left: 1, colour: '3E4C59', bar: 'B8C7D6', after: pt(6) },
    quote: { face: typefaces.kaiti, size: pt(12), pitch: BODY_PITCH, left: 1, bar: ACCENT, after: pt(2) },
    attribution: { face: sans, size: pt(10), pitch: pt(18), align: 'right', colour: MUTED, after: pt(6) },
    caption: { face: sans, size: pt(10), pitch: pt(16), colour: MUTED, before: pt(6), after: pt(4), keepNext: true },
    'cell-head': { face: sans, size: pt(10), pitch: pt(16), bold: true, colour: INK },
    cell: { face: sans, size: pt(10), pitch: pt(16), colour: INK },
    reference: { face: songti, size: pt(10.5), pitch: pt(18), after: pt(3) },
    footnote: { face: songti, size: pt(9), pitch: pt(13) },
    'page-number': { face: sans, size: pt(9), pitch: pt(14), colour: MUTED },
    'running-head': { face: sans, size: pt(9), pitch: pt(14), colour: MUTED },
    point: { face: songti, size: pt(12), pitch: BODY_PITCH, left: 1.5, hanging: 1.5, after: pt(3) },
    'sub-point': { face: songti, size: pt(12), pitch: BODY_PITCH, left: 3, hanging: 1.5, after: pt(3) },
    picture: { face: sans, size: pt(10.5), pitch: pt(18), left: 1, before: pt(4), after: pt(6) },
    'ruled-line': { face: sans, size: pt(10.5), pitch: pt(26) },
  },
  cue: { face: sans, size: pt(10), bold: true, colour: ACCENT, shade: 'E8F0F8' },
  label: { face: sans, bold: true },
  table: { rule: 'B8C7D6', head: 'E8F0F8', sides: false },
  pageNumber: 'plain',
  widowControl: true,
}

const LARGE_PITCH = pt(32)

/** For reading at a lectern, standing and without glasses: 20 pt on 1.6 lines, black on white, what is not said boxed, broad margins for notes. */
const largePrintChinese: Preset = {
  ...plainChinese,
  margins: { top: 28, bottom: 28, left: 34, right: 34, footer: 14 },
  looks: {
    ...plainChinese.looks,
    title: { face: sans, size: pt(30), pitch: pt(42), bold: true, before: pt(12), after: pt(6) },
    subtitle: { face: sans, size: pt(18), pitch: pt(28), after: pt(10) },
    facts: { face: sans, size: pt(14), pitch: pt(24) },
    'contents-title': { face: sans, size: pt(18), pitch: pt(28), bold: true, before: pt(28), after: pt(8), keepNext: true },
    'contents-1': { face: sans, size: pt(15), pitch: pt(26), bold: true, before: pt(6) },
    'contents-2': { face: sans, size: pt(14), pitch: pt(24), left: 1.5 },
    section: { face: sans, size: pt(26), pitch: pt(38), bold: true, before: pt(28), after: pt(4), keepNext: true, keepLines: true },
    block: { face: sans, size: pt(22), pitch: pt(34), bold: true, before: pt(22), after: pt(4), keepNext: true, keepLines: true },
    meta: { face: sans, size: pt(13), pitch: pt(20), colour: '404040', after: pt(8), keepNext: true },
    // Ragged, because justified lines of this size tear gaps; lines stay together as far as a page allows.
    body: { face: sans, size: pt(20), pitch: LARGE_PITCH, align: 'left', after: pt(12) },
    'cue-line': { face: sans, size: pt(18), pitch: LARGE_PITCH, after: pt(12) },
    shown: { face: sans, size: pt(16), pitch: pt(26), left: 1, colour: '303030', bar: '808080', after: pt(8) },
    quote: { face: sans, size: pt(20), pitch: LARGE_PITCH, left: 1, bar: '000000', after: pt(4) },
    attribution: { face: sans, size: pt(16), pitch: pt(26), align: 'right', after: pt(10) },
    caption: { face: sans, size: pt(14), pitch: pt(22), before: pt(8), after: pt(4), keepNext: true },
    'cell-head': { face: sans, size: pt(15), pitch: pt(24), bold: true },
    cell: { face: sans, size: pt(15), pitch: pt(24) },
    reference: { face: sans, size: pt(14), pitch: pt(24), after: pt(4) },
    footnote: { face: sans, size: pt(12), pitch: pt(18) },
    'page-number': { face: sans, size: pt(14), pitch: pt(20) },
    picture: { face: sans, size: pt(16), pitch: pt(26), left: 1, before: pt(6), after: pt(8) },
  },
  cue: { face: sans, size: pt(17), bold: true, box: '000000' },
  label: { face: sans, bold: true },
  table: { rule: '808080', head: 'F0F0F0', sides: false },
}

/** Latin text needs less size and no first-line indent where space divides the paragraphs; 28 characters a line is a rule for Han text only. */
export const inEnglish = (preset: Preset, looks: Partial<Record<ScriptStyle, Partial<Look>>>): Preset => {
  const changed = { ...preset.looks }
  for (const [style, change] of Object.entries(looks) as [ScriptStyle, Partial<Look>][]) changed[style] = { ...changed[style], ...change }
  return { ...preset, grid: null, tracking: pt(0), widowControl: true, looks: changed }
}

const OFFICIAL_LATIN_PITCH = pt(22)
const officialEnglish: Preset = inEnglish({ ...officialChinese, cue: { ...officialChinese.cue, size: pt(12), bold: true }, label: { ...officialChinese.label, bold: true } }, {
  title: { size: pt(22), pitch: pt(30), bold: true },
  subtitle: { size: pt(15), pitch: OFFICIAL_LATIN_PITCH },
  facts: { size: pt(12), pitch: pt(18) },
  'contents-title': { size: pt(15), pitch: OFFICIAL_LATIN_PITCH, bold: true, before: pt(20) },
  'contents-1': { size: pt(12), pitch: pt(18), bold: true, before: pt(4) },
  'contents-2': { size: pt(12), pitch: pt(18) },
  section: { size: pt(17), pitch: OFFICIAL_LATIN_PITCH, bold: true, firstLine: 0, before: pt(16), after: pt(2), keepLines: true },
  block: { size: pt(14), pitch: OFFICIAL_LATIN_PITCH, bold: true, firstLine: 0, before: pt(10), keepLines: true },
  meta: { pitch: pt(16), left: 0, after: pt(4) },
  body: { size: pt(14), pitch: OFFICIAL_LATIN_PITCH, align: 'left', firstLine: 0, after: pt(7) },
  'cue-line': { size: pt(12), pitch: OFFICIAL_LATIN_PITCH, left: 0, after: pt(7) },
  shown: { size: pt(12), pitch: pt(18), left: 1, after: pt(7) },
  quote: { size: pt(14), pitch: OFFICIAL_LATIN_PITCH, align: 'left', left: 1, after: pt(3) },
  attribution: { size: pt(12), pitch: pt(18), after: pt(7) },
  caption: { size: pt(11), pitch: pt(18), bold: true, before: pt(6) },
  'cell-head': { size: pt(11), pitch: pt(16), bold: true },
  cell: { size: pt(11), pitch: pt(16) },
  reference: { size: pt(12), pitch: pt(18), after: pt(3) },
})
const plainEnglish = inEnglish(plainChinese, {
  body: { face: sans, size: pt(11), pitch: pt(18), align: 'left' },
  quote: { face: sans, size: pt(11), pitch: pt(18) },
  reference: { face: sans, size: pt(10), pitch: pt(16) },
  footnote: { face: sans, size: pt(8.5), pitch: pt(12) },
})

const largePrintEnglish = inEnglish(largePrintChinese, {})

/** The preset for a script in `language`. */
export function presetFor(name: PresetName, language: Language): Preset {
  const presets = { official: { 'zh-CN': officialChinese, en: officialEnglish }, plain: { 'zh-CN': plainChinese, en: plainEnglish }, 'large-print': { 'zh-CN': largePrintChinese, en: largePrintEnglish } }
  return presets[name][language]
}
