import { html, type DefaultTreeAdapterTypes } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.ChildNode

/** Elements that are read of one drawing; the drawing's own reader has its limits, too. */
const MOST_ELEMENTS = 200_000
const DEEPEST = 200
/** Pixels: what is stated to be smaller on a side is an icon. */
const SMALLEST = 64
/** A drawing without a stated size that has fewer shapes and no words is an icon. */
const FEWEST_SHAPES = 4

const shapes = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image'])
/** HTML lets names pass that XML does not know, such as those of frameworks: `@click`, `:class`. */
const plainName = /^[A-Za-z_][\w.-]*$/
const prefixes: Readonly<Record<string, string>> = { 'http://www.w3.org/1999/xlink': 'xlink', 'http://www.w3.org/XML/1998/namespace': 'xml' }

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
/** Characters that XML 1.0 cannot hold. */
// oxlint-disable-next-line no-control-regex -- those are meant
const withoutControls = (text: string) => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')

const isElement = (node: Node): node is Element => 'tagName' in node
const valueOf = (element: Element, name: string): string | undefined => element.attrs.find((attr) => attr.name === name && (attr.namespace ?? '') === '')?.value

const attributesOf = ({ attrs }: Element): string =>
  attrs
    .flatMap(({ name, value, namespace }) => {
      const prefix = namespace === undefined || namespace === '' ? null : prefixes[namespace]
      if (prefix === undefined || !plainName.test(name) || name.startsWith('xmlns')) return []
      return [` ${prefix === null ? '' : `${prefix}:`}${name}="${escape(withoutControls(value))}"`]
    })
    .join('')

type Seen = { elements: number; shapes: number; words: boolean; title: string; readonly ids: Set<string>; readonly uses: Set<string> }

/** The same drawing in the syntax of XML; null beyond the limits. */
const written = (element: Element, depth: number, seen: Seen): string | null => {
  seen.elements += 1
  if (seen.elements > MOST_ELEMENTS || depth > DEEPEST) return null
  if (shapes.has(element.tagName)) seen.shapes += 1
  const id = valueOf(element, 'id')
  if (id !== undefined) seen.ids.add(id)
  if (element.tagName === 'use') seen.uses.add(element.attrs.find(({ name }) => name === 'href')?.value ?? '')
  let inside = ''
  for (const child of element.childNodes) {
    if (isElement(child)) {
      // A page within the drawing is not drawn, and its words are not the drawing's.
      if (child.namespaceURI !== html.NS.SVG) continue
      const part = written(child, depth + 1, seen)
      if (part === null) return null
      inside += part
    } else if (child.nodeName === '#text' && 'value' in child) {
      if (element.tagName === 'text' || element.tagName === 'tspan') seen.words ||= child.value.trim() !== ''
      if (element.tagName === 'title' && depth === 1) seen.title = child.value.replaceAll(/\s+/g, ' ').trim()
      inside += escape(withoutControls(child.value))
    }
  }
  const namespaces = depth === 0 ? ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"' : ''
  return `<${element.tagName}${namespaces}${attributesOf(element)}>${inside}</${element.tagName}>`
}

const pixels = (length: string | undefined): number | null => {
  const [, number] = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(length ?? '') ?? []
  return number === undefined ? null : Number(number)
}

/**
 * A drawing that stands in a page as elements, as the file that it would be.
 * @returns its bytes and what it calls itself; null for icons, for what only holds parts of other drawings or is put together from them, and beyond any sense
 */
export const inlineSvg = (element: Element): { readonly bytes: Uint8Array; readonly name: string } | null => {
  if (valueOf(element, 'aria-hidden') === 'true') return null
  const sides = [pixels(valueOf(element, 'width')), pixels(valueOf(element, 'height'))].filter((side) => side !== null)
  if (sides.some((side) => side < SMALLEST)) return null
  const seen: Seen = { elements: 0, shapes: 0, words: false, title: '', ids: new Set(), uses: new Set() }
  const text = written(element, 0, seen)
  if (text === null || (seen.shapes === 0 && !(seen.words && sides.length > 0))) return null
  if (sides.length === 0 && seen.shapes < FEWEST_SHAPES && !seen.words) return null
  if ([...seen.uses].some((address) => !seen.ids.has(address.trim().replace(/^#/, '')))) return null
  return { bytes: new TextEncoder().encode(text), name: valueOf(element, 'aria-label') ?? seen.title }
}
