/** One block into two, at the cursor of whoever writes it. */
import { slideWords } from '../slides/words'
import { blockOf, setBlockBody, setBlockTitle, setScript } from './edit-talk'
import { headingLine } from './heading-line'
import { locateTalk } from './locate-talk'
import { saidOf, shownOf, speakerIn } from './block-parts'
import { readFrontMatter } from './front-matter'
import { scanTalk } from './scan-talk'
import { insertLines } from './splice'
import { writeDirective } from './write-content'

/** Where the cursor stands: in the title, in what is shown or in what is said, so many UTF-16 code units from its start. */
export type SplitPlace = { readonly part: 'title' | 'shown' | 'said'; readonly at: number; /** The text that the cursor stands in, as its editor shows it. */ readonly text: string }

const PAGE_TURN = /\[(?:翻页|next)\][^\S\n]*/i

/**
 * What stands behind the cursor becomes a block behind this one. From the title the rest of it and all that is shown go on; from what is shown, the points
 * from the cursor's line on, and of the script what follows its first page turn; from the script, what follows the cursor. A directive is never cut in
 * two: it goes on as a whole. Citations stay with the first block; a condition around the block holds for both.
 * @throws LecternError `block-not-found`
 */
export const splitBlock = (markdown: string, key: string, { part, at, text }: SplitPlace): string => {
  const block = blockOf(locateTalk(markdown), key)
  const title = block.heading?.title.trim() ?? ''
  const shown = shownOf(markdown, block)
  const said = saidOf(markdown, block)
  const cut = part === 'shown' ? cutShown(text, at) : part === 'title' ? { before: '', after: shown } : { before: shown, after: '' }
  const speech = part === 'said' ? { before: text.slice(0, at), after: text.slice(at) } : part === 'title' ? { before: '', after: said } : cutAtPageTurn(said)
  // Whoever speaks goes on speaking.
  const speaker = speakerIn(block.nodes)
  const words = slideWords[readFrontMatter(markdown).front.lang]
  const [own, next] = part === 'title' ? [text.slice(0, at).trim(), text.slice(at).trim()] : [null, title === '' ? '' : words.continued(title)]
  const made = [part === 'title' ? headingLine(2, next) : `## ${next}`.trimEnd(), cut.after.trim(), speech.after.trim() === '' ? '' : writeDirective('script', { speaker }, speech.after.trim())].filter((piece) => piece !== '').join('\n\n')
  const wrapped = block.wrapper === null ? made : writeDirective(block.wrapper.name, { audience: block.wrapper.attributes['audience'] }, made)
  const withNext = insertLines(markdown, block.span.end, wrapped)
  const withTitle = own === null ? withNext : setBlockTitle(withNext, key, own)
  return setScript(setBlockBody(withTitle, key, cut.before), key, speech.before)
}

const cutShown = (text: string, at: number): { readonly before: string; readonly after: string } => {
  const within = scanTalk(text).nodes.find((node) => node.type === 'directive' && node.start < at && at < node.end)
  if (within !== undefined) return { before: text.slice(0, within.start), after: text.slice(within.start) }
  const before = text.slice(0, at)
  const after = text.slice(at)
  const mark = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/.exec(before.slice(before.lastIndexOf('\n') + 1))?.[0]
  // In the middle of a point, what follows becomes a point; at its very beginning, the whole point goes on.
  if (mark !== undefined && before.endsWith(`\n${mark}`)) return { before: before.slice(0, -mark.length), after: mark.trimStart() + after }
  if (mark === before) return { before: '', after: mark.trimStart() + after }
  return { before, after: mark !== undefined && after.trim() !== '' && !after.startsWith('\n') ? mark.trimStart() + after.trimStart() : after }
}

const cutAtPageTurn = (script: string): { readonly before: string; readonly after: string } => {
  const turn = PAGE_TURN.exec(script)
  const end = turn === null ? script.length : turn.index + turn[0].length
  return { before: script.slice(0, end), after: script.slice(end) }
}
