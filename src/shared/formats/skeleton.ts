import type { Language } from '../language'
import { setScriptSpeaker } from '../markdown/edit-talk'
import { writeDirective } from '../markdown/write-content'
import { writeFrontMatter } from '../markdown/write-front-matter'
import { audienceOf, builtIn, formatOf, type Audience, type Catalogue } from './talk-formats'
import { timeBudget, type BlockBudget } from './time-budget'

export type SkeletonWish = {
  readonly title: string
  /** One of the built-in formats, or the user's own. */
  readonly format: string
  readonly audience: string
  readonly minutes: number
  readonly language: Language
  readonly speaker: string
  /** ISO 8601; empty when open. */
  readonly date: string
  /** Several people share the talk: each block names its format's usual speaker. */
  readonly severalSpeakers?: boolean | undefined
}

export type SkeletonMeans = {
  /** Where formats and audiences are looked up; the built-in ones without. */
  readonly catalogue?: Catalogue
  /** The Markdown of blocks that take the place of an empty one, by its number among all blocks of the skeleton, from 0. */
  readonly filled?: ReadonlyMap<number, readonly string[]>
}

/**
 * The Markdown of a new talk: front matter, the sections of its format, and blocks whose titles already lead through the talk. Advice to the writer
 * stands in HTML comments, which neither slides nor script nor the clock ever see: nothing has to be deleted before the talk is given.
 */
export const skeletonOf = ({ title, format: formatKey, audience: audienceKey, minutes, language, speaker, date, severalSpeakers = false }: SkeletonWish, { catalogue = builtIn, filled }: SkeletonMeans = {}): string => {
  let number = 0
  const audience = audienceOf(audienceKey, catalogue)
  const front = [['title', title], ['format', formatKey], ['audience', audienceKey], ['minutes', minutes], ['speaker', speaker], ['date', date], ['lang', language]] as const
  const head = front.reduce((text, [key, value]) => writeFrontMatter(text, key, value), '')
  const sections = timeBudget(formatOf(formatKey, catalogue), audience, minutes).map(({ section, seconds, blocks }, index) => {
    const heading = language === 'zh-CN' ? `# ${chineseNumber(index + 1)}、${section.title['zh-CN']}` : `# ${section.title.en}`
    const notes = [index === 0 && audience !== null ? forAudience(audience, language) : '', aboutTime(seconds, language)].filter((note) => note !== '')
    return [heading, comment(notes.join(language === 'zh-CN' ? '' : ' ')), ...blocks.flatMap((block) => {
        const ready = filled?.get(number++) ?? []
        return ready.length === 0 ? [blockOf(block, language, severalSpeakers)] : ready.map((markdown) => withSpeaker(withAdvice(markdown, adviceOf(block, language)), severalSpeakers ? block.block.speaker?.[language] : undefined))
      })].join('\n\n')
  })
  return `${head.trimEnd()}\n\n${sections.join('\n\n')}\n`
}

const digit = (d: number): string => '零一二三四五六七八九'.charAt(d)

/** 1–60, as sections are numbered. */
const chineseNumber = (n: number): string => {
  const tens = Math.floor(n / 10)
  return `${tens === 0 ? '' : `${tens === 1 ? '' : digit(tens)}十`}${n % 10 === 0 ? '' : digit(n % 10)}`
}

const adviceOf = ({ block, seconds }: BlockBudget, language: Language): string => comment(`${block.guidance[language]}${language === 'zh-CN' ? '' : ' '}${aboutTime(seconds, language)}`)

/** A block that is ready, its script given to somebody. */
const withSpeaker = (markdown: string, speaker: string | undefined): string => (speaker === undefined ? markdown : setScriptSpeaker(`# \n${markdown}`, '0.0', speaker).slice('# \n'.length))

/** A block that is ready, with the advice beneath its heading: its first line. */
const withAdvice = (markdown: string, advice: string): string => {
  const end = markdown.indexOf('\n')
  return end < 0 ? `${markdown}\n\n${advice}` : `${markdown.slice(0, end)}\n\n${advice}\n${markdown.slice(end).trimEnd()}`
}

const blockOf = ({ block, seconds }: BlockBudget, language: Language, severalSpeakers: boolean): string => {
  const minutes = Math.max(1, Math.floor(seconds / 60))
  const advice = adviceOf({ block, seconds }, language)
  const content = {
    points: '',
    quote: '',
    case: writeDirective('case', {}, (language === 'zh-CN' ? ['背景', '做法', '成效', '启示'] : ['Background', 'Action', 'Result', 'Lesson']).map((part) => `### ${part}`).join('\n\n')),
    'two-columns': writeDirective('two-columns', {}, (block.columns ?? []).map((column) => `### ${column[language]}`).join('\n\n')),
    discussion: writeDirective('discussion', { minutes }, ''),
    activity: writeDirective('activity', { minutes }, ''),
    'local-case': writeDirective('local-case', {}, ''),
  }[block.content]
  const script = severalSpeakers && block.speaker !== undefined ? writeDirective('script', { speaker: block.speaker[language] }, '') : ''
  return [`## ${block.title[language]}`, advice, content, script].filter((part) => part !== '').join('\n\n')
}

const comment = (text: string): string => `<!-- ${text.replaceAll('--', '—')} -->`

const forAudience = ({ name, emphasis, tone }: Audience, language: Language): string =>
  language === 'zh-CN' ? `对象是${name['zh-CN']}：侧重${emphasis['zh-CN']}；语气${tone['zh-CN']}。` : `For ${name.en.toLowerCase()}: stress ${lowerFirst(emphasis.en)}; tone: ${lowerFirst(tone.en)}.`

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const aboutTime = (seconds: number, language: Language): string => {
  const whole = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (language === 'zh-CN') return `约${whole === 0 ? '' : ` ${whole} 分`}${rest === 0 ? '钟' : ` ${rest} 秒`}。`
  return `About ${[whole === 0 ? '' : `${whole} min`, rest === 0 ? '' : `${rest} s`].filter((part) => part !== '').join(' ')}.`
}
