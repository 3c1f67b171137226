import { expect, it } from 'vitest'
import { readZip } from '../../../../src/main/zip/read-zip'
import { chartParts } from '../../../../src/main/writers/pptx/chart-part'
import { columnName } from '../../../../src/main/writers/xlsx/write-workbook'
import { chartTypes } from '../../../../src/shared/model/block'
import { plotOf } from '../../../../src/shared/slides/chart-plot'
import type { SceneChart } from '../../../../src/shared/slides/scene'
import { aChart } from '../../../builders/scene'
import { schemaErrors, validatorAbsent } from '../../../judges/open-xml-sdk'

const chartXml = (more: Partial<SceneChart> = {}): string => chartParts(aChart(more), 1, 'zh-CN')[0].content as string
const workbook = (more: Partial<SceneChart> = {}): Uint8Array => chartParts(aChart(more), 1, 'zh-CN')[1].content as Uint8Array
const sheet = (more: Partial<SceneChart> = {}): string => new TextDecoder().decode(readZip(workbook(more)).read('xl/worksheets/sheet1.xml'))

it.each(chartTypes)('names only colours and typefaces of the theme in a %s chart', (chart) => {
  const xml = chartXml({ chart })
  expect(xml).not.toMatch(/srgbClr|sysClr|prstClr/)
  expect([...xml.matchAll(/typeface="([^+][^"]*)"/g)]).toEqual([])
})

it('leaves a gap where a value is missing instead of drawing zero', () => {
  const xml = chartXml({ chart: 'line', series: [{ name: '甲', values: [12, null, 41], colour: 'accent' }] })
  expect([...xml.matchAll(/<c:pt idx="(\d)"><c:v>([\d.]+)<\/c:v>/g)].map(([, i, v]) => `${i}:${v}`).slice(-2)).toEqual(['0:12', '2:41'])
  expect(xml).toContain('<c:dispBlanksAs val="gap"/>')
})

it('paints the one bar that matters in its own colour', () => {
  const xml = chartXml({ series: [{ name: '甲', values: [1, 2, 3], colour: 'neutral-3', pointColours: ['neutral-3', 'neutral-3', 'accent'] }] })
  expect(xml.match(/<c:dPt><c:idx val="2"\/>.*?<a:schemeClr val="accent1"\/>/)).not.toBeNull()
  expect(xml.match(/<c:dPt>/g)).toHaveLength(1)
})

it('leaves neither scale nor plot area to the program that shows it, so that bars are as tall as in the preview', () => {
  const xml = chartXml()
  expect(xml).toContain('<c:max val="60"/><c:min val="0"/>')
  expect(xml).toContain('<c:majorUnit val="20"/>')
  expect(chartXml({ series: [{ name: '甲', values: [-1, 2, 3], colour: 'accent' }] })).toContain('<c:max val="3"/><c:min val="-1"/>')
  const { y } = plotOf(aChart())
  expect(xml).toContain(`<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.00000"/><c:y val="${(y / 320).toFixed(5)}"/>`)
})

it('lets the first category of horizontal bars stand on top', () => {
  expect(chartXml({ chart: 'bar' })).toMatch(/<c:catAx>.*<c:orientation val="maxMin"\/>.*<\/c:catAx>/)
})

it('keeps the numbers editable: the workbook holds what the chart shows, where its formulas look', () => {
  const cells = Object.fromEntries([...sheet().matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<is><t[^>]*>|<v>)([^<]*)/g)].map(([, at, value]) => [at, value]))
  expect(cells).toEqual({ B1: '学校数', A2: '2024', B2: '12', A3: '2025', B3: '30', A4: '2026', B4: '41' })
  expect(chartXml()).toContain('<c:f>Sheet1!$B$2:$B$4</c:f>')
})

it('writes text that looks like an escape of a cell as the text it is', () => {
  expect(sheet({ categories: ['_x000D_', '_x', 'b'] })).toContain('>_x005F_x000D_<')
})

it('takes a text that looks like a formula for text', () => {
  expect(sheet({ categories: ['=1+1', '+a', '@b'] })).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1</t>')
})

it('counts columns as a spreadsheet does', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})

it.skipIf(validatorAbsent)('writes a workbook in which the Open XML SDK finds no error', async () => {
  expect(await schemaErrors(workbook(), 'xlsx')).toEqual([])
})
