import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { lintFiles, lintPackage } from '../../../../src/main/writers/lint/lint-package'
import { deckFiles } from '../../../../src/main/writers/pptx/write-deck'
import { aChart, aDeck, aPicture, aScene, aTable, aText, deckOptions, plainFrames } from '../../../builders/scene'
import { schemaErrorsOfFile, validatorAbsent } from '../../../judges/open-xml-sdk'

const deck = aDeck(
  [aScene('points', [aText('title', '三个变化'), aText('body', '资源'), aPicture()], { notes: '好。' }), aScene('table', [aText('title', '课时'), aTable()]), aScene('chart', [aText('title', '学校数'), aChart()])],
  { sections: [{ title: '一', scenes: ['0.0', '0.1', '0.2'] }] },
)
const sound = deckFiles(deck, plainFrames, deckOptions)

/** The sound deck with one thing replaced in one part. */
const broken = (part: string, from: string | RegExp, to: string): Map<string, string | Uint8Array> => {
  const before = sound.get(part) as string
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${part} does not hold ${String(from)}`)
  return new Map(sound).set(part, after)
}
const without = (part: string): Map<string, string | Uint8Array> => new Map([...sound].filter(([name]) => name !== part))
const slide1 = 'ppt/slides/slide1.xml'
const slide2 = 'ppt/slides/slide2.xml'

it('finds nothing in a sound deck', () => {
  expect(lintFiles(sound)).toEqual([])
})

describe('names what is broken, once', () => {
  it.each([
    ['a part that no relationship reaches', new Map(sound).set('ppt/media/left.png', new Uint8Array()), 'ppt/media/left.png: no relationship leads to it'],
    ['a relationship that leads nowhere', broken('ppt/slides/_rels/slide1.xml.rels', 'image1.png', 'image9.png'), 'ppt/slides/_rels/slide1.xml.rels: leads to ppt/media/image9.png (image), which is not there'],
    ['a relationship used and not declared', broken(slide1, 'r:embed="rId2"', 'r:embed="rId9"'), `${slide1}: uses relationship rId9, which is not there`],
    ['a content type for a part that is not there', without('docProps/app.xml'), '[Content_Types].xml: type of a part that is not there: docProps/app.xml'],
    ['a part without a content type', broken('[Content_Types].xml', /<Default Extension="png"[^>]*>/, ''), 'ppt/media/image1.png: no content type'],
    ['a media type that is none', broken('[Content_Types].xml', 'image/png', 'image/jpg'), '[Content_Types].xml: image/jpg is no media type, image/jpeg is'],
    ['a number that was none', broken(slide2, /w="5080000"/, 'w="NaN"'), `${slide2}: an attribute says NaN`],
    ['a shape id given twice', broken(slide1, '<p:cNvPr id="3"', '<p:cNvPr id="2"'), `${slide1}: shape id 2 twice`],
    ['a shape without an id', broken(slide1, '<p:cNvPr id="3"', '<p:cNvPr id=""'), `${slide1}: a shape without an id`],
    ['a slide without a title', broken(slide1, 'type="title"', 'type="body" idx="1"'), `${slide1}: 0 titles`],
    ['an empty title', broken(slide1, '三个变化', ' '), `${slide1}: an empty title`],
    ['a placeholder that its layout does not have', broken(slide1, 'idx="1"', 'idx="77"'), `${slide1}: placeholder body 77 is not in its layout`],
    ['a picture without alternative text', broken(slide1, /descr="[^"]*"/, ''), `${slide1}: a picture, table or chart without alternative text`],
    ["a file's path as alternative text", broken(slide1, /descr="[^"]*"/, 'descr="/home/teacher/photo.png"'), `${slide1}: a file's name as alternative text`],
    ['a colour outside the theme', broken(slide1, '<a:buNone/>', '<a:buClr><a:srgbClr val="FF0000"/></a:buClr>'), `${slide1}: a colour that is not the theme's`],
    ['a typeface outside the theme', broken(slide1, /<a:buNone\/>/, '<a:latin typeface="Arial"/>'), `${slide1}: a typeface that is not the theme's`],
    ['Chinese text tagged as English', broken(slide1, 'lang="zh-CN" altLang="en-US"', 'lang="en-US"'), `${slide1}: Chinese text tagged en-US`],
    ['a table row that is short of a cell', broken(slide2, /<a:tc>.*?<\/a:tc>/, ''), `${slide2}: a table row of 1 cells in 2 columns`],
    ['a theme shared by slides and notes', broken('ppt/notesMasters/_rels/notesMaster1.xml.rels', 'theme2', 'theme1'), 'ppt/theme/theme1.xml: one theme for ppt/slideMasters/slideMaster1.xml and ppt/notesMasters/notesMaster1.xml'],
    ['a layout id that is taken', broken('ppt/slideMasters/slideMaster1.xml', 'id="2147483650"', 'id="2147483649"'), 'master or layout id 2147483649 twice'],
    ['a section whose id is no GUID', broken('ppt/presentation.xml', /name="一" id="[^"]*"/, 'name="一" id="{oops}"'), 'section id is no GUID: {oops}'],
    ['a slide outside every section', broken('ppt/presentation.xml', '<p14:sldId id="258"/>', ''), 'the sections do not hold every slide once, in order'],
  ])('%s', (_, files, finding) => {
    expect(lintFiles(files).filter((one) => one === finding)).toEqual([finding])
  })
})

