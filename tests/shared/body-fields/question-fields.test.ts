import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterOf, readQuestion, writeQuestion, type QuestionFields } from '../../../src/shared/body-fields/question-fields'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'

const body = `先看图。

::::question{answer=B .wide}
哪一项变化与你的课堂最近？
- A 资源
- B   备课方式

:::explanation
因为**备课**每天都做。
:::
::::

后面的话。
`
const contentOf = (markdown: string) => parseTalk(`## 题\n${markdown}`).value.sections[0]?.blocks[0]?.content

describe('a question as fields', () => {
  it('is read from the directive', () =>
    expect(readQuestion(body)).toEqual({
      stem: '哪一项变化与你的课堂最近？',
      options: [
        { text: '资源', isRight: false },
        { text: '备课方式', isRight: true },
      ],
      explanation: '因为**备课**每天都做。',
    }))

  it('is read as documents write it', () =>
    expect(readQuestion('哪一项最近？\nA. 资源\nB. 备课\n答案：A\n解析：天天用。')).toEqual({
      stem: '哪一项最近？',
      options: [
        { text: '资源', isRight: true },
        { text: '备课', isRight: false },
      ],
      explanation: '天天用。',
    }))
})

describe('writing a question', () => {
  it('changes no byte when no field changed', () => {
    expect(writeQuestion(body, readQuestion(body))).toBe(body)
    const plain = '哪一项最近？\nA. 资源\nB. 备课\n答案：A'
    expect(writeQuestion(plain, readQuestion(plain))).toBe(plain)
  })

  it('keeps what it does not know, and what it was not asked to change', () => {
    const asked = readQuestion(body)
    expect(writeQuestion(body, { ...asked, options: asked.options.map(({ text }, at) => ({ text, isRight: at === 0 })) })).toBe(body.replace('answer=B', 'answer=A').replace('？\n- A', '？\n\n- A'))
  })

  it('takes one colon more when an explanation comes in', () => {
    const written = writeQuestion(':::question{answer=A}\n问？\n\n- A 甲\n- B 乙\n:::\n', { ...readQuestion(':::question{answer=A}\n问？\n\n- A 甲\n- B 乙\n:::\n'), explanation: '因为。' })
    expect(written).toBe('::::question{answer=A}\n问？\n\n- A 甲\n- B 乙\n\n:::explanation\n因为。\n:::\n::::\n')
  })

  it('keeps the options apart from a list that ends the question', () => {
    const fields: QuestionFields = { stem: '看两条：\n\n- 甲\n- 乙', options: [{ text: '对', isRight: true }, { text: '错', isRight: false }], explanation: '' }
    expect(readQuestion(writeQuestion('', fields))).toEqual(fields)
  })

  it('leaves options without text out, and the answer goes with its option', () => {
    const written = writeQuestion('', { stem: '问？', options: [{ text: '', isRight: false }, { text: '甲', isRight: false }, { text: '乙', isRight: true }], explanation: '' })
    expect(written).toBe(':::question{answer=B}\n问？\n\n- A 甲\n- B 乙\n:::\n')
  })

  it('reads again as it was written, and the talk reads the same question', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', 'A', 'b', '？', '，', ' ', '*', '1'), minLength: 1, maxLength: 12 }).map((value) => `字${value.trim().replace(/\s+/g, ' ')}`)
    const question = fc.record({ stem: text, options: fc.array(fc.record({ text, isRight: fc.boolean() }), { minLength: 1, maxLength: 5 }), explanation: fc.oneof(fc.constant(''), text) })
    fc.assert(
      fc.property(question, fc.constantFrom('', body), (fields, before) => {
        const written = writeQuestion(before, fields)
        expect(readQuestion(written)).toEqual(fields)
        const content = contentOf(written)
        const right = fields.options.flatMap(({ isRight }, at) => (isRight ? [letterOf(at)] : [])).join('')
        expect(content?.kind === 'question' && [content.answer, content.options.length]).toEqual([right, fields.options.length])
      }),
    )
  })
})
