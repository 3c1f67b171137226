/** Dense markup costs in proportion to its length: eight times as much takes about eight times the processor, whatever it is made of. */
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/main/readers/read-document'
import { markdownParts } from '../../../src/main/readers/markdown-parts'

const lines = (count: number, line: (at: number) => string, between = '\n') => Array.from({ length: count }, (_, at) => line(at)).join(between)
const dense = (at: number) => `第${at}段**粗**字*斜*字[链](http://x.invalid/${at})，\`码\`。`

const texts: readonly (readonly [string, (count: number) => string])[] = [
  ['a table', (count) => `| 甲 | 乙 |\n|--|--|\n${lines(count, (at) => `| **${at}** | [链](http://x.invalid/${at}) *斜* |`)}`],
  ['links and references', (count) => `${lines(count, (at) => `见[文](http://a.invalid/${at})、[文][r${at % 50}]。`, '\n\n')}\n\n${lines(50, (at) => `[r${at}]: http://r.invalid/${at}`)}`],
  ['lists within lists', (count) => lines(count, (at) => `${'  '.repeat(at % 6)}- 第**${at}**项 *说明* ~~删~~ [x](y)`)],
  ['quotations', (count) => lines(count, (at) => `> ${'> '.repeat(at % 3)}引文**${at}**，*说明*。`)],
  ['emphasis without a line break', (count) => lines(count, (at) => `**粗${at}** *斜* ~~删~~ __粗__ _斜_`, ' ')],
  ['emphasis that never closes', (count) => '**a *b _c '.repeat(count)],
  ['brackets that never close', (count) => '[a '.repeat(count * 2)],
  ['a picture inside a long line', (count) => `![](data:image/png;base64,AAAA) ${lines(count, dense, ' ')}`],
  ['a rule where front matter would begin', (count) => `---\n${lines(count, dense, '\n\n')}`],
  ['footnotes', (count) => lines(count, (at) => `正文[^${at}]。\n\n[^${at}]: 注**释**${at}`, '\n\n')],
]

/** Microseconds of processor time. */
const cost = async (text: string): Promise<number> => {
  const bytes = new TextEncoder().encode(text)
  const before = process.cpuUsage()
  await readDocument('a.md', bytes)
  return process.cpuUsage(before).user
}

/** Of three: what else the process does in between counts for none of them. */
const least = async (text: string): Promise<number> => Math.min(await cost(text), await cost(text), await cost(text))

describe('the reader of Markdown', () => {
  it.each(texts)('%s', async (_, text) => {
    await cost(text(100)) // loaded and warm
    const small = await least(text(300))
    const large = await least(text(2400))
    // A square would be sixty-four; the noise of a shared machine stays well below twenty-four.
    expect(large / small).toBeLessThan(24)
  })
})

const longest = (text: string) => Math.max(...markdownParts(text).map((part) => part.text.replaceAll(/data:[^)"]*/g, '').length))

describe('a part that is parsed by itself', () => {
  it.each(texts)('of %s is no longer than the parser takes well', (_, text) => {
    expect(longest(text(2000))).toBeLessThan(21_000)
  })

  it('keeps a picture whole however long its address is, and every word of its line', () => {
    const picture = `![图](data:image/png;base64,${'A'.repeat(50_000)})`
    const text = `${lines(400, dense, '')}${picture}${lines(400, dense, '')}`
    const parts = markdownParts(text).map((part) => part.text)
    expect(parts.filter((part) => part.includes(picture))).toHaveLength(1)
    expect(parts.join('').replaceAll('\n', '')).toBe(text)
  })
})
