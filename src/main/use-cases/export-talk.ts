import type { ExportEvent, ExportKind, ExportedFile, ScriptPreset } from '../../shared/contract/talks'
import { EventBytes } from '../../shared/contract/wire'
import { checkFormat } from '../../shared/formats/check-format'
import type { Catalogue } from '../../shared/formats/talk-formats'
import type { FrontMatter, Talk } from '../../shared/model/block'
import { fillTokens } from '../../shared/markdown/fill-tokens'
import { parseTalk } from '../../shared/markdown/parse-talk'
import { LecternError, type Warning } from '../../shared/outcome'
import type { SourceLookup } from '../../shared/slides/context'
import { layOut } from '../../shared/slides/lay-out'
import { notoSansSc } from '../../shared/slides/font-metrics'
import type { Deck } from '../../shared/slides/scene'
import { clearTheme } from '../../shared/slides/themes/clear'
import { timeTalk } from '../../shared/speech/time-talk'
import { lintPackage } from '../writers/lint/lint-package'
import { writeScript } from '../writers/docx/write-script'
import { writeHandout, writeQuiz } from '../writers/docx/write-sheet'
import { writeDeck } from '../writers/pptx/write-deck'
import { missingPictures } from './missing-pictures'
import type { TalkPictures } from './talk-pictures'

export type ExportWish = {
  readonly markdown: string
  readonly kinds: readonly ExportKind[]
  readonly preset: ScriptPreset
  /** Leaves out what is not for this audience; empty for the talk's own. */
  readonly audience: string
  /** Han characters a minute of whoever the talk names as its speaker. */
  readonly paceOf: (speaker: string) => number
  /** The formats and audiences that the talk is held against. */
  readonly catalogue: Catalogue
  readonly pictures: TalkPictures
  /** What is known of a source by its title, for a list of references. */
  readonly cited: SourceLookup
  /** Milliseconds, for measuring only: no byte of an export depends on it. */
  readonly stopwatch: () => number
}

/** Stable names (formats.md): other people's tools hold on to them. */
const fileNames: Readonly<Record<ExportKind, string>> = { slides: 'slides.pptx', script: 'script.docx', handout: 'handout.docx', quiz: 'quiz.docx', markdown: 'talk.md' }
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const mimeTypes: Readonly<Record<ExportKind, string>> = {
  slides: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  script: DOCX,
  handout: DOCX,
  quiz: DOCX,
  markdown: 'text/markdown;charset=utf-8',
}

/**
 * Makes the files of a talk in memory: gather, lay out once, write each. The same talk gives the same bytes.
 * @param signal cancels between two files
 * @throws LecternError export-not-sound when our own check finds a fault in a written package: no half-good file leaves
 */
export async function* exportTalk(wish: ExportWish, signal?: AbortSignal): AsyncGenerator<ExportEvent, void, void> {
  const { kinds, pictures, stopwatch } = wish
  const started = stopwatch()
  const { talk, deck, warnings } = prepare(wish)
  const made = dateOf(talk.front)
  const pace = wish.paceOf(talk.front.speaker)
  const media = (hash: Parameters<TalkPictures['bytes']>[0]) => ({ bytes: pictures.bytes(hash), mime: pictures.info(`asset:${hash}`)?.mime ?? 'image/png' })
  const language = talk.front.lang
  const write: Readonly<Record<ExportKind, () => Promise<Uint8Array | null>>> = {
    slides: () => writeDeck(deck, { theme: clearTheme, media, made }),
    script: () => writeScript(talk, { deck, preset: wish.preset, pace, language, pictures, catalogue: wish.catalogue, made }),
    handout: () => writeHandout(talk, { language, pictures, made }),
    quiz: () => writeQuiz(talk, { language, pictures, made }),
    markdown: async () => new TextEncoder().encode(wish.markdown),
  }
  const files: ExportedFile[] = []
  for (const [done, kind] of kinds.entries()) {
    yield { type: 'progress', done, total: kinds.length, kind }
    signal?.throwIfAborted()
    const bytes = await write[kind]()
    if (bytes === null) {
      warnings.push(noQuestions)
      continue
    }
    if (kind !== 'markdown') assertSound(fileNames[kind], bytes)
    files.push({ name: fileNames[kind], kind, content: new EventBytes(new Uint8Array(bytes), mimeTypes[kind]) })
  }
  signal?.throwIfAborted()
  yield { type: 'finished', files, warnings, ms: stopwatch() - started }
}

/** Text → talk → deck, with every warning on the way. */
function prepare({ markdown, audience, pictures, cited, paceOf, catalogue }: ExportWish): { talk: Talk; deck: Deck; warnings: Warning[] } {
  const { front } = parseTalk(markdown).value
  const filled = fillTokens(markdown, { date: front.date, speaker: front.speaker })
  const parsed = parseTalk(filled, { audience: audience || front.audience })
  const laid = layOut(parsed.value, { theme: clearTheme, metrics: notoSansSc, picture: pictures.info, cited, pace: paceOf(parsed.value.front.speaker), language: parsed.value.front.lang })
  const missing = missingPictures(parsed.value, pictures)
  // The layout warns of a missing picture too, by block; ours names the line.
  const ofLayout = laid.warnings.filter((warning) => warning.code !== 'missing-picture')
  const heard = { ...parsed.value, front: { ...parsed.value.front, audience: audience || front.audience } }
  const lacking = checkFormat(heard, timeTalk(heard, paceOf(front.speaker)), catalogue)
  return { talk: parsed.value, deck: laid.value, warnings: [...parsed.warnings, ...missing, ...ofLayout, ...lacking] }
}

/**
 * The time written into the files' properties: the talk's own date, so that the same talk gives the same bytes on any day and machine;
 * without one the first moment that a zip entry can name.
 */
function dateOf({ date }: FrontMatter): Date {
  const own = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(own.getTime()) ? new Date(Date.UTC(1980, 0, 1)) : own
}

const noQuestions: Warning = {
  code: 'no-questions',
  place: '',
  message: { 'zh-CN': '这份宣讲稿没有题目，所以没有生成 quiz.docx。要出题，请在正文里加“提问”块。', en: 'This talk asks no questions, so no quiz.docx was made. To have one, add a question to the talk.' },
}

function assertSound(name: string, bytes: Uint8Array): void {
  const faults = lintPackage(bytes)
  if (faults.length === 0) return
  throw new LecternError(
    'export-not-sound',
    {
      'zh-CN': `生成的 ${name} 没有通过讲台自己的检查，所以没有交给您。讲稿没有改动；请反馈这个问题。`,
      en: `The ${name} that was made did not pass Lectern’s own check and was withheld. The talk is unchanged; please report this.`,
    },
    { cause: new Error(faults.join('\n')) },
  )
}
