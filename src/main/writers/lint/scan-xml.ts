/**
 * Looks at XML that is known to be well formed (the schema validator and our own builder see to that) tag by tag, without building a tree:
 * fast enough to be run on every export.
 */

/** A pattern for each name: the lint asks for the same few in every part, and compiling one costs more than using it. */
const patternFor = (made: (name: string) => RegExp): ((name: string) => RegExp) => {
  const patterns = new Map<string, RegExp>()
  return (name) => {
    const known = patterns.get(name)
    if (known) return known
    const pattern = made(name)
    patterns.set(name, pattern)
    return pattern
  }
}

const startTag = patternFor((name) => new RegExp(`<${name}(?=[\\s/>])[^>]*>`, 'g'))
const wholeElement = patternFor((name) => new RegExp(`<${name}(?=[\\s/>])[^>]*?(?:/>|>[\\s\\S]*?</${name}>)`, 'g'))
const attributeNamed = patternFor((name) => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`))

/** The start tags of an element, prefix and all, as they stand in the text. */
export const startTags = (xml: string, name: string): string[] => xml.match(startTag(name)) ?? []

/** Elements from start to end tag; for elements that do not hold their own kind. */
export const wholeElements = (xml: string, name: string): string[] => xml.match(wholeElement(name)) ?? []

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Value of an attribute of a start tag, entities resolved; undefined when it is not there. */
export const attribute = (tag: string, name: string): string | undefined => {
  const found = attributeNamed(name).exec(tag)
  const value = found?.[1] ?? found?.[2]
  if (value === undefined || !value.includes('&')) return value
  return value.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-f]+));/gi, (whole, entity: string | undefined, decimal: string | undefined, hex: string | undefined) => {
    if (entity !== undefined) return ENTITIES[entity.toLowerCase()] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal))
  })
}

/** Values that occur more than once, each named once. */
export const repeated = (values: readonly string[]): string[] => [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]
