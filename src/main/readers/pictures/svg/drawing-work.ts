import { PictureError } from '../pixels'

/** Shapes drawn, each repetition counted; a city map has some tens of thousands. */
const MOST_DRAWN = 300_000
/** References followed inside one another. */
const DEEPEST = 50

type Part = { readonly id: string | null; elements: number; readonly references: string[] }

const referencesIn = (attributes: readonly (readonly [string, string])[]): string[] =>
  attributes.flatMap(([name, value]) => (name === 'xlink:href' ? (value.startsWith('#') ? [value.slice(1)] : []) : [...value.matchAll(/url\(\s*['"]?#([^)'"\s]+)/g)].flatMap((match) => match[1] ?? [])))

/**
 * Counts what drawing an SVG comes to: `<use>`, patterns and masks repeat what they refer to, and repetitions of repetitions multiply (the picture form of the
 * billion laughs).
 */
export class DrawingWork {
  private readonly root: Part = { id: null, elements: 0, references: [] }
  private readonly open: Part[] = [this.root]
  private readonly named = new Map<string, Part>()

  begin(attributes: readonly (readonly [string, string])[]): void {
    const id = attributes.find(([name]) => name === 'id')?.[1] ?? null
    const above = this.open.at(-1) ?? this.root
    // An element with a name counts by itself, so that others can refer to it; the one above refers to it once.
    const part: Part = id === null || this.named.has(id) ? above : { id, elements: 0, references: [] }
    if (part !== above && id !== null) {
      this.named.set(id, part)
      above.references.push(id)
    }
    part.elements += 1
    part.references.push(...referencesIn(attributes))
    this.open.push(part)
  }

  end(): void {
    this.open.pop()
  }

  /** @throws PictureError `too-large` when more would be drawn than any drawing holds. */
  refuseEndless(): void {
    const known = new Map<Part, number>()
    const drawnIn = (part: Part, depth: number): number => {
      const before = known.get(part)
      if (before !== undefined) return before
      if (depth > DEEPEST) throw new PictureError('too-large', 'references nested without end')
      known.set(part, 0) // a circle is drawn by nobody
      let drawn = part.elements
      for (const id of part.references) {
        const target = this.named.get(id)
        if (target !== undefined) drawn += drawnIn(target, depth + 1)
        if (drawn > MOST_DRAWN) throw new PictureError('too-large', 'repetitions without end')
      }
      known.set(part, drawn)
      return drawn
    }
    drawnIn(this.root, 0)
  }
}
