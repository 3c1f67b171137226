import type { Language } from '../../../shared/language'
import { AssetHash } from '../../../shared/model/ids'
import { readZip } from '../../zip/read-zip'
import { writeZip } from '../../zip/write-zip'
import { packageEntries, packageFiles, type Part, Relationships } from '../opc-package'
import { el, text, type Xml, xmlDocument } from '../xml'
import { NOTE_SEPARATOR } from './estimate-pages'
import { fontTable } from './font-table'
import type { Preset } from './presets'

export type FrameFacts = {
  readonly title: string
  readonly speaker: string
  readonly language: Language
  readonly made: Date
  readonly preset: Preset
  readonly picture: (hash: AssetHash) => Uint8Array
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** Parts that hold what a document says; those of heads and footers are numbered. */
export const DOCUMENT = 'word/document.xml'
export const FOOTNOTES = 'word/footnotes.xml'
export const CORE_PROPERTIES = 'docProps/core.xml'

const STORIES = new Set(['footer', 'header'])

/** Parts of the library's package that are kept, and the content types they have; `footer1.xml`, `header1.xml` … are of one kind. */
const keptKinds: Readonly<Record<string, string>> = {
  styles: `${WORD}.styles+xml`,
  footnotes: `${WORD}.footnotes+xml`,
  footer: `${WORD}.footer+xml`,
  header: `${WORD}.header+xml`,
  theme: 'application/vnd.openxmlformats-officedocument.theme+xml',
}

/**
 * The library's document in a frame of ours: its body, styles, footnotes, heads, footers and theme are kept, pictures put in; relationships, settings, font table
 * and properties are written anew, so that the bytes depend on the talk and `made` alone. The library numbers bookmarks by a counter
 * of the process and dates its properties by the clock.
 */
export const frameDocument = (bytes: Uint8Array, facts: FrameFacts): Uint8Array => writeZip(packageEntries(frameFiles(bytes, facts)))

/** The files of {@link frameDocument}'s package by their names, uncompressed. */
export function frameFiles(bytes: Uint8Array, facts: FrameFacts): ReadonlyMap<string, string | Uint8Array> {
  const archive = readZip(bytes)
  const readBytes = (name: string): Uint8Array => {
    const part = archive.read(name)
    if (part === undefined) throw new Error(`The docx library wrote no ${name}`)
    return part
  }
  const read = (name: string): string => new TextDecoder().decode(readBytes(name))
  const links = relationshipsIn(read('word/_rels/document.xml.rels'))
  const body = flattenEnds(renumberDrawings(renumberBookmarks(read(DOCUMENT))))
  const used = new Set([...body.matchAll(/\br:id="([^"]+)"/g)].map(([, id]) => id!))
  const hasNotes = body.includes('<w:footnoteReference ')

  const relationships = new Relationships(DOCUMENT)
  const newIds = new Map<string, string>()
  const parts: Part[] = []
  for (const { id, kind, target, external } of links) {
    const type = keptKinds[kind]
    if (external) newIds.set(id, relationships.toAddress(kind, target))
    else if (kind === 'image') {
      // What the writer gave the library as the picture's bytes is its hash.
      const hash = AssetHash.parse(read(`word/${target}`))
      const name = `word/media/${hash.slice(0, 16)}${target.endsWith('.png') ? '.png' : '.jpeg'}`
      newIds.set(id, relationships.to(kind, name))
      parts.push({ name, contentType: null, content: facts.picture(hash) })
    } else if (type !== undefined && (kind === 'footnotes' ? hasNotes : !STORIES.has(kind) || used.has(id))) {
      const name = `word/${target}`
      newIds.set(id, relationships.to(kind, name))
      parts.push({ name, contentType: type, content: repairs[kind]?.(read(name), facts.preset) ?? read(name) })
    }
  }
  for (const [kind, name, content] of [
    ['settings', 'word/settings.xml', settings(facts, hasNotes)],
    ['fontTable', 'word/fontTable.xml', fontTable(facts.preset)],
  ] as const) {
    relationships.to(kind, name)
    parts.push({ name, contentType: `${WORD}.${kind}+xml`, content: xmlDocument(content) })
  }
  parts.push({ name: DOCUMENT, contentType: `${WORD}.document.main+xml`, content: body.replace(/\br:(id|embed)="([^"]+)"/g, (_, name: string, id: string) => `r:${name}="${newIds.get(id) ?? id}"`), relationships })

  const fromPackage = new Relationships('')
  fromPackage.to('officeDocument', DOCUMENT)
  fromPackage.to('core-properties', CORE_PROPERTIES)
  fromPackage.to('extended-properties', 'docProps/app.xml')
  parts.push({ name: CORE_PROPERTIES, contentType: 'application/vnd.openxmlformats-package.core-properties+xml', content: corePropertiesOf(facts) })
  parts.push({ name: 'docProps/app.xml', contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml', content: xmlDocument(appProperties()) })
  return packageFiles(parts, fromPackage)
}

type Link = { readonly id: string; readonly kind: string; readonly target: string; readonly external: boolean }

/** The library writes one relationship an element, attributes in double quotes. Ids come in no stable order, so they are taken by kind and target. */
function relationshipsIn(xml: string): readonly Link[] {
  const links = [...xml.matchAll(/<Relationship\b([^>]*?)\/>/g)].map(([, attributes]): Link => {
    const value = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes!)?.[1] ?? ''
    return { id: value('Id'), kind: value('Type').split('/').at(-1)!, target: unescaped(value('Target')), external: value('TargetMode') === 'External' }
  })
  const key = ({ kind, target }: Link): string => `${kind} ${target}`
  return links.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

const unescaped = (value: string): string => value.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Bookmarks get names and ids by their order in the document; the library takes both from a counter of the process. */
function renumberBookmarks(xml: string): string {
  const [nameOf, idOf] = [numbering(), numbering()]
  return xml
    .replace(/(\bw:(?:anchor|name)="_Toc|<w:instrText[^>]*>PAGEREF _Toc)(\d+)\b/g, (_, before: string, name: string) => before + nameOf(name))
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)(?=")/g, (_, before: string, id: string) => before + idOf(id))
}

/**
 * The paragraphs that only end the contents and their section are as high as a line of body type as the library writes them: behind contents
 * that fill a page they would open an empty one.
 */
function flattenEnds(xml: string): string {
  const flat = el('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' })
  return xml
    .replaceAll('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent>', `<w:p><w:pPr>${flat}</w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent>`)
    .replaceAll('<w:p><w:pPr><w:sectPr>', `<w:p><w:pPr>${flat}<w:sectPr>`)
}

/** Drawings get ids by their order too. */
function renumberDrawings(xml: string): string {
  let id = 0
  return xml.replace(/(<wp:docPr\b[^>]*?\bid=")[^"]*(?=")/g, (_, before: string) => `${before}${(id += 1)}`)
}

/** Numbers from 1 in the order of asking; the same thing has the same number. */
function numbering(): (thing: string) => number {
  const numbers = new Map<string, number>()
  return (thing) => {
    const number = numbers.get(thing) ?? numbers.size + 1
    numbers.set(thing, number)
    return number
  }
}

/**
 * What the library cannot say of a paragraph style. `overflowPunct` (ECMA-376-1 §17.3.1.21) is on in Word anyway; LibreOffice 7.4 reads it the
 * wrong way round and so stops hanging punctuation over the end of a line, of which it loses some in justified text. Styles of another pitch
 * than the grid's do not snap to it (§17.3.1.32): Word leaves an exact pitch alone anyway, LibreOffice stretches it.
 */
const completeStyles = (styles: string, { grid }: Preset): string =>
  styles.replace(/<w:spacing\b[^>]*\bw:line="(\d+)"[^>]*\/>/g, (spacing, line: string) => {
    const snaps = grid === null || Number(line) === Math.round(grid * 20)
    return `<w:overflowPunct w:val="1"/>${snaps ? '' : '<w:snapToGrid w:val="0"/>'}${spacing}`
  })

/** The rule above footnotes stands in a paragraph of body type as the library writes it: as high as a line of text. */
const lowSeparators = (footnotes: string): string => footnotes.replace(/<w:spacing w:after="0" w:line="240" w:lineRule="auto"\/>/g, `<w:spacing w:after="0" w:line="${NOTE_SEPARATOR * 20}" w:lineRule="exact"/>`)

const repairs: Readonly<Record<string, (xml: string, preset: Preset) => string>> = { styles: completeStyles, footnotes: lowSeparators }

/** Ids of the notes that hold the rules above footnotes (§17.11.9). */
const SEPARATORS = [-1, 0]

/** Order of the children as CT_Settings has it (ECMA-376-1 §17.15.1.78). */
function settings({ language, preset }: FrameFacts, hasNotes: boolean): Xml {
  return el(
    'w:settings',
    { 'xmlns:w': W },
    el('w:zoom', { 'w:percent': 100 }),
    el('w:bordersDoNotSurroundHeader'),
    el('w:bordersDoNotSurroundFooter'),
    el('w:defaultTabStop', { 'w:val': 420 }),
    preset.pageNumber === 'dashes' ? el('w:evenAndOddHeaders') : null,
    // Closing and opening marks keep their whole em, so that a line of 28 characters stays one of 28.
    el('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
    hasNotes ? el('w:footnotePr', {}, SEPARATORS.map((id) => el('w:footnote', { 'w:id': id }))) : null,
    el('w:compat', {}, el('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': '15' })),
    el('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    el('w:decimalSymbol', { 'w:val': '.' }),
    el('w:listSeparator', { 'w:val': language === 'zh-CN' ? '，' : ',' }),
  )
}

/** A W3CDTF instant without fractions of a second, as Word writes it. */
const instant = (made: Date): string => made.toISOString().replace(/\.\d+Z$/, 'Z')

/** Who wrote a document about what, and when: the part's whole content. */
export const corePropertiesOf = (facts: Omit<FrameFacts, 'preset' | 'picture'>): string => xmlDocument(coreProperties(facts))

function coreProperties({ title, speaker, language, made }: Omit<FrameFacts, 'preset' | 'picture'>): Xml {
  const moment = (name: string) => el(name, { 'xsi:type': 'dcterms:W3CDTF' }, text(instant(made)))
  return el(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    el('dc:title', {}, text(title)),
    el('dc:creator', {}, text(speaker)),
    el('cp:lastModifiedBy', {}, text(speaker)),
    el('cp:revision', {}, text('1')),
    moment('dcterms:created'),
    moment('dcterms:modified'),
    el('dc:language', {}, text(language === 'zh-CN' ? 'zh-CN' : 'en-US')),
  )
}

const appProperties = (): Xml => el('Properties', { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' }, el('Application', {}, text('Lectern')), el('AppVersion', {}, text('1.0000')))
