import { describe, expect, it } from 'vitest'
import { readDocument, readWithPictures } from '../../../src/main/readers/read-document'
import { png } from '../../fixtures/documents/picture'
import { chart, group, level, line, picture, pptx, shape, smartArt, table, withNamespaces, type SlideParts } from '../../fixtures/documents/pptx'

const read = (slides: readonly SlideParts[], extra: Readonly<Record<string, string | Uint8Array>> = {}) => readDocument('示例.pptx', pptx(slides, extra))
const said = async (...slides: readonly SlideParts[]) => (await read(slides)).paragraphs.map(({ kind, number, text, page }) => [page, kind, number, text])

describe('slides', () => {
  it('are headings with their number; what stands on them goes by level, the notes last', async () => {
    const body = shape('', line('一、要点'), line('细节', level(1)), line('没有符号', level(0, '<a:buNone/>')))
    expect(await said({ shapes: shape('title', line('为什么是现在')) + body, notes: '各位老师好。' }, { shapes: shape('ctrTitle', line('怎么办')) })).toEqual([
      [1, 'heading', '1', '为什么是现在'],
      [1, 'list', '•', '一、要点'],
      [1, 'list', '•', '细节'],
      [1, 'body', '', '没有符号'],
      [1, 'note', '【备注】', '各位老师好。'],
      [2, 'heading', '2', '怎么办'],
    ])
  })

  it('give materials whose path is the title of the slide', async () => {
    const { materials, title } = await read([{ shapes: shape('title', line('为什么')) + shape('', line('要点一')) }, { shapes: shape('title', line('怎么办')) + shape('', line('要点二')) }])
    expect(title).toBe('为什么')
    expect(materials.map(({ title: own, path, body }) => [own, path, body])).toEqual([
      ['为什么', ['1 为什么'], '- 要点一'],
      ['怎么办', ['2 怎么办'], '- 要点二'],
    ])
  })

  it('without a title are named by their number, in the language of the slides', async () => {
    expect((await said({ shapes: shape(null, line('甲乙丙')) }))[0]).toEqual([1, 'heading', '1', '第 1 页'])
    expect((await said({ shapes: shape(null, line('Some text')) }))[0]).toEqual([1, 'heading', '1', 'Slide 1'])
  })

  it('number their numbered lines, level by level', async () => {
    const numbered = (depth: number) => level(depth, '<a:buAutoNum type="arabicPeriod"/>')
    expect((await said({ shapes: shape('', line('甲', numbered(0)), line('乙', numbered(1)), line('丙', numbered(0)), line('丁', numbered(1))) })).slice(1).map(([, , number]) => number)).toEqual(['1.', '1.', '2.', '1.'])
  })

  it('are read through groups, without the furniture of the design', async () => {
    expect((await said({ shapes: group(group(shape(null, line('深处')))) + shape('sldNum', line('3')) + shape('ftr', line('页脚')) })).map(([, , , text]) => text)).toEqual(['第 1 页', '深处'])
  })

  it('never take the lines of a slide for headings or for a contents list', async () => {
    const slides = ['一、甲', '一、甲', '一、甲'].map((text): SlideParts => ({ shapes: shape('title', line('图')) + shape(null, line(text), line(text), line(text)) }))
    expect((await read(slides)).paragraphs.map(({ kind }) => kind)).toEqual(Array.from({ length: 3 }, () => ['heading', 'body', 'body', 'body']).flat())
  })
})

