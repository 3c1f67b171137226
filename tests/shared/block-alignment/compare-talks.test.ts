import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTalks, type BlockChange } from '../../../src/shared/block-alignment/compare-talks'
import { blockTextsOf } from '../../../src/shared/markdown/block-texts'
import { moveBlock, removeBlock, setBlockTitle, setFrontMatter, setScript, setSectionTitle } from '../../../src/shared/markdown/edit-talk'
import { markSeen } from '../../../src/shared/markdown/cite-seen'
import { anyTalk } from '../markdown/arbitrary-talk'

const ID = '01900000-0000-7000-8000-000000000001'
const block = (title: string, shown: string, said: string) => `## ${title}\n- ${shown}\n\n:::script\n${said}\n:::\n`
const TALK = `---\ntitle: 示例宣讲\nminutes: 20\n---\n\n# 一\n\n${[block('资源', '从本校走向全网', '先说资源的共享。'), block('备课', '从个人走向团队', '再说备课的变化。'), `${block('课堂', '从讲授走向对话', '接着说课堂。')}\n:::cite{material=${ID}}\n:::\n`].join('\n')}`

const said = (change: BlockChange): string => `${change.kind}${'moved' in change && change.moved ? ' moved' : ''} ${(change.after ?? change.before)?.title ?? ''}`
const changes = (later: string, earlier = TALK) => compareTalks(earlier, later).blocks.map(said)

describe('two states of a talk', () => {
  it('are told apart in words, block by block', () => {
    const { blocks } = compareTalks(TALK, setScript(TALK, '0.1', '再说备课的三个变化。'))
    expect(blocks.map(said)).toEqual(['same 资源', 'changed 备课', 'same 课堂'])
    expect(blocks[1]).toMatchObject({ shown: [{ kind: 'same' }], said: [{ kind: 'same', text: '再说备课的' }, { kind: 'added', text: '三个' }, { kind: 'same', text: '变化。' }] })
  })

  it('name the block that was moved, and not all those it passed', () => {
    expect(changes(moveBlock(TALK, '0.0', { section: 0, block: 2 }))).toEqual(['same 备课', 'same 课堂', 'same moved 资源'])
  })

  it('name a block that went into another section without passing any other', () => {
    const two = `${TALK}\n# 二\n\n${block('评价', '从结果走向过程', '最后说评价。')}\n${block('结束', '谢谢', '谢谢大家。')}`
    expect(changes(moveBlock(two, '1.0', { section: 0, block: 3 }), two)).toEqual(['same 资源', 'same 备课', 'same 课堂', 'same moved 评价', 'same 结束'])
    const renamed = setSectionTitle(two, 1, '三')
    expect(changes(renamed, two).join()).not.toContain('moved')
    expect(compareTalks(two, renamed).sections).toEqual([{ kind: 'same', text: '一\n' }, { kind: 'removed', text: '二' }, { kind: 'added', text: '三' }])
  })

  it('keep a removed block where it stood', () => {
    expect(changes(removeBlock(TALK, '0.1'))).toEqual(['same 资源', 'removed 备课', 'same 课堂'])
    expect(changes(removeBlock(TALK, '0.0'))).toEqual(['removed 资源', 'same 备课', 'same 课堂'])
    expect(changes(TALK, removeBlock(TALK, '0.1'))).toEqual(['same 资源', 'added 备课', 'same 课堂'])
  })

  it('know a block by what it says when its title is another', () => {
    expect(changes(setBlockTitle(TALK, '0.1', '共同备课'))).toEqual(['same 资源', 'changed 共同备课', 'same 课堂'])
  })

  it('show what changed in the details of the talk, and nothing of what only programs read', () => {
    expect(compareTalks(TALK, setFrontMatter(TALK, 'minutes', 30)).front.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '20' },
      { kind: 'added', text: '30' },
    ])
    expect(changes(markSeen(TALK, '0.2', ID, '1a2b3c4d'))).toEqual(['same 资源', 'same 备课', 'same 课堂'])
  })

  it('hold every block of either once, each in the order of its own, whatever the two texts are', () => {
    fc.assert(
      fc.property(anyTalk, anyTalk, (earlier, later) => {
        const { blocks } = compareTalks(earlier, later)
        expect(blocks.flatMap(({ after }) => (after ? [after.key] : []))).toEqual(blockTextsOf(later).map(({ key }) => key))
        expect(blocks.flatMap(({ before }) => (before ? [before.key] : [])).toSorted()).toEqual(blockTextsOf(earlier).map(({ key }) => key).toSorted())
      }),
    )
  })
})
