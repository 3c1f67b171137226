import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../../../src/main/readers/template/read-template'
import { readZip } from '../../../../src/main/zip/read-zip'
import { Template } from '../../../../src/shared/model/template'
import { picturesOfTemplate } from '../../../../src/shared/model/own-design'
import { png } from '../../../builders/png'
import { builtTemplate, chineseLayouts, sampleTemplates } from '../../../builders/template'

const picture = png(320, 180)
const samples = sampleTemplates(picture)
const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> => {
  const archive = readZip(readTemplate(bytes).value.parts)
  return Object.fromEntries(archive.names.map((name) => [name, new TextDecoder().decode(archive.read(name))]))
}

describe('a template', () => {
  it.each(Object.entries(samples))('%s is described as the contract has it', (_name, bytes) => {
    expect(Template.safeParse(readTemplate(bytes).value.template).error).toBeUndefined()
  })

  it('names its layouts, their places and the colours that text has there', () => {
    const { template } = readTemplate(samples.chinese).value
    expect(template.layouts.map(({ name }) => name)).toEqual(chineseLayouts.map(({ name }) => name))
    const [cover, content] = template.layouts
    expect(cover!.placeholders.map(({ type, colour, size, align }) => [type, colour, size, align])).toEqual([
      ['ctrTitle', 'FFFFFF', 60, 'center'],
      ['subTitle', 'FFFFFF', 24, 'center'],
    ])
    // Content takes place and size from the master.
    expect(content!.placeholders.find(({ type }) => type === 'obj')).toMatchObject({ index: 1, size: 28, colour: '000000', box: { x: 853_440, y: 1_783_080 } })
    expect(content!.items).toMatchObject([{ kind: 'shape', shape: 'rectangle', fill: { kind: 'solid', colour: '2F6EBA' } }])
  })

  it('resolves colours through the map of a dark master', () => {
    const [layout] = readTemplate(samples.dark).value.template.layouts
    expect(layout).toMatchObject({ text: 'FFFFFF', background: { kind: 'solid', colour: '10151F' } })
  })

  it('keeps the pictures that its pages show, once', () => {
    const { template, pictures } = readTemplate(samples.chinese).value
    expect([...pictures.keys()]).toEqual(picturesOfTemplate(template))
    expect([...pictures.values()].map((bytes) => new Uint8Array(bytes))).toEqual([picture])
  })

  it('gives the same parts from the same bytes', () => {
    expect(readTemplate(samples['two-masters']).value).toEqual(readTemplate(samples['two-masters']).value)
  })

  it.each([
    ['no presentation', new Uint8Array([80, 75, 3, 4]), 'damaged-file'],
    ['empty', new Uint8Array(), 'empty-file'],
    ['text', new TextEncoder().encode('text'), 'not-a-presentation'],
    ['without layouts', builtTemplate({ masters: [{ layouts: [] }] }), 'no-layouts'],
  ])('that is %s is refused', (_name, bytes, code) => {
    expect(() => readTemplate(bytes)).toThrow(expect.objectContaining({ code }))
  })
})

const shape = (inner: string): string => `<p:sp><p:nvSpPr><p:cNvPr id="20" name="x">${inner}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp>`
const outside = '<Relationship Id="out" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://127.0.0.1:9/track.png" TargetMode="External"/><Relationship Id="link" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://127.0.0.1:9/" TargetMode="External"/><Relationship Id="svg" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/a.svg"/>'
const pic = (attributes: string): string => `<p:pic><p:nvPicPr><p:cNvPr id="21" name="p"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip ${attributes}/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr/></p:pic>`
const ole = '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="22" name="o"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole"><p:oleObj progId="x" r:id="out"/></a:graphicData></a:graphic></p:graphicFrame>'

describe('a hostile template', () => {
  const hostile = builtTemplate({
    masters: [
      {
        layouts: [
          {
            ...chineseLayouts[1]!,
            shapes: shape('<a:hlinkClick r:id="link" action="ppaction://program?file=calc.exe"/>') + pic('r:embed="out"') + pic('r:link="out"') + pic('r:embed="svg"') + ole,
            background: '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="out"/><a:stretch/></a:blipFill><a:effectLst/></p:bgPr></p:bg>',
            end: '<p:transition><p:sndAc><p:stSnd><p:snd r:embed="out" name="s"/></p:stSnd></p:sndAc></p:transition><p:timing/><p:extLst><p:ext uri="x"><x:evil xmlns:x="urn:x" r:id="out"/></p:ext></p:extLst>',
          },
        ],
      },
    ],
    relationships: outside,
    files: { 'ppt/media/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'ppt/vbaProject.bin': 'macros', 'ppt/slides/slide1.xml': '<secret/>' },
  })

  it('leaves behind links, sounds, macros, slides, objects, and pictures from elsewhere, and says so', () => {
    const parts = partsOf(hostile)
    const everything = Object.entries(parts).flat().join('\n')
    for (const trace of ['127.0.0.1', 'External', 'hlink', 'ppaction', 'calc.exe', 'sndAc', 'timing', 'evil', 'oleObj', 'svg', 'vbaProject', 'secret', 'p:pic']) expect(everything, trace).not.toContain(trace === 'hlink' ? 'hlinkClick' : trace)
    expect(Object.keys(parts).filter((name) => !/^ppt\/(slideMasters|slideLayouts|theme)\//.test(name))).toEqual([])
    expect(readTemplate(hostile).warnings.map(({ code }) => code)).toEqual(['macros-left-behind', 'links-left-behind', 'objects-left-behind', 'pictures-left-behind'])
  })

  it('with a document type is refused', () => {
    const evil = builtTemplate({ masters: [{ layouts: [chineseLayouts[1]!] }], files: { 'ppt/theme/theme1.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' } })
    expect(() => readTemplate(evil)).toThrow(expect.objectContaining({ code: 'damaged-file' }))
  })
})
