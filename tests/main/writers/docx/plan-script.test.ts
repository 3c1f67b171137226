import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScriptStyle } from '../../../../src/main/writers/docx/script-document'
import { parseTalk } from '../../../../src/shared/markdown/parse-talk'
import type { Talk } from '../../../../src/shared/model/block'
import { aTalk, block, content, front, section } from '../../../builders/talk'
import { chineseTalk, englishTalk, planOf, textOf } from './showcase'

const lines = (talk: Talk, style: ScriptStyle): string[] => {
  const plan = planOf(talk)
  return [...plan.opening, ...plan.body].filter((piece) => piece.kind === 'paragraph' && piece.style === style).map(textOf)
}
/** What stands between a block's heading and the next heading, its reference line left out. */
const underBlock = (talk: Talk, title: string): string[] => {
  const { body } = planOf(talk)
  const after = body.slice(body.findIndex((piece) => textOf(piece) === title) + 1)
  const end = after.findIndex((piece) => piece.kind === 'paragraph' && (piece.style === 'section' || piece.style === 'block'))
  return after
    .slice(0, end === -1 ? undefined : end)
    .filter((piece) => piece.kind !== 'paragraph' || piece.style !== 'meta')
    .map(textOf)
}
const alone = (shown: Parameters<typeof block>[1], more: Parameters<typeof block>[2] = {}): Talk => aTalk(section('节', block('块', shown, more)))

/** Text without cues, spaces and marks of stress. */
const bare = (text: string): string => text.replaceAll(/\[(停顿 2|翻页)\]|【[^】]*】|\s|\*\*/g, '')
/** What stands in the script for a block that shows nothing. */
const spoken = (script: string): string => underBlock(alone(content.points(), { script }), '块').join('')

describe('the first page', () => {
  it('says who speaks when, where, to whom and for how long', () => {
    expect(lines(chineseTalk, 'facts')).toEqual(['宣讲人：示例教师　　日期：2026年9月10日', '场合：开学第一周　　对象：青年教师', expect.stringMatching(/^用时：计划 30 分钟，讲稿约 \d+ (分|秒)/)])
  })
  it('leaves out facts that are not known', () => {
    expect(lines(aTalk(front({ speaker: '', date: '', occasion: '', audience: '', minutes: null }), section('节', block('块', content.points('点')))), 'facts')).toEqual(['用时：讲稿约 0 秒'])
  })
  it('keeps a date that is none as it was typed', () => {
    expect(lines(aTalk(front({ date: '开学第一周' })), 'facts')[0]).toContain('日期：开学第一周')
  })
  it('writes a date in English for an English talk', () => {
    expect(lines(englishTalk, 'facts')[0]).toBe('Speaker: Example Speaker   ·   Date: 8 October 2026')
  })
})

describe('a talk that several people share', () => {
  const shared = parseTalk(
    `---\ntitle: 示例\nspeaker: 示例教师\nlang: zh-CN\n---\n# 一\n## 甲\n:::script{speaker="示例学者"}\n${'讲'.repeat(220)}\n:::\n## 乙\n:::script\n${'讲'.repeat(110)}\n:::\n`,
  ).value
  it('says on its first page who speaks for how long', () => {
    expect(lines(shared, 'facts')).toContain('分工：示例学者 约 1 分钟、示例教师 约 30 秒')
  })
  it('gives a cue of its own to every change of voice, and none where one person gives the talk', () => {
    expect(lines(shared, 'cue-line')).toEqual(['【主讲：示例学者】', '【主讲：示例教师】'])
    expect(underBlock(shared, '甲')[0]).toBe('【主讲：示例学者】')
    expect(lines(chineseTalk, 'facts').some((line) => line.startsWith('分工'))).toBe(false)
  })
})

describe('what is said', () => {
  it('keeps a cue in its place within the sentence', () => {
    expect(underBlock(chineseTalk, '三个变化')[0]).toBe('各位老师，大家好。【停顿 2 秒】 先看三个变化。')
  })
  it('names the slide that a page turn leads to', () => {
    const next = /翻页 → 第 (\d+) 张/.exec(underBlock(chineseTalk, '三个变化')[1]!)
    expect(lines(chineseTalk, 'meta').find((line) => line.startsWith(`第 ${next?.[1]} 张`))).toBeDefined()
  })
  it('names no slide for a page turn beyond the block', () => {
    const plan = underBlock(alone(content.points('点'), { script: '一[翻页]二[翻页]三[翻页]' }), '块')
    expect(plan[0]).toMatch(/^一【翻页 → 第 \d+ 张】二【翻页】三【翻页】$/)
  })
  it('sets a cue that stands alone on a line of its own', () => {
    expect(lines(alone(content.points('点'), { script: '第一段。\n\n[停顿 3]\n\n第二段。' }), 'cue-line')).toEqual(['【停顿 3 秒】'])
  })
  it('joins the lines of a Han paragraph without a space and of a Latin one with one', () => {
    expect(underBlock(alone(content.points('点'), { script: '前半句，\n后半句。\n\nfirst half\nsecond half' }), '块')).toEqual(['前半句，后半句。', 'first half second half'])
  })
  it('loses no word of any script', () => {
    const words = fc.array(fc.constantFrom('学习', '的', '。', '，', 'reading', '12', '[停顿 2]', '[翻页]', '\n\n', '\n', '[未知]', '**', '《', ' '), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(words, (parts) => {
        const script = parts.join('')
        expect(bare(spoken(script))).toBe(bare(script))
      }),
      { numRuns: 60 },
    )
  })
})

