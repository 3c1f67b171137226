import type { ReadDocument } from '../../shared/model/document'
import type { AssetHash } from '../../shared/model/ids'
import type { SourceFormat } from '../../shared/model/source'
import type { Outcome, Warning } from '../../shared/outcome'
import { captionPictures } from '../../shared/outline/caption-pictures'
import type { DocumentFacts } from '../../shared/outline/document-facts'
import { proposeMaterials } from '../../shared/outline/propose-materials'
import type { RawParagraph } from '../../shared/outline/raw-paragraph'
import { readOutline } from '../../shared/outline/read-outline'
import { splitLongParagraphs } from '../../shared/outline/split-paragraphs'
import { readDocx } from './docx/read-docx'
import { readHtml } from './html/read-html'
import { openArchive } from './open-archive'
import { packageKind } from './ooxml/package-kind'
import { PictureCollector } from './picture-collector'
import { readPptx } from './pptx/read-pptx'
import { readMarkdown } from './read-markdown'
import { readPicture } from './read-picture'
import { readText } from './read-text'
import { damagedFile, emptyFile, encryptedFile, legacyFormat, noText, notADocument, notText, renamedText, unsupportedFormat } from './refusals'
import { sniff } from './sniff'

type ReadText = { readonly format: SourceFormat; readonly paragraphs: readonly RawParagraph[]; readonly facts: Partial<DocumentFacts> }

/** A document as read, with the bytes of the pictures that its materials refer to. */
export type DocumentReading = { readonly document: ReadDocument; readonly media: ReadonlyMap<AssetHash, Uint8Array> }

const extensionOf = (fileName: string) => /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
const wordExtensions = new Set(['docx', 'docm', 'dotx', 'dotm'])
const slideExtensions = new Set(['pptx', 'pptm', 'ppsx', 'ppsm', 'potx', 'potm'])
const officeExtensions = new Set([...wordExtensions, ...slideExtensions, 'doc', 'dot', 'wps', 'ppt', 'xls', 'xlsx', 'pdf'])
const markdownExtensions = new Set(['md', 'markdown', 'mdown'])
const pageExtensions = new Set(['html', 'htm', 'xhtml'])
const pictureExtensions = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'tif', 'tiff', 'svg', 'emf', 'wmf'])
const textExtensions = new Set([...markdownExtensions, 'txt'])

const kinds = {
  docx: { 'zh-CN': 'Word 文档', en: 'a Word document' },
  pptx: { 'zh-CN': '演示文稿', en: 'a presentation' },
  pdf: { 'zh-CN': 'PDF', en: 'a PDF' },
  html: { 'zh-CN': '网页', en: 'a web page' },
  picture: { 'zh-CN': '图片', en: 'a picture' },
} as const

const renamed = (format: keyof typeof kinds): Warning => ({
  code: 'renamed-file',
  place: '',
  message: { 'zh-CN': `文件的扩展名与内容不符：它其实是${kinds[format]['zh-CN']}，已按${kinds[format]['zh-CN']}读取。`, en: `The file’s extension does not match its content: it is ${kinds[format].en} and was read as one.` },
})

/** @param fits whether the file's extension is one of this format. */
const named = (format: keyof typeof kinds, fits: boolean, { value, warnings }: Outcome<Omit<ReadText, 'format'>>): Outcome<ReadText> => ({ value: { format, ...value }, warnings: fits ? warnings : [renamed(format), ...warnings] })
const withoutFacts = ({ value, warnings }: Outcome<readonly RawParagraph[]>): Outcome<Omit<ReadText, 'format'>> => ({ value: { paragraphs: value, facts: {} }, warnings })

const readArchive = (extension: string, bytes: Uint8Array, pictures: PictureCollector): Outcome<ReadText> => {
  const archive = openArchive(bytes)
  const isOffice = wordExtensions.has(extension) || slideExtensions.has(extension)
  switch (packageKind(archive, !isOffice)) {
    case 'docx':
      return named('docx', wordExtensions.has(extension), withoutFacts(readDocx(archive, pictures)))
    case 'pptx': {
      const { value, warnings } = readPptx(archive, pictures)
      return named('pptx', slideExtensions.has(extension), { value: { paragraphs: value.paragraphs, facts: { title: value.title } }, warnings })
    }
  }
}

