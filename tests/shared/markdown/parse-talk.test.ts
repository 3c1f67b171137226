import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTalk, talkParser } from '../../../src/shared/markdown/parse-talk'
import { picturesIn } from '../../../src/shared/markdown/pictures-in'
import type { Block, BlockContent } from '../../../src/shared/model/block'
import { anyMarkdown, anyTalk, wellFormedTalk } from './arbitrary-talk'

const front = '---\ntitle: 题目\n---\n'
const blocksOf = (markdown: string): readonly Block[] => parseTalk(front + markdown).value.sections.flatMap(({ blocks }) => blocks)
const contentOf = (body: string): BlockContent | undefined => blocksOf(`## 块\n${body}`)[0]?.content
const warningsOf = (markdown: string): readonly string[] => parseTalk(front + markdown).warnings.map(({ code, place }) => `${code} ${place}`)
const text = (value: string) => [{ text: value }]
/** What the blocks of a talk show and say. */
const shape = (markdown: string) => parseTalk(markdown).value.sections.map(({ blocks }) => blocks.map(({ content, script }) => [content, script?.text]))
const bullet = (value: string) => ({ inlines: text(value), marker: 'bullet', children: [] })
const paragraph = (value: string) => ({ inlines: text(value), marker: 'none', children: [] })

describe('what a block shows', () => {
  it.each<[string, string, BlockContent['kind']]>([
    ['points', '- 甲\n- 乙', 'points'],
    ['a quotation', '> 引文\n> —— 《示例》', 'quote'],
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |', 'table'],
    ['a lone picture', '![图](a.png)', 'picture'],
    ['a case', ':::case\n### 背景\n:::', 'case'],
    ['a chart', ':::chart{type=bar}\n| a | b |\n| - | - |\n| 1 | 2 |\n:::', 'chart'],
    ['two columns', ':::two-columns\n- 甲\n---\n- 乙\n:::', 'two-columns'],
    ['a timeline', ':::timeline\n- 2024：开始\n:::', 'timeline'],
    ['a question', ':::question{answer=A}\n问\n- A 甲\n- B 乙\n:::', 'question'],
    ['a discussion', ':::discussion{minutes=3}\n说说\n:::', 'discussion'],
    ['an activity', ':::activity{minutes=5}\n两人一组\n:::', 'activity'],
    ['the host school’s own case', ':::local-case\n:::', 'local-case'],
    ['a picture in a frame', ':::picture{focus="40 30" crop="10 0 80 100"}\n![图](a.png)\n:::', 'picture'],
    ['an agenda', ':::agenda{minutes=yes}\n:::', 'agenda'],
    ['a last word', ':::closing\n再见\n:::', 'closing'],
    ['a list of sources', ':::references\n:::', 'references'],
    ['nothing yet', '', 'points'],
  ])('reads %s', (_, body, kind) => {
    expect(contentOf(body)?.kind).toBe(kind)
    expect(warningsOf(`## 块\n${body}`)).toEqual([])
  })

  it('takes the attribution from the last line of a quotation', () => {
    expect(contentOf('> 第一段。\n>\n> 第二段。\n> —— 《示例规划》，二、(一)')).toEqual({ kind: 'quote', paragraphs: [text('第一段。'), text('第二段。')], attribution: '《示例规划》，二、(一)' })
  })

  it('keeps quotation marks and dashes of a quotation as they are', () => {
    expect(contentOf('> “讲台”——不只是一张桌子。')).toEqual({ kind: 'quote', paragraphs: [text('“讲台”——不只是一张桌子。')], attribution: '' })
  })

  it('reads a picture beside points, with its line in the block', () => {
    expect(contentOf('- 甲\n\n![图](a.png "说明")')).toEqual({ kind: 'points', points: [bullet('甲')], picture: { src: 'a.png', alt: '图', caption: '说明', line: 3 } })
    expect(picturesIn(parseTalk(`${front}## 块\n- 甲\n\n![图](a.png)`).value)).toEqual([{ src: 'a.png', line: 7 }])
  })

  it('reads the unit of the line of a combined chart, where it is another', () => {
    const unitIn = (attributes: string) => {
      const content = contentOf(`:::chart{${attributes}}\n| 年 | 甲 | 乙 |\n| - | - | - |\n| 2024 | 1 | 2 |\n:::`)
      return content?.kind === 'chart' ? content.lineUnit : null
    }
    expect([unitIn('type=combined unit=所 line-unit=%'), unitIn('type=combined unit=所 line-unit=所'), unitIn('type=column unit=所 line-unit=%')]).toEqual(['%', undefined, undefined])
  })

  it('reads numbers in a chart as people write them', () => {
    const content = contentOf(':::chart{type=line unit=所}\n| 年 | 甲 | 乙 |\n| - | - | - |\n| 2024 | 1,234 | １２所 |\n| 2025 | −3.5 | |\n:::')
    expect(content?.kind === 'chart' && content.series).toEqual([{ name: '甲', values: [1234, -3.5] }, { name: '乙', values: [12, null] }])
  })

  it('splits a timeline at its colon but not inside a time of day', () => {
    const content = contentOf(':::timeline\n- 2024：开始\n- 9:30：签到\n- May: we begin\n- 没有日期\n:::')
    expect(content?.kind === 'timeline' && content.events.map(({ when }) => when)).toEqual(['2024', '9:30', 'May', ''])
  })

  it('does not take the first word of options for a letter', () => {
    const content = contentOf(':::question\n问\n- A good idea\n- A bad idea\n:::')
    expect(content?.kind === 'question' && content.options).toEqual([{ letter: 'A', inlines: text('A good idea') }, { letter: 'B', inlines: text('A bad idea') }])
  })

  it('reads an explanation also where the colons of its question were forgotten', () => {
    const content = contentOf(':::question{answer=B}\n问\n- A 甲\n- B 乙\n\n:::explanation\n因为\n:::\n:::')
    expect(content?.kind === 'question' && content.explanation).toEqual([text('因为')])
    expect(warningsOf('## 块\n:::question{answer=B}\n问\n- A 甲\n- B 乙\n\n:::explanation\n因为\n:::\n:::')).toEqual(['nested-colons line 5'])
  })
})

