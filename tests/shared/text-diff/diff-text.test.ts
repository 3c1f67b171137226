import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextDiff } from '../../../src/shared/model/text-diff'
import { diffText } from '../../../src/shared/text-diff/diff-text'

const older = (diff: TextDiff) => diff.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('')
const newer = (diff: TextDiff) => diff.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')
const shown = (diff: TextDiff) => diff.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`)).join('')

const text = fc.array(fc.constantFrom('教', '育', '数字', '，', '。', ' ', '\n', 'school', 'AI', '1.', '🙂', '\ud800', 'é', 'e\u0301'), { maxLength: 60 }).map((parts) => parts.join(''))

describe('the difference between two texts', () => {
  it('holds both texts, to the last code unit', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = diffText(before, after)
        expect(older(diff)).toBe(before)
        expect(newer(diff)).toBe(after)
      }),
    )
  })

  it('never puts two pieces of one kind side by side, nor an empty one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = diffText(before, after)
        expect(diff.filter(({ text }) => text === '')).toEqual([])
        expect(diff.filter(({ kind }, at) => diff[at + 1]?.kind === kind)).toEqual([])
      }),
    )
  })

  it('tells Chinese apart by characters', () => expect(shown(diffText('数字资源进课堂', '数字资源走进每间课堂'))).toBe('数字资源[+走+]进[+每间+]课堂'))

  it('tells words of Latin letters apart as a whole', () => expect(shown(diffText('The teacher teaches', 'The teachers teach'))).toBe('The [-teacher-][+teachers+] [-teaches-][+teach+]'))

  it('takes a character that two changes have in common by chance for a part of them', () => expect(shown(diffText('甲乙丙的丁戊己', '子丑寅的卯辰巳'))).toBe('[-甲乙丙的丁戊己-][+子丑寅的卯辰巳+]'))

  it('shows a changed word in a long text as that word, its paragraphs unharmed', () => {
    const paragraphs = Array.from({ length: 400 }, (_, at) => `第${at}段：数字教育资源的建设与应用，要坚持育人为本。\n`)
    const before = paragraphs.join('')
    const diff = diffText(before, before.replace('第200段：数字', '第200段：智慧'))
    expect(diff.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '数字' },
      { kind: 'added', text: '智慧' },
    ])
  })

  it('replaces the whole of long texts that have nothing in common', () => {
    const before = '甲乙丙丁'.repeat(3000)
    const after = 'x y z '.repeat(3000)
    expect(diffText(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ])
  })
})
