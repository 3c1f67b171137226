import { describe, expect, it } from 'vitest'
import { readOutline } from '../../../src/shared/outline/read-outline'
import { lines, outlineOf, styled } from './paragraphs'

const codePart = (number: string, chapters: readonly string[], from: number) => `第${number}编 编${number}\n${chapters.map((chapter, at) => `第${chapter}章 章${chapter}\n第${from + at}条 条文内容在此。`).join('\n')}`
const generated = (number: string, text: string) => ({ text, number, kind: 'list' as const, styled: 0 })

describe('typed numbers without any heading style', () => {
  it('reads the five levels of an official document', () => {
    const text = `关于推进数字资源应用的意见
      一、总体要求
      （一）指导思想
      坚持以学生为中心。
      （二）重点任务
      1．建好资源库
      （1）基础教育资源
      覆盖各学段。
      （2）职业教育资源
      覆盖主要专业。
      2．用好资源库
      每学期至少使用十次。
      二、保障措施
      各校要抓好落实。`
    expect(outlineOf(lines(text))).toEqual(['1 一、 总体要求', '2 （一） 指导思想', '2 （二） 重点任务', '3 1． 建好资源库', '4 （1） 基础教育资源', '4 （2） 职业教育资源', '3 2． 用好资源库', '1 二、 保障措施'])
  })

  it('mixes half and full width as people type them', () => {
    expect(outlineOf(lines('一、甲\n(一)乙\n正文。\n（二）丙\n正文。\n二.丁\n正文。'))).toEqual(['1 一、 甲', '2 (一) 乙', '2 （二） 丙', '1 二. 丁'])
  })

  it('lets articles count on through the chapters', () => {
    const text = '第一章 总则\n第一条 为了规范管理，制定本办法。\n第二条 本办法适用于各校。\n第二章 职责\n第三条 学校应当公开目录。\n第三章 附则\n第四条 本办法自发布之日起施行。'
    expect(outlineOf(lines(text)).map((entry) => entry.split(' ').slice(0, 2).join(' '))).toEqual(['1 第一章', '2 第一条', '2 第二条', '1 第二章', '2 第三条', '1 第三章', '2 第四条'])
  })

  it('keeps chapters outside articles in a code of several parts', () => {
    const text = [codePart('一', ['一', '二'], 1), codePart('二', ['一', '二'], 3), codePart('三', ['一', '二'], 5), codePart('四', ['一', '二'], 7)].join('\n')
    expect(outlineOf(lines(text)).map((entry) => entry[0]).join('')).toBe('12323'.repeat(4))
  })

  it('learns from the document that 1. contains （一）', () => {
    expect(outlineOf(lines('1．甲\n（一）子\n正文。\n（二）丑\n正文。\n2．乙\n（一）寅\n正文。\n（二）卯\n正文。\n3．丙\n正文。'))).toEqual(['1 1． 甲', '2 （一） 子', '2 （二） 丑', '1 2． 乙', '2 （一） 寅', '2 （二） 卯', '1 3． 丙'])
  })

  it('reads Western numbers', () => {
    expect(outlineOf(lines('Chapter 1 Why\n1.1 Reasons\nText follows here.\n1.2 Limits\nText follows here.\nChapter 2 How\n2.1 Steps\nText follows here.\n2.2 Tools\nText.'))).toEqual(['1 Chapter 1 Why', '2 1.1 Reasons', '2 1.2 Limits', '1 Chapter 2 How', '2 2.1 Steps', '2 2.2 Tools'])
  })

  it('takes a bare 1 for a number only where 1.1 is about', () => {
    expect(outlineOf(lines('1 引言\n1.1 背景\n正文。\n1.2 目标\n正文。\n2 方法\n2.1 对象\n正文。\n2.2 步骤\n正文。'))).toEqual(['1 1 引言', '2 1.1 背景', '2 1.2 目标', '1 2 方法', '2 2.1 对象', '2 2.2 步骤'])
    expect(outlineOf(lines('3 个班参加了活动\n正文。\n4 个班没有参加\n正文。'))).toEqual([])
  })

  it('reads cases that are counted and questions as headings of a lecture', () => {
    expect(outlineOf(lines('一、为什么要用？\n正文。\n二、他们怎么用\n案例一：甲校的做法\n正文。\n案例二：乙校的做法\n正文。\n三、我们怎么用\n正文。'))).toEqual(['1 一、 为什么要用？', '1 二、 他们怎么用', '2 案例一 甲校的做法', '2 案例二 乙校的做法', '1 三、 我们怎么用'])
  })

  it('continues an excerpt that begins in the middle', () => {
    expect(outlineOf(lines('三、实施步骤\n正文。\n四、保障措施\n正文。'))).toEqual(['1 三、 实施步骤', '1 四、 保障措施'])
  })

  it('starts anew under an annex', () => {
    expect(outlineOf(lines('一、甲\n正文。\n二、乙\n正文。\n附件1\n一、丙\n正文。\n二、丁\n正文。'))).toEqual(['1 一、 甲', '1 二、 乙', '1 附件1', '2 一、 丙', '2 二、 丁'])
  })
})

