import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DocumentPictures } from '../../../../src/main/writers/docx/document-pictures'
import { planHandout } from '../../../../src/main/writers/docx/plan-handout'
import { planQuiz } from '../../../../src/main/writers/docx/plan-quiz'
import type { SheetPiece } from '../../../../src/main/writers/docx/sheet-document'
import type { SheetLook } from '../../../../src/main/writers/docx/sheet-look'
import { writeHandout, writeQuiz } from '../../../../src/main/writers/docx/write-sheet'
import { lintPackage } from '../../../../src/main/writers/lint/lint-package'
import { readZip } from '../../../../src/main/zip/read-zip'
import type { Talk } from '../../../../src/shared/model/block'
import { AssetHash } from '../../../../src/shared/model/ids'
import { contrast } from '../../../../src/shared/slides/colour'
import { darkRoles, lightRoles } from '../../../../src/shared/slides/colour-roles'
import { aTalk, block, content, front, inlines, section } from '../../../builders/talk'
import { libreOfficeAbsent, pageTexts, toPdf } from '../../../judges/libre-office'
import { schemaErrors, validatorAbsent } from '../../../judges/open-xml-sdk'
import { png } from '../../../builders/png'
import { chineseTalk, englishTalk, noPictures, scriptOf, textOf } from './showcase'
import { talkOfTokens } from './tokens'

const photo = png(300, 200)
const hash = AssetHash.parse(createHash('sha256').update(photo).digest('hex'))
const pictures: DocumentPictures = { info: (src) => (src === 'photo.png' ? { hash, width: 300, height: 200, mime: 'image/png', bytes: photo.byteLength } : null), bytes: () => photo }
const made = new Date('2026-09-01T08:00:00Z')

const handoutOf = (talk: Talk, with_ = noPictures): Uint8Array => writeHandout(talk, { language: talk.front.lang, pictures: with_, made })
const quizOf = (talk: Talk): Uint8Array | null => writeQuiz(talk, { language: talk.front.lang, pictures: noPictures, made })
const part = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(readZip(bytes).read(name))
/** The text of a part, paragraph after paragraph. */
const printed = (bytes: Uint8Array, name = 'word/document.xml'): string =>
  [...part(bytes, name).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)].map(([, text]) => text ?? '\n').join('')
const times = (text: string, words: readonly string[]): Record<string, number> => Object.fromEntries(words.map((word) => [word, text.split(word).length - 1]))
const each = (words: readonly string[], count: number): Record<string, number> => Object.fromEntries(words.map((word) => [word, count]))

/** Every piece of a plan, those within notes tables too. */
const flat = (pieces: readonly SheetPiece[]): string[] =>
  pieces.flatMap((piece) => (piece.kind === 'notes-table' ? piece.rows.flatMap((row) => row.map(textOf)) : piece.kind === 'ruled-lines' ? [`${piece.count} lines`] : [textOf(piece)]))
const handoutLines = (talk: Talk): string[] => flat(planHandout(talk, talk.front.lang, () => null).body)
const quizLines = (talk: Talk): string[] => flat(planQuiz(talk, talk.front.lang)?.body ?? [])
/** How many lines for notes stand beside a block of so many points. */
const linesBeside = (points: number): number => part(handoutOf(alone('块', content.points(...Array.from({ length: points }, () => '点')))), 'word/document.xml').split('w:leader="underscore"').length - 1
const alone = (title: string, shown: Parameters<typeof block>[1], more: Parameters<typeof block>[2] = {}): Talk => aTalk(section('节', block(title, shown, more)))

describe.each(['zh-CN', 'en'] as const)('of a talk in %s', (lang) => {
  const { talk, tokens } = talkOfTokens(lang)

  it('a handout has every word that was shown exactly once, and none that was only said or answered', () => {
    const text = printed(handoutOf(talk))
    expect(times(text, [...tokens.shown, ...tokens.asked, ...tokens.sources])).toEqual(each([...tokens.shown, ...tokens.asked, ...tokens.sources], 1))
    expect(times(text, [...tokens.said, ...tokens.answered])).toEqual(each([...tokens.said, ...tokens.answered], 0))
  })

  it('a quiz has every word asked and answered exactly once, the answers behind the questions', () => {
    const text = printed((quizOf(talk))!)
    expect(times(text, [...tokens.asked, ...tokens.answered])).toEqual(each([...tokens.asked, ...tokens.answered], 1))
    expect(text.indexOf(tokens.answered[0]!)).toBeGreaterThan(text.indexOf(tokens.asked.at(-1)!))
  })
})

