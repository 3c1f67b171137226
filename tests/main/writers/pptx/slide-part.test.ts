import { expect, it } from 'vitest'
import { deckFiles } from '../../../../src/main/writers/pptx/write-deck'
import type { Scene, SceneItem } from '../../../../src/shared/slides/scene'
import { points } from '../../../../src/shared/units'
import { aDeck, anAsset, aPicture, aScene, aShape, aTable, aText, box, deckOptions, onePixel, plainFrames } from '../../../builders/scene'

const filesOf = (...scenes: Scene[]): ReadonlyMap<string, string | Uint8Array> => deckFiles(aDeck(scenes), plainFrames, deckOptions)
const slideOf = (items: readonly SceneItem[], layout: Scene['layout'] = 'points', more: Partial<Scene> = {}): string => filesOf(aScene(layout, items, more)).get('ppt/slides/slide1.xml') as string

it('fills the placeholder of the layout and says its box only when it differs', () => {
  expect(slideOf([aText('title', '三个变化')])).toContain('<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/>')
  expect(slideOf([aText('title', '三个变化', { box: box(78, 36, 400, 84) })])).toContain('<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>')
})

it('keeps a title above the edge of a slide that draws none', () => {
  const xml = slideOf([aText('body', '引文')], 'quote', { title: '规划怎么说' })
  expect(xml).toMatch(/<p:ph type="title"\/>.*?<a:off x="\d+" y="-\d+"\/>.*?<a:t>规划怎么说<\/a:t>/)
})

it('gives a second text of the same role a box of its own', () => {
  expect(slideOf([aText('title', '题'), aText('body', '甲'), aText('body', '乙')]).match(/<p:ph type="body"/g)).toHaveLength(1)
})

it('writes the page number as a field', () => {
  expect(slideOf([aText('number', '7')])).toMatch(/<a:fld id="\{[0-9A-F-]{36}\}" type="slidenum">.*?<a:t>7<\/a:t>/)
})

it('marks shapes as decoration, so that a screen reader passes over them', () => {
  expect(slideOf([aShape()])).toContain('<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>')
})

it('rounds corners by the radius, not by a share of the card', () => {
  expect(slideOf([aShape({ box: box(0, 0, 400, 160), radius: 12 * 12_700 as never })])).toContain('fmla="val 7500"')
})

it('draws a line as a connector without a fill', () => {
  const xml = slideOf([aShape({ shape: 'line', fill: null, line: { colour: 'accent', width: points(2) } })])
  expect(xml).toMatch(/<p:cxnSp>.*<a:prstGeom prst="line">.*<a:ln w="25400">/)
})

it('crops a picture by its source rectangle and describes it', () => {
  const xml = slideOf([aPicture({ crop: { left: 0, top: 0.1, right: 0, bottom: 0.125 }, alt: '学生 & "平板"' })])
  expect(xml).toContain('<a:srcRect l="0" t="10000" r="0" b="12500"/>')
  expect(xml).toContain('descr="学生 &amp; &quot;平板&quot;"')
})

it("describes a picture without a description by the slide's title", () => {
  expect(slideOf([aPicture({ alt: '' })], 'picture', { title: '课堂一角' })).toContain('descr="课堂一角"')
})

it('carries the bytes of a picture once, however often it is shown', () => {
  const asked: string[] = []
  const media = (hash: string): { bytes: Uint8Array; mime: 'image/jpeg' } => {
    asked.push(hash)
    return { bytes: onePixel, mime: 'image/jpeg' }
  }
  const scenes = [aScene('picture', [aPicture(), aPicture({ asset: anAsset('b') })]), aScene('picture', [aPicture()])]
  const files = deckFiles(aDeck(scenes), plainFrames, { ...deckOptions, media })
  expect([...files.keys()].filter((name) => name.startsWith('ppt/media/'))).toEqual(['ppt/media/image1.jpeg', 'ppt/media/image2.jpeg'])
  expect(asked).toEqual([anAsset('a'), anAsset('b')])
})

it('writes a table whose first row is a header, with a rule under every row', () => {
  const xml = slideOf([aTable()])
  expect(xml).toContain('<a:tblPr firstRow="1">')
  expect(xml.match(/<a:lnB w="9525"><a:solidFill><a:schemeClr val="accent4"\/>/g)).toHaveLength(4)
  expect(xml.match(/<a:tcPr marL="152400" marR="152400" marT="76200" marB="76200" anchor="ctr">/g)).toHaveLength(4)
})

it('keeps the script as notes, a paragraph a line, cues included', () => {
  const notes = filesOf(aScene('points', [], { notes: '各位老师，大家好。[停顿 2]\n\n先看三个变化。[翻页]' })).get('ppt/notesSlides/notesSlide1.xml') as string
  expect([...notes.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((match) => match[1])).toEqual(['各位老师，大家好。[停顿 2]', '先看三个变化。[翻页]'])
  expect(notes.match(/<a:p>/g)).toHaveLength(3)
})

it('writes no notes page for a slide without a script', () => {
  expect([...filesOf(aScene('points', [])).keys()].filter((name) => name.includes('notesSlide'))).toEqual([])
})