describe('headings that run into their text', () => {
  it('takes the first sentence for the title and leaves the paragraph whole', () => {
    const { paragraphs, outline } = readOutline(lines('（一）加强资源建设。各地要建好资源库，用好资源库。\n（二）抓好教师培训。每年不少于40学时。'))
    expect(outline).toEqual([
      { level: 1, number: '（一）', title: '加强资源建设', paragraph: 1 },
      { level: 1, number: '（二）', title: '抓好教师培训', paragraph: 2 },
    ])
    expect(paragraphs[0]).toMatchObject({ kind: 'heading', text: '（一）加强资源建设。各地要建好资源库，用好资源库。', runIn: '各地要建好资源库，用好资源库。' })
  })

  it('does so for an article with its title in brackets', () => {
    expect(outlineOf(lines('第一条【目的】为了规范管理。\n第二条【范围】适用于各校。'))).toEqual(['1 第一条 目的', '1 第二条 范围'])
  })
})

it('takes short sentences with a full stop for headings where text stands beneath each of them', () => {
  expect(outlineOf(lines('一、深刻认识重要意义。\n正文甲。\n二、切实抓好落实。\n正文乙。'))).toEqual(['1 一、 深刻认识重要意义', '1 二、 切实抓好落实'])
})

describe('what is numbered and no heading', () => {
  it.each([
    ['sentences of a list', '应当包括：\n（一）幼儿园；\n（二）中小学校；\n（三）中等职业学校。'],
    ['short points with nothing beneath them', '准备：\n1. 苹果\n2. 梨\n3. 桃\n正文在最后一点之后。'],
    ['nested short points', '清单：\n1. 甲\n（1）子\n（2）丑\n2. 乙\n（1）寅\n（2）卯\n正文。'],
    ['a lone number in the text', '正文如下。\n1.培训内容\n正文继续。'],
    ['一是 and 二是', '一是坚持需求导向。\n二是坚持公益属性。'],
    ['a lone 一、', '一、只有这一点\n正文。'],
    ['quantities and dates', '2026年3月5日\n1.5亿元投入\n3个班参加'],
    ['an article quoted in a sentence', '第三条规定了学校的职责，应当遵守。\n正文。'],
  ])('%s', (_, text) => {
    expect(outlineOf(lines(text))).toEqual([])
  })

  it('calls 一是 … 二是 … and list sentences a list', () => {
    const { paragraphs } = readOutline(lines('要求如下。\n一是坚持需求导向。\n二是坚持公益属性。'))
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['body', 'list', 'list'])
  })
})

