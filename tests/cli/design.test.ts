import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readZip } from '../../src/main/zip/read-zip'
import { png } from '../builders/png'
import { sampleTemplates } from '../builders/template'
import { Desk } from './run-lectern'

const talk = (design: string): string => `---\ntitle: 示例宣讲\ndesign: ${design}\n---\n\n# 一、为什么\n\n## 三个变化\n- 资源走向全网\n- 备课走向团队\n`

describe('lectern design', () => {
  let desk: Desk
  beforeEach(() => {
    desk = new Desk()
    writeFileSync(desk.at('示例模板.potx'), sampleTemplates(png(64, 36)).chinese)
  })
  afterEach(() => desk.clear())
  const deck = (path: string) => readZip(readFileSync(desk.at(path)))
  const text = (path: string, part: string): string => new TextDecoder().decode(deck(path).read(part))

  it('brings a template in, lists and removes it', async () => {
    const { code, answer } = await desk.json<{ key: string; layouts: number }>('design', 'import', '示例模板.potx')
    expect([code, answer.key, answer.layouts]).toEqual([0, '示例模板', 8])
    const listed = await desk.json<{ items: { key: string }[] }>('design', 'list')
    expect(listed.answer.items.map(({ key }) => key)).toEqual(['clear', 'formal', 'lively', '示例模板'])
    expect((await desk.lectern('design', 'remove', '示例模板')).code).toBe(0)
    expect((await desk.lectern('design', 'remove', '示例模板')).err).toContain('示例模板')
    expect((await desk.json<{ items: unknown[] }>('design', 'list')).answer.items).toHaveLength(3)
  })

  it('exports a talk that names it in its masters and layouts, the same bytes from the library and from a file', async () => {
    await desk.lectern('design', 'import', '示例模板.potx')
    desk.write('talk.md', talk('示例模板'))
    const { answer } = await desk.json<{ id: string; warnings: unknown[] }>('talk', 'import', 'talk.md')
    expect(answer.warnings).toEqual([])
    expect((await desk.lectern('export', answer.id, '--to', 'a', '--formats', 'slides')).err).toBe('')
    expect((await desk.lectern('export', 'talk.md', '--to', 'b', '--formats', 'slides')).err).toBe('')
    expect(readFileSync(desk.at('a', 'slides.pptx'))).toEqual(readFileSync(desk.at('b', 'slides.pptx')))
    expect(text('a/slides.pptx', 'ppt/slideLayouts/slideLayout2.xml')).toContain('标题和内容')
    expect(text('a/slides.pptx', 'ppt/slides/slide3.xml')).toContain('资源走向全网')
    expect((await desk.lectern('check', 'talk.md')).code).toBe(0)
  })

  it('takes it for one export, and a built-in one in the place of a talk’s own', async () => {
    await desk.lectern('design', 'import', '示例模板.potx', '--name', '另一个名字')
    desk.write('plain.md', talk('clear'))
    desk.write('own.md', talk('示例模板'))
    expect((await desk.lectern('export', 'plain.md', '--to', 'a', '--formats', 'slides', '--design', '另一个名字')).code).toBe(0)
    expect(deck('a/slides.pptx').names).toContain('ppt/media/template1.png')
    expect((await desk.lectern('export', 'own.md', '--to', 'b', '--formats', 'slides', '--design', 'formal')).code).toBe(0)
    expect(deck('b/slides.pptx').names).not.toContain('ppt/media/template1.png')
    expect((await desk.lectern('export', 'plain.md', '--to', 'c', '--design', '没有的')).code).toBe(2)
  })

  it('warns of a talk that names one that is not there, and exports it plainly', async () => {
    desk.write('talk.md', talk('没有的模板'))
    const { err } = await desk.lectern('export', 'talk.md', '--to', 'a', '--formats', 'slides')
    expect(err).toContain('talk.md:3:')
    expect(deck('a/slides.pptx').names).toContain('ppt/slideMasters/slideMaster1.xml')
  })

  it('begins no library to look for one that is not there', async () => {
    desk.write('talk.md', talk('没有的模板'))
    desk.write('plain.md', talk('clear'))
    expect((await desk.lectern('export', 'talk.md', '--to', 'a', '--formats', 'slides')).code).toBe(1)
    expect((await desk.lectern('check', 'talk.md')).err).toContain('talk.md:3:')
    const { code, err } = await desk.lectern('export', 'plain.md', '--to', 'b', '--design', '没有的')
    expect([code, existsSync(desk.at('library'))]).toEqual([2, false])
    expect(err).toContain('clear, formal, lively')
  })
})