it('leaves the writer’s comments and conditions out of what is said', () => {
  expect(spoken('<!-- 想好再写 -->\n\n:::only{audience=students}\n同学们好。\n:::')).toBe('同学们好。')
})

it('sets stressed words apart', () => {
  const runs = planOf(alone(content.points(), { script: '请记住**次序**。' })).body.at(-1)
  expect(runs).toMatchObject({ runs: [{ text: '请记住' }, { text: '次序', strong: true }, { text: '。' }] })
})

describe('what is shown', () => {
  it('is noted in one line where a block has no script', () => {
    expect(underBlock(chineseTalk, '没有讲稿的一页')).toEqual(['屏幕显示：资源从本校走向全网；备课从个人走向团队（每两周一次；三所学校）'])
  })
  it('is left to the slide where the script says it', () => {
    expect(underBlock(chineseTalk, '三个变化').join('')).not.toContain('屏幕显示')
  })
  it('gives a quotation in full with its attribution, script or not', () => {
    expect(underBlock(chineseTalk, '规划怎么说')).toEqual(['各校资源不搬家、不重建，统一登记到全市资源目录。', '——《示例规划》，二、（一）^1', '我读一句原文。'])
  })
  it('gives the figures of a chart as a table with their unit', () => {
    expect(underBlock(chineseTalk, '三年来的变化')).toEqual(['单位：所', ' | 学校数\n2024 | 12\n2025 | 30', '请看这组数字。'])
  })
  it('fills up a row that is too short', () => {
    expect(underBlock(chineseTalk, '各区情况')).toEqual(['区 | 学校 | 教师\n示例东区 | 12 | 480\n示例西区 | 30 | '])
  })
  it('gives a question with its options, answer and reason', () => {
    expect(underBlock(chineseTalk, '考一考').slice(0, 6)).toEqual(['提问：最不能漏掉的是哪一项？', 'A. 清晰度', 'B. 下载次数', 'C. 使用条件', '答案：C', '解析：写清使用条件，别人才敢用。'])
  })
  it('keeps the steps of an activity beside its script', () => {
    expect(underBlock(chineseTalk, '两人一组')).toEqual(['现场活动（5 分钟）：说一句话；指出无关的内容', '好，开始。'])
  })
  it('describes a picture that has no script', () => {
    expect(underBlock(chineseTalk, '课堂一角')).toEqual(['图片：示例小学四年级（学生在平板上做实验）'])
  })
  it('says where the host school tells its own case', () => {
    expect(underBlock(chineseTalk, '我们学校的故事')).toEqual(['这里讲承办学校自己的案例。'])
  })
  it('says for whom a block is', () => {
    const one = block('块', content.points('点'))
    const talk = aTalk(section('节', { ...one, condition: { mode: 'only', audiences: ['students', 'young-teachers'] } }))
    expect(lines(talk, 'meta').at(-1)).toContain('只对学生、青年教师讲')
  })
})

describe('citations', () => {
  it('become footnotes in the order of the talk', () => {
    expect(planOf(chineseTalk).notes).toEqual(['《示例规划》，二/(一)', '《示例案例集》，案例一', '《示例规划》，三'])
  })
  it('stand behind the last word, before the cues that follow it', () => {
    expect(underBlock(alone(content.points('点'), { script: '最后一句。 [翻页]', cites: [['示例规划', '一']] }), '块').at(-1)).toMatch(/^最后一句。\^1 【翻页.*】$/)
  })
  it('name every source once at the end, with all its places', () => {
    expect(lines(chineseTalk, 'reference')).toEqual(['[1] 《示例规划》，二/(一)；三', '[2] 《示例案例集》，案例一'])
  })
  it('bring no list of sources into a talk that cites none', () => {
    expect(lines(alone(content.points('点')), 'section')).toEqual(['节'])
  })
})

it('says that an empty talk is empty', () => {
  expect(planOf(aTalk()).body.map(textOf)).toEqual(['这份宣讲稿还没有内容。'])
})
