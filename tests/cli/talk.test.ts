import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Desk } from './run-lectern'

const talk = `---\r\ntitle: 示例宣讲\r\nminutes: 10\r\nunknown: kept\r\n---\r\n\r\n# 一、为什么\r\n\r\n## 三个变化\r\n- 资源   从本校走向全网\r\n* 备课\r\n\r\n:::script\r\n各位老师好。[停顿 2]\r\n:::\r\n`

/** A grey PNG; CRCs are right, because readers may check them. */
function png(width: number, height: number): Uint8Array {
  const crcTable = Array.from({ length: 256 }, (_, n) => Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n))
  const crc = (bytes: Buffer) => (bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length)
    frame.writeUInt32BE(crc(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, 0x80)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

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
})
