import { describe, expect, it } from 'vitest'
import type { BlockContent } from '../../../src/shared/model/block'
import type { Scene, SceneChart, ScenePicture, SceneTable } from '../../../src/shared/slides/scene'
import { emuToPoints } from '../../../src/shared/units'
import { extentOf, laidOut, linesOf, paragraphsOf, paragraphText, scenesOf, textNamed } from '../../builders/slides'
import { aTalk, block, content, section } from '../../builders/talk'

const slides = (shown: BlockContent, title = '标题'): readonly Scene[] => scenesOf(laidOut(aTalk(section('', block(title, shown)))).value, '0.0')
const itemOf = <K extends Scene['items'][number]['kind']>(scene: Scene | undefined, kind: K): Extract<Scene['items'][number], { kind: K }> | undefined =>
  scene?.items.find((item): item is Extract<Scene['items'][number], { kind: K }> => item.kind === kind)
const sizeOf = (scene: Scene | undefined, name: string): number | undefined => textNamed(scene, name)?.paragraphs[0]?.runs[0]?.style.size

const events = (count: number) => content.timeline(...Array.from({ length: count }, (_, index): [string, string] => [`${2020 + index}`, '一件事']))

const axis = (scene: Scene | undefined) => scene?.items.find(({ name }) => name === 'axis')?.box

const series = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`组${index + 1}`, [1, 2]]))

const tableOf = (scene: Scene | undefined): SceneTable | undefined => itemOf(scene, 'table')

const chartOf = (shown: BlockContent): SceneChart | undefined => itemOf(slides(shown)[0], 'chart')

const pictureOf = (src: string): ScenePicture | undefined => itemOf(slides(content.picture(src, '图'))[0], 'picture')

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const fills = (scene: Scene | undefined) => scene?.items.flatMap((item) => (item.kind === 'shape' && item.name.startsWith('card-') ? [item.fill] : []))

describe('a title', () => {
  it('stands in 34 pt on one line', () => {
    expect(sizeOf(slides(content.points('一', '二'), '三个变化')[0], 'title')).toBe(34)
  })

  it('goes to 30 pt on two lines and no further', () => {
    const title = textNamed(slides(content.points('一', '二'), '这是一个特别长的标题，长到一行三十四磅放不下，必须换成两行三十磅')[0], 'title')
    expect(title?.paragraphs[0]?.runs[0]?.style.size).toBe(30)
    expect(title?.paragraphs[0]?.lineStarts).toHaveLength(2)
  })

  it('leaves no two characters alone on its second line', () => {
    const title = textNamed(slides(content.points('一', '二'), '数字资源走进每一间教室之后备课听课与评课发生的三个变化说明')[0], 'title')
    const lines = title?.paragraphs[0] ? linesOf(title.paragraphs[0]) : []
    expect(lines).toHaveLength(2)
    expect(lines[1]?.length).toBeGreaterThan(4)
  })
})

describe('points', () => {
  it('set one short point as a statement, large', () => {
    const [scene] = slides(content.points('92.6%'))
    expect(scene?.layout).toBe('statement')
    expect(sizeOf(scene, 'body')).toBe(80)
  })

  it('break a statement where its phrase ends', () => {
    const [scene] = slides(content.points('让好的资源走进每一间课堂，师生共享它'))
    expect(textNamed(scene, 'body')?.paragraphs.map(linesOf)).toEqual([['让好的资源走进每一间课堂，', '师生共享它']])
  })

  it('place a short list near the middle of the page instead of over a void', () => {
    const body = textNamed(slides(content.points('资源', '备课', '评价'))[0], 'body')
    const { top, bottom } = body ? extentOf(body) : { top: 0, bottom: 0 }
    expect((top + bottom) / 2).toBeGreaterThan(250)
    expect((top + bottom) / 2).toBeLessThan(330)
  })

  it('go into two columns when there are more than six', () => {
    const [scene, more] = slides(content.points('资源目录', '备课流程', '课堂观察', '作业设计', '教研记录', '家校沟通', '学生画像', '质量监测'))
    expect(more).toBeUndefined()
    expect(textNamed(scene, 'body')?.paragraphs).toHaveLength(4)
    expect(textNamed(scene, 'body-2')?.paragraphs).toHaveLength(4)
  })

  it('number on across slides', () => {
    const all = slides(content.numbered(...Array.from({ length: 9 }, (_, index) => `第${index + 1}项：数字资源从本校走向全网，备课方式从个人走向团队，课堂评价从结果走向过程。`)))
    expect(all.length).toBeGreaterThan(1)
    expect(all.flatMap((scene) => textNamed(scene, 'body')?.paragraphs.map(({ marker }) => marker?.text))).toEqual(Array.from({ length: 9 }, (_, index) => `${index + 1}.`))
  })
})

