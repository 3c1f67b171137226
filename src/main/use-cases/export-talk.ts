import type { ExportEvent, ExportKind, ExportedFile, ScriptPreset } from '../../shared/contract/talks'
import { EventBytes } from '../../shared/contract/wire'
import type { FrontMatter } from '../../shared/model/block'
import { LecternError, type Warning } from '../../shared/outcome'
import { openTokens } from '../../shared/packs/open-tokens'
import { withMarks } from '../../shared/slides/with-marks'
import { lazyPress, type OpenPress } from '../printing/press'
import { lintPackage } from '../writers/lint/lint-package'
import { hasRoomForSlides, writeScript } from '../writers/docx/write-script'
import { writeHandout, writeQuiz } from '../writers/docx/write-sheet'
import { writeDeck } from '../writers/pptx/write-deck'
import { inOneFile, isPrinted, type PrintedKind, printTalk } from './print-talk'
import { prepareTalk, type TalkWish } from './prepare-talk'
import type { SchoolLook } from '../../shared/brand/look-in-school'
import { mediaOf, picturesOfBoth } from './talk-pictures'

export type ExportWish = TalkWish & {
  readonly kinds: readonly ExportKind[]
  readonly preset: ScriptPreset
  /** A small picture of every slide beside the words of the script, where its layout has room for them. */
  readonly slidePictures?: boolean
  /** The colours, typefaces and marks of a school; those of the design without. */
  readonly look?: SchoolLook
  /** Pictures of slides as one zip: a window saves one file, not sixty. */
  readonly together?: boolean
  /** Where PDFs and pictures are made. */
  readonly openPress: OpenPress
  /** Milliseconds, for measuring only: no byte of an export depends on it. */
  readonly stopwatch: () => number
}

/** What we write ourselves; the rest is printed. */
export type WrittenKind = Exclude<ExportKind, PrintedKind>

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Stable names (formats.md): other people's tools hold on to them. */
export const written: Readonly<Record<WrittenKind, { readonly name: string; readonly mime: string }>> = {
  slides: { name: 'slides.pptx', mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation' },
  script: { name: 'script.docx', mime: DOCX },
  handout: { name: 'handout.docx', mime: DOCX },
  quiz: { name: 'quiz.docx', mime: DOCX },
  markdown: { name: 'talk.md', mime: 'text/markdown;charset=utf-8' },
}

/**
 * Makes the files of a talk in memory: gather, lay out once, write each. The same talk gives the same bytes; what is printed depends on the browser
 * too. Where nothing can be printed, the rest is made all the same.
 * @param signal cancels between two files, and printing at once
 * @throws LecternError export-not-sound when our own check finds a fault in a written package: no half-good file leaves
 */
export async function* exportTalk(wish: ExportWish, signal?: AbortSignal): AsyncGenerator<ExportEvent, void, void> {
  const { kinds, look, pictures, stopwatch } = wish
  const started = stopwatch()
  const { talk, deck, theme, warnings: found } = prepareTalk({ ...wish, ...(look && { theme: look.theme }) })
  const warnings = [...found, ...openTokens(wish.markdown, look ? 'a-school' : 'no-school')]
  const printedDeck = look ? withMarks(deck, look.marks, theme) : deck
  const made = dateOf(talk.front)
  const language = talk.front.lang
  const media = mediaOf(pictures)
  const sheetLook = { colours: theme.colours, ...(look && { brand: look.marks }) }
  const hasScript = kinds.includes('script') || kinds.includes('script-pdf')
  if (hasScript && wish.slidePictures === true && !hasRoomForSlides(wish.preset)) warnings.push(noRoomForSlides)
  // Reading fonts and drawing is as much code as all the writers; few exports, and no packs, need it.
  const slides = hasScript && wish.slidePictures === true && hasRoomForSlides(wish.preset) ? await (await import('./draw-slides')).drawSlides(printedDeck, theme, pictures, signal) : null
  const script = { deck, preset: wish.preset, pace: wish.paceOf(talk.front.speaker), language, pictures: slides === null ? pictures : picturesOfBoth(slides.pictures, pictures), ...(slides && { slideHash: slides.hash }), catalogue: wish.catalogue, made }
  const write: Readonly<Record<WrittenKind, () => Promise<Uint8Array> | Uint8Array | null>> = {
    slides: () => writeDeck(deck, { theme, ...(look && { brand: look.marks }), media, made }),
    script: () => writeScript(talk, script),
    handout: () => writeHandout(talk, { language, pictures, look: sheetLook, made }),
    quiz: () => writeQuiz(talk, { language, pictures, look: sheetLook, made }),
    markdown: () => new TextEncoder().encode(wish.markdown),
  }
  const files: ExportedFile[] = []
  const add = (kind: ExportKind, name: string, bytes: Uint8Array, mime: string) => files.push({ name, kind, content: new EventBytes(new Uint8Array(bytes), mime) })
  const without = (warning: Warning) => void (warnings.some(({ code, place }) => code === warning.code && place === warning.place) || warnings.push(warning))
  const press = lazyPress(wish.openPress, signal)
  try {
    for (const [done, kind] of kinds.entries()) {
      yield { type: 'progress', done, total: kinds.length, kind }
      signal?.throwIfAborted()
      if (isPrinted(kind)) {
        try {
          const printed = await printTalk(kind, talk, { ...script, deck: printedDeck, theme, look: sheetLook }, await press.open())
          if (printed === null) without(noQuestions)
          for (const { name, bytes, mime } of wish.together === true ? inOneFile(kind, printed ?? []) : (printed ?? [])) add(kind, name, bytes, mime)
        } catch (error) {
          if (signal?.aborted === true || !(error instanceof LecternError)) throw error
          without({ code: error.code, place: '', message: error.localized })
        }
        continue
      }
      const bytes = await write[kind]()
      if (bytes === null) {
        without(noQuestions)
        continue
      }
      const { name, mime } = written[kind]
      if (kind !== 'markdown') assertSound(name, bytes)
      add(kind, name, bytes, mime)
    }
  } finally {
    await press.close()
  }
  signal?.throwIfAborted()
  yield { type: 'finished', files, warnings, ms: stopwatch() - started }
}

/**
 * The time written into the files' properties: the talk's own date, so that the same talk gives the same bytes on any day and machine;
 * without one the first moment that a zip entry can name.
 */
export function dateOf({ date }: FrontMatter): Date {
  const own = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(own.getTime()) ? new Date(Date.UTC(1980, 0, 1)) : own
}

const noRoomForSlides: Warning = {
  code: 'no-room-for-slides',
  place: '',
  message: { 'zh-CN': '讲稿里没有放幻灯片小图：公文版式的版心是规定好的，放不下。要放小图，请选“普通”或“大字”版式。', en: 'The script has no pictures of the slides: the official layout fixes its margins. For pictures, choose the plain or the large-print layout.' },
}

export const noQuestions: Warning = {
  code: 'no-questions',
  place: '',
  message: { 'zh-CN': '这份宣讲稿没有题目，所以没有生成测验。要出题，请在正文里加“提问”块。', en: 'This talk asks no questions, so no quiz was made. To have one, add a question to the talk.' },
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
