import { describe, expect, it } from 'vitest'
import { highlight, snippetOf } from '../../../../src/main/library/search/highlight'

const marked = (pieces: readonly { text: string; hit: boolean }[]) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

describe('a highlighted title', () => {
  it('marks every word in the form the user wrote it', () => {
    expect(marked(highlight('ＰＰＴ与教育PPT', ['ppt', '教育']))).toBe('[ＰＰＴ]与[教育PPT]')
  })

  it('marks nothing without words', () => {
    expect(highlight('课堂', [])).toEqual([{ text: '课堂', hit: false }])
  })
})

describe('a snippet', () => {
  const long = `${'一'.repeat(300)}数字${'二'.repeat(300)}`

  it('shows the first hit in its surroundings and says where text was left out', () => {
    const snippet = snippetOf(long, ['数字'])
    expect(marked(snippet)).toBe(`…${'一'.repeat(24)}[数字]${'二'.repeat(94)}…`)
  })

  it('prefers the place where the words stand together', () => {
    const body = `数字${'甲'.repeat(200)}资源数字${'乙'.repeat(200)}资源`
    expect(marked(snippetOf(body, ['数字', '资源']))).toContain('[资源数字]')
  })

  it('starts at the beginning when only the title matched', () => {
    expect(marked(snippetOf(long, ['没有']))).toBe(`${'一'.repeat(120)}…`)
  })

  it('puts lines one after another, without the marks of Markdown at their start', () => {
    expect(marked(snippetOf('### 背景\n- 一\n- 二 - 三\n\n> 引文\n:::cite{source="示例" at="一"}\n:::', ['二']))).toBe('背景 一 [二] - 三 引文 ')
  })

  it('keeps such marks where they were searched for', () => {
    expect(marked(snippetOf('课程\n- C# 与 C++', ['c#']))).toBe('课程 [C#] 与 C++')
  })

  it('never cuts an emoji in half', () => {
    const text = snippetOf('😀'.repeat(200), ['没有']).map((piece) => piece.text).join('')
    expect(text.isWellFormed()).toBe(true)
  })
})
