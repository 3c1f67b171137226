import { childOf, childrenOf, wholeNumber, type XmlElement } from '../ooxml/xml'
import { textLines } from './text-lines'

export type DiagramLine = { readonly text: string; readonly depth: number }

/** Deeper than any SmartArt that can still be read. */
const DEEPEST = 20

/**
 * The text of SmartArt, from its data model (ECMA-376-1 §21.4.2.10): nodes hang together by connections of the type `parOf`, which is also the one meant when
 * none is stated.
 * @param root the data part (`diagrams/data1.xml`).
 */
export const diagramText = (root: XmlElement): readonly DiagramLine[] => {
  const points = childrenOf(childOf(root, 'dgm:ptLst'), 'dgm:pt')
  const byId = new Map(points.map((point) => [point.attributes.get('modelId') ?? '', point]))
  const children = new Map<string, { readonly id: string; readonly order: number }[]>()
  for (const { attributes } of childrenOf(childOf(root, 'dgm:cxnLst'), 'dgm:cxn')) {
    const from = attributes.get('srcId')
    const to = attributes.get('destId')
    if ((attributes.get('type') ?? 'parOf') !== 'parOf' || from === undefined || to === undefined) continue
    const siblings = children.get(from) ?? []
    siblings.push({ id: to, order: wholeNumber(attributes.get('srcOrd')) ?? siblings.length })
    children.set(from, siblings)
  }
  const lines: DiagramLine[] = []
  const seen = new Set<string>()
  const add = (id: string, depth: number) => {
    const point = byId.get(id)
    if (point === undefined || seen.has(id) || depth > DEEPEST) return
    seen.add(id)
    const type = point.attributes.get('type') ?? 'node'
    // `phldr` marks the prompt “[Text]” that is shown only while editing.
    const isPrompt = ['1', 'true'].includes(childOf(point, 'dgm:prSet')?.attributes.get('phldr') ?? '')
    const text = ['node', 'asst'].includes(type) && !isPrompt ? textLines(childOf(point, 'dgm:t')).map((line) => line.text).join(' ') : ''
    if (text !== '') lines.push({ text, depth: Math.max(0, depth - 1) })
    for (const child of (children.get(id) ?? []).toSorted((a, b) => a.order - b.order)) add(child.id, depth + 1)
  }
  for (const point of points) if (point.attributes.get('type') === 'doc') add(point.attributes.get('modelId') ?? '', 0)
  for (const [id, point] of byId) if (['node', 'asst'].includes(point.attributes.get('type') ?? 'node')) add(id, 1)
  return lines
}
