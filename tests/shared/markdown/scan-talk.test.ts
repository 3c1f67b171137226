import type { Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateFrontMatter } from '../../../src/shared/markdown/front-matter'
import { locateTalk } from '../../../src/shared/markdown/locate-talk'
import { scanTalk, type ScanNode } from '../../../src/shared/markdown/scan-talk'
import { anyMarkdown, anyTalk, wellFormedTalk } from './arbitrary-talk'

type Container = { readonly name: string; readonly attributes: Readonly<Record<string, unknown>>; readonly start: number; readonly children: readonly Container[] }

/** The containers of a text as remark-directive reads them. */
const remarkContainers = (markdown: string): readonly Container[] => {
  const of = (nodes: readonly RootContent[]): readonly Container[] =>
    nodes.flatMap((node) => (node.type === 'containerDirective' ? [{ name: node.name, attributes: { ...node.attributes }, start: node.position?.start.offset ?? -1, children: of(node.children) }] : []))
  return of((fromMarkdown(markdown, { extensions: [directive()], mdastExtensions: [directiveFromMarkdown()] }) as Root).children)
}
const ourContainers = (nodes: readonly ScanNode[]): readonly Container[] =>
  nodes.flatMap((node) => (node.type === 'directive' ? [{ name: node.name, attributes: { ...node.attributes }, start: node.start, children: ourContainers(node.children) }] : []))
const covers = (nodes: readonly ScanNode[], start: number, end: number): void => {
  let at = start
  for (const node of nodes) {
    expect(node.start).toBe(at)
    at = node.end
    if (node.type === 'directive') covers(node.children, node.innerStart, node.innerEnd)
  }
  expect(at).toBe(end)
}

describe('scanTalk', () => {
  it('covers every text without gap or overlap', () => {
    fc.assert(fc.property(fc.oneof(anyMarkdown, anyTalk, fc.string()), (markdown) => {
      covers(scanTalk(markdown).nodes, 0, markdown.length)
    }), { numRuns: 300 })
  })

  it('reads the containers of well-formed text as remark-directive does', () => {
    fc.assert(fc.property(wellFormedTalk, (markdown) => {
      expect(ourContainers(scanTalk(markdown, locateFrontMatter(markdown)?.end).nodes)).toEqual(remarkContainers(markdown))
    }), { numRuns: 200 })
  })

  it.each([
    '{a=b}', '{a="b c"}', "{a='b \"c\"'}", '{ a = b  c="d" }', '{.x #y a}', '{a="&amp;&quot;&#8220;"}', '{source="《规划》" at="二/(一)" material=0190-ab}', '{中文="值"}', '{}', '[标签]{a=b}', '{a=b/c?d}',
  ])('reads the attributes %s as remark-directive does', (list) => {
    const markdown = `:::case${list}\n:::\n`
    const [ours] = ourContainers(scanTalk(markdown).nodes)
    const [remark] = remarkContainers(markdown)
    const { class: _class, id: _id, ...attributes } = remark?.attributes ?? {}
    expect({ ...ours?.attributes }).toEqual(attributes)
  })

  it('takes linear time for lines that open and never close', () => {
    // Bounded in steps, not in time: a quadratic scan of these would not end within the test's ceiling.
    for (const line of ['```js', '<!--', ':::script', '## x\n:::case', '> '.repeat(20), '- a\n  ```', ':::only{audience=a}'])
      expect(scanTalk(`${line}\n`.repeat(60_000)).nodes.length).toBeGreaterThan(0)
  })
})

describe('locateTalk', () => {
  it('leaves no text outside front matter, headings, blocks and the fences around them', () => {
    fc.assert(
      fc.property(anyTalk, (markdown) => {
        const talk = locateTalk(markdown)
        const taken = talk.sections.flatMap(({ heading, blocks }) => [...(heading === null ? [] : [heading]), ...blocks.map(({ span }) => span)])
        const left = [talk.front, ...taken].sort((a, b) => b.start - a.start).reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), markdown)
        expect(left.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '' && !/^ {0,3}:{3,}/.test(line))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('lets the sections follow each other to the end of the text', () => {
    fc.assert(
      fc.property(anyTalk, (markdown) => {
        fc.pre(!markdown.includes('only{') && !markdown.includes('except{'))
        const { front, sections } = locateTalk(markdown)
        expect([front, ...sections.map(({ span }) => span)].map(({ start, end }) => markdown.slice(start, end)).join('')).toBe(markdown)
      }),
      { numRuns: 200 },
    )
  })
})
