import { formatNumber } from './number-formats'
import { childrenOf, isOn, valueOf, wholeNumber, type XmlElement } from '../ooxml/xml'

type Level = { readonly start: number; readonly format: string; readonly text: string; readonly restart: number | null; readonly style: string | undefined; readonly legal: boolean }
type Abstract = { readonly levels: ReadonlyMap<number, Level>; readonly styleLink: string | undefined }
type Instance = { readonly abstract: string; readonly startOverrides: ReadonlyMap<number, number>; readonly levels: ReadonlyMap<number, Level> }

export type NumberedParagraph = { readonly label: string; readonly bullet: boolean; readonly level: number }

/** The numbers of a document's paragraphs, computed as Word computes them: call {@link Numbering.next} once a numbered paragraph, in document order. */
export type Numbering = {
  /** @param instance `w:numId`; @param level `w:ilvl`, from 0. Null when the document does not define it. */
  next(instance: string, level: number): NumberedParagraph | null
  /** The level that belongs to a paragraph style in a numbering (`w:pStyle`). */
  levelOfStyle(instance: string, style: string): number | undefined
}

const readLevel = (element: XmlElement): Level => ({
  start: wholeNumber(valueOf(element, 'w:start')) ?? 0,
  format: valueOf(element, 'w:numFmt') ?? 'decimal',
  text: valueOf(element, 'w:lvlText') ?? '',
  restart: wholeNumber(valueOf(element, 'w:lvlRestart')) ?? null,
  style: valueOf(element, 'w:pStyle'),
  legal: isOn(element, 'w:isLgl'),
})

const readLevels = (elements: readonly XmlElement[]): Map<number, Level> =>
  new Map(elements.flatMap((element) => {
    const at = wholeNumber(element.attributes.get('w:ilvl'))
    return at === undefined || at < 0 || at > 8 ? [] : [[at, readLevel(element)] as const]
  }))

/**
 * @param root the numbering part; undefined when the document has none.
 * @param numberingOfStyle the `w:numId` that a numbering style refers to, for `w:numStyleLink`.
 */
export const readNumbering = (root: XmlElement | undefined, numberingOfStyle: (style: string) => string | undefined): Numbering => {
  const abstracts = new Map<string, Abstract>(
    childrenOf(root, 'w:abstractNum').map((element) => [element.attributes.get('w:abstractNumId') ?? '', { levels: readLevels(childrenOf(element, 'w:lvl')), styleLink: valueOf(element, 'w:numStyleLink') }]),
  )
  const instances = new Map<string, Instance>(
    childrenOf(root, 'w:num').map((element) => {
      const overrides = childrenOf(element, 'w:lvlOverride')
      const startOverrides = overrides.flatMap((override) => {
        const level = wholeNumber(override.attributes.get('w:ilvl'))
        const start = wholeNumber(valueOf(override, 'w:startOverride'))
        return level === undefined || start === undefined ? [] : [[level, start] as const]
      })
      return [element.attributes.get('w:numId') ?? '', { abstract: valueOf(element, 'w:abstractNumId') ?? '', startOverrides: new Map(startOverrides), levels: readLevels(overrides.flatMap((override) => childrenOf(override, 'w:lvl'))) }]
    }),
  )

  /** Follows `w:numStyleLink` to the abstract numbering that really holds the levels; a circle ends the search. */
  const resolveAbstract = (name: string): string => {
    const seen = new Set<string>()
    let current = name
    for (;;) {
      const link = abstracts.get(current)?.styleLink
      if (link === undefined || seen.has(current)) return current
      seen.add(current)
      const instance = instances.get(numberingOfStyle(link) ?? '')
      if (instance === undefined) return current
      current = instance.abstract
    }
  }

  const levelOf = (instance: Instance, abstract: Abstract | undefined, level: number) => instance.levels.get(level) ?? abstract?.levels.get(level)
  /** Counters belong to the abstract numbering: instances of one abstract numbering count on from each other (§17.9.15). */
  const counters = new Map<string, (number | undefined)[]>()
  const overridden = new Set<string>()

  const next = (name: string, level: number): NumberedParagraph | null => {
    const instance = instances.get(name)
    if (instance === undefined) return null
    const abstractName = resolveAbstract(instance.abstract)
    const abstract = abstracts.get(abstractName)
    const own = levelOf(instance, abstract, level)
    if (own === undefined) return null
    const counts = counters.get(abstractName) ?? []
    counters.set(abstractName, counts)
    const override = instance.startOverrides.get(level)
    const key = `${name}/${level}`
    if (override !== undefined && !overridden.has(key)) {
      overridden.add(key)
      counts[level] = override
    } else counts[level] = (counts[level] ?? own.start - 1) + 1
    for (let above = 0; above < level; above += 1) counts[above] ??= instance.startOverrides.get(above) ?? levelOf(instance, abstract, above)?.start ?? 1
    for (let below = level + 1; below < 9; below += 1) {
      // `w:lvlRestart` n: only a paragraph of level n or above (counted from 1) restarts this one; 0 never (§17.9.10).
      const restart = levelOf(instance, abstract, below)?.restart ?? null
      if (restart === null || (restart !== 0 && level < restart)) counts[below] = undefined
    }
    if (own.format === 'bullet') return { label: '•', bullet: true, level }
    const label = own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const format = own.legal ? 'decimal' : (levelOf(instance, abstract, at)?.format ?? 'decimal')
      return formatNumber(counts[at] ?? 1, format)
    })
    return { label: label.trim(), bullet: false, level }
  }

  return {
    next,
    levelOfStyle: (name, style) => {
      const instance = instances.get(name)
      if (instance === undefined) return undefined
      const levels = [...instance.levels, ...(abstracts.get(resolveAbstract(instance.abstract))?.levels ?? [])]
      return levels.find(([, level]) => level.style === style)?.[0]
    },
  }
}