describe('tables, charts and SmartArt', () => {
  it('become tables, merged cells empty', async () => {
    expect((await said({ shapes: table(['年份', '数'], ['合计', '<']) }))[1]?.[3]).toBe('| 年份 | 数 |\n| --- | --- |\n| 合计 |  |')
  })

  it('show the cached data of a chart as a material of the kind data, and list the workbook outside', async () => {
    const points = (type: string, ...values: readonly string[]) => `<c:${type}Ref><c:${type}Cache>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}</c:${type}Cache></c:${type}Ref>`
    const xml = withNamespaces('c:chartSpace', `<c:chart><c:title><c:tx><c:rich>${line('学校数')}</c:rich></c:tx></c:title><c:plotArea><c:barChart><c:ser><c:tx>${points('str', '所')}</c:tx><c:cat>${points('str', '2024', '2025')}</c:cat><c:val>${points('num', '12', '4.2999999999999998')}</c:val></c:ser></c:barChart></c:plotArea></c:chart>`)
    const rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" Type="http://a/oleObject" Target="file:///G:/a.xls" TargetMode="External"/></Relationships>'
    const { materials, warnings } = await read([{ shapes: chart('c1'), references: [{ id: 'c1', type: 'chart', target: '../charts/chart1.xml' }] }], { 'ppt/charts/chart1.xml': xml, 'ppt/charts/_rels/chart1.xml.rels': rels })
    expect(materials.map(({ kind, body }) => [kind, body])).toEqual([['data', '| 学校数 | 所 |\n| --- | --- |\n| 2024 | 12 |\n| 2025 | 4.3 |']])
    expect(warnings.map(({ code }) => code)).toEqual(['external-links'])
  })

  it('keep the order and the levels of SmartArt, without its prompts', async () => {
    const node = (id: string, text: string, more = '') => `<dgm:pt modelId="${id}"><dgm:prSet${more}/><dgm:t>${line(text)}</dgm:t></dgm:pt>`
    const under = (from: string, to: string, order: number) => `<dgm:cxn srcId="${from}" destId="${to}" srcOrd="${order}"/>`
    const xml = withNamespaces('dgm:dataModel', `<dgm:ptLst><dgm:pt modelId="0" type="doc"/>${node('1', '第二')}${node('2', '第一')}${node('3', '其下')}${node('4', '[文本]', ' phldr="1"')}</dgm:ptLst><dgm:cxnLst>${under('0', '1', 1)}${under('0', '2', 0)}${under('2', '3', 0)}${under('0', '4', 2)}${under('3', '2', 0)}</dgm:cxnLst>`)
    const { materials } = await read([{ shapes: smartArt('d1'), references: [{ id: 'd1', type: 'diagramData', target: '../diagrams/data1.xml' }] }], { 'ppt/diagrams/data1.xml': xml })
    expect(materials[0]?.body).toBe('- 第一\n    - 其下\n- 第二')
  })
})

describe('pictures', () => {
  const slide: SlideParts = { shapes: shape('title', line('课堂')) + picture('p1', '学生在做实验'), references: [{ id: 'p1', type: 'image', target: '../media/a.png' }] }

  it('become materials that show them where they stood, their bytes apart', async () => {
    const bytes = png(40, 30)
    const { document, media } = await readWithPictures('a.pptx', pptx([slide], { 'ppt/media/a.png': bytes }))
    const [found] = document.pictures ?? []
    expect(found).toMatchObject({ width: 40, height: 30, mime: 'image/png', bytes: bytes.byteLength })
    expect(document.materials.map(({ kind, body }) => [kind, body])).toEqual([['picture', `![学生在做实验](asset:${found?.hash})`]])
    expect(found === undefined ? undefined : media.get(found.hash)).toEqual(bytes)
  })

  it.each([
    ['of another kind', { 'ppt/media/a.png': new TextEncoder().encode('没有图') }, 'pictures-left-out'],
    ['that state giant sides', { 'ppt/media/a.png': png(20, 20, [100_000, 100_000]) }, 'pictures-left-out'],
    ['that are not there', {}, 'parts-missing'],
  ])('%s are left out and reported', async (_, extra, code) => {
    const { pictures, warnings } = await read([slide], extra)
    expect(pictures).toBeUndefined()
    expect(warnings.map((warning) => warning.code)).toEqual([code])
  })
})

describe('what is broken', () => {
  it('costs no more than its own slide', async () => {
    const { paragraphs, warnings } = await read([{ shapes: '', xml: '<p:sld><broken' }, { shapes: shape('title', line('第二页')) }])
    expect(paragraphs.map(({ text, page }) => [text, page])).toEqual([['第二页', 2]])
    expect(warnings.map(({ code, place }) => [code, place])).toEqual([['part-unreadable', 'ppt/slides/slide1.xml']])
  })

  it('is refused where no slide can be read', async () => {
    await expect(read([{ shapes: '', xml: '<p:sld>' }])).rejects.toMatchObject({ code: 'damaged-file' })
  })

  it('never expands an entity', async () => {
    await expect(read([{ shapes: '', xml: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">&e;</p:sld>' }])).rejects.toMatchObject({ code: 'damaged-file' })
  })
})

it('drops macros and says so', async () => {
  expect((await read([{ shapes: shape('title', line('甲')) }], { 'ppt/vbaProject.bin': 'x' })).warnings.map(({ code }) => code)).toEqual(['macros-left-out'])
})
