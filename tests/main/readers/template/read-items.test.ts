import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../../../src/main/readers/template/read-template'
import { MOST_TEMPLATE_ITEMS, Template, type TemplateItem } from '../../../../src/shared/model/template'
import { png } from '../../../builders/png'
import { builtTemplate, chineseLayouts } from '../../../builders/template'

type Shaped = { readonly at?: readonly [x: number, y: number, width: number, height: number]; readonly transform?: string; readonly preset?: string; readonly properties?: string; readonly style?: string; readonly body?: string; readonly named?: string }

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
const shape = ({ at: [x, y, width, height] = [0, 0, 1000, 1000], transform = '', preset = 'rect', properties = solid('336699'), style = '', body = '', named = '' }: Shaped): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="20" name="x"${named}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm${transform}><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="${preset}"><a:avLst/></a:prstGeom>${properties}</p:spPr>${style}${body && `<p:txBody>${body}</p:txBody>`}</p:sp>`
const group = (transform: string, shapes: string, properties = ''): string =>
  `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="30" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>${transform}${properties}</p:grpSpPr>${shapes}</p:grpSp>`
/** A group of the given box whose own coordinates are those of the slide. */
const around = ([x, y, width, height]: readonly number[], attributes = ''): string => `<a:xfrm${attributes}><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/><a:chOff x="${x}" y="${y}"/><a:chExt cx="${width}" cy="${height}"/></a:xfrm>`

function itemsOf(shapes: string, master = ''): readonly TemplateItem[] {
  const { template } = readTemplate(builtTemplate({ masters: [{ shapes: master, layouts: [{ ...chineseLayouts[5]!, shapes }] }] })).value
  expect(Template.safeParse(template).error).toBeUndefined()
  return template.layouts[0]!.items
}

describe('shapes of a layout', () => {
  it('of several paths are drawn in their shades, outlined once', () => {
    const items = itemsOf(shape({ preset: 'can', properties: `${solid('808080')}<a:ln w="25400">${solid('000000')}</a:ln>` }))
    expect(items.map((item) => item.kind === 'shape' && [item.fill, item.line?.width ?? null])).toEqual([
      [{ kind: 'solid', colour: '808080', opacity: 1 }, null],
      [{ kind: 'solid', colour: 'B3B3B3', opacity: 1 }, null],
      [null, 2],
    ])
  })

  it('have colours as PowerPoint mixes them', () => {
    const fills = ['<a:schemeClr val="tx1"><a:tint val="75000"/></a:schemeClr>', '<a:srgbClr val="FFFFFF"><a:shade val="50000"/></a:srgbClr>', '<a:srgbClr val="BF4040"><a:satMod val="200000"/></a:srgbClr>', '<a:srgbClr val="BF4040"><a:satOff val="-50000"/></a:srgbClr>']
    const items = itemsOf(fills.map((colour) => shape({ properties: `<a:solidFill>${colour}</a:solidFill>` })).join(''))
    expect(items.map((item) => item.kind === 'shape' && item.fill?.kind === 'solid' && item.fill.colour)).toEqual(['898989', 'BCBCBC', 'FF0000', '808080'])
  })

  it('are filled along circles, and with pictures that are repeated', () => {
    const circle = '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="100000"><a:srgbClr val="000000"/></a:gs></a:gsLst><a:path path="circle"><a:fillToRect l="80000" t="0" r="20000" b="100000"/></a:path></a:gradFill>'
    expect(itemsOf(shape({ properties: circle }))).toMatchObject([{ fill: { kind: 'gradient', focus: { x: 0.8, y: 0 } } }])
    const tiled = '<a:blipFill><a:blip r:embed="picture"/><a:tile tx="12700" ty="-12700" sx="50000" sy="100000"/></a:blipFill>'
    const { template } = readTemplate(builtTemplate({ picture: png(32, 18), masters: [{ layouts: [{ ...chineseLayouts[5]!, shapes: shape({ properties: tiled }) }] }] })).value
    // 32 by 18 pixels, of which 96 are an inch.
    expect(template.layouts[0]!.items).toMatchObject([{ fill: { kind: 'picture', tile: { x: 12_700, y: -12_700, width: 152_400, height: 171_450 } } }])
  })

  it('outlined in many colours are so in the middle one', () => {
    const stops = ['110000', '220000', '330000'].map((colour, at) => `<a:gs pos="${at * 50_000}"><a:srgbClr val="${colour}"/></a:gs>`).join('')
    expect(itemsOf(shape({ properties: `<a:noFill/><a:ln w="12700"><a:gradFill><a:gsLst>${stops}</a:gsLst></a:gradFill></a:ln>` }))).toMatchObject([{ fill: null, line: { colour: '220000', width: 1 } }])
  })

  it('that are hidden, or have no place, are left out', () => {
    expect(itemsOf(shape({ named: ' hidden="1"' }) + shape({ preset: 'blob' }))).toEqual([])
  })

  it('take the fill of their group where they say so', () => {
    const grouped = group(around([0, 0, 9, 9]), shape({ properties: '<a:grpFill/>' }) + group(around([0, 0, 9, 9]), shape({ properties: '<a:grpFill/>' })), solid('112233'))
    expect(itemsOf(grouped)).toMatchObject([{ fill: { colour: '112233' } }, { fill: { colour: '112233' } }])
    expect(itemsOf(shape({ properties: '<a:grpFill/>' }))).toEqual([])
  })

  it('out of all bounds are left out, and the template is still one', () => {
    const far = shape({ at: [0, 0, 200_000_000, 1000] })
    const high = shape({ at: [0, 0, 1000, 1000], body: `<a:bodyPr anchor="b"/>${'<a:p><a:r><a:rPr sz="400000"/><a:t>字</a:t></a:r></a:p>'.repeat(60)}` })
    const endless = '<a:custGeom><a:avLst/><a:gdLst><a:gd name="x" fmla="*/ 2000000000 2000000000 1"/><a:gd name="x2" fmla="*/ x x 1"/></a:gdLst><a:pathLst><a:path><a:moveTo><a:pt x="x2" y="0"/></a:moveTo></a:path></a:pathLst></a:custGeom>'
    const free = `<p:sp><p:nvSpPr><p:cNvPr id="20" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm>${endless}${solid('000000')}</p:spPr></p:sp>`
    // The shape of the high words stays; only they go.
    expect(itemsOf(far + high + free).map(({ kind, box: { width } }) => [kind, width])).toEqual([['shape', 1000]])
  })

  it('of master and layout together are no more than a design may have', () => {
    expect(itemsOf(shape({}).repeat(600), shape({}).repeat(600)).length).toBe(MOST_TEMPLATE_ITEMS)
  })
})

describe('groups', () => {
  it('that are turned carry their shapes about their middle', () => {
    // A quarter to the right about (500, 500): what was at the left end of the upper edge comes to the upper end of the right edge.
    expect(itemsOf(group(around([0, 0, 1000, 1000], ' rot="5400000"'), shape({ at: [0, 0, 200, 100] })))).toMatchObject([{ box: { x: 850, y: 50, width: 200, height: 100 }, turn: 90 }])
  })

  it('that are mirrored turn what is turned the other way', () => {
    const turned = shape({ at: [0, 0, 200, 100], transform: ' rot="1800000"' })
    expect(itemsOf(group(around([0, 0, 1000, 1000], ' flipH="1"'), turned))).toMatchObject([{ box: { x: 800, y: 0 }, turn: -30, flippedX: true }])
    const [both] = itemsOf(group(around([0, 0, 1000, 1000], ' flipH="1" flipV="1"'), turned))
    expect(both).toMatchObject({ box: { x: 800, y: 900 }, turn: 30, flippedX: true, flippedY: true })
  })

  it('within groups are turned from the innermost out', () => {
    const inner = group(around([0, 0, 400, 400], ' rot="5400000"'), shape({ at: [0, 0, 100, 100] }))
    // About (200, 200) to (300, 0), then about (500, 500) to (900, 300); upside down and mirrored it is half a turn.
    expect(itemsOf(group(around([0, 0, 1000, 1000], ' rot="5400000"'), inner))).toMatchObject([{ box: { x: 900, y: 300 }, turn: 180 }])
    expect(itemsOf(group(around([0, 0, 1000, 1000], ' flipV="1"'), group(around([0, 0, 400, 400], ' flipV="1"'), shape({ at: [0, 0, 100, 100] })))).map(({ flippedY }) => flippedY)).toEqual([undefined])
  })

  it('that are scaled keep places named by formulas in the units of the shape', () => {
    const halved = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1000" cy="500"/><a:chOff x="0" y="0"/><a:chExt cx="2000" cy="1000"/></a:xfrm>'
    const [item] = itemsOf(group(halved, shape({ at: [0, 0, 2000, 1000], preset: 'homePlate' })))
    expect(item).toMatchObject({ box: { width: 1000, height: 500 }, path: 'M 0 0 L 0.75 0 L 1 0.5 L 0.75 1 L 0 1 Z' })
  })
})

const paragraph = (text: string, { run = '', own = '' }: { readonly run?: string; readonly own?: string } = {}): string => `<a:p>${own}<a:r><a:rPr lang="zh-CN"${run}/><a:t>${text}</a:t></a:r></a:p>`
const box = [914_400, 914_400, 3_657_600, 914_400] as const
const texts = (body: string, more: Shaped = {}) => itemsOf(shape({ at: box, properties: '<a:noFill/>', body, ...more })).filter((item) => item.kind === 'text')

describe('words of a layout', () => {
  it('stand where their shape has them, in the look that they say', () => {
    const [item] = texts(`<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>${paragraph('示例学校', { run: ' sz="2000" b="1"' })}`)
    expect(item).toMatchObject({ box: { x: 914_400 }, lines: [{ x: 914_400, align: 'start', runs: [{ text: '示例学校', size: 20, bold: true, colour: '000000' }] }] })
    // The ascent of a line of 20 pt, beneath the upper edge of the box.
    expect((item!.lines[0]!.baseline - 914_400) / 12_700).toBeCloseTo(20 * 1.32 * (1.16 / 1.448), 1)
  })

  it('break within their box, and are anchored and aligned in it', () => {
    const [item] = texts(`<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/>${paragraph('一行里放不下的二十个字一行里放不下的二十字', { run: ' sz="1800"', own: '<a:pPr algn="ctr"><a:lnSpc><a:spcPts val="2400"/></a:lnSpc></a:pPr>' })}`)
    expect(item!.lines.map(({ runs }) => runs.map(({ text }) => text).join('').length)).toEqual([16, 5])
    expect(item!.lines.map(({ x }) => x)).toEqual([2_743_200, 2_743_200])
    expect(item!.lines[1]!.baseline - item!.lines[0]!.baseline).toBe(24 * 12_700)
    expect(item!.lines[1]!.baseline).toBeLessThan(1_828_800)
    expect(texts(`<a:bodyPr wrap="none"/>${paragraph('一行里放不下的二十个字一行里放不下的二十字')}`)[0]!.lines.length).toBe(1)
  })

  it('take colour and size from their own list, the style of their shape, and the master', () => {
    const style = '<p:style><a:lnRef idx="0"/><a:fillRef idx="0"/><a:effectRef idx="0"/><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></p:style>'
    expect(texts(`<a:bodyPr/>${paragraph('字')}`, { style })[0]!.lines[0]!.runs).toMatchObject([{ size: 18, colour: 'FFFFFF' }])
    const list = `<a:bodyPr><a:normAutofit fontScale="50000"/></a:bodyPr><a:lstStyle><a:lvl2pPr algn="r"><a:defRPr sz="4000" i="1">${solid('AA0000')}</a:defRPr></a:lvl2pPr></a:lstStyle>`
    expect(texts(list + paragraph('字', { own: '<a:pPr lvl="1"/>' }), { style })[0]!.lines).toMatchObject([{ align: 'end', runs: [{ size: 20, italic: true, colour: 'AA0000' }] }])
  })

  it('stand in the part of a shape that is meant for them', () => {
    const body = `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>${paragraph('字')}`
    // The inscribed rectangle of an ellipse: an eighth of a turn from its axes.
    const inscribed = 914_400 + (3_657_600 / 2) * (1 - Math.SQRT1_2)
    expect(Math.abs(texts(body, { preset: 'ellipse' })[0]!.lines[0]!.x - inscribed)).toBeLessThan(3)
    // A pentagon arrow of 914400 high leaves half of its head, a quarter of the height; mirrored it does so on the left.
    const right = `<a:bodyPr lIns="0" rIns="0"/>${paragraph('字', { own: '<a:pPr algn="r"/>' })}`
    expect(texts(right, { preset: 'homePlate' })[0]!.lines[0]!.x).toBe(914_400 + 3_657_600 - 914_400 / 4)
    expect(texts(body, { preset: 'homePlate', transform: ' flipH="1"' })[0]!.lines[0]!.x).toBe(914_400 + 914_400 / 4)
  })

  it('keep their line breaks, and leave out what is each slide’s own', () => {
    const body = `<a:bodyPr/><a:p><a:r><a:rPr cap="all"/><a:t>one</a:t></a:r><a:br/><a:r><a:t>two</a:t></a:r><a:fld id="{1}" type="slidenum"><a:t>‹#›</a:t></a:fld><a:fld id="{2}" type="datetime1"><a:t>2026</a:t></a:fld></a:p>`
    expect(texts(body)[0]!.lines.map(({ runs }) => runs.map(({ text }) => text))).toEqual([['ONE'], ['two']])
    expect(texts('<a:bodyPr/><a:p><a:fld id="{1}" type="slidenum"><a:t>‹#›</a:t></a:fld></a:p>')).toEqual([])
  })

  it('turn with their shape and are never mirrored', () => {
    const body = `<a:bodyPr/>${paragraph('字')}`
    expect(texts(body, { transform: ' rot="5400000" flipH="1"' })[0]).toMatchObject({ turn: 90 })
    expect(texts(body, { transform: ' flipV="1"' })[0]).toMatchObject({ turn: 180 })
    expect(texts(body, { transform: ' flipH="1"' })[0]).not.toHaveProperty('flippedX')
    // Lines that run down stand in the box turned on its side.
    expect(texts(`<a:bodyPr vert="vert"/>${paragraph('字')}`)[0]).toMatchObject({ turn: 90, box: { x: 2_286_000, y: -457_200, width: 914_400, height: 3_657_600 } })
    expect(texts(`<a:bodyPr vert="eaVert"/>${paragraph('字')}`)).toEqual([])
  })

  it('are bounded, whatever the file has', () => {
    const [item] = texts(`<a:bodyPr/>${paragraph('很长的文字'.repeat(5000))}${paragraph('x').repeat(5000)}`)
    expect(item!.lines.flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(2000)
    expect(item!.lines.length).toBeLessThanOrEqual(100)
  })
})
