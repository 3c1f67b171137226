import { closingFenceOf } from './directive-fence'
import { linesOf } from './lines'
import { scanTalk, type DirectiveNode, type ScanNode } from './scan-talk'
import { splice, type Splice } from './splice'

/**
 * Markdown that can stand in a block without changing anything outside it: headings become level 3, directives, fenced code and comments that
 * were left open are closed, and a line of colons that closes nothing is escaped. Well-formed text comes back as it is.
 */
// An escaped fence can become the text of a heading whose underline follows: headings are looked for twice.
export const selfContained = (body: string): string => withoutHeadings(withClosedFences(withoutHeadings(withClosedCode(body))))

const withoutHeadings = (body: string): string => {
  const headings = nodesIn(scanTalk(body).nodes).flatMap((node) => (node.type === 'heading' ? [node] : []))
  return splice(body, ...headings.map(({ start, end, title }) => ({ start, end, text: `### ${title}${/(?:\r\n|\n|\r)$/.exec(body.slice(start, end))?.[0] ?? ''}` })))
}

const withClosedFences = (body: string): string => {
  const changes = nodesIn(scanTalk(body).nodes).flatMap((node): readonly Splice[] => {
    if (node.type === 'stray') return [{ start: node.start, end: node.start, text: '\\' }]
    return node.type === 'directive' ? closing(node, body) : []
  })
  return splice(body, ...mergeAt(changes))
}

/** A closing fence of exactly the opening's length, so that it closes nothing else wherever it stands. */
const closing = (node: DirectiveNode, body: string): readonly Splice[] => {
  const fence = ':'.repeat(node.colons)
  if (!node.closed) return [{ start: node.end, end: node.end, text: `${/[^\r\n]$/.test(body.slice(0, node.end)) ? '\n' : ''}${fence}\n` }]
  const line = body.slice(node.innerEnd, node.end)
  const ending = /[\r\n]*$/.exec(line)?.[0] ?? ''
  return closingFenceOf(line.slice(0, line.length - ending.length)) === node.colons ? [] : [{ start: node.innerEnd, end: node.end, text: `${fence}${ending}` }]
}

/** Insertions at one place in the order they come, inner fences first. */
const mergeAt = (changes: readonly Splice[]): readonly Splice[] => {
  const merged: Splice[] = []
  for (const change of changes) {
    const index = merged.findIndex(({ start, end }) => start === end && change.start === change.end && start === change.start)
    const same = merged[index]
    if (same === undefined) merged.push(change)
    else merged[index] = { ...same, text: same.text + change.text.replace(/^\n/, '') }
  }
  return merged
}

/** Depth first, children before their directive: the order in which fences close. */
const nodesIn = (nodes: readonly ScanNode[]): readonly ScanNode[] => nodes.flatMap((node) => (node.type === 'directive' ? [...nodesIn(node.children), node] : [node]))

const withClosedCode = (body: string): string => {
  let code = ''
  let comment = false
  for (const { text } of linesOf(body)) {
    const [, run = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(text) ?? []
    if (comment) comment = !text.includes('-->')
    else if (code !== '') code = run.startsWith(code) && info.trim() === '' ? '' : code
    else if (run !== '') code = run.startsWith('`') && info.includes('`') ? '' : run
    else comment = /^ {0,3}<!--/.test(text) && !text.includes('-->')
  }
  return code === '' && !comment ? body : `${body.replace(/[\r\n]+$/, '')}\n${comment ? '-->' : code}`
}