describe('a handout', () => {
  it('names the speaker, the day and the occasion', () => {
    expect(handoutLines(chineseTalk).slice(0, 3)).toEqual(['数字资源走进每一间教室', '面向青年教师', '宣讲人：示例教师　　日期：2026年9月10日　　场合：开学第一周'])
  })
  it('gives a question without its answer', () => {
    expect(handoutLines(alone('考一考', content.question('哪一项？', ['甲', '乙'], 'B', '因为乙。')))).toEqual(expect.arrayContaining(['哪一项？', 'A.甲', 'B.乙']))
    expect(handoutLines(alone('考一考', content.question('哪一项？', ['甲', '乙'], 'B', '因为乙。'))).join('')).not.toContain('因为')
  })
  it('numbers what a block cites as the list at its end does', () => {
    const lines = handoutLines(aTalk(section('节', block('甲', content.points('点'), { cites: [['规划', '一']] }), block('乙', content.points('点'), { cites: [['案例', ''], ['规划', '二']] }))))
    expect(lines).toEqual(expect.arrayContaining(['甲[1]', '乙[2][1]', '[1] 《规划》，一；二', '[2] 《案例》']))
  })
  it('gathers terms at its end and leaves the term in its place', () => {
    const lines = handoutLines(alone('三个概念', content.points('**提取练习**：合上书回忆', '别的')))
    expect(lines.slice(-4)).toEqual(['•提取练习', '•别的', '术语', '提取练习：合上书回忆'])
  })
  it('leaves bold labels of ordinary points where they are', () => {
    expect(handoutLines(alone('怎么做', content.points('**做法**：两校结对'))).at(-1)).toBe('•做法：两校结对')
  })
  it('has at least as many lines beside a block as the block is high', () => {
    expect([linesBeside(1), linesBeside(40)]).toEqual([3, expect.toSatisfy((count: number) => count > 25 && count < 40)])
  })
  it('tells who speaks when on every page but the first', () => {
    const bytes = handoutOf(chineseTalk)
    expect(part(bytes, 'word/document.xml')).toContain('<w:titlePg/>')
    expect([printed(bytes, 'word/header1.xml').trim(), printed(bytes, 'word/header2.xml').trim()].toSorted()).toEqual(['', '数字资源走进每一间教室　　示例教师　　2026年9月10日'])
  })
  it('says that an empty talk is empty', () => {
    expect(handoutLines(aTalk()).at(-1)).toBe('这份宣讲稿还没有内容。')
  })
})

describe('a quiz', () => {
  it('is not made of a talk that asks nothing', () => {
    expect(quizOf(alone('块', content.points('点')))).toBeNull()
  })
  it('has room for a name, numbers its questions and gives lines where nothing is to choose', () => {
    const talk = aTalk(section('节', block('一', content.question('哪一项？', ['甲', '乙'], 'AB', '都对。')), block('二', content.question('为什么？', []))))
    expect(quizLines(talk).slice(2)).toEqual(['姓名：＿＿＿＿＿＿＿　　班级：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿', '1.哪一项？（多选）（　　）', 'A.甲', 'B.乙', '2.为什么？', '6 lines', '答案与解析', '1.A、B', '都对。', '2.开放题，言之有据即可'])
  })
  it('asks by its title where a question has no other words', () => {
    expect(quizLines(alone('对不对？', { kind: 'question', stem: [], options: [{ letter: 'A', inlines: inlines('对') }], answer: 'A', explanation: [] }))).toContain('1.对不对？（　　）')
  })
  it('says where the talk gives no answer', () => {
    expect(quizLines(alone('题', content.question('哪一项？', ['甲'], ''))).at(-1)).toBe('1.未给出答案')
  })
  it('begins its key on a page of its own', () => {
    expect(part((quizOf(chineseTalk))!, 'word/document.xml')).toMatch(/<w:pageBreakBefore\/>(?:(?!<\/w:p>).)*答案与解析/)
  })
})

