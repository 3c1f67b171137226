import { describe, expect, it } from 'vitest'
import { splitPiece } from '../../../src/main/readers/pdf/split-piece'
import { readDocument } from '../../../src/main/readers/read-document'
import { pdf, type PdfLine } from '../../fixtures/documents/pdf'

/** Edges of columns and rows in points from the left and the top of a page of 842. */
const xs = [72, 172, 322, 472]
const ys = [150, 180, 210, 240]
const line = (x1: number, y1: number, x2: number, y2: number) => `${x1} ${842 - y1} m ${x2} ${842 - y2} l S`
const across = (y: number, from = xs[0] ?? 0, to = xs.at(-1) ?? 0) => line(from, y, to, y)
const down = (x: number, from = ys[0] ?? 0, to = ys.at(-1) ?? 0) => line(x, from, x, to)
const wholeGrid = [...ys.map((y) => across(y)), ...xs.map((x) => down(x))].join('\n')
/** A text in each cell, row by row. */
const cells = (...rows: readonly (readonly string[])[]): PdfLine[] =>
  rows.flatMap((row, at) => row.flatMap((text, column) => (text === '' ? [] : [{ text, x: (xs[column] ?? 0) + 6, y: (ys[at] ?? 0) + 20 }])))

const before: PdfLine = { text: '各校情况如下。', y: 100 }
const after: PdfLine = { text: '以上情况请各校继续完善。', y: 280 }
const read = async (pages: readonly (readonly PdfLine[])[], drawn = wholeGrid) => (await readDocument('a.pdf', pdf(pages, { before: drawn }))).paragraphs.map(({ kind, text, page }) => [kind, text, page])

describe('a ruled table in a PDF', () => {
  it('becomes a table where it stood, on its page', async () => {
    expect(await read([[before, { text: '表1 各校资源', y: 130 }, ...cells(['序号', '学校', '资源数'], ['1', '示例一小', '120'], ['2', '示例二小', '96']), after]])).toEqual([
      ['body', '各校情况如下。', 1],
      ['body', '表1 各校资源', 1],
      ['table', '| 序号 | 学校 | 资源数 |\n| --- | --- | --- |\n| 1 | 示例一小 | 120 |\n| 2 | 示例二小 | 96 |', 1],
      ['body', '以上情况请各校继续完善。', 1],
    ])
  })

  it('drawn with thin boxes instead of lines is the same', async () => {
    const boxes = [...ys.map((y) => `${xs[0]} ${842 - y} 400 0.5 re f`), ...xs.map((x) => `${x} ${842 - 240} 0.5 90 re f`)].join('\n')
    expect((await read([cells(['甲', '乙', '丙'], ['1', '2', '3'], ['4', '5', '6'])], boxes))[0]?.[1]).toBe('| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |')
  })

  it('keeps a merged cell in its first place, and the lines of a cell together', async () => {
    // The first row parts only after the first column; the first column not at all beneath it.
    const drawn = [across(150), across(180), across(210, 172), across(240), down(72), down(172), down(322, 180), down(472)].join('\n')
    const lines: PdfLine[] = [...cells(['学校', '资源建设情况'], ['示例一小', '', '96']), { text: '数字资源', x: 178, y: 192, size: 9 }, { text: '与教室', x: 178, y: 205, size: 9 }, { text: '120', x: 328, y: 230 }, { text: '设备', x: 178, y: 230 }]
    expect((await read([lines], drawn))[0]?.[1]).toBe('| 学校 | 资源建设情况 |  |\n| --- | --- | --- |\n| 示例一小 | 数字资源与教室 | 96 |\n|  | 设备 | 120 |')
  })

  it('that goes on at the top of the next page is one, its head said once', async () => {
    const head = ['序号', '学校', '数']
    expect(await read([cells(head, ['1', '示例一小', '5'], ['2', '示例二小', '6']), [...cells(head, ['3', '示例三小', '7'], ['4', '示例四小', '8']), after]])).toEqual([
      ['table', '| 序号 | 学校 | 数 |\n| --- | --- | --- |\n| 1 | 示例一小 | 5 |\n| 2 | 示例二小 | 6 |\n| 3 | 示例三小 | 7 |\n| 4 | 示例四小 | 8 |', 1],
      ['body', '以上情况请各校继续完善。', 2],
    ])
  })
})

