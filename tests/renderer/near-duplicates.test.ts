import { describe, expect, it } from 'vitest'
import { countUndecided, decisionsForAll, nextUndecided, proposalKey, type NearProposal } from '../../src/renderer/screens/import/near-duplicates'
import { accepted, beginReview, changeReview } from '../../src/renderer/screens/import/review'
import type { CloseText, ImportedFile } from '../../src/shared/contract/imports'
import { MaterialId } from '../../src/shared/model/ids'

const file = (key: string): ImportedFile => ({ status: 'read', key, fileName: `${key}.docx`, summary: { format: 'docx', title: key, proposals: 2, warnings: [] } })
const review = beginReview(['a', 'b', 'c'].map(file))
const inLibrary: CloseText = { of: 'library', id: MaterialId.parse('01900000-0000-7000-8000-000000000001') }
const inFile = (key: string): CloseText => ({ of: 'import', key, index: 0 })
const near = (...found: readonly (readonly [key: string, ...others: CloseText[]])[]) =>
  new Map(found.map(([key, ...others]): [string, NearProposal] => [proposalKey(key, 0), { key, index: 0, others: others.map((text) => ({ text, similarity: 0.9 })) }]))
const leftOut = (decided: typeof review) => accepted(decided).filter((document) => document.leftOut.length > 0).map(({ key }) => key)

describe('near-duplicates of a review', () => {
  it('leads from one to the next in the order of the files, and then round', () => {
    const found = near(['a', inLibrary], ['c', inFile('a')])
    expect(nextUndecided(review, found, null)).toEqual({ key: 'a', index: 0 })
    expect(nextUndecided(review, found, { key: 'a', index: 0 })).toEqual({ key: 'c', index: 0 })
    expect(nextUndecided(review, found, { key: 'c', index: 1 })).toEqual({ key: 'a', index: 0 })
  })

  it('ask nothing where the other of the two is left out, or its whole file', () => {
    const found = near(['b', inFile('a')])
    expect(countUndecided(review, found)).toBe(1)
    expect(countUndecided(changeReview(review, { type: 'tick', key: 'a', index: 0, ticked: false }), found)).toBe(0)
    expect(countUndecided(changeReview(review, { type: 'keep', key: 'a', kept: false }), found)).toBe(0)
  })

  it('leave all but the first of equal texts out at once', () => {
    const found = near(['b', inFile('a')], ['c', inFile('a'), inFile('b')])
    expect(leftOut(changeReview(review, { type: 'decide', decisions: decisionsForAll(review, found, 'keep-existing') }))).toEqual(['b', 'c'])
  })

  it('leave nothing out at once for a text that is itself left out: of three in a row, the last is still to be chosen', () => {
    const found = near(['b', inFile('a')], ['c', inFile('b')])
    for (const [choice, out] of [['keep-existing', 'b'], ['replace', 'a']] as const) {
      const decided = changeReview(review, { type: 'decide', decisions: decisionsForAll(review, found, choice) })
      expect(leftOut(decided)).toEqual([out])
    }
  })
})
