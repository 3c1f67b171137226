import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCase } from '../../../src/shared/case-study/read-case'
import { writeCasePart } from '../../../src/shared/case-study/write-case-part'
import { caseParts } from '../../../src/shared/model/case-study'

const told = `一所示例小学的故事。

### 背景

学校地处山区。

### 主要做法

- 双师课堂
- 教研共同体

### 成效

家长满意度上升。
`

describe('a case read out of its body', () => {
  it('finds the parts under their headings, whatever they are called', () =>
    expect(readCase(told)).toEqual({
      lead: '一所示例小学的故事。',
      parts: [
        { part: 'background', title: '背景', body: '学校地处山区。' },
        { part: 'action', title: '主要做法', body: '- 双师课堂\n- 教研共同体' },
        { part: 'result', title: '成效', body: '家长满意度上升。' },
      ],
      missing: ['lesson'],
    }))

  it('keeps headings of another kind as they are', () => expect(readCase('### 背景\n\n甲\n\n### 附：名单\n\n乙').parts[1]).toEqual({ part: null, title: '附：名单', body: '乙' }))

  it('reads labels in front of paragraphs where there are no headings', () => {
    const study = readCase('背景：学校地处山区。\n\n**做法：**双师课堂。\n再加教研。\n\n没有标签的一段。')
    expect(study.parts).toEqual([
      { part: 'background', title: '背景', body: '学校地处山区。' },
      { part: 'action', title: '做法', body: '双师课堂。\n再加教研。\n\n没有标签的一段。' },
    ])
  })

  it('looks inside a case directive, and only there', () => {
    const study = readCase(':::case{school="示例小学"}\n### Background\n\nA\n\n:::only{audience=students}\nB\n:::\n\n### Lesson\n\nC\n:::\n\n### 做法\n\n外面')
    expect(study.parts.map(({ part, body }) => [part, body])).toEqual([
      ['background', 'A\n\n:::only{audience=students}\nB\n:::'],
      ['lesson', 'C'],
    ])
  })

  it('takes no heading out of a fence of code', () => expect(readCase('```\n### 背景\n```').parts).toEqual([]))

  it('counts a part without text as missing', () => expect(readCase('### 背景\n\n### 做法\n\n双师课堂').missing).toEqual(['background', 'result', 'lesson']))
})

describe('writing a part of a case', () => {
  it('puts the text in the place of what stood there and leaves every other byte', () => expect(writeCasePart(told, 'action', '走教')).toBe(told.replace('- 双师课堂\n- 教研共同体', '走教')))

  it('adds a part where it belongs', () => {
    const lesson = writeCasePart(told, 'lesson', '先有人，再有资源。')
    expect(lesson).toBe(`${told}\n### 启示\n\n先有人，再有资源。\n`)
    expect(readCase(writeCasePart('### 背景\n\n甲\n\n### 启示\n\n乙\n', 'result', '丙')).parts.map(({ part }) => part)).toEqual(['background', 'result', 'lesson'])
  })

  it('writes into a case directive', () => expect(writeCasePart(':::case\n### 背景\n\n甲\n:::\n', 'lesson', '乙')).toBe(':::case\n### 背景\n\n甲\n\n### 启示\n\n乙\n:::\n'))

  it('writes behind a label', () => expect(writeCasePart('背景：甲\n\n做法：乙', 'background', '丙')).toBe('背景：丙\n\n做法：乙'))

  it('heads a new part in the language of the case', () => {
    expect(writeCasePart('', 'background', '甲')).toBe('### 背景\n\n甲\n')
    expect(writeCasePart('## Action\n\nWe met.', 'result', 'It worked.')).toBe('## Action\n\nWe met.\n\n## Result\n\nIt worked.\n')
  })

  it('reads back what was written, and leaves the other parts as they were', () => {
    const word = fc.constantFrom('双师课堂', '示例小学', '- 一项', '1. 一步', '家长', 'AI')
    const paragraph = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
    const writing = fc.record({ part: fc.constantFrom(...caseParts), text: fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((some) => some.join('\n\n')) })
    const start = fc.constantFrom('', told, '没有分部分的正文。', ':::case{school="甲"}\n### 背景\n\n甲\n:::\n', '背景：甲\n\n做法：乙\n')
    fc.assert(
      fc.property(start, fc.array(writing, { minLength: 1, maxLength: 6 }), (first, writings) => {
        let body: string = first
        for (const { part, text } of writings) {
          const before = readCase(body)
          body = writeCasePart(body, part, text)
          const after = readCase(body)
          expect(after.parts.find((one) => one.part === part)?.body).toBe(text)
          const others = ({ parts }: typeof after) => parts.filter((one) => one.part !== part)
          expect(others(after)).toEqual(others(before))
          expect(after.lead).toBe(before.lead)
        }
      }),
    )
  })
})
