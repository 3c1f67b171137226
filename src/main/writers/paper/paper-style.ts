/** The look of a document on printed pages: a preset of the `.docx` as a style sheet for the print page. */
import type { Language } from '../../../shared/language'
import { PAPER, pointsOfMillimetres } from '../docx/page-measures'
import type { Look, Preset, RunLook } from '../docx/presets'
import { type ScriptStyle, scriptStyles } from '../docx/script-document'
import { SLIDE_FRAME, SLIDE_OFFSET } from '../docx/slides-beside'
import type { Typeface, TypefaceName } from '../docx/typefaces'

/** Points between a bar at the left edge and its text, as in the `.docx`; and how thick the bar is. */
const BAR = { gap: 8, width: 1.5 }
/** Comes with Lectern and has every character: what a computer without any typeface of a chain sets the text in. */
const BUNDLED = 'Noto Sans SC'
/** What most Linux desktops have for Chinese with serifs. */
const SERIF = 'Noto Serif CJK SC'

/** A string of CSS (css-syntax-3 §4.3.5). */
const quoted = (value: string): string => `"${value.replace(/["\\\n\r\f]/g, (char) => `\\${char.codePointAt(0)!.toString(16)} `)}"`

const chain = (...faces: readonly TypefaceName[]): string => {
  const named = faces.flatMap(({ name, instead }) => [name, ...instead]).map(quoted)
  return [...named, faces.at(-1)?.family === 'roman' ? `${quoted(SERIF)}, serif` : 'sans-serif', quoted(BUNDLED)].join(', ')
}

/** Latin first, because Chinese typefaces draw letters too; what is Han punctuation in a Chinese text is marked `han` and set from `--han`. */
const typeface = ({ latin, eastAsian }: Typeface): string => `font-family: ${chain(latin, eastAsian)}; --han: ${chain(eastAsian)}`

const colour = (value: string | undefined): string => `color: #${value ?? '000000'}`

function paragraphRule({ face, size, pitch, bold = false, align = 'left', before, after, firstLine = 0, left = 0, hanging = 0, colour: ink, keepNext = false, keepLines = false, bar }: Look, widows: boolean): string {
  const indent = left * size
  return [
    typeface(face),
    `font-size: ${size}pt`,
    `line-height: ${pitch}pt`,
    `font-weight: ${bold ? 700 : 400}`,
    `text-align: ${align === 'both' ? 'justify' : align}`,
    // Word adds the space after a paragraph to that before the next; margins of CSS would fall together.
    `padding-top: ${before ?? 0}pt`,
    `padding-bottom: ${after ?? 0}pt`,
    bar === undefined ? `padding-left: ${indent}pt` : `margin-left: ${indent - BAR.gap - BAR.width}pt; padding-left: ${BAR.gap}pt; border-left: ${BAR.width}pt solid #${bar}`,
    `text-indent: ${(firstLine - hanging) * size}pt`,
    `--hang: ${hanging * size}pt`,
    colour(ink),
    `break-after: ${keepNext ? 'avoid' : 'auto'}`,
    `break-inside: ${keepLines ? 'avoid' : 'auto'}`,
    `orphans: ${widows ? 2 : 1}; widows: ${widows ? 2 : 1}`,
  ].join('; ')
}

const runRule = ({ face, bold, colour: ink, shade, size, box }: RunLook): string =>
  [
    typeface(face),
    ...(size === undefined ? [] : [`font-size: ${size}pt`]),
    ...(bold === undefined ? [] : [`font-weight: ${bold ? 700 : 400}`]),
    ...(ink === undefined ? [] : [colour(ink)]),
    ...(shade === undefined ? [] : [`background: #${shade}`]),
    ...(box === undefined ? [] : [`border: 0.75pt solid #${box}; padding: 0 1pt`]),
  ].join('; ')

/** Page numbers and running head in the margins of the page (css-page-3 §5). */
/** @param inset millimetres of the left margin that belong to the page's content */
function pageRules({ margins, pageNumber, looks }: Preset, runningHead: string, inset: number): string {
  const style = (name: 'page-number' | 'running-head'): string => `${typeface(looks[name].face)}; font-size: ${looks[name].size}pt; ${colour(looks[name].colour)}`
  const number = `content: ${pageNumber === 'dashes' ? '"— " counter(page) " —"' : 'counter(page)'}; ${style('page-number')}; vertical-align: top; padding-top: ${margins.bottom - margins.footer - 5}mm`
  const head = runningHead === '' ? '' : `@top-left { content: ${quoted(runningHead)}; ${style('running-head')}; white-space: nowrap } `
  const size = looks['page-number'].size
  return [
    `@page { size: ${PAPER.width}mm ${PAPER.height}mm; margin: ${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left - inset}mm; ${head}${pageNumber === 'plain' ? `@bottom-center { ${number} }` : ''} }`,
    // One character in from the outer edge (GB/T 9704-2012 §7.5).
    ...(pageNumber === 'dashes' ? [`@page :right { @bottom-right { ${number}; padding-right: ${size}pt } }`, `@page :left { @bottom-left { ${number}; padding-left: ${size}pt } }`] : []),
    ...(runningHead === '' ? [] : ['@page :first { @top-left { content: none } }']),
  ].join('\n')
}