describe('a quotation', () => {
  it.each([
    ['让每个孩子都有好课上。', 48],
    ['推动优质数字教育资源向乡村学校、薄弱学校倾斜，缩小校际差距。', 36],
    ['推动优质数字教育资源向乡村学校、薄弱学校倾斜，实现区域内共建、共享、共用，缩小校际差距，让每个孩子都有好课上，让每位教师都有好帮手。', 28],
  ])('of %s is set in %i pt', (text, size) => {
    expect(sizeOf(slides(content.quote(text, '示例规划'))[0], 'body')).toBe(size)
  })

  it('leaves the dash before its source to the rule', () => {
    expect(textNamed(slides(content.quote('好课', '—— 《示例规划》'))[0], 'attribution')?.paragraphs.map(paragraphText)).toEqual(['《示例规划》'])
  })
})

describe('a table', () => {
  const rows = Array.from({ length: 10 }, (_, index) => [`学校${index + 1}`, String(index * 100)])

  it('holds seven rows a slide, repeats its header and shares rows out evenly', () => {
    const all = slides(content.table(['学校', '节数'], ...rows))
    expect(all.map((scene) => tableOf(scene)?.rows.length)).toEqual([6, 6])
    expect(all.every((scene) => tableOf(scene)?.rows[0]?.header)).toBe(true)
  })

  it('sets columns of figures to the right, with their heads, and the first column to the left', () => {
    const header = tableOf(slides(content.table(['年份', '节数', '说明'], ['2024', '1,240', '试点'], ['2025', '860', '推广']))[0])
    expect(header?.rows.map(({ cells }) => cells.map(({ paragraphs }) => paragraphs[0]?.align))).toEqual(Array.from({ length: 3 }, () => ['left', 'right', 'left']))
  })

  it('is as wide as its columns and as high as its rows', () => {
    const one = tableOf(slides(content.table(['学校', '节数'], ...rows.slice(0, 3)))[0])
    expect(emuToPoints(one?.box.width ?? (0 as never))).toBeCloseTo(sum((one?.columns ?? []).map((column) => emuToPoints(column))), 1)
    expect(emuToPoints(one?.box.height ?? (0 as never))).toBeCloseTo(sum((one?.rows ?? []).map(({ height }) => emuToPoints(height))), 1)
  })
})

describe('a chart', () => {

  it('lets the latest year speak and keeps the others neutral', () => {
    expect(chartOf(content.chart('column', '所', ['2024', '2025'], { 学校数: [30, 12] }))?.series[0]?.pointColours).toEqual(['neutral-3', 'accent'])
  })

  it('lets the largest of other categories speak', () => {
    expect(chartOf(content.chart('bar', '所', ['甲', '乙', '丙'], { 学校数: [3, 9, 4] }))?.series[0]?.pointColours).toEqual(['neutral-3', 'accent', 'neutral-3'])
  })

  it('names up to four series directly and uses a legend beyond', () => {
    expect(chartOf(content.chart('column', '', ['甲', '乙'], series(4)))?.showLegend).toBe(false)
    expect(chartOf(content.chart('column', '', ['甲', '乙'], series(5)))?.showLegend).toBe(true)
    expect(textNamed(slides(content.chart('column', '', ['甲', '乙'], series(2)))[0], 'subtitle')?.paragraphs.map(paragraphText).join('')).toContain('■ 组1')
  })
})