describe('ordinary Chinese text', () => {
  it.each(['时间:9点，比例 16:9', '见 :smile: 与 ::leaf', '邮箱 a@b.cn，网址 https://a.cn/x，请看', '每组 5~10 人，约 3~5 分钟', '文件_名称_版本', '价格 $5 与 $6', '一是：要学；二是：要做'])('keeps “%s” to the letter', (line) => {
    expect(contentOf(line)).toEqual({ kind: 'points', points: [paragraph(line)], picture: null })
  })

  it('closes emphasis between a full-width mark and a character', () => {
    expect(contentOf('**“引文”**后面')).toMatchObject({ points: [{ inlines: [{ text: '“引文”', strong: true }, { text: '后面' }] }] })
  })

  it('joins wrapped Han lines without a space and Latin ones with one', () => {
    expect(contentOf('第一行\n第二行')).toMatchObject({ points: [paragraph('第一行第二行')] })
    expect(contentOf('first line\nsecond')).toMatchObject({ points: [paragraph('first line second')] })
  })
})

describe('structure', () => {
  it('gives blocks before the first section a section without title', () => {
    const { sections } = parseTalk(`${front}## 开场\n- 甲\n# 一\n## 块\n`).value
    expect(sections.map(({ title, blocks }) => [title, blocks.map(({ key }) => key)])).toEqual([['', ['0.0']], ['一', ['1.0']]])
  })

  it('tells blocks of one title apart', () => {
    expect(blocksOf('# 一\n## 同名\n- 甲\n## 同名\n- 乙\n').map(({ key, title }) => [key, title])).toEqual([['0.0', '同名'], ['0.1', '同名']])
  })

  it('reads CRLF as LF', () => {
    const isReadAsLf = (markdown: string) => {
      expect(shape(markdown.replaceAll('\n', '\r\n'))).toEqual(shape(markdown))
    }
    isReadAsLf(`${front}# 一\n## 块\n- 甲\n\n:::script\n各位好。\n再见。\n:::\n`)
    isReadAsLf('## 引文\n> 第一行\n> 第二行\n> —— 《示例》\n')
    fc.assert(fc.property(wellFormedTalk.map((markdown) => markdown.replaceAll('\r\n', '\n')), isReadAsLf))
  })

  it('leaves headings in fenced code and comments alone', () => {
    expect(blocksOf('## 块\n```\n## 代码\n```\n<!--\n## 备注\n-->\n')).toHaveLength(1)
  })

  it('ends a directive that is being typed at the next heading', () => {
    expect(blocksOf('## 甲\n:::script\n还没写完\n\n## 乙\n- 点\n\n:::script\n说\n:::\n').map(({ title, script }) => [title, script?.text])).toEqual([['甲', '还没写完'], ['乙', '说']])
  })

  it('keeps a heading inside a closed script as spoken text', () => {
    expect(blocksOf('## 甲\n:::script\n先说\n# 再说\n:::\n## 乙\n').map(({ script }) => script?.text)).toEqual(['先说\n# 再说', undefined])
  })

  it('reads an empty file as a talk without anything', () => {
    expect(parseTalk('').value).toMatchObject({ front: { title: '', minutes: null, lang: 'zh-CN' }, sections: [] })
  })
})

