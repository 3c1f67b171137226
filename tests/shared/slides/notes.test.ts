import { describe, expect, it } from 'vitest'
import { notesFor } from '../../../src/shared/slides/notes'

describe('the notes of a block’s slides', () => {
  it('are the script under its one slide', () => {
    expect(notesFor(' 各位老师，大家好。[翻页] 再看。 ', 1)).toEqual(['各位老师，大家好。[翻页] 再看。'])
  })

  it('turn with the page cues of the script', () => {
    expect(notesFor('先看问题。[翻页] 答案是乙。', 2)).toEqual(['先看问题。[翻页]', '答案是乙。'])
    expect(notesFor('First. [next] Second.', 2)).toEqual(['First. [next]', 'Second.'])
  })

  it('keep everything when there are more cues than slides', () => {
    expect(notesFor('一[翻页]二[翻页]三', 2)).toEqual(['一[翻页]', '二[翻页]\n\n三'])
  })

  it('stand whole under every slide when the script turns no page', () => {
    expect(notesFor('一直说下去。', 3)).toEqual(['一直说下去。', '一直说下去。', '一直说下去。'])
  })

  it('do not take a cue at the very end for a turn within the block', () => {
    expect(notesFor('两页都用这段。[翻页]', 2)).toEqual(['两页都用这段。[翻页]', '两页都用这段。[翻页]'])
  })
})
