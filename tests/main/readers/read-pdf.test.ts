import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/main/readers/read-document'
import { pdf, type PdfLine, type PdfOptions } from '../../fixtures/documents/pdf'

const read = (pages: readonly (readonly PdfLine[])[], options: PdfOptions = {}) => readDocument('示例.pdf', pdf(pages, options))
const texts = async (...pages: readonly (readonly PdfLine[])[]) => (await read(pages)).paragraphs.map(({ text }) => text)
/** Lines one under the other, 18 points apart. */
const under = (y: number, ...lines: readonly (string | [string, number])[]): PdfLine[] => lines.map((line, at) => (typeof line === 'string' ? { text: line, y: y + at * 18 } : { text: line[0], x: line[1], y: y + at * 18 }))
const fullLatin = 'The lecturer prepares a talk for the teachers of the whole district and'
const fullHan = '数字资源走进每一间教室让每一位教师都用得上用得好资源的目录由各校共同建设'

describe('lines', () => {
  it('of Latin are joined with spaces, and divided words made whole', async () => {
    expect(await texts(under(100, fullLatin, 'the schools of the county; every one of them has its own collec-', 'tion of lessons.'))).toEqual([`${fullLatin} the schools of the county; every one of them has its own collection of lessons.`])
  })

  it('of Chinese in a font that is not embedded are joined without spaces', async () => {
    expect(await texts(under(100, [fullHan, 96], ['共享共用。', 72], ['第二段从这里开始。', 96]))).toEqual([`${fullHan}共享共用。`, '第二段从这里开始。'])
  })

  it('that begin with a number or a bullet begin a paragraph', async () => {
    expect(await texts(under(100, fullHan, '一、总体要求', '• 第一点', '• 第二点'))).toEqual([fullHan, '一、总体要求', '第一点', '第二点'])
  })

  it('run on over the turn of a page, and the paragraph keeps the page it began on', async () => {
    const { paragraphs } = await read([under(100, '开头一段。', [fullHan, 72]), under(100, '共享共用。')])
    expect(paragraphs.map(({ text, page }) => [text, page])).toEqual([
      ['开头一段。', 1],
      [`${fullHan}共享共用。`, 1],
    ])
  })

  it('in radicals instead of characters are put right', async () => {
    expect(await texts(under(100, '\u2F00、\u2F83\u2FDF上\u2EC5'))).toEqual(['一、自⿟上见'])
  })
})

describe('headings', () => {
  it('are told by their size and by their number; the largest of the first page is the title', async () => {
    const { title, outline } = await read([[{ text: '数字资源规划', y: 80, size: 24 }, { text: '背景情况', y: 130, size: 18 }, ...under(170, fullHan, '一、现状', fullHan, '二、目标', fullHan), { text: '工作安排', y: 300, size: 18 }, ...under(340, fullHan, fullHan)]])
    expect(title).toBe('数字资源规划')
    expect(outline.map(({ level, number, title: heading }) => [level, number, heading])).toEqual([
      [1, '', '背景情况'],
      [2, '一、', '现状'],
      [2, '二、', '目标'],
      [1, '', '工作安排'],
    ])
  })

  it('are told by bookmarks where the file has them', async () => {
    const objects = ['<< /Type /Outlines /First 11 0 R /Last 11 0 R /Count 1 >>', '<< /Title (Why now) /Parent 10 0 R >>']
    const { outline } = await read([under(100, 'Why now', fullLatin, 'the schools.')], { objects, catalog: '/Outlines 10 0 R' })
    expect(outline.map(({ title }) => title)).toEqual(['Why now'])
  })
})

it('drops headers, footers and page numbers that repeat', async () => {
  const page = (number: number): PdfLine[] => [{ text: '示例市教育局文件汇编', y: 40 }, ...under(200, `第${['一', '二', '三'][number - 1]}页的正文。`), { text: `- ${number} -`, x: 280, y: 810 }]
  expect(await texts(page(1), page(2), page(3))).toEqual(['第一页的正文。', '第二页的正文。', '第三页的正文。'])
})

it('keeps a scan as a source without materials, and says so', async () => {
  const image = '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream'
  const { paragraphs, materials, warnings, title } = await read([[]], { objects: [image], resources: '/XObject << /I 10 0 R >>', before: 'q 595 0 0 842 0 0 cm /I Do Q' })
  expect({ paragraphs, materials, title }).toEqual({ paragraphs: [], materials: [], title: '示例' })
  expect(warnings.map(({ code }) => code)).toEqual(['no-text-layer'])
})

describe('what is dangerous', () => {
  it('never runs a script', async () => {
    const { paragraphs } = await read([under(100, 'Text of the page.')], { objects: ['<< /S /JavaScript /JS (globalThis.ranFromPdf = true; app.alert\\(1\\)) >>'], catalog: '/OpenAction 10 0 R' })
    expect(paragraphs.map(({ text }) => text)).toEqual(['Text of the page.'])
    expect(globalThis).not.toHaveProperty('ranFromPdf')
  })

  it('survives a page tree that contains itself', async () => {
    const file = Buffer.from(pdf([under(100, 'Text')])).toString('latin1').replace('/Kids [10 0 R]', '/Kids [2 0 R ]')
    const code = await readDocument('a.pdf', new Uint8Array(Buffer.from(file, 'latin1'))).then(() => 'read', (error: { code?: string }) => error.code)
    expect(['read', 'damaged-file']).toContain(code)
  })

  it('reads or refuses a file with any one byte changed or cut off anywhere, without any other error', async () => {
    const whole = pdf([under(100, '一、总体要求', 'Text of the page.')])
    const answers = new Set<string | undefined>()
    const judge = async (bytes: Uint8Array) => answers.add(await readDocument('a.pdf', bytes).then(() => 'read', (error: { code?: string }) => error.code))
    for (let at = 9; at < whole.byteLength; at += 41) {
      const changed = whole.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x15
      await judge(changed)
      await judge(whole.subarray(0, at))
    }
    for (const answer of answers) expect(['read', 'damaged-file', 'encrypted-file', 'not-a-document']).toContain(answer)
  })
})
