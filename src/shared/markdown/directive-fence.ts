/**
 * The opening and closing lines of a container directive, in the grammar of micromark-extension-directive 4:
 * `:::name[label]{key=value key="v" key='v' .class #id}`. Attribute values decode numeric character
 * references and the five names of XML, all that the writer below makes.
 */

export type Attributes = Readonly<Record<string, string>>

export type OpeningFence = {
  readonly colons: number
  readonly name: string
  readonly attributes: Attributes
  /** What is written otherwise than remark-directive asks, yet plainly meant as a fence; empty when it is well formed. */
  readonly slip: '' | 'full-width-colons' | 'space-before-name' | 'bad-attributes'
}

const opening = /^ {0,3}([:：]{3,})([ \t　]*)([\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?)(\[[^\]]*\])?[ \t]*(.*)$/u
const closing = /^ {0,3}([:：]{3,})[ \t]*$/

/** The opening fence on a line, or null when the line is none. */
export const openingFenceOf = (line: string): OpeningFence | null => {
  // A cheap test first: almost no line of a talk is a fence.
  if (!isFenceLine(line)) return null
  const match = opening.exec(line)
  if (match === null) return null
  const [, colons = '', space = '', name = '', , rest = ''] = match
  const tail = rest.trim()
  if (tail !== '' && !tail.startsWith('{')) return null
  const attributes = tail === '' ? {} : attributesOf(tail)
  const slip = colons.includes('：') ? 'full-width-colons' : space !== '' ? 'space-before-name' : attributes === null ? 'bad-attributes' : ''
  return { colons: colons.length, name, attributes: attributes ?? readableAttributesOf(tail), slip }
}

/** Number of colons of a closing fence; 0 when the line is none. */
export const closingFenceOf = (line: string): number => closing.exec(line)?.[1]?.length ?? 0

const attribute = /\s*(?:[.#]([^\t\n\r "#'.<=>`}]+)|([\p{L}_:][\p{L}\p{N}_:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<=>`}]+)))?)/uy

const attributesOf = (braced: string): Attributes | null => {
  if (!braced.endsWith('}')) return null
  const inner = braced.slice(1, -1)
  const found: Record<string, string> = Object.create(null) as Record<string, string>
  attribute.lastIndex = 0
  let at = 0
  while (inner.slice(at).trim() !== '') {
    attribute.lastIndex = at
    const match = attribute.exec(inner)
    if (match === null || attribute.lastIndex === at) return null
    at = attribute.lastIndex
    const [, , key, double, single, bare] = match
    // Typographic marks around a bare word were meant to be straight ones.
    if (/^[“”‘’]/.test(bare ?? '')) return null
    if (key !== undefined) found[key] = decodeReferences(double ?? single ?? bare ?? '')
  }
  return found
}

/** The pairs that can be made out in a damaged attribute list, typographic quotation marks included. */
const readableAttributesOf = (damaged: string): Attributes => {
  const found: Record<string, string> = Object.create(null) as Record<string, string>
  for (const [, key = '', double, curly, bare] of damaged.matchAll(/([\p{L}_][\p{L}\p{N}_-]*)\s*[=＝]\s*(?:"([^"]*)"?|[“”]([^“”]*)[“”]?|([^\s"“”{}]+))/gu)) found[key] = double ?? curly ?? bare ?? ''
  return found
}

const named: Readonly<Record<string, string | undefined>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decodeReferences = (value: string): string =>
  value.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10)
    return point > 0 && point <= 0x10_ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : '�'
  })

/** An attribute list such as `{source="《规划》" at="二/(一)"}`; pairs with an undefined or empty value are left out, and so are empty braces. */
export const writeAttributes = (attributes: Readonly<Record<string, string | number | null | undefined>>): string => {
  const pairs = Object.entries(attributes).flatMap(([key, value]) => (value === undefined || value === null || value === '' ? [] : [`${key}=${writeValue(String(value))}`]))
  return pairs.length === 0 ? '' : `{${pairs.join(' ')}}`
}

const writeValue = (value: string): string => {
  const oneLine = value.replace(/[\s\u2028\u2029]+/g, ' ').trim()
  // Bare values hold only what both CommonMark readers and people take for a plain word.
  return /^[A-Za-z0-9-]+$/.test(oneLine) ? oneLine : `"${escapeAttribute(oneLine)}"`
}

/** Text as it may stand between the quotation marks of an attribute. */
export const escapeAttribute = (text: string): string => text.replace(/[&"'{}<>=]/g, (character) => `&#${character.charCodeAt(0)};`)

export const isFenceLine = (line: string): boolean => /^ {0,3}[:：]{3}/.test(line)
