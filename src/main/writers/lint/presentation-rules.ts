import { relationshipsOf, type PackageText } from './package-rules'
import { attribute, repeated, startTags, wholeElements } from './scan-xml'

const SHAPE_PARTS = /^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides|notesMasters)\/[^/]+\.xml$/
const SLIDE = /^ppt\/slides\/[^/]+\.xml$/
const TITLES = new Set(['title', 'ctrTitle'])

/** What PowerPoint repairs, refuses or shows wrongly although the schema allows it, and what a screen reader needs. */
export const presentationRules = (pack: PackageText): string[] => {
  const findings: string[] = []
  for (const [name, xml] of pack.xml) {
    if (!SHAPE_PARTS.test(name)) continue
    findings.push(...shapeRules(name, xml), ...tableRules(name, xml))
    if (SLIDE.test(name)) findings.push(...slideRules(name, xml))
  }
  return [...findings, ...placeholderRules(pack), ...masterRules(pack), ...sectionRules(pack)]
}

const shapeRules = (name: string, xml: string): string[] => {
  const ids = startTags(xml, 'p:cNvPr').map((tag) => attribute(tag, 'id') ?? '')
  return [
    ...repeated(ids).map((id) => `${name}: shape id ${id} twice`),
    ...(ids.some((id) => !/^[1-9]\d*$/.test(id)) ? [`${name}: a shape without an id`] : []),
  ]
}

const tableRules = (name: string, xml: string): string[] =>
  wholeElements(xml, 'a:tbl').flatMap((table) => {
    const columns = startTags(table, 'a:gridCol').length
    return wholeElements(table, 'a:tr').flatMap((row) => {
      const cells = wholeElements(row, 'a:tc')
      return [
        ...(cells.length === columns ? [] : [`${name}: a table row of ${cells.length} cells in ${columns} columns`]),
        ...(cells.every((cell) => cell.includes('<a:txBody>')) ? [] : [`${name}: a table cell without text body`]),
      ]
    })
  })

/** A path or URL of a file, which pptxgenjs writes for a picture without description. */
const FILE_PATH = /^(?:[a-z]:[\\/]|\/|file:)|\.(?:png|jpe?g|gif|svg)$/i

const slideRules = (name: string, xml: string): string[] => {
  const findings: string[] = []
  for (const frame of [...wholeElements(xml, 'p:pic'), ...wholeElements(xml, 'p:graphicFrame')]) {
    const alt = attribute(startTags(frame, 'p:cNvPr')[0] ?? '', 'descr') ?? ''
    if (alt.trim() === '') findings.push(`${name}: a picture, table or chart without alternative text`)
    else if (FILE_PATH.test(alt)) findings.push(`${name}: a file's name as alternative text`)
  }
  const withTitle = wholeElements(xml, 'p:sp').filter((shape) => TITLES.has(attribute(startTags(shape, 'p:ph')[0] ?? '', 'type') ?? ''))
  if (withTitle.length !== 1) findings.push(`${name}: ${withTitle.length} titles`)
  else if (!/<a:t>[^<]*\S[^<]*<\/a:t>/.test(withTitle[0]!)) findings.push(`${name}: an empty title`)
  if (/<a:(?:srgbClr|sysClr|prstClr)\b/.test(xml)) findings.push(`${name}: a colour that is not the theme's`)
  if (startTags(xml, 'a:(?:latin|ea|cs)').some((tag) => !attribute(tag, 'typeface')?.startsWith('+'))) findings.push(`${name}: a typeface that is not the theme's`)
  for (const run of wholeElements(xml, 'a:r')) {
    const lang = attribute(startTags(run, 'a:rPr')[0] ?? '', 'lang')
    if (lang === undefined) findings.push(`${name}: text without a language`)
    else if (!lang.startsWith('zh') && /[\u4e00-\u9fff]/.test(run.replace(/<[^>]*>/g, ''))) findings.push(`${name}: Chinese text tagged ${lang}`)
  }
  return [...new Set(findings)]
}

const placeholdersIn = (xml: string): { readonly type: string; readonly index: string }[] =>
  startTags(xml, 'p:ph').map((tag) => ({ type: attribute(tag, 'type') ?? 'obj', index: attribute(tag, 'idx') ?? '0' }))

/** A slide's placeholder finds its layout's by index, a title by its type; one that finds nothing has no place and no style. */
const placeholderRules = (pack: PackageText): string[] => {
  const findings: string[] = []
  for (const [owner, list] of relationshipsOf(pack)) {
    if (!SLIDE.test(owner)) continue
    const layouts = list.filter(({ kind }) => kind === 'slideLayout')
    const layout = pack.xml.get(layouts[0]?.target ?? '')
    if (layouts.length !== 1 || layout === undefined) {
      findings.push(`${owner}: ${layouts.length} layouts`)
      continue
    }
    const offered = placeholdersIn(layout)
    for (const { type, index } of placeholdersIn(pack.xml.get(owner) ?? '')) {
      const found = TITLES.has(type) ? offered.some((one) => TITLES.has(one.type)) : offered.some((one) => one.index === index)
      if (!found) findings.push(`${owner}: placeholder ${type} ${index} is not in its layout`)
    }
  }
  return findings
}

const masterRules = (pack: PackageText): string[] => {
  const findings: string[] = []
  const owners = new Map<string, string>()
  for (const [owner, list] of relationshipsOf(pack)) {
    if (!/^ppt\/(?:slideMasters|notesMasters|handoutMasters)\//.test(owner)) continue
    for (const { kind, target } of list) {
      if (kind !== 'theme') continue
      if (owners.has(target)) findings.push(`${target}: one theme for ${owners.get(target)} and ${owner}`)
      owners.set(target, owner)
    }
  }
  const masters = [...pack.xml].filter(([name]) => /^ppt\/slideMasters\/[^/]+\.xml$/.test(name)).map(([, xml]) => xml)
  const ids = [...startTags(pack.xml.get('ppt/presentation.xml') ?? '', 'p:sldMasterId'), ...masters.flatMap((xml) => startTags(xml, 'p:sldLayoutId'))].map((tag) => attribute(tag, 'id') ?? '')
  findings.push(...repeated(ids).map((id) => `master or layout id ${id} twice`))
  if (ids.some((id) => Number(id) < 2 ** 31)) findings.push('a master or layout id below 2147483648')
  return findings
}

const GUID = /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/

const sectionRules = (pack: PackageText): string[] => {
  const presentation = pack.xml.get('ppt/presentation.xml') ?? ''
  const slides = startTags(presentation, 'p:sldId').map((tag) => attribute(tag, 'id') ?? '')
  const sections = startTags(presentation, 'p14:section').map((tag) => attribute(tag, 'id') ?? '')
  const inSections = startTags(presentation, 'p14:sldId').map((tag) => attribute(tag, 'id') ?? '')
  return [
    ...repeated(slides).map((id) => `slide id ${id} twice`),
    ...sections.filter((id) => !GUID.test(id)).map((id) => `section id is no GUID: ${id}`),
    ...repeated(sections).map((id) => `section id ${id} twice`),
    ...(sections.length > 0 && inSections.join() !== slides.join() ? ['the sections do not hold every slide once, in order'] : []),
  ]
}
