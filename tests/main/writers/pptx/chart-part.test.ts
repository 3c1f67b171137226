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

const twoUnits: Partial<SceneChart> = { chart: 'combined', secondAxis: true, series: [{ name: '学校', values: [12, 21, 30], colour: 'neutral-3' }, { name: '使用率', values: [35, 48, 66], colour: 'accent' }] }

it('draws the last series of a combined chart as a line on an axis of its own, all of them from one sheet', () => {
  const xml = chartXml(twoUnits)
  const [columns, line] = [/<c:barChart>.*<\/c:barChart>/.exec(xml)?.[0] ?? '', /<c:lineChart>.*<\/c:lineChart>/.exec(xml)?.[0] ?? '']
  expect([columns.match(/<c:ser>/g), line.match(/<c:ser>/g)].map((found) => found?.length)).toEqual([1, 1])
  expect(columns).toContain('<c:axId val="1"/><c:axId val="2"/>')
  expect(line).toContain('<c:axId val="3"/><c:axId val="4"/>')
  expect(line).toContain('<c:idx val="1"/><c:order val="1"/><c:tx><c:strRef><c:f>Sheet1!$C$1</c:f>')
  expect(xml).toMatch(/<c:valAx><c:axId val="4"\/>.*<c:max val="75"\/>.*<c:axPos val="r"\/>.*<c:crosses val="max"\/>/)
})

it('lets columns and line share one axis where they share a unit', () => {
  const xml = chartXml({ ...twoUnits, secondAxis: false })
  expect(xml.match(/<c:valAx>/g)).toHaveLength(1)
  expect(/<c:lineChart>.*<\/c:lineChart>/.exec(xml)?.[0]).toContain('<c:axId val="1"/><c:axId val="2"/>')
})

it('writes the share into every part of a ring in a colour that is read on it', () => {
  const xml = chartXml({ chart: 'doughnut', showLegend: true, series: [{ name: '甲', values: [5, 3, 2], colour: 'accent', pointColours: ['accent', 'neutral-3', 'neutral-4'] }] })
  const labels = [...xml.matchAll(/<c:dLbl><c:idx val="(\d)"\/>.*?<a:solidFill><a:schemeClr val="(\w+)"\/>/g)].map(([, at, colour]) => `${at} ${colour}`)
  expect(labels).toEqual(['0 lt1', '1 dk1', '2 lt1'].map((one) => one.replace('lt1', 'bg1').replace('dk1', 'tx1')))
  expect(xml).not.toContain('<c:dLblPos')
})

it('stacks areas', () => {
  expect(chartXml({ chart: 'area', series: [{ name: '甲', values: [1, 2, 3], colour: 'accent' }, { name: '乙', values: [2, null, 1], colour: 'neutral-3' }] })).toContain('<c:areaChart><c:grouping val="stacked"/>')
})
