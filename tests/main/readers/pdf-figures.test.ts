import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/main/readers/read-document'
import { pdf, type PdfLine } from '../../fixtures/documents/pdf'

const text = Array.from({ length: 8 }, (_, at): PdfLine => ({ text: '数字资源走进每一间教室让每一位教师都用得上用得好', y: 420 + at * 20 }))
/** A box of a flow chart and the arrow behind it, its head filled; from the lower left corner of the page (ISO 32000-1, 8.5). */
const step = (x: number, y: number) => `${x} ${y} 80 40 re S ${x + 80} ${y + 20} m ${x + 105} ${y + 20} l S ${x + 105} ${y + 24} m ${x + 115} ${y + 20} l ${x + 105} ${y + 16} l f`
const flowChart = [80, 195, 310].map((x) => step(x, 600)).join(' ')
/** A circle, roughly. */
const dot = (x: number, y: number, radius: number) => `${x} ${y} m ${x} ${y + radius} ${x + radius} ${y + radius} ${x + radius} ${y} c ${x + radius} ${y - radius} ${x} ${y - radius} ${x} ${y} c f`
const many = (count: number, one: (at: number) => string) => Array.from({ length: count }, (_, at) => one(at)).join(' ')

const warned = async (before: string, pages: readonly (readonly PdfLine[])[] = [text]) => {
  const { warnings } = await readDocument('a.pdf', pdf(pages, { before }))
  return warnings.filter(({ code }) => code === 'drawn-figures-left-out')
}

describe('a figure that a page draws in lines', () => {
  it.each([
    ['a flow chart', flowChart],
    ['a chart with a curve', `80 560 m 80 700 l S 80 560 m 400 560 l S ${many(6, (at) => `${80 + at * 50} ${570 + at * 10} m ${100 + at * 50} ${600 + at * 10} ${110 + at * 50} ${580 + at * 12} ${130 + at * 50} ${580 + at * 10} c S`)}`],
  ])('%s is told with its page', async (_, before) => {
    const [warning, ...others] = await warned(before)
    expect([warning?.place, others]).toEqual(['page 1', []])
    expect(warning?.message['zh-CN']).toContain('有 1 页带有用线条绘制的图形（流程图、示意图等），未取入：第 1 页')
  })

  it.each([
    ['rules and underlines', many(20, (at) => `72 ${500 + at * 10} m 400 ${500 + at * 10} l S`)],
    ['a table with shaded cells', many(6, (row) => many(4, (column) => `0.9 g ${72 + column * 90} ${520 + row * 25} 90 25 re f 0 G ${72 + column * 90} ${520 + row * 25} 90 25 re S`))],
    ['a background and a frame', `0.95 g 0 0 595 842 re f ${dot(0, 400, 580)} 20 20 555 802 re S`],
    ['round bullets', many(15, (at) => dot(72, 500 + at * 16, 4))],
    ['one frame with round corners', '100 500 m 380 500 l 390 500 400 510 400 520 c 400 600 l 400 610 390 620 380 620 c 100 620 l 90 620 80 610 80 600 c 80 520 l 80 510 90 500 100 500 c b'],
    ['cards with round corners and round badges', many(6, (at) => `${100 + (at % 2) * 200} ${500 + at * 30} m ${250 + (at % 2) * 200} ${500 + at * 30} l ${256 + (at % 2) * 200} ${500 + at * 30} ${256 + (at % 2) * 200} ${504 + at * 30} ${256 + (at % 2) * 200} ${508 + at * 30} c ${256 + (at % 2) * 200} ${520 + at * 30} l ${100 + (at % 2) * 200} ${520 + at * 30} l h S ${dot(110 + (at % 2) * 200, 512 + at * 30, 6)}`)],
    ['an ornament that runs off the page', many(8, (at) => `${480 + at * 15} ${500 + at * 10} m ${560 + at * 15} ${560 + at * 10} l ${500 + at * 15} ${590 + at * 10} l f`)],
    ['a letterhead', many(12, (at) => dot(80 + at * 20, 800, 16))],
    ['a check mark', '100 600 m 105 590 l 115 610 l S'],
  ])('%s is none', async (_, before) => {
    expect(await warned(before)).toEqual([])
  })

  it('that stands in the same place on three pages is furniture', async () => {
    expect(await warned(flowChart, [text, text, text])).toEqual([])
  })
})
