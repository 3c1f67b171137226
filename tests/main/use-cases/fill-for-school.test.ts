import { describe, expect, it } from 'vitest'
import { BrandDraft } from '../../../src/shared/model/brand'
import { SchoolDraft, type School } from '../../../src/shared/model/school'
import type { Library } from '../../../src/main/library/library'
import { fillForSchool, schoolFill, talkForSchools } from '../../../src/main/use-cases/fill-for-school'
import { importTalk } from '../../../src/main/use-cases/import-talk'
import { aDraft, withLibrary } from '../library/a-library'

const markdown = `---
title: 资源进课堂
---

# 一、{{brand.series}}
## 欢迎来到{{school.name}}
- {{school.short}}：{{brand.slogan}}

## 我们学校的故事
:::local-case
:::
`
const aCase = (library: Library, title: string, school: string, more: Parameters<typeof aDraft>[0] = {}) => library.materials.create(aDraft({ kind: 'case', status: 'approved', title, school, body: `### 做法\n\n- ${title}的做法`, ...more }), null)
const given = (library: Library, school: School) => {
  const { talk } = importTalk(library, markdown)
  return fillForSchool(library, talkForSchools(library, talk.id, markdown), school, library.schools.brandOf(school.id))
}

describe('a talk for a school', () => {
  it('names the school and its brand, and tells the school’s own approved case', () =>
    withLibrary((library) => {
      const school = library.schools.add(SchoolDraft.parse({ name: '示例第一小学', short: '一小' }), BrandDraft.parse({ series: '晨光讲堂', slogan: '每天向前一点' }))
      aCase(library, '草稿案例', '示例第一小学', { status: 'draft' })
      const own = aCase(library, '走廊书屋', '一小')
      aCase(library, '别校案例', '示例第二小学')
      const { markdown: filled, slots, missing } = given(library, school)
      expect(filled).toContain('# 一、晨光讲堂')
      expect(filled).toContain('## 欢迎来到示例第一小学')
      expect(filled).toContain('- 一小：每天向前一点')
      expect(filled).toContain('走廊书屋的做法')
      expect(filled).not.toMatch(/草稿案例|别校案例/)
      expect(slots).toMatchObject([{ slot: '我们学校的故事', chosen: own.id, pinned: false }])
      expect(missing).toEqual([])
    }))

  it('says what the school has nothing for', () =>
    withLibrary((library) => {
      const school = library.schools.add(SchoolDraft.parse({ name: '示例小学' }))
      const { slots, missing, markdown: filled } = given(library, school)
      expect(missing).toEqual(['brand.series', 'brand.slogan'])
      expect(slots).toMatchObject([{ chosen: null, choices: [] }])
      expect(filled).toContain('{{brand.series}}')
    }))

  it('never tells a case under a name that two schools go by', () =>
    withLibrary((library) => {
      const east = library.schools.add(SchoolDraft.parse({ name: '东区实验小学', short: '实小' }))
      library.schools.add(SchoolDraft.parse({ name: '西区实验小学', short: '实小' }))
      aCase(library, '谁的案例', '实小')
      expect(given(library, east).slots).toMatchObject([{ chosen: null }])
      const own = aCase(library, '东区的案例', '东区实验小学')
      expect(given(library, east).slots).toMatchObject([{ chosen: own.id }])
    }))

  it('tells what somebody chose, until that is undone', () =>
    withLibrary((library) => {
      const school = library.schools.add(SchoolDraft.parse({ name: '示例小学' }))
      const older = aCase(library, '旧案例', '示例小学')
      const newer = aCase(library, '新案例', '示例小学')
      const { talk } = importTalk(library, markdown)
      const chosen = () => schoolFill(library, talkForSchools(library, talk.id, markdown), school, library.schools.brandOf(school.id)).slots[0]?.chosen
      expect(chosen()).toBe(newer.id)
      library.localCases.pin(talk.id, school, '我们学校的故事', older.id)
      expect(chosen()).toBe(older.id)
      library.localCases.pin(talk.id, school, '我们学校的故事', null)
      expect(chosen()).toBeNull()
      library.history.undo()
      expect(chosen()).toBe(older.id)
      library.localCases.pin(talk.id, school, '我们学校的故事', undefined)
      expect(chosen()).toBe(newer.id)
      expect(library.doctor().problems).toEqual([])
    }))
})
