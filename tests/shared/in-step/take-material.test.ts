import { describe, expect, it } from 'vitest'
import { materialPrint } from '../../../src/shared/in-step/fingerprint'
import { isUntouched, partsToTake, takeMaterial } from '../../../src/shared/in-step/take-material'
import { blockTextsOf } from '../../../src/shared/markdown/block-texts'
import { markSeen } from '../../../src/shared/markdown/cite-seen'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'

const ID = '01900000-0000-7000-8000-000000000001'
const OTHER = '01900000-0000-7000-8000-000000000002'
const talk = (cite: string) => `## 资源\n\n- 旧的要点\n\n:::script\n旧的讲稿。\n:::\n\n${cite}\n:::\n\n## 下一块\n- 不动\n`
const seenIn = (markdown: string) => blockTextsOf(markdown)[0]?.cites
const citationsIn = (markdown: string) => parseTalk(markdown).value.sections[0]?.blocks[0]?.citations.map(({ source, at }) => ({ source, at }))
const fresh = { title: '资源建设', shown: '- 新的要点', said: '新的讲稿。' }

describe('the state of a material that a block goes by', () => {
  it.each([
    [':::cite{material=ID}', ':::cite{material=ID seen=1a2b3c4d}'],
    [':::cite{source="示例规划" at="二/(一)" material=ID seen=00000000}', ':::cite{source="示例规划" at="二/(一)" material=ID seen=1a2b3c4d}'],
    [':::cite{seen="00000000" material=ID}', ':::cite{seen=1a2b3c4d material=ID}'],
    [`:::cite{source="他说 seen=1 了" material='ID' }`, `:::cite{source="他说 seen=1 了" material='ID' seen=1a2b3c4d}`],
  ])('is written into %s and nowhere else', (before, after) => {
    expect(markSeen(talk(before.replace('ID', ID)), '0.0', ID, '1a2b3c4d')).toBe(talk(after.replace('ID', ID)))
  })

  it('is read back, and belongs to the material that is meant', () => {
    const both = talk(`:::cite{material=${ID} seen=aaaaaaaa}\n:::\n\n:::cite{material=${OTHER} seen=bbbbbbbb}`)
    expect(seenIn(markSeen(both, '0.0', OTHER, 'cccccccc'))).toEqual([
      { material: ID, seen: 'aaaaaaaa' },
      { material: OTHER, seen: 'cccccccc' },
    ])
  })

  it('is no news to a reader of the dialect: the citation stays what it was', () => {
    const before = talk(`:::cite{source="示例规划" at="二" material=${ID}}`)
    const after = markSeen(before, '0.0', ID, '1a2b3c4d')
    expect(citationsIn(after)).toEqual([{ source: '示例规划', at: '二' }])
    expect(parseTalk(after).warnings).toEqual(parseTalk(before).warnings)
  })

  it('follows title and text, not white space', () => {
    expect(materialPrint({ title: '甲', body: '一\n\n二 ' })).toBe(materialPrint({ title: '甲', body: '一 二' }))
    expect(materialPrint({ title: '甲', body: '一 二' })).not.toBe(materialPrint({ title: '甲', body: '一、二' }))
    expect(materialPrint({ title: '甲', body: '一 二' })).not.toBe(materialPrint({ title: '乙', body: '一 二' }))
  })
})

describe('taking a change of a material', () => {
  const before = talk(`:::cite{material=${ID} seen=00000000}`)
  const material = { id: ID, title: '资源建设', print: '1a2b3c4d' }

  it('exchanges the parts that are named, and keeps the block around them', () => {
    expect(takeMaterial(before, '0.0', material, fresh, ['shown', 'said'])).toBe(before.replace('旧的要点', '新的要点').replace('旧的讲稿', '新的讲稿').replace('seen=00000000', 'seen=1a2b3c4d'))
    expect(takeMaterial(before, '0.0', material, fresh, ['title'])).toBe(before.replace('## 资源', '## 资源建设').replace('seen=00000000', 'seen=1a2b3c4d'))
  })

  it('keeps one’s own words when no part is taken, and has seen the change', () => {
    expect(takeMaterial(before, '0.0', material, fresh, [])).toBe(before.replace('seen=00000000', 'seen=1a2b3c4d'))
  })

  it('reaches the parts that would be different now', () => {
    const brought = { title: '资源', shown: '- 旧的要点', said: '旧的讲稿。' }
    const own = { ...brought, said: '我自己的话。' }
    expect(partsToTake(own, brought, { ...fresh, title: '资源' })).toEqual(['shown', 'said'])
    expect(partsToTake(own, brought, { ...brought, shown: '- 新的要点' })).toEqual(['shown'])
    expect(partsToTake({ ...own, shown: '- 新的  要点' }, brought, { ...brought, shown: '- 新的 要点' })).toEqual([])
    expect([isUntouched('shown', own, brought), isUntouched('said', own, brought), isUntouched('shown', own, null)]).toEqual([true, false, false])
  })
})
