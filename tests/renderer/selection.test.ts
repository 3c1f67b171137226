import { describe, expect, it } from 'vitest'
import { clampSelection, existingRows, rowsBetween, rowsOf } from '../../src/renderer/screens/talk/selection'
import type { Block, Talk } from '../../src/shared/model/block'

/** A talk of which only the shape matters: one list of block titles for each section. */
const shaped = (...sections: { title: string; blocks: number }[]): Talk =>
  ({ sections: sections.map(({ title, blocks }, section) => ({ title, blocks: Array.from({ length: blocks }, (_, block) => ({ key: `${section}.${block}` }) as Block) })) }) as unknown as Talk

const talk = shaped({ title: '', blocks: 1 }, { title: '一', blocks: 2 }, { title: '二', blocks: 0 }, { title: '三', blocks: 1 })

describe('rows of the outline', () => {
  it('has no row for the section without a title that opens a talk', () => {
    expect(rowsOf(talk)[0]).toEqual({ section: 0, block: 0 })
    expect(rowsOf(talk)).toHaveLength(1 + 3 + 1 + 2)
  })
})

describe('the selection after a change', () => {
  it('stays where it is when the row is still there', () => {
    expect(clampSelection(talk, { section: 1, block: 1 })).toEqual({ section: 1, block: 1 })
  })
  it('falls to the block before when the last block of a section is gone', () => {
    expect(clampSelection(talk, { section: 1, block: 2 })).toEqual({ section: 1, block: 1 })
  })
  it('falls to the last row when its section is gone', () => {
    expect(clampSelection(talk, { section: 9, block: 4 })).toEqual({ section: 3, block: 0 })
  })
  it('is a section that is not there in an empty talk', () => {
    expect(clampSelection(shaped(), { section: 3, block: 1 })).toEqual({ section: 0, block: null })
  })
})

describe('several rows', () => {
  const row = (section: number, block: number | null) => ({ section, block })

  it('are what lies between two, in the order that is shown', () => {
    expect(rowsBetween(rowsOf(talk), row(2, null), row(1, 1))).toEqual([row(1, 1), row(2, null)])
  })
  it('are the other alone when the first is not shown', () => {
    expect(rowsBetween(rowsOf(talk), row(7, 7), row(1, 1))).toEqual([row(1, 1)])
  })
  it('are several only when two of them exist', () => {
    expect(existingRows(talk, [row(1, 0), row(1, 1), row(5, 0)])).toEqual([row(1, 0), row(1, 1)])
    expect(existingRows(talk, [row(1, 0), row(5, 0)])).toEqual([])
  })
})
