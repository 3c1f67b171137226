import type { Language } from '../../shared/language'
import { AssetHash } from '../../shared/model/ids'
import { writeSchoolTable } from '../../shared/schools/write-school-table'
import type { Library } from '../library/library'
import { fileNameFor } from '../writers/markdown/file-name'
import { writeCsv } from '../writers/table/write-csv'
import { writeWorkbook } from '../writers/xlsx/write-workbook'
import { knownSchools } from './preview-school-table'

export type SchoolTableForm = 'csv' | 'xlsx'
/** The table, and the logos that it names, by their paths relative to it. Logos whose bytes are gone are passed over. */
export type SchoolTableFiles = { readonly table: Uint8Array; readonly schools: number; readonly logos: ReadonlyMap<string, AssetHash> }

/** Width of a column in characters by what stands in it; none is so wide that the next is out of sight. */
const widthOf = (cells: readonly string[]): number => Math.min(40, 2 + Math.max(6, ...cells.map((cell) => Array.from(cell).reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1), 0))))

/** All schools with the brands in use, by district and name, as a table that reads back. @param logosIn folder of the logos beside the table; null: without logos */
export function exportSchools(library: Library, form: SchoolTableForm, language: Language, logosIn: string | null): SchoolTableFiles {
  const order = new Map(library.schools.list().map(({ id }, at) => [id, at]))
  const known = knownSchools(library).sort((a, b) => (order.get(a.school.id) ?? 0) - (order.get(b.school.id) ?? 0))
  const logos = new Map<string, AssetHash>()
  const paths = new Map<string, string>()
  for (const { school, brand } of known) {
    for (const [hash, suffix] of [[brand.logo, ''], [brand.logoOnDark, '-dark']] as const) {
      if (logosIn === null || hash === null || paths.has(hash)) continue
      const [picture] = library.assets.pictures([hash])
      if (picture === undefined) continue
      const path = `${logosIn}/${fileNameFor(school.name + suffix, hash, picture.mime === 'image/png' ? 'png' : 'jpg')}`
      paths.set(hash, path)
      logos.set(path, AssetHash.parse(hash))
    }
  }
  const { rows } = writeSchoolTable(known, language, (hash) => paths.get(hash) ?? '')
  const widths = (rows[0] ?? []).map((_, column) => widthOf(rows.map((row) => row[column] ?? '')))
  const table = form === 'csv' ? writeCsv(rows) : writeWorkbook([{ name: language === 'zh-CN' ? '学校' : 'Schools', rows, widths, headings: true }])
  return { table, schools: known.length, logos }
}