describe('audiences', () => {
  const markdown = `${front}# 一\n:::::only{audience=students}\n## 学生块\n- 甲\n\n:::script\n同学们\n:::\n:::::\n## 公共块\n- 都有\n\n:::except{audience="officials, principals"}\n- 不给机关\n:::\n\n::::script\n大家好。\n:::only{audience=students}\n同学们好。\n:::\n::::\n`
  const shown = (audience?: string) => parseTalk(markdown, { audience }).value.sections[0]?.blocks.map(({ key, content, script }) => [key, content.kind === 'points' ? content.points.length : 0, script?.text])

  it('keeps everything, and says for whom, when no audience is given', () => {
    expect(shown()).toEqual([['0.0', 1, '同学们'], ['0.1', 2, '大家好。\n同学们好。']])
    expect(parseTalk(markdown).value.sections[0]?.blocks[0]?.condition).toEqual({ mode: 'only', audiences: ['students'] })
  })

  it('leaves out what is not for the audience and keeps the keys', () => {
    expect(shown('officials')).toEqual([['0.1', 1, '大家好。']])
    expect(shown('students')).toEqual([['0.0', 1, '同学们'], ['0.1', 2, '大家好。\n同学们好。']])
  })

  it('combines conditions that nest', () => {
    const nested = parseTalk(`${front}::::only{audience="a b"}\n# 一\n## 甲\n:::except{audience=b}\n## 乙\n:::\n::::\n`).value
    expect(nested.sections[0]?.blocks.map(({ condition }) => condition)).toEqual([{ mode: 'only', audiences: ['a', 'b'] }, { mode: 'only', audiences: ['a'] }])
  })

  it('goes around whole blocks also where another one comes first in it', () => {
    const { sections } = parseTalk('# 一\n::::only{audience=a}\n:::only{audience=b}\n## 甲\n:::\n\n## 乙\n\n## 丙\n::::\n').value
    expect(sections[0]?.blocks.map(({ title, condition }) => [title, condition?.audiences])).toEqual([['甲', []], ['乙', ['a']], ['丙', ['a']]])
  })
})

