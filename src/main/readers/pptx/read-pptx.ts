import type { Outcome, Warning } from '../../../shared/outcome'
import type { RawParagraph } from '../../../shared/outline/raw-paragraph'
import type { ZipArchive } from '../../zip/read-zip'
import { childOf, childrenOf, isElement, type XmlElement } from '../ooxml/xml'
import type { PictureCollector } from '../picture-collector'
import { damagedFile, tooLarge } from '../refusals'
import { noFindings, warningsOf } from './findings'
import { PresentationParts } from './parts'
import { SlideReader, type SlideText } from './slide-reader'

export type PresentationText = { readonly title: string; readonly paragraphs: readonly RawParagraph[] }

const MOST_PARAGRAPHS = 100_000

const numberOf = (slide: string) => Number(/(\d+)\.xml$/.exec(slide)?.[1] ?? 0)

/** Slides in the order of the presentation's own list; where that is damaged, all slides in the order of their numbers. */
const slideNames = (parts: PresentationParts): readonly string[] => {
  const name = parts.relationships('').find(({ type, external }) => type === 'officeDocument' && !external)?.target ?? 'ppt/presentation.xml'
  const root = parts.read(name)
  const targets = new Map(parts.relationships(name).filter(({ type, external }) => type === 'slide' && !external).map(({ id, target }) => [id, target]))
  const listed = childrenOf(childOf(root, 'p:sldIdLst'), 'p:sldId').flatMap(({ attributes }) => targets.get(attributes.get('r:id') ?? '') ?? [])
  if (listed.length > 0 || root !== undefined) return listed
  return parts.archive.names.filter((entry) => /^ppt\/slides\/slide\d+\.xml$/.test(entry)).toSorted((a, b) => numberOf(a) - numberOf(b))
}

const isSlide = (root: XmlElement) => childOf(root, 'p:cSld') !== undefined || root.children.some(isElement)
const hanCount = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0

/**
 * Reads a presentation: each slide is a heading with its number, then its text by level, tables, the data of its charts, the text of its SmartArt, its pictures
 * and its notes. The presentation has the title of its first slide. Masters and layouts are design and left alone; hidden slides are read like the others.
 * @param pictures takes the pictures out.
 * @throws LecternError `damaged-file` when not one slide can be read, `too-large`.
 */
export const readPptx = (archive: ZipArchive, pictures: PictureCollector): Outcome<PresentationText> => {
  const findings = noFindings()
  findings.macros = archive.names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))
  const parts = new PresentationParts(archive, findings)
  const names = slideNames(parts)
  const slides: (SlideText & { readonly page: number })[] = []
  let length = 0
  for (const [at, name] of names.entries()) {
    const root = parts.read(name)
    if (root === undefined || !isSlide(root)) continue
    const slide = new SlideReader(parts, pictures, findings, name, at + 1).read(root)
    slides.push({ ...slide, page: at + 1 })
    length += slide.paragraphs.length + slide.notes.length
    if (length > MOST_PARAGRAPHS) throw tooLarge()
  }
  if (slides.length === 0 && (names.length > 0 || findings.unreadable.length > 0)) throw damagedFile(new Error('no slide can be read'))

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
