import type { Warning } from '../../../shared/outcome'

/** What a Word document holds beyond its text; counted while reading, told to the user afterwards. */
export type Findings = { insertions: number; deletions: number; objects: number; hidden: number }
export const noFindings = (): Findings => ({ insertions: 0, deletions: 0, objects: 0, hidden: 0 })

/** As many link targets as a message can name without growing into a list of its own. */
const NAMED_LINKS = 5

export const warningsOf = (findings: Findings, facts: { readonly comments: number; readonly externalTargets: readonly string[]; readonly hasMacros: boolean }): Warning[] => {
  const warnings: Warning[] = []
  const say = (code: string, chinese: string, english: string) => warnings.push({ code, place: '', message: { 'zh-CN': chinese, en: english } })
  const { insertions, deletions, objects, hidden } = findings
  if (insertions + deletions > 0)
    say(
      'tracked-changes',
      `文档带有修订痕迹（插入 ${insertions} 处，删除 ${deletions} 处），已按“全部接受”读取。`,
      `The document has tracked changes (insertions: ${insertions}, deletions: ${deletions}). It was read as if all of them were accepted.`,
    )
  if (facts.comments > 0) say('comments-left-out', `文档中的 ${facts.comments} 条批注没有导入。`, `Comments left out: ${facts.comments}.`)
  if (objects > 0) say('objects-left-out', `文档中的 ${objects} 个图表或嵌入对象没有导入，原件中仍可查看。`, `Charts and embedded objects left out: ${objects}. They are still in the original file.`)
  if (hidden > 0) say('hidden-text-left-out', `文档中有 ${hidden} 处隐藏文字，没有导入。`, `Hidden pieces of text left out: ${hidden}.`)
  if (facts.hasMacros) say('macros-left-out', '文档带有宏。宏不会导入，也不会运行。', 'The document contains macros. They are neither imported nor run.')
  const links = [...new Set(facts.externalTargets)]
  if (links.length > 0) {
    const named = links.slice(0, NAMED_LINKS).join(' , ')
    const more = links.length > NAMED_LINKS
    say('external-links', `文档引用了 ${links.length} 个外部地址，没有访问：${named}${more ? ' 等' : ''}`, `The document refers to outside addresses (${links.length}), none of which was visited: ${named}${more ? ' …' : ''}`)
  }
  return warnings
}
