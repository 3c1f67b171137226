/**
 * The one way in which XML is written. A fragment is a string of its own type, so that text reaches a document only through
 * {@link text} or an attribute, where it is escaped and freed of what XML 1.0 cannot carry.
 */
export type Xml = string & { readonly __xml: true }

/** `undefined` leaves the attribute out; a boolean is written `1` or `0`, as ST_OnOff and xsd:boolean allow. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>
export type Child = Xml | readonly Child[] | null | undefined | false

/** Everything outside the Char production of XML 1.0 (§2.2): control characters, lone surrogates, U+FFFE and U+FFFF. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' }

/** The text without what no XML document can carry. */
export const withoutForbidden = (value: string): string => value.replace(FORBIDDEN, '')

/** Character data. `\r` is written as a reference, because a parser would read it as `\n` (XML 1.0 §2.11). */
export const text = (value: string): Xml => withoutForbidden(value).replace(/[&<>\r]/g, (char) => REFERENCES[char]!) as Xml

/** What most values consist of: printed ASCII without quotation mark, ampersand and pointed brackets. */
const PLAIN = /^[ !#-%'-;=?-~]*$/

const attributeValue = (value: string): string => PLAIN.test(value) ? value : withoutForbidden(value).replace(/[&<>"\t\n\r]/g, (char) => REFERENCES[char]!)

const joined = (children: readonly Child[]): string => {
  let out = ''
  for (const child of children) {
    if (typeof child === 'string') out += child
    else if (Array.isArray(child)) out += joined(child as readonly Child[])
  }
  return out
}

/** Fragments one after the other, without an element around them. */
export const fragment = (...children: readonly Child[]): Xml => joined(children) as Xml

/** An element. Names are written as given, prefix and all; the namespaces are declared on the document's root. */
export const el = (name: string, attributes: Attributes = {}, ...children: readonly Child[]): Xml => {
  let open = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value === undefined) continue
    open += ` ${key}="${typeof value === 'string' ? attributeValue(value) : typeof value === 'boolean' ? (value ? '1' : '0') : String(value)}"`
  }
  const content = joined(children)
  return (content === '' ? `${open}/>` : `${open}>${content}</${name}>`) as Xml
}

/** A whole document in UTF-8, as every part of an Office package is stored. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`