describe('warnings', () => {
  it.each<[string, string, readonly string[]]>([
    ['a directive nobody knows', '## 块\n:::scirpt\n话\n:::', ['unknown-directive line 5']],
    ['a directive that is not closed', '## 块\n:::script\n话', ['unclosed-directive line 5']],
    ['a closing line without opening', '## 块\n话\n:::', ['unclosed-directive line 6']],
    ['full-width colons', '## 块\n：：：script\n话\n：：：', ['malformed-directive line 5']],
    ['a blank behind the colons', '## 块\n::: script\n话\n:::', ['malformed-directive line 5']],
    ['braces that cannot be read', '## 块\n:::chart{type=“bar”}\n| a | b |\n| - | - |\n| 1 | 2 |\n:::', ['malformed-directive line 5']],
    ['a ragged row', '## 块\n| a | b |\n| - | - |\n| 1 |\n', ['broken-table line 7']],
    ['a table without rule', '## 块\n| a | b |\n| 1 | 2 |\n', ['broken-table line 5']],
    ['a chart without table', '## 块\n:::chart{type=bar}\n没有表\n:::', ['content-not-shown line 6', 'broken-table line 5']],
    ['a word for a number', '## 块\n:::chart{type=bar}\n| a | b |\n| - | - |\n| 1 | 很多 |\n:::', ['broken-table line 8']],
    ['a chart type nobody draws', '## 块\n:::chart{type=radar}\n| a | b |\n| - | - |\n| 1 | 2 |\n:::', ['bad-attribute line 5']],
    ['a stage off the chain', '## 块\n:::case{stage=done}\n:::', ['bad-attribute line 5']],
    ['minutes that are none', '## 块\n:::activity{minutes=很久}\n:::', ['bad-attribute line 5']],
    ['an answer that is no option', '## 块\n:::question{answer=C}\n问\n- A 甲\n- B 乙\n:::', ['bad-attribute line 5']],
    ['a citation of nothing', '## 块\n:::cite\n:::', ['bad-attribute line 5']],
    ['a condition for nobody', '## 块\n:::only\n- 甲\n:::', ['bad-attribute line 5']],
    ['a picture without description', '## 块\n![](a.png)', ['empty-picture-alt line 5']],
    ['a second table', '## 块\n| a | b |\n| - | - |\n\n| c | d |\n| - | - |\n', ['content-not-shown line 8']],
    ['a block without title', '##\n- 甲', ['missing-title line 4']],
    ['a condition across sections', '# 一\n:::only{audience=a}\n## 甲\n# 二\n:::', ['straddling-condition line 5']],
  ])('names %s with its line', (_, markdown, expected) => {
    expect([...warningsOf(markdown)].sort()).toEqual([...expected].sort())
  })

  it.each<[string, string]>([
    ['---\nminutes: 很久\ntitle: 甲\n---\n', 'bad-front-matter line 2'],
    ['---\ntitle: 甲\ndate: 2026-02-30\n---\n', 'bad-front-matter line 3'],
    ['---\ntitle: 甲: 乙\n---\n', 'bad-front-matter line 2'],
    ['---\ntitle: 甲\n\n# 一\n', 'bad-front-matter line 1'],
  ])('names what is wrong in the front matter %j', (markdown, expected) => {
    expect(parseTalk(markdown).warnings.map(({ code, place }) => `${code} ${place}`)).toContain(expected)
  })

  it('reads a title with a colon although YAML does not', () => {
    expect(parseTalk('---\ntitle: 甲: 乙\nminutes: 30\n---\n').value.front).toMatchObject({ title: '甲: 乙', minutes: 30 })
  })

  it('suggests the name that was meant', () => {
    expect(parseTalk(`${front}## 块\n:::scirpt\n:::`).warnings[0]?.message['zh-CN']).toContain('“:::script”')
  })

  it('speaks both languages', () => {
    fc.assert(fc.property(anyTalk, (markdown) => {
      for (const { message, place } of parseTalk(markdown).warnings) {
        expect(message['zh-CN']).toMatch(/\p{Script=Han}/u)
        expect(message.en.replace(/“[^”]*”/g, '')).not.toMatch(/\p{Script=Han}/u)
        expect(place).toMatch(/^line \d+$/)
      }
    }), { numRuns: 200 })
  })
})

describe('any text', () => {
  it('has a reading', () => {
    fc.assert(fc.property(fc.oneof(anyMarkdown, anyTalk, fc.string(), fc.string({ unit: 'binary' })), fc.option(fc.constantFrom('students', 'a'), { nil: undefined }), (markdown, audience) => {
      for (const { span } of parseTalk(markdown, { audience }).value.sections.flatMap(({ blocks }) => blocks)) expect(span.start).toBeLessThanOrEqual(span.end)
    }), { numRuns: 500 })
  })

  it('is read the same by a parser that remembers', () => {
    const parse = talkParser()
    fc.assert(fc.property(anyTalk, (markdown) => {
      expect(parse(markdown)).toEqual(parseTalk(markdown))
    }), { numRuns: 200 })
  })

  it('is read although it is deeply nested', () => {
    expect(() => parseTalk(`## 块\n${'> '.repeat(500)}深\n${'- '.repeat(300)}深\n${':::only{audience=a}\n'.repeat(5000)}`)).not.toThrow()
  })
})
