import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { png } from '../builders/png'
import { level, line, picture, pptx, shape, withNamespaces } from '../fixtures/documents/pptx'
import { Desk } from './run-lectern'

const talk = `---\r\ntitle: 示例宣讲\r\nminutes: 10\r\nunknown: kept\r\n---\r\n\r\n# 一、为什么\r\n\r\n## 三个变化\r\n- 资源   从本校走向全网\r\n* 备课\r\n\r\n:::script\r\n各位老师好。[停顿 2]\r\n:::\r\n`

describe('lectern talk and export', () => {
  let desk: Desk
  beforeEach(() => (desk = new Desk()))
  afterEach(() => desk.clear())

  it('gives a talk back byte for byte', async () => {
    const { code, answer } = await desk.json<{ id: string }>('talk', 'import', desk.write('talk.md', talk))
    expect(code).toBe(0)
    expect((await desk.lectern('talk', 'export', answer.id, '--to', 'back.md')).code).toBe(0)
    expect(readFileSync(desk.at('back.md'), 'utf8')).toBe(talk)
  })

  it('makes a talk of a presentation, with its pictures and notes, and says what was left out', async () => {
    const shapes = shape('title', line('三个变化')) + shape('', line('资源'), line('备课', level(1))) + picture('p1', '课堂')
    desk.write('旧课件.pptx', pptx([{ shapes, notes: '各位老师好。', references: [{ id: 'p1', type: 'image', target: '../media/a.png' }] }, { shapes: '', xml: withNamespaces('p:sld', `<p:cSld><p:spTree>${shape('title', line('动起来'))}</p:spTree></p:cSld><p:timing/>`) }], { 'ppt/media/a.png': png(40, 30) }))
    const { code, answer, err } = await desk.json<{ id: string; title: string; warnings: { code: string }[] }>('talk', 'import', '旧课件.pptx')
    expect([code, answer.title, answer.warnings.map((warning) => warning.code)]).toEqual([1, '旧课件', ['deck-animations']])
    expect(err).toContain('旧课件.pptx: slide 2:')
    await desk.lectern('talk', 'export', answer.id, '--to', 'back.md')
    const back = readFileSync(desk.at('back.md'), 'utf8')
    expect(back).toMatch(/## 三个变化\n\n- 资源\n {2}- 备课\n\n!\[课堂\]\(back\.pictures\/\w+\.png\)\n\n:::script\n各位老师好。\n:::/)
    expect((await desk.lectern('talk', 'import', desk.write('a.pptx', 'text'))).err).toContain('not a presentation')
  })

  it('takes a talk’s pictures along, in and out', async () => {
    desk.write('photo one.png', png(40, 30))
    desk.write('talk.md', '---\ntitle: 图\n---\n\n# 一\n\n## 图\n![课堂](<photo one.png>)\n')
    const { answer, err } = await desk.json<{ id: string }>('talk', 'import', 'talk.md')
    expect(err).toBe('')
    mkdirSync(desk.at('elsewhere'))
    await desk.lectern('talk', 'export', answer.id, '--to', 'elsewhere/back.md')
    const src = /!\[课堂\]\(<?([^)>]+)>?\)/.exec(readFileSync(desk.at('elsewhere/back.md'), 'utf8'))?.[1] ?? ''
    expect(readFileSync(desk.at('elsewhere', decodeURIComponent(src)))).toEqual(Buffer.from(png(40, 30)))
  })

  it('names file, line and what to do for an unknown directive, a missing picture and a broken table, and stores the talk all the same', async () => {
    desk.write('bad.md', '---\ntitle: 坏\n---\n\n# 一\n\n## 甲\n![图](none.png)\n\n## 乙\n:::foo\nx\n:::\n\n## 丙\n| a | b |\n| --- | --- |\n| 1 |\n')
    const { code, answer, err } = await desk.json<{ id: string }>('talk', 'import', 'bad.md')
    expect(code).toBe(1)
    expect(err).toMatch(/^bad\.md:8: .*none\.png/m)
    expect(err).toMatch(/^bad\.md:11: .*foo/m)
    expect(err).toMatch(/^bad\.md:1[678]: /m)
    expect((await desk.lectern('show', answer.id)).code).toBe(0)
  })

  it('exports a Markdown file without storing it, with its picture, and the same bytes again', async () => {
    desk.write('photo.png', png(64, 48))
    desk.write('talk.md', '---\ntitle: 图\ndate: 2026-09-10\n---\n\n# 一\n\n## 图\n![课堂](photo.png)\n')
    const first = await desk.json<{ files: { path: string; kind: string; bytes: number }[] }>('export', 'talk.md', '--to', 'first')
    await desk.lectern('export', 'talk.md', '--to', 'second')
    expect(first.code).toBe(0)
    expect(first.answer.files.map(({ path, kind }) => [path, kind])).toEqual([
      [desk.at('first', 'slides.pptx'), 'slides'],
      [desk.at('first', 'script.docx'), 'script'],
      [desk.at('first', 'talk.md'), 'markdown'],
    ])
    for (const name of ['slides.pptx', 'script.docx', 'talk.md']) expect(readFileSync(desk.at('first', name)).equals(readFileSync(desk.at('second', name)))).toBe(true)
    expect(existsSync(desk.at('library'))).toBe(false)
  })

  it('writes only what --formats asks for', async () => {
    desk.write('talk.md', talk)
    await desk.lectern('export', 'talk.md', '--to', 'out', '--formats', 'script')
    expect([existsSync(desk.at('out/script.docx')), existsSync(desk.at('out/slides.pptx'))]).toEqual([true, false])
  })

  it('makes a handout and a quiz, and says so where there is nothing to ask', async () => {
    desk.write('quiz.md', `${talk}\r\n## 考一考\r\n:::question{answer=A}\r\n哪一项？\r\n- A 资源\r\n- B 备课\r\n:::\r\n`)
    const asked = await desk.json<{ files: { path: string; kind: string; bytes: number }[] }>('export', 'quiz.md', '--to', 'out', '--formats', 'handout,quiz')
    expect([asked.code, asked.answer.files.map(({ path, kind }) => [path, kind])]).toEqual([0, [[desk.at('out', 'handout.docx'), 'handout'], [desk.at('out', 'quiz.docx'), 'quiz']]])
    for (const { path, bytes } of asked.answer.files) expect(readFileSync(path).byteLength).toBe(bytes)

    desk.write('talk.md', talk)
    const { code, answer } = await desk.json<{ files: { kind: string }[]; warnings: { code: string }[] }>('export', 'talk.md', '--to', 'none', '--formats', 'quiz,handout')
    expect([code, answer.files.map(({ kind }) => kind), answer.warnings.map((warning) => warning.code)]).toEqual([1, ['handout'], ['no-questions']])
    expect(existsSync(desk.at('none/quiz.docx'))).toBe(false)
  })

  it('shows the slides in another design than the talk’s own, and says which there are', async () => {
    desk.write('talk.md', talk)
    for (const [folder, ...look] of [['own'], ['same', '--design', 'clear', '--mode', 'light', '--ratio', '16:9'], ['formal', '--design', 'formal', '--mode', 'dark', '--ratio', '4:3']]) {
      expect((await desk.lectern('export', 'talk.md', '--to', folder ?? '', '--formats', 'slides', ...look)).code).toBe(0)
    }
    const slides = (folder: string) => readFileSync(desk.at(folder, 'slides.pptx'))
    expect(slides('same').equals(slides('own'))).toBe(true)
    expect(slides('formal').equals(slides('own'))).toBe(false)
    const { code, err } = await desk.lectern('export', 'talk.md', '--to', 'none', '--design', 'baroque')
    expect(code).toBe(2)
    expect(err).toMatch(/clear.*formal.*lively/)
  })

  it('sets a script in large print', async () => {
    desk.write('talk.md', talk)
    expect((await desk.lectern('export', 'talk.md', '--to', 'plain', '--formats', 'script', '--preset', 'plain')).code).toBe(0)
    expect((await desk.lectern('export', 'talk.md', '--to', 'large', '--formats', 'script', '--preset', 'large-print')).code).toBe(0)
    expect(readFileSync(desk.at('plain/script.docx')).equals(readFileSync(desk.at('large/script.docx')))).toBe(false)
  })

  it('does not read a picture from outside the talk’s folder', async () => {
    desk.write('secret.png', png(8, 8))
    mkdirSync(desk.at('inner'))
    desk.write('inner/talk.md', '---\ntitle: 外\n---\n\n# 一\n\n## 图\n![图](../secret.png)\n')
    const { code, err } = await desk.lectern('export', 'inner/talk.md', '--to', 'out')
    expect(code).toBe(1)
    expect(err).toContain('inner/talk.md:8: ')
  })

  it('exports a stored talk by its exact title, and says so when there is none', async () => {
    await desk.lectern('talk', 'import', desk.write('talk.md', talk))
    expect((await desk.lectern('export', '示例宣讲', '--to', 'out', '--formats', 'slides')).code).toBe(0)
    const { code, err } = await desk.lectern('export', '示例', '--to', 'out')
    expect(code).toBe(1)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('asks for the id when two talks have the title', async () => {
    await desk.lectern('talk', 'import', desk.write('talk.md', talk))
    await desk.lectern('talk', 'import', 'talk.md')
    const { code, answer } = await desk.json<{ error: { code: string } }>('export', '示例宣讲', '--to', 'out')
    expect([code, answer.error.code]).toEqual([1, 'several-talks'])
  })

  it('leaves existing files alone when the place cannot be written', async () => {
    desk.write('talk.md', talk)
    desk.write('taken', 'a file, not a folder')
    const { code, answer } = await desk.json<{ error: { code: string } }>('export', 'talk.md', '--to', 'taken')
    expect([code, answer.error.code]).toEqual([1, 'cannot-write'])
    expect(readFileSync(desk.at('taken'), 'utf8')).toBe('a file, not a folder')
  })

  it('refuses a talk that is not UTF-8', async () => {
    desk.write('gbk.md', Buffer.from('b5c4', 'hex'))
    const { code, answer } = await desk.json<{ error: { code: string } }>('talk', 'import', 'gbk.md')
    expect([code, answer.error.code]).toEqual([1, 'not-utf-8'])
  })

  it('keeps versions of a talk, lists them, and puts one back without losing the present', async () => {
    const { answer } = await desk.json<{ id: string }>('talk', 'import', desk.write('talk.md', talk))
    const { answer: kept } = await desk.json<{ id: string; name: string }>('talk', 'keep', answer.id, '--name', 'first')
    expect(kept.name).toBe('first')
    const back = await desk.json<{ restored: string; kept: string }>('talk', 'restore', '示例宣讲', 'first')
    // The present is that version itself: it is not kept twice.
    expect([back.code, back.answer.restored, back.answer.kept]).toEqual([0, kept.id, kept.id])
    const { answer: listed } = await desk.json<{ versions: { id: string; reason: string; name: string; blocks: number }[] }>('talk', 'versions', answer.id)
    expect(listed.versions).toEqual([expect.objectContaining({ id: kept.id, reason: 'by-hand', name: 'first', blocks: 1 })])
    const missing = await desk.lectern('talk', 'restore', answer.id, 'second')
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('has no version “second”')])
  })

  it('checks a talk before it is given, stored or not: errors alone make the exit code 1', async () => {
    type Checked = { findings: { rule: string; severity: string; block: string | null; title: string; message: string }[] }
    desk.write('bad.md', '---\ntitle: 坏\n---\n\n# 一\n\n## 甲\n![图](none.png)\n\n## 乙\n:::foo\nx\n:::\n')
    const bad = await desk.json<Checked>('check', 'bad.md')
    expect(bad.code).toBe(1)
    expect(bad.answer.findings.filter(({ severity }) => severity === 'error').map(({ rule, block, title }) => [rule, block, title])).toEqual([['unknown-directive', '0.1', '乙'], ['missing-picture', '0.0', '甲']])
    expect(bad.err).toMatch(/^bad\.md:8: .*none\.png/m)
    await desk.lectern('talk', 'import', desk.write('good.md', '---\ntitle: 好\n---\n\n# 一\n\n##\n\n- 要点\n'))
    const good = await desk.json<Checked>('check', '好')
    expect(good.code).toBe(0)
    expect(good.answer.findings).toContainEqual(expect.objectContaining({ rule: 'missing-title', severity: 'warning', block: '0.0' }))
  })
})
