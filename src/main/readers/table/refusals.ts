import { MOST_TABLE_ROWS } from '../../../shared/model/table'
import { LecternError } from '../../../shared/outcome'

/** The sentences with which a table is refused as a whole. The library is never touched. */

export const tooManyRows = () =>
  new LecternError('too-many-rows', {
    'zh-CN': `表格超过 ${MOST_TABLE_ROWS} 行，没有导入。请分成几个文件。`,
    en: `The table has more than ${MOST_TABLE_ROWS} rows and was not imported. Please divide it into several files.`,
  })

export const notATable = (cause?: unknown) =>
  new LecternError('not-a-table', { 'zh-CN': '这个文件不是表格。可以导入的是 .csv 和 .xlsx。', en: 'This file is not a table. Lectern reads .csv and .xlsx.' }, { cause })

export const oldWorkbook = () =>
  new LecternError('legacy-format', {
    'zh-CN': '这是旧版 Excel 格式的表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
    en: 'This table is in an old Excel format. Open it in Excel or WPS, save it as .xlsx, and import that.',
  })
