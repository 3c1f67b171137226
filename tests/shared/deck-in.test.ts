import { describe, expect, it } from 'vitest'
import { talkFromDeck } from '../../src/shared/deck-in/talk-from-deck'
import { parseTalk } from '../../src/shared/markdown/parse-talk'
import type { AssetHash } from '../../src/shared/model/ids'
import type { Deck, DeckItem, DeckSlide } from '../../src/shared/model/deck'

const line = (text: string, depth = 0, marker: 'bullet' | 'number' | 'none' = 'bullet'): DeckItem => ({ kind: 'text', text, depth, marker })
const picture = (alt: string): DeckItem => ({ kind: 'picture', asset: 'ab'.repeat(32) as AssetHash, alt, caption: '' })
const slide = (title: string, items: readonly DeckItem[] = [], more: Partial<DeckSlide> = {}): DeckSlide => ({ page: 1, role: 'other', title, items, notes: [], hidden: false, animated: false, drawings: 0, ...more })
const deck = (...slides: readonly DeckSlide[]): Deck => ({ slides: slides.map((one, at) => ({ ...one, page: at + 1 })), sections: [] })
const talkOf = (one: Deck) => parseTalk(talkFromDeck(one, '文件名').value).value
const kinds = (one: Deck) => talkOf(one).sections.map(({ title, blocks }) => [title, ...blocks.map((block) => `${block.title}:${block.content.kind}`)])

describe('a deck as a talk', () => {
  it('has its cover as front matter and its section pages as sections', () => {
    const one = deck(slide('数字资源', [line('面向青年教师', 0, 'none')], { role: 'cover' }), slide('为什么', [line('1', 0, 'none')], { role: 'section' }), slide('三个变化', [line('甲'), line('乙', 1)]))
    expect(talkOf(one).front).toMatchObject({ title: '数字资源', subtitle: '面向青年教师', lang: 'zh-CN' })
    expect(kinds(one)).toEqual([['为什么', '三个变化:points']])
  })

  it('goes by its own sections where it has no section pages, and by the name of its file where nothing has a title', () => {
    const one: Deck = { ...deck(slide('', [line('Some words that stand alone on the page and go on')]), slide('B')), sections: [{ title: 'First', pages: [1] }, { title: 'Second', pages: [2] }] }
    expect(talkOf(one).front).toMatchObject({ title: '文件名', lang: 'en' })
    expect(kinds(one)).toEqual([['First', 'Slide 1:points'], ['Second', 'B:points']])
  })

  it('keeps what is said to a cover or a section in a block of its own', () => {
    const one = deck(slide('题目', [], { role: 'cover', notes: ['大家好。'] }), slide('第一章', [], { role: 'section', notes: ['先说为什么。'] }))
    expect(talkOf(one).sections.map(({ title, blocks }) => [title, blocks.map(({ script }) => script?.text)])).toEqual([['', ['大家好。']], ['第一章', ['先说为什么。']]])
  })

  it('shows everything of a slide that shows more than one block can', () => {
    const rows = [['年份', '数'], ['2025', '30']]
    const chart: DeckItem = { kind: 'chart', caption: '学校数', forms: ['barChart'], horizontal: true, rows }
    const one = deck(slide('数据', [line('要点'), { kind: 'table', rows }, chart, picture('校园'), picture('操场')], { notes: ['看这里。'] }))
    expect(kinds(one)).toEqual([['', '数据:table', '学校数:chart', '校园:picture', '操场:picture']])
    const [blocks] = talkOf(one).sections.map((section) => section.blocks)
    expect(blocks?.map(({ script }) => script?.text)).toEqual(['看这里。', undefined, undefined, undefined])
    expect(blocks?.[1]?.content).toMatchObject({ chart: 'bar', categories: ['2025'], series: [{ name: '数', values: [30] }] })
  })

  it('draws columns under one line as they are, and says where it cannot draw several plots', () => {
    const of = (forms: readonly string[], ...names: readonly string[]): DeckItem => ({ kind: 'chart', caption: '', forms, horizontal: false, rows: [['', ...names], ['2025', ...names.map(() => '1')]] })
    const charts = (...items: readonly DeckItem[]) => talkOf(deck(slide('图', items))).sections[0]?.blocks.map(({ content }) => content.kind === 'chart' && content.chart)
    expect(charts(of(['barChart', 'lineChart'], '节', '人'), of(['lineChart', 'barChart'], '节', '人'), of(['doughnutChart'], '节'))).toEqual(['combined', 'column', 'doughnut'])
    expect(talkFromDeck(deck(slide('甲', [of(['barChart', 'lineChart'], '节', '人')]), slide('乙', [of(['barChart', 'areaChart'], '节', '人')])), '').warnings.map(({ place }) => place)).toEqual(['slide 2'])
  })

  it('joins slides that go on with the one before them, and says a script once that stands under each', () => {
    const one = deck(slide('任务', [line('甲')], { notes: ['都看一看。'] }), slide('任务（续）', [line('乙')], { notes: ['都看一看。'] }), slide('任务（续2）', [line('丙')], { notes: ['再往下。'] }), slide('别的（续）', [line('丁')]))
    const [section] = talkOf(one).sections
    expect(section?.blocks.map(({ title }) => title)).toEqual(['任务', '别的（续）'])
    expect(section?.blocks[0]?.content).toMatchObject({ points: [{ inlines: [{ text: '甲' }] }, { inlines: [{ text: '乙' }] }, { inlines: [{ text: '丙' }] }] })
    expect(section?.blocks[0]?.script?.text).toBe('都看一看。\n\n再往下。')
  })

  it('leaves nothing to be read as a mark', () => {
    const hostile = ['# 标题', ':::script', '> 引', '- 点', '1. 一', '**粗**', '---', '| a | b |', '<!-- x', '```', '![x](y)']
    const one = deck(slide('# 题 #', hostile.map((text) => line(text)), { notes: [':::', '# 不是标题', ':::cite{source=x}'] }))
    const { value, warnings } = parseTalk(talkFromDeck(one, '题目').value)
    expect(warnings).toEqual([])
    const [block] = value.sections.flatMap(({ blocks }) => blocks)
    expect(block?.title).toBe('# 题 #')
    expect(block?.content.kind === 'points' ? block.content.points.map(({ inlines }) => inlines.map(({ text }) => text).join('')) : []).toEqual(hostile)
    expect(block?.script?.text).toBe(':::\n\n# 不是标题\n\n:::cite{source=x}')
  })

  it('names the slides whose animations, drawings and charts it could not take over, and hidden ones', () => {
    const one = deck(slide('a', [], { animated: true }), slide('b', [], { drawings: 2, hidden: true }), slide('c', [{ kind: 'chart', caption: '', forms: ['radarChart'], horizontal: false, rows: [['', 'x'], ['1', '2']] }]), ...Array.from({ length: 30 }, (_, at) => slide('d', [], { animated: at < 3 || at % 2 === 0 })))
    const { warnings } = talkFromDeck(one, '')
    expect(warnings.map(({ code, place }) => [code, place])).toEqual([['deck-hidden', 'slide 2'], ['deck-animations', 'slide 1'], ['deck-drawings', 'slide 2'], ['deck-charts', 'slide 3']])
    expect(warnings[1]?.message['zh-CN']).toContain('第 1、4–6、8、10、12、14、16、18、20、22、24、26 页等的动画')
  })
})
