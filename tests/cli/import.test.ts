import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Desk } from './run-lectern'

type ImportAnswer = { files: { file: string; status: string; materials: number; source?: { title: string }; outline: { level: number; number: string; title: string }[]; warnings: { code: string }[]; error?: { code: string; message: string } }[] }

const plan = '示例市数字资源规划\n\n一、总体要求\n\n（一）指导思想\n坚持育人为本，示例一句。\n\n（二）主要目标\n到明年，每所学校都有一间示例教室。\n\n二、重点任务\n建设示例资源库。\n'
const corpus = resolve(process.env['LECTERN_CORPUS'] ?? '../shared/corpus')

describe('lectern import', () => {
  let desk: Desk
  beforeEach(() => (desk = new Desk()))
  afterEach(() => desk.clear())

  it('answers with each file’s status, outline and number of materials', async () => {
    const { code, answer } = await desk.json<ImportAnswer>('import', desk.write('规划.txt', plan))
    expect(code).toBe(0)
    expect(answer.files).toHaveLength(1)
    const [file] = answer.files
    expect(file).toMatchObject({ file: '规划.txt', status: 'imported' })
    expect(file?.materials).toBeGreaterThan(0)
    expect(file?.outline).toContainEqual({ level: expect.any(Number), number: '（一）', title: '指导思想' })
  })

  it('finds what it imported by one character', async () => {
    await desk.lectern('import', desk.write('规划.txt', plan))
    const { answer } = await desk.json<{ hits: { title: string; snippet: string; source: string }[]; total: number; ms: number }>('search', '育')
    expect(answer.total).toBe(1)
    expect(answer.hits[0]?.snippet).toContain('<mark>育</mark>')
    expect(answer.hits[0]?.source).toContain('示例市')
  })

  it('knows a document it has, under another name too', async () => {
    await desk.lectern('import', desk.write('规划.txt', plan))
    const { code, answer } = await desk.json<ImportAnswer>('import', desk.write('copy.txt', plan))
    expect(code).toBe(0)
    expect(answer.files[0]).toMatchObject({ status: 'duplicate', materials: 0, source: { title: expect.stringContaining('示例市') } })
  })

  it.each([
    ['empty.docx', new Uint8Array(), 'empty-file'],
    ['renamed.docx', 'just some text', 'not-a-document'],
    ['legacy.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]), 'legacy-format'],
    ['truncated.docx', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(100, 7)]), 'damaged-file'],
    ['noise.txt', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)), 'not-a-document'],
  ])('refuses %s with one sentence and exit code 1, takes the other file, and changes nothing for the refused one', async (name, content, expected) => {
    const { code, answer, err } = await desk.json<ImportAnswer>('import', desk.write(name, content), desk.write('规划.txt', plan))
    expect(code).toBe(1)
    expect(answer.files.map(({ status }) => status)).toEqual(['refused', 'imported'])
    expect(answer.files[0]?.error?.code).toBe(expected)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).toContain(`${name}: `)
    const { answer: sources } = await desk.json<{ items: { fileName: string }[] }>('list', 'sources')
    expect(sources.items.map(({ fileName }) => fileName)).toEqual(['规划.txt'])
  })

  it.each([
    ['missing.docx', 'file-not-found'],
  ])('refuses %s, which cannot be read, and takes the others', async (name, expected) => {
    const { code, answer } = await desk.json<ImportAnswer>('import', name, desk.write('规划.txt', plan))
    expect(code).toBe(1)
    expect(answer.files.map(({ status, error }) => error?.code ?? status)).toEqual([expected, 'imported'])
  })

  it('takes whole folders: documents in every folder beneath, other files refused by name, hidden and lock files passed over', async () => {
    desk.write('资料/规划.txt', plan)
    desk.write('资料/第二册/讲稿.md', '# 一、为什么\n\n示例正文，说明情况。\n')
    desk.write('资料/第二册/录音.mp3', 'ID3')
    desk.write('资料/.隐藏.txt', plan)
    desk.write('资料/~$规划.docx', 'lock')
    const { code, answer } = await desk.json<ImportAnswer>('import', '资料')
    expect(code).toBe(1)
    expect(answer.files.map(({ file, status, error }) => [file, error?.code ?? status])).toEqual([
      ['资料/第二册/录音.mp3', 'unsupported-format'],
      ['资料/第二册/讲稿.md', 'imported'],
      ['资料/规划.txt', 'imported'],
    ])
  })

  it.skipIf(!existsSync(resolve(corpus, 'index.tsv')))('does with every file of the corpus what its index says (skipped where ../shared/corpus is absent)', async () => {
    const rows = readFileSync(resolve(corpus, 'index.tsv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'))
    const expected = new Map(rows.map((row) => [row[0] ?? '', row[5] ?? '']))
    const files = readdirSync(corpus).filter((name) => expected.has(name))
    expect(files.length).toBeGreaterThan(60)
    const { answer } = await desk.json<ImportAnswer>('import', ...files.map((name) => resolve(corpus, name)))
    const wrong = answer.files.filter(({ file, status }) => {
      const says = expected.get(file.slice(corpus.length + 1)) ?? ''
      if (says.startsWith('imports or refuse')) return status === 'duplicate'
      return status !== (says.startsWith('imports') ? 'imported' : 'refused')
    })
    expect(wrong.map(({ file, status, error }) => `${file}: ${error?.code ?? status}`)).toEqual([])
  })
})
