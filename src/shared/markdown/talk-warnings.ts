import type { Localized } from '../language'
import type { Warning } from '../outcome'
import { directiveNames, nearestDirective } from './directives'

/** A warning about a line of the talk, counted from 1. */
const at = (code: string, line: number, zh: string, en: string): Warning => ({ code, place: `line ${line}`, message: { 'zh-CN': zh, en } satisfies Localized })

export const unknownDirective = (line: number, name: string): Warning => {
  const near = nearestDirective(name)
  return near === null
    ? at('unknown-directive', line, `不认识“:::${name}”，里面的内容按普通文字处理。可以用：${directiveNames.join('、')}。`, `“:::${name}” is not known; its content is read as plain text. Known ones: ${directiveNames.join(', ')}.`)
    : at('unknown-directive', line, `不认识“:::${name}”，是不是“:::${near}”？里面的内容先按普通文字处理。`, `“:::${name}” is not known; did you mean “:::${near}”? Its content is read as plain text for now.`)
}

export const unclosedDirective = (line: number, name: string, colons: number): Warning =>
  at('unclosed-directive', line, `“:::${name}”没有结尾。请在它的内容后面单独写一行 ${':'.repeat(colons)}。`, `“:::${name}” is never closed. Put a line with just ${':'.repeat(colons)} after its content.`)

export const strayFence = (line: number): Warning =>
  at('unclosed-directive', line, '这一行冒号没有对应的开头。请删去它，或补上开头，例如“:::script”。', 'This line of colons closes nothing. Remove it, or add the opening line, such as “:::script”.')

export const nestedColons = (line: number, outer: string, colons: number): Warning =>
  at('nested-colons', line, `“:::${outer}”里面还有别的指令，外层应比内层多一个冒号。请把它的首尾两行改成 ${':'.repeat(colons)}。`, `“:::${outer}” holds another directive and needs one colon more than it: write ${':'.repeat(colons)} on its first and last line.`)

const slips = {
  'full-width-colons': ['指令要用半角冒号。请把“：”改成“:”。', 'A directive takes half-width colons: write “:” instead of “：”.'],
  'space-before-name': ['冒号和名称之间不要有空格，例如“:::script”。', 'Leave no space between the colons and the name, as in “:::script”.'],
  'bad-attributes': ['花括号里的写法有误。应为 {名称="值"}，用半角引号，并以 } 结尾。', 'The braces cannot be read. Write {name="value"} with straight quotation marks, ending with }.'],
} as const
export const malformedDirective = (line: number, slip: keyof typeof slips): Warning => at('malformed-directive', line, slips[slip][0], slips[slip][1])

export const textAfterDirective = (line: number): Warning =>
  at('malformed-directive', line, '指令名称要独占一行，内容从下一行写起。', 'The opening of a directive stands on its own line; start its content on the next one.')

type Directive = { readonly line: number; readonly name: string }

export const straddlingCondition = ({ line, name }: Directive): Warning =>
  at('straddling-condition', line, `“:::${name}”从一节的中间跨到了另一节。请让它包住整个段块或整节。`, `“:::${name}” runs from the middle of one section into another. Put it around whole blocks or whole sections.`)

export const missingTitle = (): Warning => at('missing-title', 1, '宣讲稿还没有题目。请在开头写：---、title: 题目、---，各占一行。', 'The talk has no title. Begin the file with the lines ---, title: Your title, ---.')
export const blockWithoutTitle = (line: number): Warning => at('missing-title', line, '“##”后面没有标题。标题就是幻灯片的标题，请补上。', 'There is no title after “##”. It becomes the slide’s title; please write one.')

export const conditionWithoutAudience = ({ line, name }: Directive): Warning =>
  badAttribute(line, `“:::${name}”没有写对象。请写成 :::${name}{audience=students}。`, `“:::${name}” names no audience. Write :::${name}{audience=students}.`)

export const badFrontMatter = (line: number, zh: string, en: string): Warning => at('bad-front-matter', line, zh, en)
export const badAttribute = (line: number, zh: string, en: string): Warning => at('bad-attribute', line, zh, en)
export const brokenTable = (line: number, zh: string, en: string): Warning => at('broken-table', line, zh, en)

export const emptyPictureAlt = (line: number): Warning =>
  at('empty-picture-alt', line, '图片缺少说明文字。请写在方括号里：![图片上有什么](文件)，看不见图的人要靠它。', 'The picture has no description. Write it in the brackets, ![what it shows](file), for those who cannot see it.')

export const contentNotShown = (line: number, zh: string, en: string): Warning =>
  at('content-not-shown', line, `${zh}不会出现在幻灯片上。请放进另一个段块，或写进讲稿。`, `${en} will not appear on the slide. Move it to a block of its own, or into the script.`)