describe('heading styles', () => {
  it('ranks the levels that are used', () => {
    expect(outlineOf([styled(1, '甲'), styled(3, '乙'), styled(1, '丙')])).toEqual(['1 甲', '2 乙', '1 丙'])
  })

  it('hangs typed numbers beneath styled headings', () => {
    expect(outlineOf([styled(1, '一、甲'), ...lines('（一）子\n正文。\n（二）丑\n正文。'), styled(1, '二、乙')])).toEqual(['1 一、 甲', '2 （一） 子', '2 （二） 丑', '1 二、 乙'])
  })

  it('gives a form of number the level it has where it is styled', () => {
    expect(outlineOf([styled(1, '一、甲'), ...lines('正文。\n二、乙\n正文。'), styled(1, '三、丙')])).toEqual(['1 一、 甲', '1 二、 乙', '1 三、 丙'])
  })

  it('reads generated numbers like typed ones', () => {
    expect(outlineOf([generated('一、', '甲'), ...lines('正文。'), generated('二、', '乙'), ...lines('正文。')])).toEqual(['1 一、 甲', '1 二、 乙'])
  })

  it('does not believe a style on a paragraph of text', () => {
    expect(outlineOf([styled(1, '甲'), styled(2, `${'这是一段很长的正文，'.repeat(20)}。`)])).toEqual(['1 甲'])
  })
})

describe('the contents list', () => {
  const body = '一、总体要求\n正文一。\n二、重点任务\n正文二。\n三、保障措施\n正文三。'
  it.each([
    ['after 目　录', '目　录\n一、总体要求\n二、重点任务\n三、保障措施\n'],
    ['with leaders and page numbers', '目录\n一、总体要求……1\n二、重点任务………3\n三、保障措施 ...... 12\n'],
    ['with page numbers after a space', '目录\n一、总体要求 1\n二、重点任务 3\n三、保障措施 12\n'],
    ['without a title', '一、总体要求\n二、重点任务\n三、保障措施\n'],
  ])('is not imported twice: %s', (_, contents) => {
    const paragraphs = lines(`${contents}${body}`)
    expect(outlineOf(paragraphs)).toEqual(['1 一、 总体要求', '1 二、 重点任务', '1 三、 保障措施'])
    expect(readOutline(paragraphs).paragraphs.filter(({ kind }) => kind === 'toc')).toHaveLength(contents.trim().split('\n').length)
  })

  it('is recognised where the headings run into their text', () => {
    expect(outlineOf(lines('目录\n（一）抓建设\n（二）抓应用\n（一）抓建设。各地要建好。\n（二）抓应用。各地要用好。'))).toEqual(['1 （一） 抓建设', '1 （二） 抓应用'])
  })

  it('is no contents list where three lines merely repeat', () => {
    expect(readOutline(lines('重要\n重要\n重要\n正文。')).paragraphs.some(({ kind }) => kind === 'toc')).toBe(false)
  })
})

describe('the facts of an official document', () => {
  it('reads letterhead, number, title over two lines, signature and date', () => {
    const { facts, paragraphs } = readOutline(lines('示例市教育局文件\n示教发〔2026〕12号\n关于推进数字资源进课堂的\n实施意见\n各区教育局：\n正文在此。\n示例市教育局\n2026年3月5日'))
    expect(facts).toEqual({ title: '关于推进数字资源进课堂的实施意见', issuer: '示例市教育局', number: '示教发〔2026〕12号', date: '2026年3月5日' })
    expect(paragraphs.filter(({ imprint }) => !imprint).map(({ text }) => text)).toEqual(['各区教育局：', '正文在此。'])
  })

  it('reads a date in Chinese numerals', () => {
    expect(readOutline(lines('某某通知\n正文在此。\n示例学校\n二〇二六年三月五日')).facts.date).toBe('2026年3月5日')
  })

  it('takes the one first heading above all others for the title', () => {
    expect(readOutline([styled(1, '资源进课堂'), ...lines('正文。'), styled(2, '甲')]).facts.title).toBe('资源进课堂')
  })

  it('says nothing where the document says nothing', () => {
    expect(readOutline(lines('今天天气很好，我们去了公园。')).facts).toEqual({ title: '', issuer: '', number: '', date: '' })
  })
})
