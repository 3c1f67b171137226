import { SaxesParser, type SaxesTagNS } from 'saxes'
import { PictureError } from '../pixels'
import { DrawingWork } from './drawing-work'

/** An SVG that holds nothing but shapes, text and pictures of its own. */
export type CleanSvg = {
  readonly text: string
  /** Scripts, embedded pages and addresses outside the file that were taken out. */
  readonly removed: number
  /** Characters that are drawn as text. */
  readonly words: string
}

/** Bytes of an SVG; a detailed map has a few million. */
const LARGEST = 8 * 1024 * 1024
const MOST_ELEMENTS = 200_000
/** Drawing programs nest some thirty levels. */
const DEEPEST = 200
/** Entities are the namespaces that older drawing programs abbreviate; what holds another entity, or a text, is none. */
const entity = /<!ENTITY\s+([\w.-]{1,40})\s+(?:"([^"&%<]{0,100})"|'([^'&%<]{0,100})')\s*>/g
const MOST_ENTITIES = 50

/** Never drawn, and the ways in which an SVG runs or embeds something (SVG 2, 2.4 and 12.5). Their content goes with them. */
const dropped = new Set(['script', 'foreignObject', 'iframe', 'audio', 'video', 'canvas', 'handler', 'listener', 'set', 'animate', 'animateColor', 'animateMotion', 'animateTransform', 'discard', 'metadata'])
const active = new Set(['script', 'foreignObject', 'iframe', 'audio', 'video', 'handler'])
const SVG = 'http://www.w3.org/2000/svg'
const XLINK = 'http://www.w3.org/1999/xlink'
const embedded = /^\s*data:image\/(?:png|jpe?g|gif|webp);base64,/i

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Addresses in styles that lead outside; what the drawing holds itself stays. */
const outsideUrl = /url\(\s*(?!['"]?\s*(?:#|data:))[^)]*\)|@import\b[^;]*;?/gi

class Cleaner {
  private readonly out: string[] = []
  private readonly work = new DrawingWork()
  private depth = 0
  /** Depth at which an element was dropped; everything deeper goes with it. */
  private droppedAt = Number.POSITIVE_INFINITY
  private elements = 0
  private readonly open: SaxesTagNS[] = []
  removed = 0
  words = ''

  begin(tag: SaxesTagNS): void {
    this.depth += 1
    this.elements += 1
    if (this.depth > DEEPEST || this.elements > MOST_ELEMENTS) throw new PictureError('too-large', 'an SVG without end')
    this.open.push(tag)
    if (this.depth >= this.droppedAt) return
    if (this.depth === 1 && (tag.local !== 'svg' || (tag.uri !== SVG && tag.uri !== ''))) throw new PictureError('damaged', 'no SVG')
    // Elements of other namespaces are notes of drawing programs.
    if ((tag.uri !== SVG && tag.uri !== '') || dropped.has(tag.local)) {
      this.droppedAt = this.depth
      if (active.has(tag.local)) this.removed += 1
      return
    }
    const attributes = Object.values(tag.attributes).flatMap(({ uri, local, value }) => this.attribute(uri, local, value))
    this.work.begin(attributes)
    const namespaces = this.depth === 1 ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : ''
    this.out.push(`<${tag.local}${namespaces}${attributes.map(([name, value]) => ` ${name}="${escape(value)}"`).join('')}>`)
  }

  private attribute(uri: string, local: string, value: string): readonly (readonly [string, string])[] {
    if (uri === XLINK ? local !== 'href' : uri === 'http://www.w3.org/XML/1998/namespace' ? local !== 'space' : uri !== '') return []
    if (local.startsWith('xmlns') || local === 'base') return []
    if (/^on/i.test(local)) {
      this.removed += 1
      return []
    }
    if (local === 'href') {
      if (value.trimStart().startsWith('#') || embedded.test(value)) return [['xlink:href', value.trim()]]
      this.removed += 1
      return []
    }
    return [[local === 'space' ? 'xml:space' : local, this.withoutOutside(value)]]
  }

  private withoutOutside(style: string): string {
    return style.replaceAll(outsideUrl, () => {
      this.removed += 1
      return ''
    })
  }

  text(text: string): void {
    if (this.depth >= this.droppedAt || this.depth === 0) return
    const holder = this.open.at(-1)?.local
    if (holder === 'style') this.out.push(escape(this.withoutOutside(text)))
    else if (holder !== 'title' && holder !== 'desc') {
      this.out.push(escape(text))
      if (this.open.some(({ local }) => local === 'text')) this.words += text
    }
  }

  end(): void {
    const tag = this.open.pop()
    if (this.depth < this.droppedAt && tag !== undefined) {
      this.out.push(`</${tag.local}>`)
      this.work.end()
    }
    this.depth -= 1
    if (this.depth < this.droppedAt) this.droppedAt = Number.POSITIVE_INFINITY
  }

  finish(): CleanSvg {
    if (this.elements === 0) throw new PictureError('damaged', 'no SVG')
    this.work.refuseEndless()
    return { text: this.out.join(''), removed: this.removed, words: this.words }
  }
}

/**
 * Writes an SVG anew with what is drawn of it: without scripts, event attributes, embedded pages, animations, and addresses outside the file. Entities of the
 * document type are the plain ones only; external ones are never looked at.
 * @throws PictureError `damaged` when it is not well-formed, `too-large` when its references multiply without end.
 */
export const cleanSvg = (bytes: Uint8Array): CleanSvg => {
  if (bytes.byteLength > LARGEST) throw new PictureError('too-large', 'an SVG of many megabytes')
  const parser = new SaxesParser({ xmlns: true, position: false })
  const cleaner = new Cleaner()
  parser.on('error', (cause) => {
    throw new PictureError('damaged', 'an SVG that is not well-formed', { cause })
  })
  parser.on('doctype', (text) => {
    for (const [, name = '', double, single] of [...text.matchAll(entity)].slice(0, MOST_ENTITIES)) parser.ENTITIES[name] = double ?? single ?? ''
  })
  parser.on('opentag', (tag) => cleaner.begin(tag))
  parser.on('closetag', () => cleaner.end())
  parser.on('text', (text) => cleaner.text(text))
  parser.on('cdata', (text) => cleaner.text(text))
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  parser.write(new TextDecoder(encoding).decode(bytes)).close()
  return cleaner.finish()
}
