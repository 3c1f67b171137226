/** Talks and pieces of Markdown for property tests: well formed, as people write them, and as nobody should. */
import fc from 'fast-check'

const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('- 要点', '  - 二级', '1. 第一', '一段话，时间 9:30，比例 16:9。', '> 引文', '> —— 《示例规划》，二', '| 甲 | 乙 |', '| --- | --- |', '| 1 | 2 |', '![图](a.png)', '**强调**后面', '') },
  { weight: 2, arbitrary: fc.constantFrom(':::', '::::', ':::::', ':::script', '::::script', ':::cite{source="甲" at="二/(一)"}', ':::case{stage=adopted school="示例小学"}', ':::chart{type=bar}', '::::question{answer=A}', ':::explanation', ':::only{audience=students}', '::::except{audience="a b"}', ':::two-columns', ':::foo', '：：：script', ':::script{speaker="学者"}', '::: script', ':::chart{type=', ':::script 文字') },
  { weight: 1, arbitrary: fc.constantFrom('# 一节', '## 一块', '##', '### 小标题', '标题', '===', '---', '```', '~~~~', '```js', '<!--', '-->', '<div>', '    代码', '\\:::', '  ## 缩进', ':smile:', '::leaf{a=b}', '\t') },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
)

/** Any lines in any order. */
export const anyMarkdown = fc.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\n', '\n', '\r\n')).map(([lines, ending]) => lines.join(ending))

const bodies = fc.constantFrom('- 甲\n- 乙', '> 引文\n> —— 《示例》', '| a | b |\n| - | - |\n| 1 | 2 |', ':::case{stage=adopted}\n### 背景\n很难\n:::', '::::question{answer=B}\n题干\n- A 甲\n- B 乙\n\n:::explanation\n因为\n:::\n::::', ':::chart{type=pie}\n| a | b |\n| - | - |\n| 1 | 2 |\n:::', '', '前一段\n\n:::only{audience=students}\n- 只给学生\n:::\n\n后一段', '<!-- 备注\n## 不是标题\n-->\n- 甲')
const scripts = fc.constantFrom('', '', ':::script\n各位好。[翻页]\n:::', ':::script{speaker="示例学者"}\n我来说。\n:::', '::::script\n甲\n:::only{audience=students}\n乙\n:::\n::::')
const cites = fc.constantFrom('', ':::cite{source="甲" at="二"}\n:::')
const block = fc.tuple(fc.nat(99), bodies, scripts, cites).map(([n, body, script, cite]) => [`## 块 ${n}`, body, script, cite].filter((part) => part !== '').join('\n\n'))
const wrapped = fc.tuple(fc.array(block, { minLength: 1, maxLength: 3 }), fc.constantFrom('only', 'except')).map(([blocks, mode]) => `:::::${mode}{audience=students}\n${blocks.join('\n\n')}\n\n:::::`)
const section = fc.tuple(fc.nat(9), fc.constantFrom('', '', '节首的话'), fc.array(fc.oneof({ weight: 3, arbitrary: block }, { weight: 1, arbitrary: wrapped }), { maxLength: 4 })).map(([n, lead, blocks]) => [`# 节 ${n}`, lead, ...blocks].filter((part) => part !== '').join('\n\n'))
const wrappedSections = fc.array(section, { minLength: 1, maxLength: 2 }).map((sections) => `::::::only{audience=officials}\n${sections.join('\n\n')}\n\n::::::`)

/** A talk as the dialect asks for it. */
export const wellFormedTalk = fc
  .tuple(fc.constantFrom('', '---\ntitle: 题目\nx-own: 1\n---\n\n'), fc.constantFrom('', '## 开场\n\n- 先说\n\n'), fc.array(fc.oneof({ weight: 4, arbitrary: section }, { weight: 1, arbitrary: wrappedSections }), { maxLength: 3 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
  .map(([front, lead, sections, ending, final]) => (front + lead + sections.join('\n\n') + (final ? '\n' : '')).replaceAll('\n', ending))

/** Mostly well formed, some of it anything. */
export const anyTalk = fc.oneof({ weight: 3, arbitrary: wellFormedTalk }, { weight: 1, arbitrary: anyMarkdown })
