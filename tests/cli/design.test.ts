import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readTemplate } from '../../src/main/readers/template/read-template'
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

  it('gives every school its pack in it, with the school’s names and the template’s masters as they are', async () => {
    await desk.lectern('design', 'import', '示例模板.potx')
    await desk.lectern('schools', 'import', desk.write('schools.csv', 'name,series,primary\n甲小学,晨光讲堂,#1C5FB8\n乙小学,星河讲堂,#B8361C\n'))
    desk.write('plain.md', `${talk('clear')}- {{school.name}}的老师\n`)
    desk.write('own.md', `${talk('示例模板')}- {{school.name}}的老师\n`)
    expect((await desk.lectern('pack', 'plain.md', '--schools', 'all', '--to', 'a', '--design', '示例模板')).code).toBe(0)
    expect((await desk.lectern('pack', 'own.md', '--schools', 'all', '--to', 'b')).code).toBe(0)
    const taken = readZip(readTemplate(readFileSync(desk.at('示例模板.potx'))).value.parts)
    for (const school of ['甲小学', '乙小学']) {
      const decks = [deck(`a/${school}/slides.pptx`), deck(`b/${school}/slides.pptx`)]
      expect(text(`a/${school}/slides.pptx`, 'ppt/slides/slide3.xml')).toContain(`${school}的老师`)
      for (const one of decks) for (const part of taken.names.filter((name) => !name.startsWith('ppt/slideLayouts/'))) expect(Buffer.from(one.read(part)!).equals(taken.read(part)!), part).toBe(true)
      await desk.lectern('export', 'plain.md', '--to', `c/${school}`, '--formats', 'slides', '--design', '示例模板', '--school', school)
      expect(readFileSync(desk.at('a', school, 'slides.pptx')).equals(readFileSync(desk.at('c', school, 'slides.pptx')))).toBe(true)
    }
    expect((await desk.json<{ skipped: number }>('pack', 'plain.md', '--schools', 'all', '--to', 'a', '--design', '示例模板')).answer.skipped).toBe(2)
    expect((await desk.json<{ skipped: number }>('pack', 'plain.md', '--schools', 'all', '--to', 'a')).answer.skipped).toBe(0)
    expect(text('a/甲小学/slides.pptx', 'ppt/theme/theme1.xml')).toContain('1C5FB8')
    expect((await desk.lectern('pack', 'plain.md', '--schools', 'all', '--to', 'd', '--design', '没有的')).code).toBe(2)
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