/**
 * @param runningHead at the top of every page but the first; empty without one
 * @param hasSlides whether slides stand beside the text: browsers print nothing that stands in a margin, so that their room is taken from it
 */
export function paperStyle(preset: Preset, language: Language, runningHead: string, hasSlides = false): string {
  const { looks, table } = preset
  const rule = `0.5pt solid #${table.rule}`
  return [
    pageRules(preset, runningHead, hasSlides ? SLIDE_OFFSET / pointsOfMillimetres(1) : 0),
    ...(hasSlides ? [`main { padding-left: ${SLIDE_OFFSET}pt }`] : []),
    `main { letter-spacing: ${preset.tracking}pt; text-autospace: no-autospace; text-spacing-trim: space-all; line-break: strict; overflow-wrap: anywhere${language === 'en' ? '; hyphens: manual' : ''} }`,
    'main * { margin: 0; padding: 0; box-sizing: border-box }',
    'a { color: inherit; text-decoration: none } sup { line-height: 0 } .strong { font-weight: 700 } .emphasis { font-style: italic } .code { font-family: "Courier New", "Liberation Mono", monospace }',
    ...scriptStyles.map((style: ScriptStyle) => `.${style} { ${paragraphRule(looks[style], preset.widowControl)} }`),
    `.cue { ${runRule(preset.cue)}; display: inline-block; text-indent: 0 } .label { ${runRule(preset.label)} } .han { font-family: var(--han) }`,
    '.marker { display: inline-block; min-width: var(--hang); text-indent: 0 } .blank { display: inline-block; border-bottom: 0.75pt solid; line-height: 1 }',
    '.keep { break-after: avoid } .new-page { break-before: page } .no-indent { text-indent: 0 }',
    '.picture { line-height: 0 } .picture img { display: block; break-inside: avoid }',
    // Level with the first line.
    `.with-slide { position: relative } .with-slide img { position: absolute; left: ${-SLIDE_OFFSET}pt; outline: ${SLIDE_FRAME}pt solid #${table.rule} }`,
    '.marks { display: flex; justify-content: space-between; align-items: center; padding-bottom: 6pt }',
    `table { border-collapse: collapse; table-layout: fixed; width: 100%; break-inside: auto } thead { display: table-header-group } tr { break-inside: avoid } .splits { break-inside: auto }`,
    `.figures td, .figures th { border-top: ${rule}; border-bottom: ${rule}; padding: 2pt 5pt; vertical-align: middle${table.sides ? `; border-left: ${rule}; border-right: ${rule}` : ''} }`,
    ...(table.head === null ? [] : [`.figures th { background: #${table.head} }`]),
    '.figures + * { margin-top: 8pt }',
    `.notes-table > * > tr > * { border-top: ${rule}; border-bottom: ${rule}; padding: 7pt 8pt; vertical-align: top; text-align: left } .notes-table > * > tr > * + * { border-left: ${rule} }`,
    // The line stands at the foot of its pitch, as the leader of a tab does.
    `hr.ruled-line { border: 0; height: ${looks['ruled-line'].pitch + (looks['ruled-line'].before ?? 0)}pt; padding: 0; border-bottom: 0.5pt solid #${looks['ruled-line'].colour ?? '000000'}; break-after: auto }`,
    '.contents { break-after: page } .contents a { display: flex; align-items: last baseline }',
    // A heading leaves the number's room free also before it is known, so that filling it in moves no line.
    '.entry { max-width: calc(100% - 4em) } .page-of { white-space: nowrap } .leader:has(+ .page-of:empty) { visibility: hidden }',
    // Dots drawn, not written: nobody copies them or hears them read. Whole pixels: a browser rounds where each row stands.
    '.leader { flex: 1; margin: 0 0.35em; height: 1px; background: linear-gradient(90deg, currentcolor 1px, transparent 0) right / 4px 100% repeat-x }',
  ].join('\n')
}