const NASTY = 'a\u0000b\ud800d <w:p>&amp; "x" \' ]]> 𠮷'
const nasty = aTalk(
  front({ title: NASTY, subtitle: NASTY, occasion: NASTY, speaker: NASTY, date: NASTY }),
  section(NASTY, block(NASTY, content.points(`**${NASTY}**：${NASTY}`), { cites: [[NASTY, NASTY]] }), block('', content.quote('')), block('', content.question('', [], '', '')), block(NASTY, content.table([NASTY, ''], [NASTY], ['', '', NASTY])), block('', content.points())),
  section('', block('x'.repeat(3000), content.picture('', ''))),
  section('空'),
)
const withPicture = talkOfTokens('zh-CN', 'photo.png').talk
const sheets: Readonly<Record<string, () => Uint8Array | null>> = {
  'a handout in Chinese': () => handoutOf(chineseTalk),
  'a handout in English': () => handoutOf(englishTalk),
  'a handout with pictures': () => handoutOf(withPicture, pictures),
  'a handout of nothing': () => handoutOf(aTalk()),
  'a handout of hostile text': () => handoutOf(nasty),
  'a quiz in Chinese': () => quizOf(chineseTalk),
  'a quiz in English': () => quizOf(englishTalk),
  'a quiz of hostile text': () => quizOf(nasty),
  'a script with pictures': () => scriptOf(withPicture, { pictures }),
}
describe.each(Object.entries(sheets))('%s', (_, write) => {
  let bytes: Uint8Array
  beforeAll(() => {
    bytes = write()!
  })
  it.skipIf(validatorAbsent)('is a package in which the Open XML SDK finds no error', async () => {
    expect(await schemaErrors(bytes, 'docx')).toEqual([])
  })
  it('is a package in which our own lint finds nothing', () => {
    expect(lintPackage(bytes)).toEqual([])
  })
  it('is the same again, byte for byte', () => {
    expect(Buffer.from((write())!).equals(Buffer.from(bytes))).toBe(true)
  })
})

describe('a picture', () => {
  it('stands in handout and script with its bytes as they are and with its description', () => {
    for (const bytes of [handoutOf(withPicture, pictures), scriptOf(withPicture, { pictures })]) {
      const [name] = readZip(bytes).names.filter((one) => one.startsWith('word/media/'))
      expect(Buffer.from(readZip(bytes).read(name!)!).equals(Buffer.from(photo))).toBe(true)
      expect(part(bytes, 'word/document.xml')).toContain('descr="alt"')
    }
  })
  it('is kept once, however often it is shown', () => {
    const twice = aTalk(section('节', block('甲', content.picture('photo.png', '一')), block('乙', content.pointsWithPicture('photo.png', '二', '', '点'), { script: '讲。' })))
    const bytes = scriptOf(twice, { pictures })
    expect(readZip(bytes).names.filter((one) => one.startsWith('word/media/'))).toHaveLength(1)
    expect(part(bytes, 'word/document.xml').split('<wp:docPr').length - 1).toBe(2)
    expect(lintPackage(bytes)).toEqual([])
  })
  it('is told from every other by the whole of its hash', () => {
    const hashes = ['0', '1'].map((last) => AssetHash.parse(`${'a'.repeat(63)}${last}`))
    const several: DocumentPictures = { info: (src) => ({ ...pictures.info('photo.png')!, hash: hashes[Number(src)]! }), bytes: (hash) => new TextEncoder().encode(hash) }
    const bytes = scriptOf(aTalk(section('节', block('甲', content.picture('0', '一'), { script: '讲。' }), block('乙', content.picture('1', '二'), { script: '讲。' }))), { pictures: several })
    const media = readZip(bytes).names.filter((one) => one.startsWith('word/media/'))
    expect(media.map((name) => new TextDecoder().decode(readZip(bytes).read(name)))).toEqual(hashes)
  })
  it('keeps its proportions and is no larger than it is', () => {
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(part(scriptOf(withPicture, { pictures }), 'word/document.xml'))!
    expect(Number(width) / Number(height)).toBeCloseTo(1.5, 1)
    expect(Number(width)).toBeLessThanOrEqual(300 * 9525)
  })
  it('shows the part that is to be shown, in the proportions of that part', () => {
    const cropped = aTalk(section('节', block('甲', content.framed('photo.png', { crop: { x: 10, y: 20, width: 60, height: 50 } }))))
    for (const bytes of [handoutOf(cropped, pictures), scriptOf(cropped, { pictures })]) {
      const xml = part(bytes, 'word/document.xml')
      expect(xml).toContain('<a:srcRect l="10000" t="20000" r="30000" b="30000"/>')
      const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml)!
      expect(Number(width) / Number(height)).toBeCloseTo((300 * 0.6) / (200 * 0.5), 1)
      expect(lintPackage(bytes)).toEqual([])
    }
  })
  it('is described in words where it cannot be had', () => {
    expect(handoutLines(chineseTalk)).toContain('图片：示例小学四年级；学生在平板上做实验')
  })
})

