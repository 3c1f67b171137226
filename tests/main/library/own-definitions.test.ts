import { describe, expect, it } from 'vitest'
import { audienceOf, formatOf, type AudienceDefinition, type FormatDefinition } from '../../../src/shared/formats/talk-formats'
import { createTalk } from '../../../src/main/use-cases/create-talk'
import { formatOfTalk } from '../../../src/main/use-cases/format-of-talk'
import { withLibrary } from './a-library'

const { key: _format, ...format } = formatOf('policy+case')
const { key: _audience, ...students } = audienceOf('students')!
const aFormat = (name: string): FormatDefinition => ({ ...format, name: { 'zh-CN': name, en: name } })
const anAudience = (name: string): AudienceDefinition => ({ ...students, name: { 'zh-CN': name, en: name } })

describe('formats of the user’s own', () => {
  it('keep the key that talks name them by when they are renamed', () =>
    withLibrary((library) => {
      const { id, key } = library.formats.add(aFormat('示例形式'))
      library.formats.change(id, aFormat('另一个名字'))
      expect(library.formats.find(id)).toMatchObject({ key, definition: { name: { 'zh-CN': '另一个名字' } } })
      expect(key).toBe('示例形式')
    }))

  it('are given back by undo, sound to the doctor', () =>
    withLibrary((library) => {
      const { id } = library.formats.add(aFormat('示例形式'))
      library.formats.remove(id)
      expect(library.formats.list()).toEqual([])
      expect(library.history.undo()?.label['zh-CN']).toBe('删除形式“示例形式”')
      expect(library.formats.list().map((one) => one.id)).toEqual([id])
      expect(library.doctor().problems).toEqual([])
      expect(() => library.audiences.remove(id as never)).toThrow(expect.objectContaining({ code: 'audience-not-found' }))
    }))

  it('never take the key of a built-in one or of each other', () =>
    withLibrary((library) => {
      expect(library.audiences.add(anAudience('students')).key).toBe('students-2')
      expect(library.audiences.add(anAudience('家长')).key).toBe('家长')
      expect(library.audiences.add(anAudience('家长')).key).toBe('家长-2')
    }))

  it('build new talks, and are found again in them', () =>
    withLibrary((library) => {
      const { key } = library.formats.add({ ...aFormat('两步走'), sections: [{ title: { 'zh-CN': '第一步', en: 'One' }, blocks: [{ ...format.sections[0]!.blocks[0]!, share: 100 }] }] })
      library.audiences.add({ ...anAudience('家长'), emphasis: { 'zh-CN': '在家怎么做', en: 'What to do at home' } })
      const talk = createTalk(library, { title: '示例', format: key, audience: '家长', minutes: 10, language: 'zh-CN' }, new Date(0))
      expect(talk.markdown).toContain('# 一、第一步')
      expect(talk.markdown).toContain('在家怎么做')
      expect(formatOfTalk(library, talk.id).sections).toHaveLength(1)
    }))
})
