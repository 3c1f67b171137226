import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawParagraph } from '../../../src/shared/outline/raw-paragraph'
import { gfmTable } from '../../../src/shared/outline/gfm-table'
import { proposeMaterials } from '../../../src/shared/outline/propose-materials'
import { readOutline } from '../../../src/shared/outline/read-outline'
import { ProposedMaterial } from '../../../src/shared/model/material'
import { lines, styled } from './paragraphs'

const propose = (paragraphs: readonly RawParagraph[]) => {
  const { paragraphs: outlined, outline, facts } = readOutline(paragraphs)
  return proposeMaterials(outlined, outline, { title: facts.title })
}
const table = (...rows: string[][]): RawParagraph => ({ text: gfmTable(rows[0] ?? [], rows.slice(1)), number: '', kind: 'table', styled: 0 })

const item = (depth: number, text: string, number = '•'): RawParagraph => ({ text, number, depth, kind: 'list', styled: 0 })

describe('where a material came from', () => {
  it('names path, locator and paragraphs of a clause numbered (一)', () => {
    const [, second] = propose(lines('一、重点任务\n（一）资源建设\n建好资源库，覆盖各学段，服务全体师生。\n（二）教师培训\n每年培训不少于四十学时，做到人人参加。\n还要考核。\n二、保障\n各校要抓好落实。'))
    expect(second).toMatchObject({ title: '教师培训', path: ['一、重点任务', '（二）教师培训'], locator: '一/(二)', from: 4, to: 6, body: '每年培训不少于四十学时，做到人人参加。\n\n还要考核。' })
  })

  it('leaves the document’s own title out of the path', () => {
    const [first] = propose([styled(1, '资源进课堂'), styled(2, '一、甲'), ...lines('正文在此。'), styled(2, '二、乙'), ...lines('正文。')])
    expect(first).toMatchObject({ path: ['一、甲'], locator: '一' })
  })

  it('makes every article one policy material', () => {
    const materials = propose(lines('示例管理办法\n第一章 总则\n第一条 为了规范管理，制定本办法。\n第二条 学校包括：\n（一）幼儿园；\n（二）小学。\n第三条 本办法自发布之日起施行。'))
    expect(materials.map(({ kind, locator, from, to }) => [kind, locator, from, to])).toEqual([
      ['policy', '第一章/第一条', 3, 3],
      ['policy', '第一章/第二条', 4, 6],
      ['policy', '第一章/第三条', 7, 7],
    ])
  })
})

describe('how a section is cut', () => {
  it('splits a long section between paragraphs', () => {
    const materials = propose([styled(1, '甲'), ...Array.from({ length: 10 }, (_, at) => lines(`${at}${'字'.repeat(399)}。`)).flat(), styled(1, '乙'), ...lines('短。')])
    expect(materials.map(({ title }) => title)).toEqual(['甲（1）', '甲（2）', '甲（3）', '甲（4）', '乙'])
  })

  it('lifts a table with its caption out of the text', () => {
    const materials = propose([styled(1, '三年变化'), ...lines('这三年变化很大，逐年都有增长，来之不易。\n表1 学校数'), table(['年份', '学校数'], ['2025', '30']), ...lines('可见增长。')])
    expect(materials.map(({ kind, title }) => [kind, title])).toEqual([
      ['note', '三年变化（1）'],
      ['data', '表1 学校数'],
      ['note', '三年变化（2）'],
    ])
    expect(materials[1]?.body).toBe('表1 学校数\n\n| 年份 | 学校数 |\n| --- | --- |\n| 2025 | 30 |')
  })

  it('gathers headings with nothing beneath them as the points of one material', () => {
    const [first] = propose(lines('一、四个转变\n（一）从有到优\n（二）从散到聚\n二、保障措施\n各校要抓好落实，确保取得实效，让师生满意。'))
    expect(first).toMatchObject({ title: '四个转变', body: '- （一）从有到优\n- （二）从散到聚', from: 1, to: 3 })
  })

  it('carries a line that only leads over along with what follows', () => {
    const [first] = propose(lines('一、任务\n主要做好以下工作：\n（一）甲项任务\n正文甲在此。还有更多的文字说明。\n（二）乙项任务\n正文乙在此。还有更多的文字说明。\n二、保障\n正文。'))
    expect(first).toMatchObject({ from: 1, to: 4, body: '主要做好以下工作：\n\n正文甲在此。还有更多的文字说明。' })
  })
})

