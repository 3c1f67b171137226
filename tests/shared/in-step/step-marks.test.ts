import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followMarks, SPELL_MS, verdictOf } from '../../../src/shared/in-step/step-marks'
import { blockTextsOf } from '../../../src/shared/markdown/block-texts'
import { insertBlock, moveBlock, removeBlock, setBlockBody, setScript } from '../../../src/shared/markdown/edit-talk'
import type { StepMark } from '../../../src/shared/model/in-step'

const TALK = `# 一

## 资源
- 从本校走向全网

:::script
先说资源。
:::

## 备课
- 从个人走向团队

:::script
再说备课。
:::

## 没有讲稿
- 只有一页
`

/** A talk that is edited and saved, second by second. */
class Desk {
  marks: StepMark[] = []
  now = 1_780_000_000_000
  constructor(public text = TALK) {}

  save(next: string): this {
    this.now += 1000
    this.marks = followMarks(this.marks, blockTextsOf(this.text), blockTextsOf(next), this.now)
    this.text = next
    return this
  }
  show = (key: string, body: string): this => this.save(setBlockBody(this.text, key, body))
  say = (key: string, script: string): this => this.save(setScript(this.text, key, script))
  wait = (): this => ((this.now += SPELL_MS), this)

  /** Titles of the blocks that are out of step, and how. */
  verdicts(): string[] {
    const blocks = blockTextsOf(this.text)
    return this.marks.flatMap((mark) => {
      const block = blocks[mark.block]
      const verdict = block && verdictOf(mark, block)
      return verdict ? [`${block.title} ${verdict}`] : []
    })
  }
}

describe('a block of which one side was changed', () => {
  it('waits for its script after its slide was changed, and says what the slide said', () => {
    const desk = new Desk().show('0.0', '- 从本校走向全省')
    expect(desk.verdicts()).toEqual(['资源 script-behind'])
    expect(desk.show('0.0', '- 从本校走向全国').marks).toMatchObject([{ block: 0, wasShown: '- 从本校走向全网', wasSaid: null }])
  })

  it('waits for its slide after its script was changed', () => {
    expect(new Desk().say('0.1', '再说备课和研修。').verdicts()).toEqual(['备课 slide-behind'])
  })

  it('agrees again when the other side follows, or when the change is taken back', () => {
    expect(new Desk().show('0.0', '- 从本校走向全国').say('0.0', '先说全国的资源。').verdicts()).toEqual([])
    expect(new Desk().show('0.0', '- 从本校走向全国').show('0.0', '- 从本校走向全网').marks).toEqual([])
  })

  it('is left in peace while both sides are written in one spell, to and fro', () => {
    const desk = new Desk().show('0.0', '- 甲').say('0.0', '先').say('0.0', '先说甲').show('0.0', '- 甲乙').say('0.0', '先说甲和乙。')
    expect(desk.verdicts()).toEqual([])
  })

  it('begins again from what both sides said at the end of a spell', () => {
    const desk = new Desk().show('0.0', '- 甲').say('0.0', '先说甲。').wait().show('0.0', '- 丙')
    expect(desk.verdicts()).toEqual(['资源 script-behind'])
    expect(desk.marks).toMatchObject([{ wasShown: '- 甲' }])
  })

  it('goes on waiting over the end of a spell, and over every other edit', () => {
    const desk = new Desk().show('0.0', '- 从本校走向全国').wait().say('0.1', '再说备课和研修。').wait()
    expect(desk.save(insertBlock(desk.text, { section: 0, block: 0 }, '## 新的')).verdicts()).toEqual(['资源 script-behind', '备课 slide-behind'])
  })

  it('takes its mark along when it is moved, and leaves none behind when it is removed', () => {
    const desk = new Desk().show('0.0', '- 从本校走向全国')
    expect(desk.save(moveBlock(desk.text, '0.0', { section: 0, block: 2 })).verdicts()).toEqual(['资源 script-behind'])
    expect(desk.save(removeBlock(desk.text, '0.2')).marks).toEqual([])
  })
})

describe('what is no change', () => {
  it.each([
    ['spaces and punctuation', (desk: Desk) => desk.show('0.0', '- 从本校，走向  全网！').say('0.1', '再说：备课')],
    ['cues in the script', (desk: Desk) => desk.say('0.0', '先说[停顿 2]资源。[翻页]')],
    ['marks of Markdown', (desk: Desk) => desk.show('0.0', '1. 从**本校**走向全网')],
    ['a side that is not there', (desk: Desk) => desk.show('0.2', '- 还是只有一页，换了说法')],
    ['a new block, while it is written', (desk: Desk) => desk.save(insertBlock(desk.text, { section: 0, block: 3 }, '## 新的\n\n- 甲')).say('0.3', '先').say('0.3', '先说甲。').show('0.3', '- 甲乙')],
    ['a script that is written for the first time', (desk: Desk) => desk.say('0.2', '现').say('0.2', '现在有讲稿了。')],
    ['a script that is taken away', (desk: Desk) => desk.say('0.0', '')],
    ['a script that is taken away and written anew', (desk: Desk) => desk.say('0.0', '').say('0.0', '重').say('0.0', '重新写过。')],
  ])('%s', (_, edit) => {
    expect(edit(new Desk()).verdicts()).toEqual([])
  })

  it('but a percent sign is', () => {
    expect(new Desk(TALK.replace('全网', '占 30')).show('0.0', '- 从本校走向占 30%').verdicts()).toEqual(['资源 script-behind'])
  })
})

describe('marks', () => {
  it('stand once at most for a block that is there, through any edits', () => {
    const edit = fc.record({ deed: fc.constantFrom('show', 'say', 'move', 'remove', 'insert', 'wait'), at: fc.nat(5), to: fc.nat(5), text: fc.constantFrom('', '甲', '甲乙丙丁', '- 一\n- 二') })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 15 }), (edits) => {
        const desk = new Desk()
        for (const { deed, at, to, text } of edits) {
          const count = blockTextsOf(desk.text).length
          const key = `0.${at % Math.max(count, 1)}`
          if (deed === 'wait') desk.wait()
          else if (deed === 'insert') desk.save(insertBlock(desk.text, { section: 0, block: to }, `## 新的\n\n${text}`))
          else if (count === 0) continue
          else if (deed === 'show') desk.show(key, text)
          else if (deed === 'say') desk.say(key, text)
          else desk.save(deed === 'move' ? moveBlock(desk.text, key, { section: 0, block: to }) : removeBlock(desk.text, key))
          const marked = desk.marks.map(({ block }) => block)
          expect(new Set(marked).size).toBe(marked.length)
          expect(marked.every((block) => block < blockTextsOf(desk.text).length)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })
})
