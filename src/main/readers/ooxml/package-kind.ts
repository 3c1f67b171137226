import type { ZipArchive } from '../../zip/read-zip'
import { notADocument, unsupportedFormat } from '../refusals'

/**
 * What an archive is, by its content types; parts under their usual names count where those are missing, as in Office's own repair.
 * @param misnamed the file's extension promises something else.
 * @throws LecternError `not-a-document`, `unsupported-format` for spreadsheets and OpenDocument.
 */
export const packageKind = (archive: ZipArchive, misnamed: boolean): 'docx' | 'pptx' => {
  const types = archive.read('[Content_Types].xml')
  const mimetype = archive.read('mimetype')
  const text = types === undefined ? '' : new TextDecoder().decode(types)
  if (text.includes('wordprocessingml.') || text.includes('ms-word.document') || text.includes('ms-word.template')) return 'docx'
  if (text.includes('presentationml.') || text.includes('ms-powerpoint.')) return 'pptx'
  if (text.includes('spreadsheetml.') || text.includes('ms-excel.')) throw unsupportedFormat('xlsx', misnamed)
  if (mimetype !== undefined && new TextDecoder().decode(mimetype).startsWith('application/vnd.oasis.opendocument')) throw unsupportedFormat('odf', misnamed)
  if (archive.names.includes('word/document.xml')) return 'docx'
  if (archive.names.includes('ppt/presentation.xml')) return 'pptx'
  throw notADocument()
}