describe('a table of three lines', () => {
  const threeLines = [across(150), across(180), across(270)].join('\n')
  const rows = [['年份', '学校数', '教师数'], ['2024', '12', '340'], ['2025', '18', '412'], ['2026', '25', '530']]
  const lines = rows.flatMap((row, at) => row.map((text, column): PdfLine => ({ text, x: [80, 240, 400][column] ?? 0, y: 170 + at * 28 })))

  /** Figures in columns would be a table without any line. */
  const withoutFigures = lines.map((own) => ({ ...own, text: own.text.replaceAll(/\d+/g, '若干') }))

  it('is read by the gaps between its columns', async () => {
    expect(await read([[before, ...lines, after]], threeLines)).toEqual([
      ['body', '各校情况如下。', 1],
      ['table', '| 年份 | 学校数 | 教师数 |\n| --- | --- | --- |\n| 2024 | 12 | 340 |\n| 2025 | 18 | 412 |\n| 2026 | 25 | 530 |', 1],
      ['body', '以上情况请各校继续完善。', 1],
    ])
  })

  it('joins a cell of two lines', async () => {
    const long = [...lines.slice(0, 6), { text: '其中两所', x: 240, y: 214 }, ...lines.slice(6)]
    expect((await read([long], threeLines))[0]?.[1]).toContain('| 2024 | 12其中两所 | 340 |')
  })

  it('keeps a row apart that only leaves its first cell to the one above', async () => {
    const grouped = lines.filter(({ text }) => text !== '2025')
    expect((await read([grouped], threeLines))[0]?.[1]).toContain('| 2024 | 12 | 340 |\n|  | 18 | 412 |')
  })

  it.each<[string, readonly PdfLine[], string]>([
    ['text without columns', [170, 200, 230, 260].map((y) => ({ text: '数字资源走进每一间教室让每一位教师都用得上用得好', x: 80, y })), threeLines],
    ['four lines of which nobody knows which belong together', withoutFigures, [threeLines, across(220)].join('\n')],
    ['a head higher than any', withoutFigures, [across(150), across(240), across(270)].join('\n')],
  ])('is not seen in %s', async (_, own, drawn) => {
    expect((await read([own], drawn)).map(([kind]) => kind)).not.toContain('table')
  })
})

