import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextOf, findInTalk, replaceMatches } from '../../src/renderer/screens/talk/find-in-talk'
import { parseTalk } from '../../src/shared/markdown/parse-talk'

const markdown = '---\ntitle: 资源\n---\n# 资源\n## 共享资源\n- PPT 与 ppt\n\n:::script\n说说资源。\n:::\n'
const talk = parseTalk(markdown).value

describe('finding in a talk', () => {
  it('finds titles, what is shown and what is said, and names the block', () => {
    expect(findInTalk(markdown, talk, '资源').map(({ block }) => block)).toEqual([null, null, '0.0', '0.0'])
  })
  it('finds upper and lower case alike', () => {
    expect(findInTalk(markdown, talk, 'Ppt')).toHaveLength(2)
  })
  it('takes every character of the text for itself', () => {
    expect(findInTalk('a.c abc (x)', talk, 'a.c')).toHaveLength(1)
    expect(findInTalk('a.c abc (x)', talk, '(x)')).toHaveLength(1)
  })
  it('shows a match with the line around it and no other', () => {
    const [, , title] = findInTalk(markdown, talk, '资源')
    expect(title && contextOf(markdown, title)).toEqual({ before: '## 共享', found: '资源', after: '' })
  })
})

describe('replacing', () => {
  it('replaces every match and nothing else, whatever the text and the replacement', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '乙', '$&', 'x')), fc.constantFrom('甲', 'x', '$&'), fc.string(), (parts, wanted, replacement) => {
        const text = parts.join('-')
        expect(replaceMatches(text, findInTalk(text, talk, wanted), replacement)).toBe(parts.map((part) => (part === wanted ? replacement : part)).join('-'))
      }),
    )
  })
})
