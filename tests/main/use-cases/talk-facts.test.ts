import { describe, expect, it } from 'vitest'
import { talkFacts } from '../../../src/main/use-cases/talk-facts'

const id = '01a210a6-b7d5-7f4a-9f6c-7a7be981fb21'
const other = '01a210a6-b7d5-7f4a-9f6c-7a7be981fb22'

describe('what the library keeps beside a talk’s text', () => {
  it('is read from its front matter and blocks', () => {
    expect(talkFacts('---\ntitle: 示例\naudience: students\nformat: quiz+sharing\nminutes: 15\n---\n\n# 一\n\n## 甲\n- a\n\n## 乙\n- b\n')).toEqual({ title: '示例', audience: 'students', format: 'quiz+sharing', minutes: 15, blocks: 2, cites: [] })
  })
  it('names each cited material once, with and without a source', () => {
    const markdown = `# 一\n\n## 甲\n- a\n\n:::cite{source="示例规划" at="二/(一)" material="${id}"}\n:::\n\n## 乙\n- b\n\n:::cite{material=${id.toUpperCase()}}\n:::\n\n:::only{audience=students}\n::::cite{material="${other}"}\n::::\n:::\n`
    expect(talkFacts(markdown).cites).toEqual([id, other])
  })
  it('does not take an id in the running text, or one that is none, for a citation', () => {
    expect(talkFacts(`## 甲\nmaterial="${id}"\n\n:::cite{material="${'0'.repeat(36)}"}\n:::\n`).cites).toEqual([])
  })
})