describe('a picture', () => {

  it.each(['wide', 'photo', 'upright', 'square'])('%s is never stretched', (src) => {
    const ratios: Readonly<Record<string, number>> = { wide: 2.4, photo: 4 / 3, upright: 1200 / 1700, square: 1 }
    const placed = pictureOf(src)
    const { left = 0, right = 0, top = 0, bottom = 0 } = placed?.crop ?? {}
    const ratio = ((placed?.box.width ?? 0) / (1 - left - right)) / ((placed?.box.height ?? 1) / (1 - top - bottom))
    expect(ratio).toBeCloseTo(ratios[src] ?? 0, 2)
  })
})

describe('a question', () => {
  const asked = content.question('哪一项最近？', ['资源', '备课', '评价'], 'B', '一起备，不要新设备。')

  it('is asked on one slide and answered on the next, the right card filled', () => {
    const [question, answer, ...more] = slides(asked)
    expect(more).toEqual([])
    expect([question?.layout, answer?.layout]).toEqual(['question', 'answer'])
    expect(fills(question)).toEqual(['paper', 'paper', 'paper'])
    expect(fills(answer)).toEqual(['paper', 'accent', 'paper'])
  })

  it('keeps its title on the answer without calling it continued', () => {
    expect(slides(asked, '想一想').map(({ title }) => title)).toEqual(['想一想', '想一想'])
  })

  it('has no answer slide without an answer or an explanation', () => {
    expect(slides(content.question('你怎么看？', [])).map(({ layout }) => layout)).toEqual(['question'])
  })
})

describe('a case', () => {
  it('stands as four cards when short, the result’s figures large', () => {
    const all = slides(content.caseStudy('示例小学', ['背景', '教师 36 人'], ['做法', '集体备课'], ['成效', '时间减少 40%'], ['启示', '先做顺一件事']))
    expect(all).toHaveLength(1)
    const sizes = textNamed(all[0], 'part-3')?.paragraphs.flatMap(({ runs }) => runs.filter(({ text }) => text === '40%').map(({ style }) => style.size))
    expect(sizes?.[0]).toBeGreaterThan(26)
  })

  it('sets parts that are too long for cards side by side one beneath the other, as a ribbon', () => {
    const story = content.caseStudy('Example Primary School', ['Background', '36 teachers, average age 47'], ['Action', 'One shared draft per grade', 'Planning together on Wednesdays'], ['Result', 'Planning time down 40%, demonstration lessons up from 3 to 28'], ['Lesson', 'Get one thing right before spreading it'])
    const { value: deck } = laidOut(aTalk(section('', block('One school', story))), { size: '4:3' })
    const shown = deck.scenes.filter(({ layout }) => layout === 'case')
    expect(shown).toHaveLength(1)
    const cards = shown[0]?.items.filter(({ name }) => name.startsWith('card-')).map(({ box }) => box) ?? []
    expect(cards).toHaveLength(4)
    expect(new Set(cards.map(({ x, width }) => `${x} ${width}`)).size).toBe(1)
    expect(shown[0]?.items.filter(({ name }) => name.startsWith('label-')).flatMap((item) => paragraphsOf(item).map(paragraphText))).toEqual(['Background', 'Action', 'Result', 'Lesson'])
  })

  it('takes a slide a part when long, with bars for progress', () => {
    const long = '数字资源从本校走向全网，备课方式从个人走向团队，课堂评价从结果走向过程。'
    const all = slides(content.caseStudy('示例小学', ['背景', long, long], ['做法', long, long], ['成效', long, long], ['启示', long]))
    expect(all).toHaveLength(4)
    const filledBars = all.map(({ items }) => items.filter((item) => item.kind === 'shape' && item.name.startsWith('progress') && item.fill === 'accent').length)
    expect(filledBars).toEqual([1, 2, 3, 4])
  })
})

describe('a timeline', () => {

  it('runs across the page for up to five events and down it for more', () => {
    const [across, down] = [axis(slides(events(5))[0]), axis(slides(events(6))[0])]
    expect((across?.width ?? 0) > (across?.height ?? 0)).toBe(true)
    expect((down?.height ?? 0) > (down?.width ?? 0)).toBe(true)
  })
})

describe('an activity', () => {
  it('shows its minutes large beside the task', () => {
    const [scene] = slides(content.activity(5, '两人一组', '交换'))
    expect(textNamed(scene, 'minutes')?.paragraphs.map(paragraphText)).toEqual(['活动', '5', '分钟'])
  })
})
