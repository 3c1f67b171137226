import { assertNever } from '../../../shared/assert-never'
import type { TableRow } from '../../../shared/model/table'
import { openArchive } from '../open-archive'
import { emptyFile, encryptedFile } from '../refusals'
import { sniff } from '../sniff'
import { readCsv } from './read-csv'
import { readWorkbook } from './read-workbook'
import { notATable, oldWorkbook } from './refusals'

/**
 * Reads a table by its bytes, whatever it is called: separated values or a workbook. It computes in one go and belongs in a process of its own.
 * @throws LecternError `empty-file`, `not-a-table`, `legacy-format`, `encrypted-file`, `damaged-file`, `too-large`, `too-many-rows`, `table-unclosed-quote`
 */
export function readTable(bytes: Uint8Array): readonly TableRow[] {
  const content = sniff(bytes)
  switch (content) {
    case 'empty':
      throw emptyFile()
    case 'encrypted-ole':
      throw encryptedFile()
    case 'ole':
      throw oldWorkbook()
    case 'zip':
      return readWorkbook(openArchive(bytes))
    case 'text':
      return readCsv(bytes)
    case 'binary':
    case 'html':
    case 'old-word':
    case 'pdf':
    case 'picture':
    case 'rtf':
    case 'svg':
      throw notATable()
    default:
      return assertNever(content)
  }
}
