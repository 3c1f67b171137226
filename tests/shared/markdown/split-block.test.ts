import { describe, expect, it } from 'vitest'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { mergeBlocks } from '../../../src/shared/markdown/edit-talk'
import { splitBlock } from '../../../src/shared/markdown/split-block'

const SHOWN = '- 一\n- 二\n- 三'
const SAID = '先说一。[翻页] 再说二和三。'
const TALK = `# 节\n## 前后两半\n${SHOWN}\n\n:::script\n${SAID}\n:::\n\n:::cite{source="示例规划"}\n:::\n\n## 后面\n`
const blocks = (markdown: string) => parseTalk(markdown).value.sections[0]?.blocks.map(({ title, content, script }) => [title, content.kind === 'points' ? content.points.map(({ inlines }) => inlines[0]?.text).join() : content.kind, script?.text ?? ''])
const cursor = (text: string, mark: string) => text.indexOf(mark)

describe('a block that is split', () => {
  it('gives its points from the cursor on, and its script from the page turn on, to the next', () => {
    expect(blocks(splitBlock(TALK, '0.0', { part: 'shown', at: cursor(SHOWN, '- 二'), text: SHOWN }))).toEqual([
      ['前后两半', '一', '先说一。[翻页]'],
      ['前后两半（续）', '二,三', '再说二和三。'],
      ['后面', '', ''],
    ])
  })

  it.each([['before the text of a point', '二', '一', '二,三'], ['in the middle of a point', '半', '一,前', '半,三']])('keeps points whole with the cursor %s', (_, mark, first, second) => {
    const text = mark === '二' ? SHOWN : '- 一\n- 前半\n- 三'
    const split = blocks(splitBlock(TALK, '0.0', { part: 'shown', at: cursor(text, mark), text }))
    expect([split?.[0]?.[1], split?.[1]?.[1]]).toEqual([first, second])
  })

  it('goes on with the rest of its title and all that it shows and says', () => {
    expect(blocks(splitBlock(TALK, '0.0', { part: 'title', at: 2, text: '前后两半' }))?.slice(0, 2)).toEqual([
      ['前后', '', ''],
      ['两半', '一,二,三', SAID],
    ])
  })

  it('goes on with what follows the cursor in the script', () => {
    expect(blocks(splitBlock(TALK, '0.0', { part: 'said', at: cursor(SAID, '再'), text: SAID }))?.slice(0, 2)).toEqual([
      ['前后两半', '一,二,三', '先说一。[翻页]'],
      ['前后两半（续）', '', '再说二和三。'],
    ])
  })

  it('never cuts a directive in two', () => {
    const shown = ':::timeline\n- 2024：起步\n- 2025：推开\n:::'
    const split = splitBlock(`## 块\n${shown}\n`, '0.0', { part: 'shown', at: cursor(shown, '- 2025'), text: shown })
    expect(parseTalk(split).value.sections[0]?.blocks.map(({ content }) => content.kind)).toEqual(['points', 'timeline'])
  })

  it('keeps its condition on both halves', () => {
    const split = splitBlock(`# 节\n:::only{audience=students}\n## 块\n${SHOWN}\n:::\n`, '0.0', { part: 'shown', at: cursor(SHOWN, '- 三'), text: SHOWN })
    expect(parseTalk(split).value.sections[0]?.blocks.map(({ condition }) => condition?.audiences)).toEqual([['students'], ['students']])
  })

  it('is whole again when the halves are merged', () => {
    const split = splitBlock(TALK, '0.0', { part: 'shown', at: cursor(SHOWN, '- 二'), text: SHOWN })
    expect(blocks(mergeBlocks(split, '0.0'))?.[0]?.slice(0, 2)).toEqual(['前后两半', '一,二,三'])
  })
})
