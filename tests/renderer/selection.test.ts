import { describe, expect, it } from 'vitest'
import { clampSelection, neighbourPlace, rowsOf } from '../../src/renderer/screens/talk/selection'
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

describe('moving a block by one place', () => {
  it('goes over the edge of its section to the end of the one before', () => {
    expect(neighbourPlace(talk, { section: 1, block: 0 }, -1)).toEqual({ section: 0, block: 1 })
  })
  it('goes over the edge of its section to the start of the next, empty or not', () => {
    expect(neighbourPlace(talk, { section: 1, block: 1 }, 1)).toEqual({ section: 2, block: 0 })
  })
  it('goes nowhere at either end of the talk', () => {
    expect(neighbourPlace(talk, { section: 0, block: 0 }, -1)).toBeNull()
    expect(neighbourPlace(talk, { section: 3, block: 0 }, 1)).toBeNull()
  })
})