describe.skipIf(libreOfficeAbsent)('in LibreOffice', () => {
  let pages: Record<string, string[]>
  beforeAll(async () => {
    const { talk } = talkOfTokens('zh-CN')
    const pdfs = await toPdf({ 'handout.docx': handoutOf(talk), 'quiz.docx': (quizOf(talk))! })
    // A PDF knows no words: between Han characters and figures there may be a space.
    pages = Object.fromEntries(await Promise.all(Object.entries(pdfs).map(async ([name, pdf]) => [name, (await pageTexts(pdf)).map((text) => text.replaceAll(/\s/g, ''))] as const)))
  })
  it('every word of a handout is on its pages once', () => {
    const { tokens } = talkOfTokens('zh-CN')
    // Title and speaker stand in the running head as well.
    const words = tokens.shown.filter((word) => ![tokens.shown[0], tokens.shown[3]].includes(word))
    expect(times(pages['handout.docx']!.join(''), words)).toEqual(each(words, 1))
  })
  it('the rows of a section begin on the page of its heading', () => {
    const { talk } = talkOfTokens('zh-CN')
    for (const { title, blocks } of talk.sections) {
      const page = pages['handout.docx']!.find((text) => text.includes(title))
      expect(page).toContain(blocks[0]!.title)
    }
  })
  it('the key of a quiz is not on the paper', () => {
    const { tokens } = talkOfTokens('zh-CN')
    const [paper, ...key] = pages['quiz.docx']!
    expect(times(paper!, tokens.answered)).toEqual(each(tokens.answered, 0))
    expect(times(key.join(''), tokens.answered)).toEqual(each(tokens.answered, 1))
  })
})

describe('a sheet in a school', () => {
  const brand = { logo: { asset: hash, width: 300, height: 200 }, logoOnDark: null, series: '示例讲堂', owner: '示例小学' }
  const withLogo: DocumentPictures = { ...pictures, info: (src) => pictures.info(src === `asset:${hash}` ? 'photo.png' : src) }
  const inSchool = (look: SheetLook): Uint8Array => writeHandout(chineseTalk, { language: 'zh-CN', pictures: withLogo, look, made })
  const coloursOf = (bytes: Uint8Array): readonly string[] => [...new Set(Array.from(part(bytes, 'word/styles.xml').matchAll(/w:(?:val|color|fill)="([0-9A-F]{6})"/g), ([, colour = '']) => colour))]

  it('says whose it is above its first page: series and logo, read aloud by the name of the school', () => {
    const bytes = inSchool({ colours: lightRoles('B5261E', '1C7C54'), brand })
    expect(part(bytes, 'word/header2.xml')).toContain('示例讲堂')
    expect(part(bytes, 'word/header2.xml')).toContain('descr="示例小学"')
    expect(part(bytes, 'word/header1.xml')).not.toContain('示例讲堂')
    expect(Buffer.from(readZip(bytes).read('word/media/logo.png')!).equals(photo)).toBe(true)
    expect(lintPackage(bytes)).toEqual([])
  })
  it.skipIf(validatorAbsent)('is a package in which the Open XML SDK finds no error', async () => {
    expect(await schemaErrors(inSchool({ colours: lightRoles('B5261E', '1C7C54'), brand }), 'docx')).toEqual([])
  })
  it('leaves out a logo that is not there, and the head of a school without a series', () => {
    const bytes = writeHandout(chineseTalk, { language: 'zh-CN', pictures: noPictures, look: { colours: lightRoles('B5261E', '1C7C54'), brand: { ...brand, series: '' } }, made })
    expect(readZip(bytes).names.filter((name) => name.includes('logo'))).toEqual([])
    expect(part(bytes, 'word/header2.xml')).not.toContain('<w:t')
  })
  it('has the colours of the talk, dark enough for white paper also where its slides are dark', () => {
    const plain = coloursOf(handoutOf(chineseTalk))
    for (const colours of [lightRoles('F2C300', 'F2C300'), darkRoles('F2C300', 'F2C300')]) {
      const shown = coloursOf(inSchool({ colours }))
      // None of those that a sheet without a talk's look has.
      expect(shown.filter((colour) => plain.includes(colour))).toEqual([])
      const { ink, accent, 'neutral-4': muted } = lightRoles(colours.accent, colours.second)
      expect(shown).toEqual(expect.arrayContaining([ink, accent, muted]))
      for (const colour of [ink, accent, muted]) expect(contrast(colour, 'FFFFFF')).toBeGreaterThanOrEqual(4.5)
    }
  })
})
