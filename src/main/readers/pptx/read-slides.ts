import type { ZipArchive } from '../../zip/read-zip'
import { childOf, childrenOf, isElement, type XmlElement } from '../ooxml/xml'
import type { MediaCollector } from '../media/media-collector'
import type { PictureCollector } from '../picture-collector'
import { damagedFile, tooLarge } from '../refusals'
import type { Findings } from './findings'
import { PresentationParts } from './parts'
import { SlideReader, type SlideContent } from './slide-reader'

/** A slide that could be read, with its own part. */
export type ReadSlide = SlideContent & { /** From 1, the unreadable ones counted. */ readonly page: number; readonly part: string; readonly root: XmlElement }

export type PresentationSlides = {
  readonly parts: PresentationParts
  /** The presentation's own part; undefined where it is damaged. */
  readonly presentation: XmlElement | undefined
  /** How its slides are called in it, in their order: the relationship ids of the listed ones. */
  readonly listed: readonly { readonly id: string; readonly part: string }[]
  readonly slides: readonly ReadSlide[]
}

const MOST_ITEMS = 100_000

const numberOf = (slide: string) => Number(/(\d+)\.xml$/.exec(slide)?.[1] ?? 0)

/** Slides in the order of the presentation's own list; where that is damaged, all slides in the order of their numbers. */
const listSlides = (parts: PresentationParts): Pick<PresentationSlides, 'presentation' | 'listed'> => {
  const name = parts.relationships('').find(({ type, external }) => type === 'officeDocument' && !external)?.target ?? 'ppt/presentation.xml'
  const presentation = parts.read(name)
  const targets = new Map(parts.relationships(name).filter(({ type, external }) => type === 'slide' && !external).map(({ id, target }) => [id, target]))
  const listed = childrenOf(childOf(presentation, 'p:sldIdLst'), 'p:sldId').flatMap(({ attributes }) => {
    const part = targets.get(attributes.get('r:id') ?? '')
    return part === undefined ? [] : [{ id: attributes.get('id') ?? '', part }]
  })
  if (listed.length > 0 || presentation !== undefined) return { presentation, listed }
  const named = parts.archive.names.filter((entry) => /^ppt\/slides\/slide\d+\.xml$/.test(entry)).toSorted((a, b) => numberOf(a) - numberOf(b))
  return { presentation, listed: named.map((part) => ({ id: '', part })) }
}

const isSlide = (root: XmlElement) => childOf(root, 'p:cSld') !== undefined || root.children.some(isElement)

/**
 * Reads the slides of a presentation, hidden ones like the others.
 * @param pictures takes the pictures out.
 * @param findings is told what was passed over.
 * @param media takes films and sounds out; null leaves them in the original.
 * @throws LecternError `damaged-file` when not one slide can be read, `too-large`.
 */
export const readSlides = (archive: ZipArchive, pictures: PictureCollector, findings: Findings, media: MediaCollector | null = null): PresentationSlides => {
  findings.macros = archive.names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))
  const parts = new PresentationParts(archive, findings)
  const { presentation, listed } = listSlides(parts)
  const slides: ReadSlide[] = []
  let length = 0
  for (const [at, { part }] of listed.entries()) {
    const root = parts.read(part)
    if (root === undefined || !isSlide(root)) continue
    const slide = new SlideReader(parts, pictures, findings, part, at + 1, media).read(root)
    slides.push({ ...slide, page: at + 1, part, root })
    length += slide.items.length + slide.notes.length
    if (length > MOST_ITEMS) throw tooLarge()
  }
  if (slides.length === 0 && (listed.length > 0 || findings.unreadable.length > 0)) throw damagedFile(new Error('no slide can be read'))
  return { parts, presentation, listed, slides }
}
