/** What stands in a talk until it is exported for somebody (formats.md): `{{school.name}}` and its like. */
import { parseScript } from '../speech/parse-script'
import { scriptsIn } from './block-parts'
import { escapeAttribute, isFenceLine } from './directive-fence'
import { escapeLine, escapeText } from './escape-text'
import { locateFrontMatter } from './front-matter'
import { linesOf } from './lines'
import { locateTalk } from './locate-talk'
import { frontMatterScalar } from './write-front-matter'

export const tokenNames = ['school.name', 'school.short', 'school.district', 'brand.series', 'brand.slogan', 'brand.motto', 'date', 'speaker'] as const
export type TokenName = (typeof tokenNames)[number]
export type TokenValues = Readonly<Partial<Record<TokenName, string>>>

/**
 * The text with its tokens filled. A token that is not known, or has no value, stays as it is and can be seen. A value is one line of plain text: it
 * cannot become a mark, a line, a cue, an attribute or a key of the front matter, whatever it holds.
 */
export const fillTokens = (markdown: string, values: TokenValues): string => {
  if (!markdown.includes('{{')) return markdown
  const front = locateFrontMatter(markdown)
  const scripts = locateTalk(markdown).sections.flatMap(({ blocks }) => blocks.flatMap(({ nodes }) => scriptsIn(nodes)))
  let script = 0
  return linesOf(markdown)
    .map((line) => {
      const ending = markdown.slice(line.end, line.next)
      while ((scripts[script]?.innerEnd ?? Number.POSITIVE_INFINITY) <= line.start) script++
      const isSaid = line.start >= (scripts[script]?.innerStart ?? Number.POSITIVE_INFINITY)
      if (!line.text.includes('{{')) return line.text + ending
      if (front !== null && line.start < front.end) return fillFrontLine(line.text, values) + ending
      return fillLine(line.text, values, isSaid ? inScript : isFenceLine(line.text) ? escapeAttribute : inText) + ending
    })
    .join('')
}

/** The tokens that a text names, each once, in order; those that are not known are passed over. */
export const tokensIn = (markdown: string): readonly TokenName[] => [...new Set(Array.from(markdown.matchAll(TOKEN), ([, name = '']) => name).filter(isTokenName))]

const TOKEN = /\{\{[ \t]*([a-z]+(?:\.[a-z]+)?)[ \t]*\}\}/g

const fillLine = (line: string, values: TokenValues, escape: (value: string) => string): string =>
  line.replace(TOKEN, (token, name: string) => {
    const value = isTokenName(name) ? oneLine(values[name] ?? '') : ''
    return value === '' ? token : escape(value)
  })

/** A line of the front matter is written anew: what fits a plain YAML value depends on the value. */
const fillFrontLine = (line: string, values: TokenValues): string => {
  const [, key, quoted = ''] = /^([\p{L}_][\p{L}\p{N}_-]*):[ \t]*(.*?)[ \t]*$/u.exec(line) ?? []
  const value = quoted.replace(/^(["'])(.*)\1$/, '$2')
  const filled = fillLine(value, values, (text) => text)
  return key === undefined || filled === value ? line : `${key}: ${frontMatterScalar(filled)}`
}

const isTokenName = (name: string): name is TokenName => (tokenNames as readonly string[]).includes(name)

const oneLine = (value: string): string => value.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim()

/** Pipes would divide a table's cell. */
const inText = (value: string): string =>
  value
    .split('|')
    .map((part, index) => (index === 0 ? escapeLine(part) : escapeText(part)))
    .join('\\|')

/** A script is not Markdown; in it only cues and fences mean something. */
const inScript = (value: string): string =>
  parseScript(value.replace(/^[:：]{3,}/, ''))
    .map((segment) => (segment.kind === 'cue' ? segment.text.slice(1, -1) : segment.text))
    .join('')
