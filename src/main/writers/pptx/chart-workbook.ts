/** The workbook behind a chart: "Edit data" in PowerPoint opens it. One sheet, categories down the first column, a series in each further one. */
import { writeWorkbook } from '../xlsx/write-workbook'

export const SHEET = 'Sheet1'

export type ChartData = {
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

/** Bytes of an `.xlsx` with the chart's numbers. */
export const chartWorkbook = ({ categories, series }: ChartData): Uint8Array =>
  writeWorkbook([{ name: SHEET, rows: [['', ...series.map(({ name }) => name)], ...categories.map((category, row) => [category, ...series.map(({ values }) => values[row] ?? null)])] }])
