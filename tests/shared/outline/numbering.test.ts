import { expect, it } from 'vitest'
import { formatChineseNumeral, parseChineseNumeral } from '../../../src/shared/outline/chinese-numeral'
import { locatorOf, parseNumber } from '../../../src/shared/outline/numbering'
import fc from 'fast-check'

it.each([
  ['第一章 总则', 'chapter', 1, '第一章', '总则', '第一章'],
  ['第十二章　附则', 'chapter', 12, '第十二章', '附则', '第十二章'],
  ['第3章 资源', 'chapter', 3, '第3章', '资源', '第3章'],
  ['第二编 分则', 'part', 2, '第二编', '分则', '第二编'],
  ['第一部分 背景', 'part', 1, '第一部分', '背景', '第一部分'],
  ['第一节 一般规定', 'section', 1, '第一节', '一般规定', '第一节'],
  ['第二十三条　学校应当公开。', 'article', 23, '第二十三条', '学校应当公开。', '第二十三条'],
  ['第4条【职责】', 'article', 4, '第4条', '【职责】', '第4条'],
  ['一、总体要求', 'han', 1, '一、', '总体要求', '一'],
  ['十一．保障', 'han', 11, '十一．', '保障', '十一'],
  ['（一）资源建设', 'han-paren', 1, '（一）', '资源建设', '(一)'],
  ['(二) 培训', 'han-paren', 2, '(二)', '培训', '(二)'],
  ['㈢推广', 'han-paren', 3, '㈢', '推广', '(三)'],
  ['1.目标', 'decimal', 1, '1.', '目标', '1'],
  ['2．目标', 'decimal', 2, '2．', '目标', '2'],
  ['３、目标', 'decimal', 3, '３、', '目标', '3'],
  ['⒋目标', 'decimal', 4, '⒋', '目标', '4'],
  ['(1)平台', 'decimal-paren', 1, '(1)', '平台', '(1)'],
  ['（２）平台', 'decimal-paren', 2, '（２）', '平台', '(2)'],
  ['⑶平台', 'decimal-paren', 3, '⑶', '平台', '(3)'],
  ['4)平台', 'decimal-half-paren', 4, '4)', '平台', '4'],
  ['①小学', 'circled', 1, '①', '小学', '1'],
  ['一是坚持需求导向', 'point', 1, '一是', '坚持需求导向', '一是'],
  ['二要抓好落实', 'point', 2, '二要', '抓好落实', '二要'],
  ['1.2 方法', 'dotted-2', 2, '1.2', '方法', '1.2'],
  ['3．1．4 结果', 'dotted-3', 4, '3．1．4', '结果', '3.1.4'],
  ['Chapter 2: Methods', 'chapter', 2, 'Chapter 2', 'Methods', 'Chapter 2'],
  ['Article IV Rights', 'article', 4, 'Article IV', 'Rights', 'Article IV'],
  ['案例二：示例中学', 'labelled', 2, '案例二', '示例中学', '案例二'],
  ['【活动3】分组讨论', 'labelled', 3, '【活动3】', '分组讨论', '活动3'],
  ['附件1', 'annex', 1, '附件1', '', '附件1'],
])('reads the number of %s', (text, form, value, label, rest, locator) => {
  const parsed = parseNumber(text)
  expect(parsed).toMatchObject({ form, value, label, rest })
  expect(locatorOf(parsed?.label ?? '')).toBe(locator)
})

it.each(['2026年3月5日', '1.5亿元投入', '一般来说，资源是好的', '三年来', '教育是大计', '3个班', '1.5%', '十分重要'])('sees no number in %s', (text) => {
  const parsed = parseNumber(text)
  expect(parsed === null || parsed.form === 'decimal-bare').toBe(true)
})

it('reads every Chinese numeral that it writes', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('plain' as const, 'formal' as const), (value, style) => parseChineseNumeral(formatChineseNumeral(value, style)) === value))
})
