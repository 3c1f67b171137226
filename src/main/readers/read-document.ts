import type { ReadDocument } from '../../shared/model/document'
import type { SourceFormat } from '../../shared/model/source'
import type { Outcome, Warning } from '../../shared/outcome'
import type { DocumentFacts } from '../../shared/outline/document-facts'
import { proposeMaterials } from '../../shared/outline/propose-materials'
import type { RawParagraph } from '../../shared/outline/raw-paragraph'
import { readOutline } from '../../shared/outline/read-outline'
import { splitLongParagraphs } from '../../shared/outline/split-paragraphs'
import { readZip, ZipError, type ZipArchive } from '../zip/read-zip'
import { readDocx } from './docx/read-docx'
import { readMarkdown } from './read-markdown'
import { readText } from './read-text'
import { damagedFile, emptyFile, encryptedFile, legacyFormat, noText, notADocument, notText, renamedText, tooLarge, unsupportedFormat } from './refusals'
import { sniff } from './sniff'

type ReadText = { readonly format: SourceFormat; readonly paragraphs: readonly RawParagraph[]; readonly facts: Partial<DocumentFacts> }

const extensionOf = (fileName: string) => /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
const wordExtensions = new Set(['docx', 'docm', 'dotx', 'dotm'])
const officeExtensions = new Set([...wordExtensions, 'doc', 'dot', 'wps', 'ppt', 'pptx', 'xls', 'xlsx'])
const markdownExtensions = new Set(['md', 'markdown', 'mdown'])

const openArchive = (bytes: Uint8Array): ZipArchive => {
  try {
    return readZip(bytes)
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    switch (error.fault) {
      case 'too-large':
        throw tooLarge(error)
      case 'damaged':
      case 'hostile':
        throw damagedFile(error)
    }
  }
}

const renamedDocument: Warning = {
  code: 'renamed-file',
  place: '',
  message: { 'zh-CN': '文件的扩展名与内容不符：它其实是 Word 文档，已按 Word 文档读取。', en: 'The file’s extension does not match its content: it is a Word document and was read as one.' },
}

const readByContent = (extension: string, bytes: Uint8Array): Outcome<ReadText> => {
  const isWord = wordExtensions.has(extension)
  const content = sniff(bytes)
  switch (content) {
    case 'empty':
      throw emptyFile()
    case 'encrypted-ole':
      throw encryptedFile()
    case 'ole':
    case 'old-word':
      throw legacyFormat()
    case 'pdf':
    case 'rtf':
    case 'picture':
      throw unsupportedFormat(content, officeExtensions.has(extension) || markdownExtensions.has(extension) || extension === 'txt')
    case 'html':
      if (extension === 'html' || extension === 'htm') throw unsupportedFormat('html', false)
      if (officeExtensions.has(extension)) throw unsupportedFormat('html', true)
      break
    case 'binary':
      // A .doc that is neither OLE2 nor any known form is still somebody's old document.
      if (extension === 'doc') throw legacyFormat()
      throw isWord ? damagedFile() : extension === 'txt' || markdownExtensions.has(extension) ? notText() : notADocument()
    case 'zip': {
      const misnamed = !isWord
      const { value, warnings } = readDocx(openArchive(bytes), misnamed)
      return { value: { format: 'docx', paragraphs: value, facts: {} }, warnings: misnamed ? [renamedDocument, ...warnings] : warnings }
    }
    case 'text':
  }
  if (extension === 'doc') throw legacyFormat()
  if (officeExtensions.has(extension)) throw renamedText()
  if (markdownExtensions.has(extension)) {
    const { value, warnings } = readMarkdown(bytes)
    return { value: { format: 'md', ...value }, warnings }
  }
  const { value, warnings } = readText(bytes)
  return { value: { format: 'txt', paragraphs: value, facts: {} }, warnings }
}

const titleFromName = (fileName: string) => (fileName.split(/[/\\]/).at(-1) ?? fileName).replace(/\.[^.]+$/, '').trim() || fileName

/**
 * Reads a document: through the gate, to its paragraphs, its outline and the materials proposed from it. Nothing outside the bytes is touched.
 * Asynchronous by contract, so that readers which need it (PDF) can be added; these compute in one go and belong in a process of their own.
 * @param fileName its extension decides only between kinds of text; for everything else the bytes do.
 * @throws LecternError empty-file, encrypted-file, legacy-format, damaged-file, not-a-document, unsupported-format, too-large
 */
export const readDocument = async (fileName: string, bytes: Uint8Array): Promise<ReadDocument> => {
  const { value, warnings } = readByContent(extensionOf(fileName), bytes)
  const { paragraphs, outline, facts } = readOutline(splitLongParagraphs(value.paragraphs))
  if (paragraphs.length === 0) throw noText()
  const { title: ownTitle, issuer, number, date } = { ...facts, ...value.facts }
  const title = (ownTitle === '' ? titleFromName(fileName) : ownTitle).slice(0, 300)
  return {
    format: value.format,
    title,
    issuer,
    number,
    date,
    paragraphs: paragraphs.map(({ index, text, number: own, level, kind }) => ({ index, text, number: own, level, kind })),
    outline: [...outline],
    materials: [...proposeMaterials(paragraphs, outline, { title })],
    warnings: [...warnings],
  }
}