const readByContent = async (fileName: string, bytes: Uint8Array, pictures: PictureCollector): Promise<Outcome<ReadText>> => {
  const extension = extensionOf(fileName)
  const content = sniff(bytes)
  switch (content) {
    case 'empty':
      throw emptyFile()
    case 'encrypted-ole':
      throw encryptedFile()
    case 'ole':
    case 'old-word':
      throw legacyFormat()
    case 'rtf':
      throw unsupportedFormat('rtf', officeExtensions.has(extension) || textExtensions.has(extension))
    case 'pdf': {
      // Loaded when the first PDF comes: 2 MB of code that other documents need not wait for.
      const { readPdf } = await import('./pdf/read-pdf')
      return named('pdf', extension === 'pdf', withoutFacts(await readPdf(bytes, pictures)))
    }
    case 'picture':
      return named('picture', pictureExtensions.has(extension), withoutFacts(await readPicture(fileName, bytes, pictures)))
    case 'svg':
      // A text may begin with a drawing and go on as a text.
      if (textExtensions.has(extension)) break
      return named('picture', extension === 'svg', withoutFacts(await readPicture(fileName, bytes, pictures)))
    case 'binary':
      // A .doc that is neither OLE2 nor any known form is still somebody's old document.
      if (extension === 'doc') throw legacyFormat()
      throw officeExtensions.has(extension) || pictureExtensions.has(extension) ? damagedFile() : textExtensions.has(extension) ? notText() : notADocument()
    case 'zip':
      return readArchive(extension, bytes, pictures)
    case 'html':
      if (textExtensions.has(extension)) break
      return named('html', pageExtensions.has(extension), readHtml(bytes, pictures))
    case 'text':
      if (pageExtensions.has(extension)) return named('html', true, readHtml(bytes, pictures))
  }
  if (extension === 'doc') throw legacyFormat()
  if (officeExtensions.has(extension) || pictureExtensions.has(extension)) throw renamedText()
  if (markdownExtensions.has(extension)) {
    const { value, warnings } = readMarkdown(bytes, pictures)
    return { value: { format: 'md', ...value }, warnings }
  }
  const { value, warnings } = readText(bytes)
  return { value: { format: 'txt', paragraphs: value, facts: {} }, warnings }
}

const titleFromName = (fileName: string) => (fileName.split(/[/\\]/).at(-1) ?? fileName).replace(/\.[^.]+$/, '').trim() || fileName

/** A scan, or a deck of drawings, is a source worth keeping though nothing can be read of it. */
const mayBeEmpty = (warnings: readonly Warning[]) => warnings.some(({ code }) => code === 'no-text-layer' || code === 'no-text')

/**
 * Reads a document: through the gate, to its paragraphs, its outline and the materials proposed from it. Nothing outside the bytes is touched.
 * It computes in one go and belongs in a process of its own.
 * @param fileName its extension decides only between kinds of text; for everything else the bytes do.
 * @throws LecternError empty-file, encrypted-file, legacy-format, damaged-file, not-a-document, unsupported-format, too-large
 */
export const readWithPictures = async (fileName: string, bytes: Uint8Array): Promise<DocumentReading> => {
  const collector = new PictureCollector()
  const { value, warnings: found } = await readByContent(fileName, bytes, collector)
  const { paragraphs, outline, facts } = readOutline(splitLongParagraphs(captionPictures(await collector.settle(value.paragraphs))))
  const warnings = [...found, ...collector.warnings]
  if (paragraphs.length === 0 && !mayBeEmpty(warnings)) throw noText()
  const { title: ownTitle, issuer, number, date } = { ...facts, ...value.facts }
  const title = (ownTitle === '' ? titleFromName(fileName) : ownTitle).slice(0, 300)
  const { pictures, media } = collector
  const document: ReadDocument = {
    format: value.format,
    title,
    issuer,
    number,
    date,
    paragraphs: paragraphs.map(({ index, text, number: own, level, kind, page }) => ({ index, text, number: own, level, kind, ...(page === undefined ? {} : { page }) })),
    outline: [...outline],
    materials: [...proposeMaterials(paragraphs, outline, { title })],
    ...(pictures.length === 0 ? {} : { pictures: [...pictures] }),
    warnings,
  }
  return { document, media }
}

/** As {@link readWithPictures}, for callers that need no pictures. */
export const readDocument = async (fileName: string, bytes: Uint8Array): Promise<ReadDocument> => (await readWithPictures(fileName, bytes)).document