describe('a table without lines', () => {
  /** Texts in columns, row by row. */
  const columned = (places: readonly number[], pitch: number, rows: readonly (readonly string[])[]): PdfLine[] => rows.flatMap((row, at) => row.map((text, column): PdfLine => ({ text, x: places[column] ?? 0, y: 150 + at * pitch })))
  const schools = [['学校', '资源数', '使用率'], ['示例一小', '120', '86%'], ['示例二小', '96', '72.5%'], ['示例实验中学', '1,208', '91%']]

  it('is read where short texts stand in columns, some of them figures', async () => {
    expect(await read([[before, ...columned([80, 240, 400], 22, schools), after]], '')).toEqual([
      ['body', '各校情况如下。', 1],
      ['table', '| 学校 | 资源数 | 使用率 |\n| --- | --- | --- |\n| 示例一小 | 120 | 86% |\n| 示例二小 | 96 | 72.5% |\n| 示例实验中学 | 1,208 | 91% |', 1],
      ['body', '以上情况请各校继续完善。', 1],
    ])
  })

  it('goes on at the top of the next page', async () => {
    const more = [['示例三小', '77', '60%'], ['示例四小', '78', '61%'], ['示例五小', '79', '62%']]
    expect((await read([columned([80, 240, 400], 22, schools), [...columned([80, 240, 400], 22, more), after]], '')).map(([kind]) => kind)).toEqual(['table', 'body'])
  })

  it.each<[string, readonly PdfLine[]]>([
    ['prose in two columns', columned([72, 310], 18, Array.from({ length: 8 }, () => ['数字资源走进每一间教室让每一位教师', '都用得上用得好还要管得住评得准学生']))],
    ['prose in three narrow columns', columned([72, 232, 392], 18, Array.from({ length: 8 }, (_, at) => ['建设数字资源公', '共服务平台并使', `用其中${at}个课例`]))],
    ['prose in two columns with figures in it', columned([72, 310], 18, Array.from({ length: 6 }, (_, at) => [`到20${at + 10}年，全市建成`, `${at}所学校，示范引领。`]))],
    ['a list of contents', columned([72, 480], 20, [['一、建设背景', '1'], ['二、主要任务', '3'], ['三、保障措施', '8'], ['四、附则', '12']])],
    ['a list of contents with leaders', columned([72, 480], 20, [['一、建设背景......', '1'], ['二、主要任务......', '3'], ['三、保障措施......', '2']])],
    ['a poem in two columns', columned([120, 300], 24, [['示例山前雨', '示例水上风'], ['读书灯下客', '听课月明中'], ['一纸存今日', '千言寄远空']])],
    ['a list with hanging numbers', columned([72, 130], 20, [['1.', '建立资源共享机制'], ['2.', '完善教师培训办法'], ['3.', '开展应用评价工作']])],
    ['a form', columned([72, 300], 24, [['姓名', '性别'], ['单位', '职务'], ['电话', '邮箱']])],
    ['two rows', columned([80, 240, 400], 22, schools.slice(0, 2))],
    ['figures out of line', schools.flatMap((row, at) => row.map((text, column): PdfLine => ({ text, x: 80 + column * 150 + ((at * 37) % 60), y: 150 + at * 22 })))],
  ])('is not seen in %s, whose words all stay', async (_, own) => {
    const found = await read([own], '')
    expect(found.map(([kind]) => kind)).not.toContain('table')
    const letters = (text: string) => text.replaceAll(/\s/g, '').split('').toSorted().join('')
    expect(letters(found.map(([, text]) => text).join('').replaceAll('•', ''))).toBe(letters(own.map(({ text }) => text).join('')))
  })
})

describe('lines that make no table for sure leave the text as it is', () => {
  const full = cells(['甲方', '乙方', '丙方'], ['示例局', '示例一小', '示例公司'], ['盖章', '盖章', '签字'])

  it.each<[string, readonly PdfLine[], string]>([
    ['a frame', full, [across(150), across(240), down(72), down(472)].join('\n')],
    ['a single rule', full, across(180)],
    ['an empty form', [before, { text: '姓名', x: 78, y: 170 }], wholeGrid],
    ['a grid across which the text runs', Array.from({ length: 3 }, (_, at) => ({ text: '数字资源走进每一间教室让每一位教师都用得上用得好', x: 78, y: 170 + at * 30 })), [...ys.map((y) => across(y)), ...xs.map((x) => down(x - 7))].join('\n')],
    ['curves', full, '72 600 m 172 700 272 700 372 600 c S'],
  ])('%s', async (name, lines, drawn) => {
    const kinds = (await read([lines], drawn)).map(([kind]) => kind)
    if (name.startsWith('a grid')) expect(kinds.length).toBeGreaterThan(0)
    else expect(kinds).not.toContain('table')
  })

  it('and thousands of them cost no text', async () => {
    const drawn = Array.from({ length: 6000 }, (_, at) => line(72 + (at % 90) * 5, 100 + Math.floor(at / 90) * 10, 72 + (at % 90) * 5 + 8, 100 + Math.floor(at / 90) * 10)).join('\n')
    expect(await read([[before, after]], drawn)).toEqual([['body', '各校情况如下。', 1], ['body', '以上情况请各校继续完善。', 1]])
  })
})

describe('text that a line is drawn through', () => {
  it.each([
    ['is parted at the space nearest to it', '课堂教学 12', 120 + 50, ['课堂教学', '12']],
    ['is parted between characters where there is no space', '甲乙丙丁', 120 + 24, ['甲乙', '丙丁']],
    ['stays whole where the line stands at its edge', '甲乙', 100, null],
  ])('%s', (_, text, edge, parts) => {
    const piece = { text, x: 120, y: 100, width: text.includes(' ') ? 78 : 12 * text.length, size: 12 }
    expect(splitPiece(piece, edge)?.map((part) => part.text) ?? null).toEqual(parts)
  })
})