const corpus = process.env['LECTERN_CORPUS'] ?? fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url))
const corpusAbsent = existsSync(corpus) ? null : 'the corpus of real documents is not here (LECTERN_CORPUS names its folder)'
const damaged = ['pgxplus__empty-cnvid.pptx', 'pgxplus__nan-cell-margin.pptx']

it.skipIf(corpusAbsent).each(damaged)('flags %s, which PowerPoint asks to repair', async (name) => {
  expect(lintPackage(await readFile(join(corpus, name)))).not.toEqual([])
})

it.skipIf(corpusAbsent ?? validatorAbsent).each(damaged)('sees that the Open XML SDK flags %s as well', async (name) => {
  expect(await schemaErrorsOfFile(join(corpus, name))).not.toEqual([])
})

const documentOf = (body: string, styles = ''): ReadonlyMap<string, string> =>
  new Map([
    ['[Content_Types].xml', '<Types><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="r"/></Types>'],
    ['_rels/.rels', '<Relationships><Relationship Id="rId1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'],
    ['word/document.xml', `<w:document><w:body>${body}</w:body></w:document>`],
    ['word/_rels/document.xml.rels', '<Relationships><Relationship Id="rId1" Type="x/styles" Target="styles.xml"/></Relationships>'],
    ['word/styles.xml', `<w:styles>${styles}</w:styles>`],
  ])

describe('judges documents too', () => {
  it.each([
    ['a sound document', documentOf('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:hyperlink w:anchor="a"/>'), []],
    ['a bookmark id given twice', documentOf('<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'), ['bookmark id 1 twice']],
    ['a bookmark that does not end', documentOf('<w:bookmarkStart w:id="1" w:name="a"/>'), ['bookmark 1 does not end']],
    ['a link to no bookmark', documentOf('<w:instrText>PAGEREF _Toc1 \\h</w:instrText>'), ['a reference to bookmark _Toc1, which is not there']],
    ['a drawing without alternative text', documentOf('<wp:docPr id="1" name="p"/>'), ['a drawing without alternative text']],
    ['a footnote that is not there', documentOf('<w:footnoteReference w:id="2"/>'), ['footnote 2 is not there']],
    ['a style that is not defined', documentOf('<w:pStyle w:val="Quote"/>'), ['style Quote is not defined']],
    [
      'a row that does not fill its table within a cell',
      documentOf('<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>'),
      ['word/document.xml: a table row of 1 cells in 2 columns'],
    ],
    ['a cell that ends with a table', documentOf('<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>'), ['word/document.xml: a cell that ends with a table']],
    ['a row that does not fill its table', documentOf('<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc></w:tc></w:tr></w:tbl>'), ['word/document.xml: a table row of 1 cells in 2 columns']],
  ])('%s', (_, files, findings) => {
    expect(lintFiles(files)).toEqual(findings)
  })
})
