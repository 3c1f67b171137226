import { describe, expect, it } from 'vitest'
import { accepted, beginReview, changeReview, countAccepted, type Choice, type ReviewAction } from '../../src/renderer/screens/import/review'
import type { ImportedFile } from '../../src/shared/contract/imports'
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
const materials = [material(0, { tags: ['甲'] }), material(1, { tags: ['甲', '乙'] }), material(2)] as const
const file: ImportedFile = { status: 'read', key: 'f', fileName: '示例.docx', summary: { format: 'docx', title: '示例规划', proposals: 3, warnings: [] } }
const after = (...actions: ReviewAction[]) => accepted(actions.reduce(changeReview, beginReview([file])))
const whole = { key: 'f', title: '示例规划', leftOut: [], changed: [], versions: [], replacements: [] }
const inLibrary = { of: 'library' as const, id: MaterialId.parse('01900000-0000-7000-8000-000000000001') }

describe('a review', () => {
  it('begins with everything ticked', () => {
    expect(after()).toEqual([whole])
  })
  it('leaves out what is not ticked, and whole documents that are not kept', () => {
    expect(after({ type: 'tick', key: 'f', index: 1, ticked: false })[0]?.leftOut).toEqual([1])
    expect(after({ type: 'keep', key: 'f', kept: false })).toEqual([])
  })
  it('keeps a document whose materials are all unticked, for its text', () => {
    expect(after({ type: 'tick-all', key: 'f', ticked: false })).toEqual([{ ...whole, leftOut: [0, 1, 2] }])
  })
  it('merges text, range and labels under the name of the first', () => {
    const [document] = after({ type: 'merge', key: 'f', materials: [materials[0], materials[1]] })
    expect(document?.changed).toMatchObject([{ index: 0, title: '第0条', body: '正文0\n\n正文1', from: 1, to: 4, tags: ['甲', '乙'] }])
    expect(document?.leftOut).toEqual([1])
  })
  it('merges nothing but neighbours', () => {
    expect(after({ type: 'merge', key: 'f', materials: [materials[0], materials[2]] })).toEqual(after())
  })
  it('falls back to the title that was read when one is emptied', () => {
    const [first] = materials
    const emptied: ReviewAction = { type: 'change', key: 'f', material: first, changes: { title: '  ' } }
    const [document] = after(emptied, { type: 'change', key: 'f', material: { ...first, title: '  ' }, changes: { body: '改' } }, { type: 'rename-source', key: 'f', title: '' })
    expect(document).toMatchObject({ title: '示例规划', changed: [{ title: '第0条', body: '改' }] })
  })
  it('leaves other documents alone', () => {
    expect(after({ type: 'tick-all', key: 'other', ticked: false })).toEqual(after())
  })
  it('stores a proposal as a version of the one that was chosen, and names what is replaced', () => {
    const decided = changeReview(beginReview([file]), {
      type: 'decide',
      decisions: new Map([['f', new Map([[0, { choice: 'version', other: inLibrary }], [1, { choice: 'replace', other: inLibrary }], [2, { choice: 'keep-existing', other: inLibrary }]])]]),
    })
    expect(accepted(decided)).toEqual([{ ...whole, leftOut: [2], versions: [{ index: 0, of: inLibrary }], replacements: [{ index: 1, of: inLibrary.id }] }])
    expect(countAccepted(decided)).toEqual({ sources: 1, materials: 2 })
  })
  it('lets a tick by hand go before an earlier choice that it contradicts', () => {
    const decided = changeReview(beginReview([file]), { type: 'decide', decisions: new Map([['f', new Map([[0, { choice: 'keep-existing', other: inLibrary }], [1, { choice: 'replace', other: inLibrary }]])]]) })
    const ticked = changeReview(changeReview(decided, { type: 'tick', key: 'f', index: 0, ticked: true }), { type: 'tick', key: 'f', index: 1, ticked: false })
    expect(ticked.documents[0]?.proposals.map(({ decision }) => decision)).toEqual([null, null, null])
    expect(accepted(ticked)[0]?.replacements).toEqual([])
  })
  it('settles for both of two texts in the same import which of them stays', () => {
    const two = beginReview([file, { ...file, key: 'g' }])
    const decide = (choice: Choice) => changeReview(two, { type: 'decide', decisions: new Map([['g', new Map([[1, { choice, other: { of: 'import', key: 'f', index: 1 } }]])]]) })
    const leftOut = (choice: Choice) => accepted(decide(choice)).map(({ key, leftOut }) => [key, leftOut])
    expect(leftOut('keep-existing')).toEqual([['f', []], ['g', [1]]])
    expect(leftOut('replace')).toEqual([['f', [1]], ['g', []]])
    expect(leftOut('version')).toEqual([['f', []], ['g', []]])
  })
})
