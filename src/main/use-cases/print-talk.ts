import type { PrintJob } from '../../shared/printing/print-job'
import type { Talk } from '../../shared/model/block'
import { picturesOfTemplate } from '../../shared/model/own-design'
import type { Deck } from '../../shared/slides/scene'
import type { Theme } from '../../shared/slides/theme'
import type { Press, PrintPicture } from '../printing/press'
import { searchablePdf } from '../printing/searchable-pdf'
import { steadyPdf } from '../printing/steady-pdf'
import type { SheetLook } from '../writers/docx/sheet-look'
import { scriptOf, type WriteScriptOptions } from '../writers/docx/write-script'
import { sheetOf } from '../writers/docx/write-sheet'
import { type Paper, scriptPaper, sheetPaper } from '../writers/paper/paper'
import { entry, writeZip } from '../zip/write-zip'
import type { TalkPictures } from './talk-pictures'

const printed = ['slides-pdf', 'script-pdf', 'handout-pdf', 'quiz-pdf', 'slides-png'] as const
/** What of a talk a browser prints. */
export type PrintedKind = (typeof printed)[number]
export const isPrinted = (kind: string): kind is PrintedKind => (printed as readonly string[]).includes(kind)

export type PrintedFile = { readonly name: string; readonly bytes: Uint8Array; readonly mime: string }

export type PrintFacts = WriteScriptOptions & { readonly theme: Theme; /** How handout and quiz look. */ readonly look: SheetLook; readonly pictures: TalkPictures }

/**
 * Prints one kind of file of a talk.
 * @returns its files, one but for `slides-png`; null for the quiz of a talk that asks nothing
 * @throws LecternError `printing-failed`
 */
export async function printTalk(kind: PrintedKind, talk: Talk, facts: PrintFacts, press: Press): Promise<readonly PrintedFile[] | null> {
  const { deck, theme, pictures, language, made } = facts
  const shown = (hashes: Iterable<PrintPicture['hash']>): PrintPicture[] =>
    [...new Set(hashes)].flatMap((hash) => {
      const info = pictures.info(`asset:${hash}`)
      return info === null ? [] : [{ hash, mime: info.mime, bytes: pictures.bytes(info.hash) }]
    })
  const slides = (as: 'pdf' | 'png') => press.print({ as, job: { title: deck.title, language, content: { kind: 'slides', deck, theme } }, pictures: shown([...picturesOn(deck), ...(theme.template === undefined ? [] : picturesOfTemplate(theme.template.template))]) })
  const onPaper = async (name: string, paper: Paper | null): Promise<readonly PrintedFile[] | null> => {
    if (paper === null) return null
    const job: PrintJob = { title: paper.title, language, content: { kind: 'paper', xhtml: paper.xhtml, css: paper.css, hasContents: paper.hasContents } }
    return pdf(name, await press.print({ as: 'pdf', job, pictures: shown(paper.pictures) }))
  }
  const pdf = (name: string, files: readonly Uint8Array[]): readonly PrintedFile[] => files.map((bytes) => ({ name, bytes: steadyPdf(searchablePdf(bytes), made), mime: 'application/pdf' }))

  switch (kind) {
    case 'slides-pdf':
      return pdf('slides.pdf', await slides('pdf'))
    case 'slides-png': {
      const files = await slides('png')
      const digits = Math.max(2, String(files.length).length)
      return files.map((bytes, index) => ({ name: `slide-${String(index + 1).padStart(digits, '0')}.png`, bytes, mime: 'image/png' }))
    }
    case 'script-pdf': {
      const { script, preset } = scriptOf(talk, facts)
      return onPaper('script.pdf', scriptPaper(script, preset, language))
    }
    case 'handout-pdf':
      return onPaper('handout.pdf', sheetPaper('handout', sheetOf('handout', talk, facts), language, facts.look))
    case 'quiz-pdf':
      return onPaper('quiz.pdf', sheetPaper('quiz', sheetOf('quiz', talk, facts), language, facts.look))
  }
}

/** Several files as one zip, `slides-png.zip`; one alone as it is. */
export const inOneFile = (kind: PrintedKind, files: readonly PrintedFile[]): readonly PrintedFile[] =>
  files.length < 2 ? files : [{ name: `${kind}.zip`, bytes: writeZip(files.map(({ name, bytes }) => entry(name, bytes))), mime: 'application/zip' }]

const picturesOn = (deck: Deck): readonly string[] => deck.scenes.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'picture' ? [item.asset] : [])))
