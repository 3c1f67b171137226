import { styleText } from 'node:util'
import type { MaterialHit, Snippet } from '../../../shared/contract/library'
import { MaterialKind, materialKinds } from '../../../shared/model/material'
import type { Answer } from '../answer'
import type { Session } from '../session'
import { UsageError } from '../usage-error'

/** The contract's page size. */
const PAGE = 200

/**
 * `search TEXT [--kind K] [--limit N]`: ranked hits. In JSON, `title` is plain and hits in `snippet` stand between `<mark>` and `</mark>`.
 */
export async function search(session: Session, words: readonly string[], options: { kind?: string; limit?: string }): Promise<Answer> {
  const limit = limitFrom(options.limit)
  const kinds = options.kind === undefined ? [] : [kindFrom(options.kind)]
  const found = await searchAll(session, words.join(' '), kinds, limit)
  const hits = found.hits.map(({ id, kind, status, title, snippet, source, locator, tags }) => ({
    id,
    kind,
    status,
    title: plain(title),
    snippet: snippet.map(({ text, hit }) => (hit ? `<mark>${text}</mark>` : text)).join(''),
    source,
    locator,
    tags,
  }))
  const count = session.say({ 'zh-CN': `共 ${found.total} 条`, en: `${found.total} found` })
  return { json: { hits, total: found.total, ms: found.ms }, lines: [...found.hits.flatMap(linesOf), count], problems: [] }
}

/** Reads page after page until the limit or the end. @param versions of linked versions only the newest, or all */
export async function searchAll(session: Session, text: string, kinds: readonly MaterialKind[], limit: number, versions: 'newest' | 'all' = 'newest'): Promise<{ hits: MaterialHit[]; total: number; ms: number }> {
  const hits: MaterialHit[] = []
  let total = 0
  let ms = 0
  do {
    const page = await session.client.materials.search({ text, filter: { kinds: [...kinds], versions }, limit: Math.min(PAGE, limit - hits.length), offset: hits.length })
    hits.push(...page.hits)
    total = page.total
    ms += page.ms
    if (page.hits.length === 0) break
  } while (hits.length < Math.min(limit, total))
  return { hits, total, ms }
}

export function kindFrom(name: string): MaterialKind {
  const kind = MaterialKind.safeParse(name)
  if (kind.success) return kind.data
  throw new UsageError({ 'zh-CN': `没有素材种类“${name}”，可以写：${materialKinds.join('、')}。`, en: `There is no kind of material “${name}”; there are: ${materialKinds.join(', ')}.` })
}

function limitFrom(text: string | undefined): number {
  if (text === undefined) return 20
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1_000_000) return limit
  throw new UsageError({ 'zh-CN': `--limit 要写一个正整数，不能是“${text}”。`, en: `--limit takes a whole number from 1, not “${text}”.` })
}

export const plain = (snippet: Snippet): string => snippet.map(({ text }) => text).join('')

/** Colours are left out where standard output is no terminal or NO_COLOR is set. */
const marked = (snippet: Snippet): string => snippet.map(({ text, hit }) => (hit ? styleText(['bold', 'yellow'], text) : text)).join('').replaceAll(/\s+/g, ' ')

const linesOf = ({ id, kind, title, snippet, source, locator }: MaterialHit): string[] => [
  `${id}  ${kind}  ${marked(title)}`,
  `    ${marked(snippet)}`,
  ...(source === '' ? [] : [`    《${source}》${locator}`]),
]
