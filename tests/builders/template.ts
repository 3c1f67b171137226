import { entry, writeZip } from '../../src/main/zip/write-zip'

/** A place of a layout, in hundredths of the slide's width and height. */
export type BuiltPlaceholder = { readonly type: string; readonly index?: number; readonly at?: readonly [x: number, y: number, width: number, height: number]; readonly colour?: string; readonly size?: number; readonly align?: 'l' | 'ctr' | 'r' }
export type BuiltLayout = {
  readonly name: string
  readonly type?: string
  readonly placeholders: readonly BuiltPlaceholder[]
  /** XML of a `p:bg`, and of further shapes; `r:embed="picture"` is the template's picture. */
  readonly background?: string
  readonly shapes?: string
  readonly end?: string
}
export type BuiltMaster = { readonly colours?: Readonly<Record<string, string>>; readonly dark?: boolean; readonly layouts: readonly BuiltLayout[]; readonly shapes?: string; readonly font?: string }
export type BuiltTemplate = {
  readonly size?: readonly [width: number, height: number]
  readonly masters: readonly BuiltMaster[]
  readonly picture?: Uint8Array
  /** Relationships that layouts have beside their own, as XML. */
  readonly relationships?: string
  readonly files?: Readonly<Record<string, string>>
}

const NAMESPACES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export const officeColours = { dk1: '000000', lt1: 'FFFFFF', dk2: '1F3864', lt2: 'E7E6E6', accent1: '2F6EBA', accent2: 'ED7D31', accent3: 'A5A5A5', accent4: 'FFC000', accent5: '5B9BD5', accent6: '70AD47', hlink: '0563C1', folHlink: '954F72' }

const theme = ({ colours = {}, font = '微软雅黑' }: BuiltMaster, name: string): string => {
  const scheme = Object.entries({ ...officeColours, ...colours }).map(([slot, hex]) => `<a:${slot}><a:srgbClr val="${hex}"/></a:${slot}>`).join('')
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
  const fonts = `<a:latin typeface="${font}"/><a:ea typeface="${font}"/><a:cs typeface=""/>`
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
  return `${HEAD}<a:theme ${NAMESPACES} name="${name}"><a:themeElements><a:clrScheme name="s">${scheme}</a:clrScheme><a:fontScheme name="f"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="m"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="6350">${fill}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`
}

const tree = (shapes: string): string => `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree>`

const level = ({ colour, size, align }: BuiltPlaceholder): string =>
  colour === undefined && size === undefined && align === undefined ? '' : `<a:lvl1pPr${align ? ` algn="${align}"` : ''}><a:defRPr${size ? ` sz="${size * 100}"` : ''}>${colour ? `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>` : ''}</a:defRPr></a:lvl1pPr>`

