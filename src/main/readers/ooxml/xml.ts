import { SaxesParser } from 'saxes'
import { damagedFile } from '../refusals'

/** An element with its name in the prefix of {@link namespaces}, whatever prefix the file uses. Attributes with a prefix keep it: `w:val`. */
export type XmlElement = { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly children: (XmlElement | string)[] }

/** Transitional and Strict namespaces (ECMA-376 part 1 and 4, annex A) read alike. */
const namespaces = new Map<string, string>([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/presentationml/2006/main', 'p'],
  ['http://purl.oclc.org/ooxml/presentationml/main', 'p'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
])

/** Word itself nests some thirty levels; beyond this a file is built to exhaust a reader. */
const DEEPEST = 400

const decode = (bytes: Uint8Array): string => {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

/** Gets a child of the element named `inside` as soon as it is complete; the child is then dropped, so that a long document never stands in memory as a tree. */
export type XmlRelease = { readonly inside: string; readonly to: (child: XmlElement) => void }

/**
 * Parses an XML part. Document type declarations are refused (ECMA-376-2 §7.1.4 forbids them), so there are no entities to expand or to fetch.
 * @throws LecternError `damaged-file` when the part is not well-formed.
 */
export const parseXml = (bytes: Uint8Array, release?: XmlRelease): XmlElement => {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const stack: XmlElement[] = []
  const roots: XmlElement[] = []
  let refused: Error | null = null
  const fail = (cause: unknown) => {
    refused ??= damagedFile(cause)
  }
  parser.on('error', fail)
  parser.on('doctype', () => fail(new Error('a document type declaration')))
  parser.on('opentag', (tag) => {
    if (refused !== null) return
    const prefix = namespaces.get(tag.uri) ?? (tag.uri === '' ? '' : '?')
    const attributes = new Map<string, string>()
    for (const { uri, local, value } of Object.values(tag.attributes)) {
      const attributePrefix = uri === '' ? '' : namespaces.get(uri)
      if (attributePrefix !== undefined) attributes.set(attributePrefix === '' ? local : `${attributePrefix}:${local}`, value)
    }
    const element: XmlElement = { name: prefix === '' ? tag.local : `${prefix}:${tag.local}`, attributes, children: [] }
    const parent = stack.at(-1)
    if (parent === undefined) roots.push(element)
    else if (parent.name !== release?.inside) parent.children.push(element)
    stack.push(element)
    if (stack.length > DEEPEST) fail(new Error('elements nested too deeply'))
  })
  parser.on('closetag', () => {
    if (refused !== null) return
    const element = stack.pop()
    if (element !== undefined && release !== undefined && stack.at(-1)?.name === release.inside) release.to(element)
  })
  const addText = (text: string) => {
    const parent = stack.at(-1)
    if (parent !== undefined && parent.name !== release?.inside) parent.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  const text = decode(bytes)
  // In pieces, so that a refusal stops the work early.
  const piece = 1 << 16
  for (let at = 0; at < text.length; at += piece) {
    if (refused !== null) break
    parser.write(text.slice(at, at + piece))
  }
  if (refused === null) parser.close()
  const root = roots[0]
  if (root === undefined) fail(new Error('no root element'))
  if (refused !== null || root === undefined) throw refused ?? damagedFile()
  return root
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string'
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] => element?.children.filter(isElement).filter((child) => child.name === name) ?? []
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => childrenOf(element, name)[0]
/** Value of `w:val` of a child: `valueOf(pPr, 'w:pStyle')`. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined => childOf(element, name)?.attributes.get('w:val')

/** A whole number from an attribute; undefined when absent or not a number. */
export const wholeNumber = (text: string | undefined): number | undefined => (text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined)

/** An on/off property (ECMA-376-1 §17.17.4): present without a value means on. */
export const isOn = (element: XmlElement | undefined, name: string): boolean => {
  const property = childOf(element, name)
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes.get('w:val') ?? 'true')
}
