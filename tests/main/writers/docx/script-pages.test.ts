import { beforeAll, describe, expect, it } from 'vitest'
import { readZip } from '../../../../src/main/zip/read-zip'
import type { Talk } from '../../../../src/shared/model/block'
import { aTalk, block, content, section } from '../../../builders/talk'
import { libreOfficeAbsent, pageLines, type PdfLine, pageTexts, toPdf } from '../../../judges/libre-office'
import { chineseTalk, englishTalk, planOf, scriptOf, textOf } from './showcase'

const blank = (text: string): string => text.replaceAll(/\s/g, '')
/** A page's lines of body text, from the top, each with its characters: pieces of one height are one line. */
const rows = (lines: readonly PdfLine[]): string[] => {
  const byHeight = new Map<number, PdfLine[]>()
  for (const line of lines) byHeight.set(Math.round(line.y), [...(byHeight.get(Math.round(line.y)) ?? []), line])
  return [...byHeight].toSorted(([a], [b]) => a - b).map(([, pieces]) => blank(pieces.toSorted((a, b) => a.x - b.x).map(({ text }) => text).join('')))
}

/** How often each mark stands in a text. */
const marks = (text: string): Record<string, number> => Object.fromEntries(['，', '。', '：'].map((mark) => [mark, text.split(mark).length - 1]))

// No punctuation, so that every line is full: the rules for line ends have nothing to move.
const full: Talk = aTalk(section('一、满页', block('整页的字', content.points('点'), { script: '讲'.repeat(28 * 22 * 3) })))
/** Among so many headings are those that fill the page of contents to its last line. */
const contentsLengths = [16, 17, 18, 19]
const chapters: Talk = aTalk(
  ...['一、', '二、', '三、', '四、'].map((number, chapter) =>
    section(`${number}第${chapter}章`, ...Array.from({ length: 6 }, (_, index) => block(`${number}${'甲乙丙丁戊己'[index]}`, content.points('点'), { script: `${'各位老师，大家好：先看三个变化，再看一所学校的做法，'.repeat(3 + ((chapter * 7 + index * 5) % 23))}${'好'.repeat(index + 1)}。[停顿 2]`, cites: [['示例规划', `${chapter}`]] }))),
  ),
)

describe.skipIf(libreOfficeAbsent)('in LibreOffice', () => {
  let pdfs: Record<string, Uint8Array>
  const scripts: Record<string, Uint8Array> = {}
  beforeAll(async () => {
    scripts['full.docx'] = scriptOf(full)
    scripts['chapters-official.docx'] = scriptOf(chapters)
    scripts['chapters-plain.docx'] = scriptOf(chapters, { preset: 'plain' })
    scripts['chapters-large-print.docx'] = scriptOf(chapters, { preset: 'large-print' })
    for (const [name, talk] of [['chinese', chineseTalk], ['english', englishTalk]] as const)
      for (const preset of ['official', 'plain', 'large-print'] as const) scripts[`${name}-${preset}.docx`] = scriptOf(talk, { preset })
    for (const blocks of contentsLengths) scripts[`contents-${blocks}.docx`] = scriptOf(aTalk(section('节', ...Array.from({ length: blocks }, (_, index) => block(`块${index}`, content.points('点'))))), { preset: 'large-print' })
    scripts['empty.docx'] = scriptOf(aTalk())
    pdfs = await toPdf(scripts)
  })

  it('a full page of the official preset holds 22 lines of 28 characters', async () => {
    const pages = await pageLines(pdfs['full.docx']!)
    const body = rows(pages[2]!).filter((line) => /^讲+$/.test(line))
    expect(body).toEqual(Array.from({ length: 22 }, () => '讲'.repeat(28)))
  })

  it('its page numbers stand between dashes, right on odd pages and left on even ones', async () => {
    const pages = await pageLines(pdfs['full.docx']!)
    const foot = (page: number) => pages[page]!.find(({ text }) => blank(text) === `—${page}—`)
    expect(foot(1)!.x).toBeGreaterThan(400)
    expect(foot(2)!.x).toBeLessThan(150)
  })

  it.each(['official', 'plain', 'large-print'])('the contents give the page on which each heading stands (%s)', async (preset) => {
    const xml = new TextDecoder().decode(readZip(scripts[`chapters-${preset}.docx`]!).read('word/document.xml'))
    const contents = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="_Toc[^>]*>(.*?)<\/w:hyperlink>/g)].map(([, entry]) => [...entry!.matchAll(/<w:t[ >][^<]*?>?([^<>]+)<\/w:t>/g)].map(([, text]) => text!))
    const pages = (await pageLines(pdfs[`chapters-${preset}.docx`]!)).map(rows)
    // Headings stand in the contents too, followed there by dots: only lines of their own count.
    const opening = pages.findIndex((page) => page.includes('一、第0章'))
    const found = contents.map(([title]) => [title, String(pages.findIndex((page, index) => index >= opening && page.includes(blank(title!))) - opening + 1)])
    expect(contents).toHaveLength(29)
    expect(contents).toEqual(found)
  })

  it.each(['official', 'plain', 'large-print'])('no mark is lost at the end of a line (%s)', async (preset) => {
    const printed = (await pageTexts(pdfs[`chapters-${preset}.docx`]!)).join('')
    const plan = planOf(chapters)
    const planned = [...plan.opening, ...plan.body].map(textOf).join('') + plan.notes.join('')
    expect(marks(planned)['，']).toBeGreaterThan(900)
    expect(marks(printed)).toEqual(marks(planned))
  })

  it.each([
    ['chinese', chineseTalk],
    ['english', englishTalk],
  ] as const)('every word of the %s script is on its pages', async (name, talk) => {
    for (const preset of ['official', 'plain', 'large-print']) {
      const text = blank((await pageTexts(pdfs[`${name}-${preset}.docx`]!)).join(''))
      const words = planOf(talk).body.flatMap((piece) => (piece.kind === 'picture' ? [] : piece.kind === 'table' ? [piece.header, ...piece.rows].flat(2) : piece.runs)).flatMap((run) => (!('text' in run) ? [] : run.text.split(/[^\p{L}\p{N}]+/u)))
      expect(words.filter((word) => word !== '' && word.length < 5 && !text.includes(blank(word)))).toEqual([])
    }
  })

  it('contents that just fill their page are not followed by an empty one', async () => {
    for (const blocks of contentsLengths) {
      const page = (await pageTexts(pdfs[`contents-${blocks}.docx`]!)).findIndex((text) => blank(text) === '')
      expect([blocks, page]).toEqual([blocks, -1])
    }
  })

  it('an empty talk has a first page and a page that says so', async () => {
    expect(await pageTexts(pdfs['empty.docx']!)).toHaveLength(2)
  })
})
