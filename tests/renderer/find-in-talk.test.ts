import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextOf, findInTalk, plainly, replaceMatches, type FindOptions, type Match } from '../../src/renderer/screens/talk/find-in-talk'

const markdown = '---\ntitle: 资源\n---\n# 资源\n## 共享资源\n- PPT 与 ppt\n\n:::script\n说说资源。\n:::\n'
/** What is found; a text that cannot be sought at all fails the test. */
const found = (text: string, wanted: string, options: Partial<FindOptions> = {}): Match[] => {
  const matches = findInTalk(text, wanted, { ...plainly, ...options })
  if (matches === null) throw new Error(`${wanted} is no regular expression.`)
  return matches
}

describe('finding in a talk', () => {
  it('finds titles, what is shown and what is said, and names the block', () => {
    expect(found(markdown, '资源').map(({ block }) => block)).toEqual([null, null, '0.0', '0.0'])
  })
  it('finds upper and lower case alike', () => {
    expect(found(markdown, 'Ppt')).toHaveLength(2)
  })
  it('takes every character of the text for itself', () => {
    expect(found('a.c abc (x)', 'a.c')).toHaveLength(1)
    expect(found('a.c abc (x)', '(x)')).toHaveLength(1)
  })
  it('tells upper from lower case where it is asked to', () => {
    expect(found(markdown, 'ppt', { matchCase: true })).toHaveLength(1)
  })
  it('passes over parts of longer Latin words, and knows no words of Chinese', () => {
    expect(found('AI 与 AIDS，用AI备课', 'ai', { wholeWord: true })).toHaveLength(2)
    expect(found(markdown, '资源', { wholeWord: true })).toHaveLength(4)
  })
  it('keeps to scripts or to what is shown', () => {
    expect(found(markdown, '资源', { within: 'said' }).map((match) => contextOf(markdown, match).before)).toEqual(['说说'])
    expect(found(markdown, '资源', { within: 'shown' }).map((match) => contextOf(markdown, match).before)).toEqual(['# ', '## 共享'])
  })
  it('takes a regular expression, line by line, and none that cannot be read', () => {
    expect(found(markdown, '^- (\\w+)', { isPattern: true }).map(({ groups }) => groups)).toEqual([['- PPT', 'PPT']])
    expect(found(markdown, 'x*', { isPattern: true })).toEqual([])
    expect(findInTalk(markdown, '(', { ...plainly, isPattern: true })).toBeNull()
  })
  it('shows a match with the line around it and no other', () => {
    const [, , title] = found(markdown, '资源')
    expect(title && contextOf(markdown, title)).toEqual({ before: '## 共享', found: '资源', after: '' })
  })
})

describe('replacing', () => {
  it('replaces every match and nothing else, whatever the text and the replacement', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '乙', '$&', 'x')), fc.constantFrom('甲', 'x', '$&'), fc.string(), (parts, wanted, replacement) => {
        const text = parts.join('-')
        expect(replaceMatches(text, found(text, wanted), replacement)).toBe(parts.map((part) => (part === wanted ? replacement : part)).join('-'))
      }),
    )
  })
  it('puts in what a regular expression found in its groups', () => {
    expect(replaceMatches('第3页', found('第3页', '第(\\d)(x)?页', { isPattern: true }), '$1/$2$& $$ $9')).toBe('3/第3页 $ $9')
    expect(replaceMatches('甲', found('甲', '甲'), '$&')).toBe('$&')
  })
})
