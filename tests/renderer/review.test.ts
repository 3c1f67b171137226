import { describe, expect, it } from 'vitest'
import { accepted, beginReview, changeReview, countAccepted, replaced, type ReviewAction } from '../../src/renderer/screens/import/review'
import type { ImportedFile } from '../../src/shared/contract/library'
import { MaterialId } from '../../src/shared/model/ids'
import type { ProposedMaterial } from '../../src/shared/model/material'

const material = (index: number, changes: Partial<ProposedMaterial> = {}): ProposedMaterial => ({
  index,
  kind: 'policy',
  title: `第${index}条`,
  body: `正文${index}`,
  tags: [],
  topics: [],
  audiences: [],
  status: 'draft',
  stage: null,
  school: '',
  path: ['一、总则'],
  locator: '一',
  from: index * 2 + 1,
  to: index * 2 + 2,
  ...changes,
})
const file: ImportedFile = {
  status: 'read',
  key: 'f',
  fileName: '示例.docx',
  document: { format: 'docx', title: '示例规划', issuer: '', number: '', date: '', paragraphs: [], outline: [], warnings: [], materials: [material(0, { tags: ['甲'] }), material(1, { tags: ['甲', '乙'] }), material(2)] },
}
const after = (...actions: ReviewAction[]) => accepted(actions.reduce(changeReview, beginReview([file])))

describe('a review', () => {
  it('begins with everything ticked', () => {
    expect(after()).toEqual([{ key: 'f', title: '示例规划', materials: file.document.materials }])
  })
  it('leaves out what is not ticked, and whole documents that are not kept', () => {
    expect(after({ type: 'tick', key: 'f', index: 1, ticked: false })[0]?.materials.map(({ index }) => index)).toEqual([0, 2])
    expect(after({ type: 'keep', key: 'f', kept: false })).toEqual([])
  })
  it('keeps a document whose materials are all unticked, for its text', () => {
    expect(after({ type: 'tick-all', key: 'f', ticked: false })).toEqual([{ key: 'f', title: '示例规划', materials: [] }])
  })
  it('merges text, range and labels under the name of the first', () => {
    const [merged, last] = after({ type: 'merge-with-next', key: 'f', index: 0 })[0]?.materials ?? []
    expect(merged).toMatchObject({ index: 0, title: '第0条', body: '正文0\n\n正文1', from: 1, to: 4, tags: ['甲', '乙'] })
    expect(last?.index).toBe(2)
  })
  it('merges the last with nothing', () => {
    expect(after({ type: 'merge-with-next', key: 'f', index: 2 })).toEqual(after())
  })
  it('falls back to the title that was read when one is emptied', () => {
    const [document] = after({ type: 'change', key: 'f', index: 0, changes: { title: '  ' } }, { type: 'rename-source', key: 'f', title: '' })
    expect(document).toMatchObject({ title: '示例规划' })
    expect(document?.materials[0]?.title).toBe('第0条')
  })
  it('leaves other documents alone', () => {
    expect(after({ type: 'tick-all', key: 'other', ticked: false })).toEqual(after())
  })
  it('stores a proposal as a version of the one that was chosen, and names what is replaced', () => {
    const existing = MaterialId.parse('01900000-0000-7000-8000-000000000001')
    const decided = changeReview(beginReview([file]), {
      type: 'decide',
      decisions: new Map([['f', new Map([[0, { choice: 'version', existing }], [1, { choice: 'replace', existing }], [2, { choice: 'keep-existing', existing }]])]]),
    })
    expect(accepted(decided)[0]?.materials.map(({ index, versionOf }) => ({ index, versionOf }))).toEqual([{ index: 0, versionOf: existing }, { index: 1, versionOf: undefined }])
    expect(replaced(decided)).toEqual([existing])
    expect(countAccepted(decided)).toEqual({ sources: 1, materials: 2 })
  })
  it('lets a tick by hand go before an earlier choice that it contradicts', () => {
    const existing = MaterialId.parse('01900000-0000-7000-8000-000000000001')
    const decided = changeReview(beginReview([file]), { type: 'decide', decisions: new Map([['f', new Map([[0, { choice: 'keep-existing', existing }], [1, { choice: 'replace', existing }]])]]) })
    const ticked = changeReview(changeReview(decided, { type: 'tick', key: 'f', index: 0, ticked: true }), { type: 'tick', key: 'f', index: 1, ticked: false })
    expect(ticked.documents[0]?.proposals.map(({ decision }) => decision)).toEqual([null, null, null])
    expect(replaced(ticked)).toEqual([])
  })
})
