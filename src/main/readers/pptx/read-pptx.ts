import type { Outcome, Warning } from '../../../shared/outcome'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import type { ZipArchive } from '../../zip/read-zip'
import type { PictureCollector } from '../picture-collector'
import { noFindings, warningsOf } from './findings'
import { readSlides } from './read-slides'
import { slideParagraphs } from './slide-paragraphs'

export type PresentationText = { readonly title: string; readonly paragraphs: readonly RawParagraph[] }

const hanCount = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0

/**
 * Reads a presentation as a document: each slide is a heading with its number, then its text by level, tables, the data of its charts, the text of its
 * SmartArt, its pictures and its notes. The presentation has the title of its first slide. Masters and layouts are design and left alone.
 * @param pictures takes the pictures out.
 * @throws LecternError `damaged-file` when not one slide can be read, `too-large`.
 */
export const readPptx = (archive: ZipArchive, pictures: PictureCollector): Outcome<PresentationText> => {
  const findings = noFindings()
  const slides = readSlides(archive, pictures, findings).slides.map(({ title, items, notes, page }) => ({ title, notes, page, paragraphs: slideParagraphs(items, page) }))
  const sample = slides.map(({ title, paragraphs }) => title + paragraphs.map(({ text }) => text).join('')).join('')
  const isChinese = hanCount(sample) * 5 > sample.length
  const paragraphs = slides.flatMap(({ title, paragraphs: own, notes, page }): RawParagraph[] => {
    if (title === '' && own.length === 0 && notes.length === 0) return []
    const heading: RawParagraph = { text: title || (isChinese ? `第 ${page} 页` : `Slide ${page}`), number: String(page), kind: 'body', styled: 1, page }
    return [heading, ...own, ...notes.map((text, at): RawParagraph => ({ text, number: at === 0 ? (isChinese ? '【备注】' : '[Notes]') : '', kind: 'note', styled: 0, page }))]
  })
  const first = slides[0]
  const warnings = warningsOf(findings)
  return { value: { title: first?.title ?? '', paragraphs }, warnings: slides.length > 0 && paragraphs.length === 0 ? [noSlideText, ...warnings] : warnings }
}

const noSlideText: Warning = {
  code: 'no-text',
  place: '',
  message: { 'zh-CN': '这份演示文稿里没有文字。已作为出处保存原件，没有提出素材。', en: 'There is no text in this presentation. The original is kept as a source and nothing was proposed.' },
}
