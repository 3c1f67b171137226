import type { Warning } from '../../../shared/outcome'

/** What a presentation holds beyond its text; counted while reading, told to the user afterwards. */
export type Findings = { comments: number; media: number; objects: number; unreadable: string[]; missing: number; invalid: number; macros: boolean; links: string[] }
export const noFindings = (): Findings => ({ comments: 0, media: 0, objects: 0, unreadable: [], missing: 0, invalid: 0, macros: false, links: [] })

/** As many links, or parts, as a message can name without growing into a list of its own. */
const NAMED = 5

export const warningsOf = (findings: Findings): Warning[] => {
  const warnings: Warning[] = []
  const say = (code: string, place: string, chinese: string, english: string) => warnings.push({ code, place, message: { 'zh-CN': chinese, en: english } })
  const { comments, media, objects, unreadable, missing, invalid, macros } = findings
  for (const part of unreadable.slice(0, NAMED)) say('part-unreadable', part, `演示文稿中的一个部分（${part}）已损坏，没有读出，其余部分不受影响。`, `One part of the presentation (${part}) is damaged and was not read. Everything else is complete.`)
  if (missing > 0) say('parts-missing', '', `演示文稿引用的 ${missing} 个部分不在文件里，其余部分不受影响。`, `Parts that the presentation refers to and does not hold: ${missing}. Everything else is complete.`)
  if (invalid > 0) say('needs-repair', '', `演示文稿中有 ${invalid} 处不合规范，PowerPoint 打开时可能会提示修复。文字已读出。`, `The presentation breaks its own format in ${invalid} place${invalid === 1 ? '' : 's'}; PowerPoint may ask to repair it. The text was read.`)
  if (comments > 0) say('comments-left-out', '', `演示文稿中的 ${comments} 条批注没有导入。`, `Comments left out: ${comments}.`)
  if (media > 0) say('media-left-out', '', `演示文稿中的 ${media} 段音频或视频没有导入（格式不能用、太大或文件不全），原件中仍可播放。`, `Sounds and videos left out (of another kind, too large or incomplete): ${media}. They are still in the original file.`)
  if (objects > 0) say('objects-left-out', '', `演示文稿中的 ${objects} 个嵌入对象没有导入，原件中仍可查看。`, `Embedded objects left out: ${objects}. They are still in the original file.`)
  if (macros) say('macros-left-out', '', '演示文稿带有宏。宏不会导入，也不会运行。', 'The presentation contains macros. They are neither imported nor run.')
  const links = [...new Set(findings.links)]
  if (links.length > 0) {
    const named = links.slice(0, NAMED).join(' , ')
    const more = links.length > NAMED
    say('external-links', '', `演示文稿引用了 ${links.length} 个外部地址，没有访问：${named}${more ? ' 等' : ''}`, `The presentation refers to outside addresses (${links.length}), none of which was visited: ${named}${more ? ' …' : ''}`)
  }
  return warnings
}
