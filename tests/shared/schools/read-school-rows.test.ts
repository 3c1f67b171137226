import { describe, expect, it } from 'vitest'
import { readSchoolRows } from '../../../src/shared/schools/read-school-rows'
import { readColour, readContacts, readLevel, writeContacts } from '../../../src/shared/schools/read-cells'

const sheet = (...rows: readonly (readonly string[])[]) => readSchoolRows(rows.map((cells, at) => ({ line: at + 1, cells })))

describe('the rows of a table of schools', () => {
  it('are read under Chinese, English and full-width headings', () => {
    expect(sheet(['学校名称', '简称', '区县', '学段', '校训', '系列名', '口号', '主色', '强调色', '标题字体', '正文字体', '校徽'], ['示例小学', '示小', '东区', '小学', '求真', '晨光讲堂', '每天向前', '#1C5FB8', 'c2571a', '宋体', '仿宋', 'logos/a.png']).rows).toEqual([
      {
        line: 2,
        school: { name: '示例小学', short: '示小', district: '东区', level: 'primary' },
        brand: { motto: '求真', series: '晨光讲堂', slogan: '每天向前', primary: '1C5FB8', accent: 'C2571A', headingFont: '宋体', bodyFont: '仿宋' },
        logo: 'logos/a.png',
        logoOnDark: '',
      },
    ])
    expect(sheet(['name', 'heading_font', 'Primary'], ['Example School', 'Georgia', '#123456']).rows[0]).toMatchObject({ school: { name: 'Example School' }, brand: { headingFont: 'Georgia', primary: '123456' } })
    expect(sheet(['ＮＡＭＥ', '主色（#RRGGBB）'], ['示例', '＃ＡＢＣＤＥＦ']).rows[0]).toMatchObject({ brand: { primary: 'ABCDEF' } })
  })

  it('begin behind titles and remarks, and say which columns mean nothing', () => {
    const read = sheet(['示例区学校一览'], [], ['序号', '学校名称', '人数'], ['1', '示例小学', '900'])
    expect(read.rows.map(({ line, school }) => [line, school.name])).toEqual([[4, '示例小学']])
    expect(read.ignored).toEqual(['序号', '人数'])
  })

  it('say nothing of what is empty', () => {
    expect(sheet(['name', 'short', 'primary', '', ''], ['示例小学', '', '', '', '']).rows[0]).toEqual({ line: 2, school: { name: '示例小学' }, brand: {}, logo: '', logoOnDark: '' })
  })

  it('are left out with line, column and reason where they cannot be read, and do not hold up the others', () => {
    const read = sheet(['name', 'primary', 'level'], ['甲', 'blau', '小学'], ['', '#111111', ''], ['丙', '#222222', '幼儿园'], ['丁', '#333333', '高中', '多出来的'])
    expect(read.rows.map(({ school }) => school.name)).toEqual(['丙', '丁'])
    expect(read.problems.map(({ line, column, value, severity, code }) => [line, column, value, severity, code])).toEqual([
      [2, 'primary', 'blau', 'error', 'bad-colour'],
      [3, 'name', '', 'error', 'no-name'],
      [4, 'level', '幼儿园', 'warning', 'bad-level'],
      [5, null, '多出来的', 'warning', 'spare-cells'],
    ])
  })

  it('are not looked for in a table that names no school', () => {
    expect(() => sheet(['姓名', '电话'], ['示例', '1'])).toThrow(expect.objectContaining({ code: 'no-school-column' }))
    expect(() => sheet()).toThrow(expect.objectContaining({ code: 'no-school-column' }))
  })
})

describe('a cell', () => {
  it.each([
    ['#1c5fb8', '1C5FB8'],
    ['1C5FB8', '1C5FB8'],
    ['＃１Ｃ５ＦＢ８', '1C5FB8'],
    ['#15B', '1155BB'],
    ['rgb(28, 95, 184)', '1C5FB8'],
    ['28，95，184', '1C5FB8'],
    ['1122', '001122'],
    ['0x1C5FB8', '1C5FB8'],
  ])('is the colour that people mean by %s', (text, colour) => expect(readColour(text)).toBe(colour))

  it.each(['', '红', '#12', '#1234567', '300,0,0', '1.2E+346', '#GGGGGG'])('is no colour: %s', (text) => expect(readColour(text)).toBeNull())

  it('is a level under the names that schools go by', () => {
    expect(['小学', 'Junior', '普高', '职高', '大学'].map(readLevel)).toEqual(['primary', 'junior', 'senior', 'vocational', 'higher'])
    expect(readLevel('中学')).toBeNull()
  })

  it('holds several people, and reads back as it is written', () => {
    const { contacts, unread } = readContacts('示例甲 / 教务主任 / 010-00000000；示例乙／00000000')
    expect(contacts).toEqual([
      { name: '示例甲', role: '教务主任', reach: '010-00000000' },
      { name: '示例乙', role: '', reach: '00000000' },
    ])
    expect(unread).toEqual([])
    expect(readContacts(writeContacts(contacts)).contacts).toEqual(contacts)
  })
})