describe('what kind a material is', () => {
  it('tells a case under its four headings as one material', () => {
    const [first] = propose([styled(1, '案例：示例小学的探索'), styled(2, '背景'), ...lines('缺资源。'), styled(2, '做法'), ...lines('建库。'), styled(2, '成效'), ...lines('有效。'), styled(2, '启示'), ...lines('可学。')])
    expect(first).toMatchObject({ kind: 'case', school: '示例小学', body: '### 背景\n\n缺资源。\n\n### 做法\n\n建库。\n\n### 成效\n\n有效。\n\n### 启示\n\n可学。' })
  })

  it('heads the parts of a case that are written as 背景：…', () => {
    const [first] = propose([styled(1, '案例二'), ...lines('背景：学校缺资源。\n做法：建了资源库。')])
    expect(first?.body).toBe('### 背景\n\n学校缺资源。\n\n### 做法\n\n建了资源库。')
  })

  it.each([
    ['思考题', 'question'],
    ['课堂活动', 'activity'],
    ['一位教师的故事', 'story'],
    ['重要论述摘录', 'quote'],
    ['典型经验', 'case'],
    ['做好案例推广', 'note'],
  ])('guesses from the heading %s', (title, kind) => {
    expect(propose([styled(1, title), ...lines('正文在此。'), styled(1, '其他'), ...lines('正文。')])[0]?.kind).toBe(kind)
  })

  it('takes a passage in quotation marks for a quotation', () => {
    expect(propose([styled(1, '卷首'), ...lines('“教育的目的在于唤醒。”\n—— 《示例文集》')])[0]?.kind).toBe('quote')
  })

  it('takes the sections of a regulation for policy', () => {
    expect(propose(lines('关于推进应用的意见\n一、要求\n正文甲。\n二、保障\n正文乙。')).every(({ kind }) => kind === 'policy')).toBe(true)
  })
})

describe('the body', () => {
  it('nests lists by their own depths, wherever they begin', () => {
    const [first] = propose([styled(1, '甲'), item(2, '起'), item(2, '承', '10.'), item(5, '转'), item(2, '合'), ...lines('正文。'), item(1, '又')])
    expect(first?.body).toBe('- 起\n10. 承\n    - 转\n- 合\n\n正文。\n\n- 又')
  })

  it('keeps lists and escapes what Markdown would take for markup', () => {
    const [first] = propose([styled(1, '甲'), { text: '第一点', number: '•', kind: 'list', styled: 0 }, { text: '第二点', number: '2.', kind: 'list', styled: 0 }, ...lines('# 不是标题\n<b>不是标签</b>\n:::script')])
    expect(first?.body).toBe('- 第一点\n2. 第二点\n\n\\# 不是标题\n\n\\<b>不是标签\\</b>\n\n\\:::script')
  })
})

const anyParagraph: fc.Arbitrary<RawParagraph> = fc
  .tuple(
    fc.constantFrom('', '一、', '二、', '三、', '（一）', '（二）', '1.', '2.', '(1)', '(2)', '第一章 ', '第二章 ', '第一条 ', '第二条 ', '一是', '1.1 ', '1.2 ', '①', '②'),
    fc.constantFrom('加强建设', '加强建设。各地要落实到位。', '这是一段正文，说明了情况。', '幼儿园；', '具体如下：', '背景', '做法', '案例', '目录', '字'.repeat(900), '表1 数据'),
    fc.constantFrom<RawParagraph['kind']>('body', 'body', 'body', 'list', 'table', 'note'),
    fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
    fc.nat(99_999),
  )
  .map(([number, text, kind, level, unique]) => ({ text: kind === 'table' ? `| ${unique} |\n| --- |\n| 1 |` : `${number}${unique % 3 === 0 ? text : `${text}${unique}`}`, number: '', kind, styled: kind === 'body' ? level : 0 }))

it('loses no text: every paragraph belongs to exactly one proposal, and its words stand in it', () => {
  fc.assert(
    fc.property(fc.array(anyParagraph, { minLength: 1, maxLength: 40 }), (paragraphs) => {
      const { paragraphs: outlined, outline, facts } = readOutline(paragraphs)
      const materials = proposeMaterials(outlined, outline, { title: facts.title })
      for (const material of materials) ProposedMaterial.parse(material)
      for (const paragraph of outlined) {
        const owners = materials.filter(({ from, to }) => from <= paragraph.index && paragraph.index <= to)
        expect(owners.length).toBeLessThanOrEqual(1)
        const text = paragraph.kind === 'heading' ? paragraph.runIn : paragraph.kind === 'toc' || paragraph.imprint ? '' : paragraph.text
        if (text !== '') expect(owners[0]?.body.replaceAll(/\s|\\|^- |^### /gm, '')).toContain(text.replace(/^(?:背景|做法|成效|启示)[：:]/, '').replaceAll(/\s|\\/g, ''))
      }
    }),
    { numRuns: 500 },
  )
})
