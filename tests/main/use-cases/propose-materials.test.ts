import { describe, expect, it } from 'vitest'
import { createTalk } from '../../../src/main/use-cases/create-talk'
import { importTalk } from '../../../src/main/use-cases/import-talk'
import { proposeMaterials } from '../../../src/main/use-cases/propose-materials'
import { candidateStatements } from '../../../src/main/library/finding/candidates'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { aDraft, withLibrary } from '../library/a-library'

const now = Date.UTC(2026, 8, 1)
const wish = { title: '数字资源走进课堂', audience: 'students', language: 'zh-CN' as const, gaps: [{ kinds: ['case' as const], seconds: 240 }], cited: [], limit: 3 }

describe('proposeMaterials', () => {
  it('prefers what is on the topic of the title, and says why', () =>
    withLibrary((library) => {
      const about = library.materials.create(aDraft({ kind: 'case', title: '甲', topics: ['数字资源'] }), null)
      library.materials.create(aDraft({ kind: 'case', title: '乙', topics: ['家校'] }), null)
      library.materials.create(aDraft({ kind: 'policy', title: '丙', topics: ['数字资源'] }), null)
      const [proposed] = proposeMaterials(library, wish, now)
      expect(proposed?.map(({ title }) => title)).toEqual(['甲', '乙'])
      expect(proposed?.[0]?.id).toBe(about.id)
      expect(proposed?.[0]?.reasons).toContainEqual({ code: 'topic', topic: '数字资源' })
    }))

  it('puts back what this audience has just been told, and leaves out what the talk has already', () =>
    withLibrary((library) => {
      const told = library.materials.create(aDraft({ kind: 'case', title: '讲过的', status: 'approved' }), null)
      const fresh = library.materials.create(aDraft({ kind: 'case', title: '没讲过的', status: 'draft' }), null)
      const { talk } = importTalk(library, `---\ntitle: 示例\naudience: students\n---\n# 一\n## 甲\n:::cite{material="${told.id}"}\n:::\n`)
      const [proposed] = proposeMaterials(library, wish, talk.updatedAt + 1)
      expect(proposed?.map(({ id }) => id)).toEqual([fresh.id, told.id])
      expect(proposed?.[1]?.reasons).toContainEqual({ code: 'told-lately' })
      expect(proposeMaterials(library, { ...wish, cited: [told.id] }, now)[0]?.map(({ id }) => id)).toEqual([fresh.id])
    }))

  it('reads facts and uses by their keys', () =>
    withLibrary((library) => {
      // The statement that fetches facts must never walk all materials.
      const plan = library.candidates.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${candidateStatements.facts}`, { nos: '[]' }).map(({ detail }) => detail)
      expect(plan.join(' ')).toMatch(/SEARCH materials USING INTEGER PRIMARY KEY/)
      const uses = library.candidates.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${candidateStatements.uses}`, { ids: '[]' }).map(({ detail }) => detail)
      expect(uses.join(' ')).toMatch(/SEARCH talk_cites USING PRIMARY KEY/)
    }))
})

describe('a new talk with chosen materials', () => {
  it('has their blocks, with advice and citation, in the place of the empty ones', () =>
    withLibrary((library) => {
      const one = library.materials.create(aDraft({ kind: 'data', title: '三年的变化', body: '学校数增加了一倍。' }), null)
      const two = library.materials.create(aDraft({ kind: 'case', title: '示例小学的做法', body: '先试点，再推开。' }), null)
      const base = { title: '示例', format: 'policy+case', audience: 'young-teachers', minutes: 60, language: 'zh-CN' as const }
      const plain = parseTalk(createTalk(library, base, new Date(now)).markdown).value
      const talk = createTalk(library, { ...base, materials: [{ block: 1, id: one.id }, { block: 5, id: two.id }] }, new Date(now))
      const parsed = parseTalk(talk.markdown)
      expect(parsed.warnings).toEqual([])
      const titles = (sections: typeof plain.sections) => sections.flatMap(({ blocks }) => blocks.map(({ title }) => title))
      expect(titles(parsed.value.sections)).toEqual(titles(plain.sections).with(1, '三年的变化').with(5, '示例小学的做法'))
      expect(talk.markdown).toContain('放一张图表；讲稿里只解释一个数字。')
      expect(library.talks.usedIn(one.id).map(({ id }) => id)).toEqual([talk.id])
    }))
})