const placeholder = (one: BuiltPlaceholder, id: number, [width, height]: readonly [number, number]): string => {
  const box = one.at && `<a:xfrm><a:off x="${Math.round((one.at[0] * width) / 100)}" y="${Math.round((one.at[1] * height) / 100)}"/><a:ext cx="${Math.round((one.at[2] * width) / 100)}" cy="${Math.round((one.at[3] * height) / 100)}"/></a:xfrm>`
  const type = one.type === 'obj' ? '' : ` type="${one.type}"`
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${one.type} ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph${type}${one.index === undefined ? '' : ` idx="${one.index}"`}/></p:nvPr></p:nvSpPr><p:spPr>${box ?? ''}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>${level(one)}</a:lstStyle><a:p><a:r><a:rPr lang="zh-CN"/><a:t>单击此处编辑</a:t></a:r></a:p></p:txBody></p:sp>`
}

const masterPlaceholders: readonly BuiltPlaceholder[] = [
  { type: 'title', at: [7, 6, 86, 16] },
  { type: 'body', index: 1, at: [7, 26, 86, 62] },
  { type: 'sldNum', index: 4, at: [80, 92, 13, 5], size: 12, align: 'r' },
]

const relationships = (list: readonly (readonly [id: string, kind: string, target: string])[], more = ''): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`).join('')}${more}</Relationships>`

const styles = '<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="4000" b="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr marL="228600" indent="-228600"><a:spcAft><a:spcPts val="1200"/></a:spcAft><a:buChar char="•"/><a:defRPr sz="2800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr></p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles>'

/** A template as PowerPoint writes it, in the least of parts. */
export function builtTemplate({ size = [12_192_000, 6_858_000], masters, picture, relationships: more = '', files = {} }: BuiltTemplate): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {}
  const pictured = picture === undefined ? [] : ([['picture', 'image', '../media/image1.png']] as const)
  let layouts = 0
  masters.forEach((master, at) => {
    const own = master.layouts.map((layout): readonly [string, string, string] => {
      const number = ++layouts
      const shapes = `${layout.shapes ?? ''}${layout.placeholders.map((one, index) => placeholder(one, index + 20, size)).join('')}`
      parts[`ppt/slideLayouts/slideLayout${number}.xml`] = `${HEAD}<p:sldLayout ${NAMESPACES}${layout.type ? ` type="${layout.type}"` : ''} preserve="1"><p:cSld name="${layout.name}">${layout.background ?? ''}${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>${layout.end ?? ''}</p:sldLayout>`
      parts[`ppt/slideLayouts/_rels/slideLayout${number}.xml.rels`] = relationships([['rId1', 'slideMaster', `../slideMasters/slideMaster${at + 1}.xml`], ...pictured], more)
      return [`rId${number}`, 'slideLayout', `../slideLayouts/slideLayout${number}.xml`]
    })
    const map = master.dark ? 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"' : 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'
    const accents = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map((slot) => `${slot}="${slot}"`).join(' ')
    const ids = own.map(([id], index) => `<p:sldLayoutId id="${2_147_483_700 + at * 50 + index}" r:id="${id}"/>`).join('')
    parts[`ppt/slideMasters/slideMaster${at + 1}.xml`] = `${HEAD}<p:sldMaster ${NAMESPACES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>${tree(`${master.shapes ?? ''}${masterPlaceholders.map((one, index) => placeholder(one, index + 2, size)).join('')}`)}</p:cSld><p:clrMap ${map} ${accents}/><p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst>${styles}</p:sldMaster>`
    parts[`ppt/slideMasters/_rels/slideMaster${at + 1}.xml.rels`] = relationships([...own, ['rIdTheme', 'theme', `../theme/theme${at + 1}.xml`], ...pictured])
    parts[`ppt/theme/theme${at + 1}.xml`] = theme(master, `示例主题 ${at + 1}`)
  })
  const listed = masters.map((_, at) => `<p:sldMasterId id="${2_147_483_690 + at}" r:id="rId${at + 1}"/>`).join('')
  parts['ppt/presentation.xml'] = `${HEAD}<p:presentation ${NAMESPACES}><p:sldMasterIdLst>${listed}</p:sldMasterIdLst><p:sldSz cx="${size[0]}" cy="${size[1]}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`
  parts['ppt/_rels/presentation.xml.rels'] = relationships(masters.map((_, at) => [`rId${at + 1}`, 'slideMaster', `slideMasters/slideMaster${at + 1}.xml`]))
  parts['_rels/.rels'] = relationships([['rId1', 'officeDocument', 'ppt/presentation.xml']])
  parts['[Content_Types].xml'] = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"/></Types>`
  if (picture) parts['ppt/media/image1.png'] = picture
  return writeZip(Object.entries({ ...parts, ...files }).map(([name, content]) => entry(name, content)))
}

const number: BuiltPlaceholder = { type: 'sldNum', index: 12 }
const title: BuiltPlaceholder = { type: 'title' }
const body: BuiltPlaceholder = { type: 'obj', index: 1 }

/** The usual layouts with Chinese names, as PowerPoint's own template has them. */
export const chineseLayouts: readonly BuiltLayout[] = [
  { name: '标题幻灯片', type: 'title', placeholders: [{ type: 'ctrTitle', at: [10, 18, 80, 32], size: 60, align: 'ctr' }, { type: 'subTitle', index: 1, at: [10, 53, 80, 24], size: 24, align: 'ctr' }] },
  { name: '标题和内容', type: 'obj', placeholders: [title, body, number] },
  { name: '节标题', type: 'secHead', placeholders: [{ type: 'title', at: [10, 30, 80, 26], size: 54 }, { type: 'body', index: 1, at: [10, 58, 80, 18] }, number] },
  { name: '两栏内容', type: 'twoObj', placeholders: [title, { type: 'obj', index: 1, at: [7, 26, 41, 62] }, { type: 'obj', index: 2, at: [52, 26, 41, 62] }, number] },
  { name: '仅标题', type: 'titleOnly', placeholders: [title, number] },
  { name: '空白', type: 'blank', placeholders: [number] },
  { name: '图片与标题', type: 'picTx', placeholders: [{ type: 'title', at: [7, 20, 30, 20] }, { type: 'pic', index: 1, at: [42, 10, 50, 75] }, { type: 'body', index: 2, at: [7, 42, 30, 40] }, number] },
  { name: '致谢', placeholders: [{ type: 'title', at: [10, 35, 80, 22], size: 60, align: 'ctr' }] },
]

const pictureBackground = '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="picture"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>'
const bar = (x: number, y: number, width: number, height: number, colour: string): string => `<p:sp><p:nvSpPr><p:cNvPr id="9" name="bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>`

/** The templates that tests lay talks out in, by what is particular to each. @param picture a dark one, as PNG */
export const sampleTemplates = (picture: Uint8Array): Readonly<Record<'chinese' | 'four-by-three' | 'dark' | 'two-masters' | 'small', Uint8Array>> => ({
  /** 16:9, a dark picture behind white words on the cover, a white title on a banner. */
  chinese: builtTemplate({
    picture,
    masters: [
      {
        shapes: bar(0, 0, 12_192_000, 1_500_000, 'accent1'),
        layouts: chineseLayouts.map((layout, at) => {
          const white = (type: string): boolean => type === 'title' || type === 'ctrTitle' || ((at === 0 || at === 2) && (type === 'subTitle' || type === 'body'))
          const placeholders = layout.placeholders.map((one) => (white(one.type) ? { ...one, colour: 'FFFFFF' } : one))
          return at === 0 || at === 2 || at === 7 ? { ...layout, placeholders, background: pictureBackground } : { ...layout, placeholders }
        }),
      },
    ],
  }),
  /** 4:3 with four layouts of English names. */
  'four-by-three': builtTemplate({
    size: [9_144_000, 6_858_000],
    masters: [{ colours: { accent1: 'B22222' }, layouts: [chineseLayouts[0]!, chineseLayouts[1]!, chineseLayouts[4]!, chineseLayouts[5]!].map((layout, at) => ({ ...layout, name: ['Title Slide', 'Title and Content', 'Title Only', 'Blank'][at]! })) }],
  }),
  dark: builtTemplate({ masters: [{ dark: true, colours: { dk1: '10151F', accent1: '3DA5FF' }, layouts: chineseLayouts }] }),
  'two-masters': builtTemplate({ masters: [{ layouts: chineseLayouts.slice(1, 5) }, { dark: true, colours: { dk1: '20103A' }, layouts: [chineseLayouts[0]!, chineseLayouts[7]!] }] }),
  /** 10 by 5.625 inches, no layout but one without a title. */
  small: builtTemplate({ size: [9_144_000, 5_143_500], masters: [{ layouts: [{ name: '正文', placeholders: [{ type: 'body', index: 1, at: [6, 12, 88, 76] }, number] }] }] }),
})
