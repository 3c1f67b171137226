import { LecternError } from '../../shared/outcome'

/** The sentences with which the import refuses a file. Each says what happened and what to do next; the library is never touched. */

export const emptyFile = () => new LecternError('empty-file', { 'zh-CN': '这个文件是空的。请确认选对了文件。', en: 'This file is empty. Please check that it is the right one.' })

export const encryptedFile = () =>
  new LecternError('encrypted-file', {
    'zh-CN': '这个文档设了打开密码。请先用 Word 或 WPS 打开，去掉密码后另存，再导入。',
    en: 'This document is protected by a password. Open it in Word or WPS, remove the password, save it, and import it again.',
  })

export const legacyFormat = () =>
  new LecternError('legacy-format', {
    'zh-CN': '这是旧版 Office 格式的文件。请用 Word 或 WPS 打开，另存为 .docx 后再导入。',
    en: 'This file is in an old Office format. Open it in Word or WPS, save it as .docx, and import that.',
  })

export const damagedFile = (cause?: unknown) =>
  new LecternError(
    'damaged-file',
    {
      'zh-CN': '这个文件已损坏或不完整，无法读取。请重新取得一份，或用 Word、WPS 打开后另存再导入。',
      en: 'This file is damaged or incomplete and cannot be read. Get a fresh copy, or open it in Word or WPS, save it again, and import that.',
    },
    { cause },
  )

export const tooLarge = (cause?: unknown) =>
  new LecternError(
    'too-large',
    {
      'zh-CN': '这个文件展开后过大，已停止读取。请拆分成几个文件，或去掉其中的大图后再导入。',
      en: 'This file is too large once unpacked, so reading it was stopped. Split it into several files, or remove its large pictures, and import it again.',
    },
    { cause },
  )

/** A zip archive or other binary that is no document at all. */
export const notADocument = () =>
  new LecternError('not-a-document', {
    'zh-CN': '这个文件不是文档。可以导入的是 Word 文档（.docx）、演示文稿（.pptx）、PDF、网页（.html）、Markdown（.md）、纯文本（.txt）和图片（.png、.jpg、.gif、.webp、.svg、.bmp、.tif）。',
    en: 'This file is not a document. Lectern reads Word documents (.docx), presentations (.pptx), PDF, web pages (.html), Markdown (.md), plain text (.txt) and pictures (.png, .jpg, .gif, .webp, .svg, .bmp, .tif).',
  })

export const notAPresentation = () =>
  new LecternError('not-a-presentation', {
    'zh-CN': '这个文件不是演示文稿。能打开成宣讲稿的是 .pptx（及 .pptm、.ppsx、.potx）；其他文档请导入素材库。',
    en: 'This file is not a presentation. A .pptx (or .pptm, .ppsx, .potx) can be opened as a talk; import other documents into the library.',
  })

/** The name promises a Word document, the bytes are something else that Lectern could read under its right name. */
export const renamedText = () =>
  new LecternError('not-a-document', {
    'zh-CN': '这个文件的扩展名是 Office 文档或 PDF，内容却是纯文本。请把扩展名改为 .txt 后再导入。',
    en: 'This file has the name of an Office document or PDF and holds plain text. Rename it to .txt and import it again.',
  })

/** The name promises text, the bytes are not text. */
export const notText = () =>
  new LecternError('not-a-document', {
    'zh-CN': '这个文件的内容不是文字，无法作为文本导入。请确认选对了文件。',
    en: 'The content of this file is not text, so it cannot be imported. Please check that it is the right one.',
  })

const kindNames = {
  xlsx: { 'zh-CN': '电子表格', en: 'a spreadsheet' },
  odf: { 'zh-CN': 'OpenDocument 文件', en: 'an OpenDocument file' },
  rtf: { 'zh-CN': 'RTF 文件', en: 'an RTF file' },
  metafile: { 'zh-CN': 'EMF 或 WMF 图', en: 'an EMF or WMF picture' },
} as const
export type UnsupportedKind = keyof typeof kindNames

/** @param misnamed the file's extension says something else than its content. */
export const unsupportedFormat = (kind: UnsupportedKind, misnamed: boolean) =>
  new LecternError('unsupported-format', {
    'zh-CN': `${misnamed ? '看内容，' : ''}这是${kindNames[kind]['zh-CN']}，目前还不能导入。请另存为${kind === 'metafile' ? ' .png 或 .jpg' : ' .docx、.pdf 或 .txt'} 后再导入。`,
    en: `${misnamed ? 'By its content, this' : 'This'} is ${kindNames[kind].en}, which Lectern cannot import yet. Save it as ${kind === 'metafile' ? '.png or .jpg' : '.docx, .pdf or .txt'} and import that.`,
  })

/** A picture by its first bytes, but nothing that can be shown. */
export const notAPicture = (cause?: unknown) =>
  new LecternError('damaged-file', { 'zh-CN': '这张图片已损坏，无法读取。请重新取得一份，或用看图软件打开后另存再导入。', en: 'This picture is damaged and cannot be read. Get a fresh copy, or open it in a viewer, save it again, and import that.' }, { cause })

export const pictureTooLarge = () =>
  new LecternError('too-large', {
    'zh-CN': '这张图片太大或太小（每边 16 至 12000 像素，不超过 20 MB）。请调整大小后再导入。',
    en: 'This picture is too large or too small (16 to 12,000 pixels a side, at most 20 MB). Resize it and import it again.',
  })

export const noText = () =>
  new LecternError('empty-file', { 'zh-CN': '这个文档里没有文字。请确认选对了文件。', en: 'There is no text in this document. Please check that it is the right one.' })

export const readerTimeout = () =>
  new LecternError('reader-timeout', {
    'zh-CN': '读取这个文件用时过长，已停止。请用 Word 或 WPS 打开后另存一份，或拆分后再导入。',
    en: 'Reading this file took too long and was stopped. Open it in Word or WPS and save a new copy, or split it, and import that.',
  })

export const cancelled = () => new LecternError('cancelled', { 'zh-CN': '导入已取消。', en: 'The import was cancelled.' })

/** Every code with which a reader refuses a file; all of them cross the process boundary. */
export const refusalCodes = ['empty-file', 'encrypted-file', 'legacy-format', 'damaged-file', 'not-a-document', 'unsupported-format', 'too-large', 'reader-timeout', 'cancelled'] as const
